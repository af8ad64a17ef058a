package io.tukar.shipping;

import static io.tukar.shipping.TrackingStatus.DELIVERED;
import static io.tukar.shipping.TrackingStatus.IN_TRANSIT;
import static io.tukar.shipping.TrackingStatus.LOST;
import static io.tukar.shipping.TrackingStatus.PICKED_UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TrackTest {

  private static final Instant NOON = Instant.parse("2026-03-25T05:00:00Z");
  private static final Track NONE = new Track(List.of());

  private static TrackingReport report(TrackingStatus status, int hoursAgo) {
    return new TrackingReport(status, NOON.minus(Duration.ofHours(hoursAgo)));
  }

  @Test
  void aReportThatComesTwiceIsTakenOnce() {
    var once = NONE.take(List.of(report(PICKED_UP, 5)), NOON);
    var twice = once.track().take(List.of(report(PICKED_UP, 5)), NOON.plusSeconds(60));
    assertThat(once.added()).hasSize(1);
    assertThat(twice.added()).isEmpty();
    assertThat(twice.track()).isEqualTo(once.track());
  }

  @Test
  void aReportWithoutATimeIsTakenOnceForItsStatus() {
    var first = NONE.take(List.of(new TrackingReport(DELIVERED, null)), NOON);
    var again =
        first.track().take(List.of(new TrackingReport(DELIVERED, null)), NOON.plusSeconds(3600));
    assertThat(first.added()).containsExactly(new TrackingEvent(DELIVERED, NOON));
    assertThat(again.added()).isEmpty();
  }

  @Test
  void aReportFromTheFutureIsKeptOut() {
    var taken =
        NONE.take(
            List.of(
                new TrackingReport(DELIVERED, NOON.plus(Duration.ofHours(2))),
                report(IN_TRANSIT, 1),
                new TrackingReport(PICKED_UP, NOON.plusSeconds(60))),
            NOON);
    assertThat(taken.fromTheFuture()).isEqualTo(1);
    assertThat(taken.track().events())
        .extracting(TrackingEvent::status)
        .containsExactly(IN_TRANSIT, PICKED_UP);
  }

  @Test
  void aLateReportDoesNotMoveTheParcelBackwards() {
    var delivered = NONE.take(List.of(report(DELIVERED, 2)), NOON).track();
    var late = delivered.take(List.of(report(IN_TRANSIT, 1)), NOON);
    assertThat(late.added()).hasSize(1);
    assertThat(late.track().furthest())
        .contains(new TrackingEvent(DELIVERED, NOON.minus(Duration.ofHours(2))));
  }

  @Test
  void aParcelThatWasLostAndThenDeliveredIsDelivered() {
    var lost = NONE.take(List.of(report(LOST, 20)), NOON).track();
    assertThat(lost.take(List.of(report(DELIVERED, 2)), NOON).track().furthest())
        .map(TrackingEvent::status)
        .contains(DELIVERED);
  }

  @Property
  void theOrderOfReportsChangesNothing(
      @ForAll @Size(max = 12) List<TrackingStatus> statuses, @ForAll int seed) {
    var reports =
        IntStream.range(0, statuses.size()).mapToObj(i -> report(statuses.get(i), i % 4)).toList();
    var shuffled = new ArrayList<>(reports);
    Collections.shuffle(shuffled, new Random(seed));

    var one = NONE.take(reports, NOON).track();
    var oneByOne = NONE;
    for (var report : shuffled) {
      oneByOne = oneByOne.take(List.of(report), NOON).track();
    }
    assertThat(oneByOne.furthest()).isEqualTo(one.furthest());
    assertThat(oneByOne.events()).containsExactlyInAnyOrderElementsOf(one.events());
  }

  @Test
  void whoDoesNotAnswerIsAskedLaterEachTime() {
    assertThat(Trackings.wait(0)).isEqualTo(Duration.ofMinutes(10));
    assertThat(Trackings.wait(1)).isEqualTo(Duration.ofMinutes(20));
    assertThat(Trackings.wait(50)).isEqualTo(Duration.ofMinutes(2_560));
  }
}
