package io.tukar.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tukar.CaseRows;
import io.tukar.FreshDatabase;
import io.tukar.kernel.Role;
import io.tukar.rows.WritesForTests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@FreshDatabase
class DispatcherTest {

  private static final Recipient BUYER = new Recipient.Customer(7);
  private static final Recipient OTHER = new Recipient.Customer(8);

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final JdbcTemplate batch;
  private final Outbox outbox;
  private final HandClock clock = new HandClock();
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private long rma;

  DispatcherTest(DataSource database, JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.batch = new JdbcTemplate(database);
    this.outbox = new Outbox(jdbc);
  }

  @BeforeEach
  void openCase() {
    jdbc.sql("delete from outbox").update();
    var rows = new CaseRows(jdbc);
    long customer = rows.customer(null, "pembeli@example.test");
    rma = rows.rma(rows.order(customer), customer);
  }

  @Test
  void aMessageIsSaidOnceAndCarriesWhatItNames() {
    add(
        Outgoing.about(rma, 3, Notice.AUTHORIZED)
            .with(Param.SHIP_BY, LocalDate.of(2026, 3, 25))
            .with(Param.PAYER, "SHOP")
            .to(BUYER));

    assertThat(saying(new Delivery.Sent()).run(() -> false)).isEqualTo(1);
    assertThat(saying(new Delivery.Sent()).run(() -> false)).isZero();

    var entry = only();
    assertThat(entry.state()).isEqualTo(OutboxState.SENT);
    assertThat(entry.attempts()).isEqualTo(1);
    assertThat(entry.message().params())
        .isEqualTo(Map.of(Param.SHIP_BY, "2026-03-25", Param.PAYER, "SHOP"));
  }

  @Test
  void theSameEventAddedTwiceIsSaidOnce() {
    add(closed(1, BUYER));
    add(closed(1, BUYER));
    saying(new Delivery.Sent()).run(() -> false);
    assertThat(heard).hasSize(1);
  }

  @Test
  void aMessageIsOnlySaidIfItsCauseWasCommitted() {
    transactions.executeWithoutResult(
        status -> {
          write(closed(1, BUYER));
          status.setRollbackOnly();
        });
    assertThat(saying(new Delivery.Sent()).run(() -> false)).isZero();
  }

  @Test
  void noTransactionIsOpenWhileTheChannelWorks() {
    add(closed(1, BUYER));
    var open = new ArrayList<Boolean>();
    new Dispatcher(
            outbox,
            message -> {
              open.add(TransactionSynchronizationManager.isActualTransactionActive());
              open.add(
                  jdbc.sql(
                          "select count(*) > 0 from pg_locks where relation = 'outbox'::regclass and pid <> pg_backend_pid()")
                      .query(Boolean.class)
                      .single());
              return new Delivery.Sent();
            },
            clock)
        .run(() -> false);
    assertThat(open).containsExactly(false, false);
  }

  @Test
  void aRecipientHearsThingsInTheOrderTheyHappened() {
    add(closed(1, BUYER));
    add(closed(2, BUYER));
    add(closed(1, OTHER));
    var brokenForTheFirst =
        dispatcher(
            message ->
                message.key().contains("/1/") && message.recipient().equals(BUYER)
                    ? new Delivery.NotNow("busy")
                    : new Delivery.Sent());

    brokenForTheFirst.run(() -> false);
    brokenForTheFirst.run(() -> false);

    assertThat(states())
        .containsExactly(OutboxState.PENDING, OutboxState.PENDING, OutboxState.SENT);
    clock.advance(Duration.ofSeconds(31));
    saying(new Delivery.Sent()).run(() -> false);
    assertThat(states()).containsOnly(OutboxState.SENT);
    assertThat(heard.subList(2, 4)).allMatch(key -> key.contains("customer:7")).isSorted();
  }

  @Test
  void aRefusedMessageIsNotTriedAgainAndTheNextIsSaid() {
    add(closed(1, BUYER));
    add(closed(2, BUYER));
    dispatcher(
            message ->
                message.key().contains("/1/")
                    ? new Delivery.Refused("server answered 550")
                    : new Delivery.Sent())
        .run(() -> false);
    assertThat(states()).containsExactly(OutboxState.REFUSED, OutboxState.SENT);
    assertThat(outbox.ofCase(rma).getFirst().reason()).contains("server answered 550");
  }

  @Test
  void anUnknownOutcomeIsNeverRepeated() {
    add(closed(1, BUYER));
    saying(new Delivery.Unknown("broken off")).run(() -> false);
    clock.advance(Duration.ofDays(30));
    assertThat(saying(new Delivery.Sent()).run(() -> false)).isZero();
    assertThat(only().state()).isEqualTo(OutboxState.UNKNOWN);
  }

  @Test
  void aFailedAttemptWaitsTwiceAsLongEachTimeAndIsParkedAfterTheLast() {
    add(closed(1, BUYER));
    var broken = saying(new Delivery.NotNow("no connection"));
    for (int attempt = 1; attempt <= Dispatcher.ATTEMPTS_MAX; attempt++) {
      assertThat(broken.run(() -> false)).isEqualTo(1);
      assertThat(broken.run(() -> false)).as("too early, attempt %d", attempt).isZero();
      clock.advance(Dispatcher.backOff(attempt));
    }
    assertThat(only().state()).isEqualTo(OutboxState.PARKED);
    assertThat(broken.run(() -> false)).isZero();
    assertThat(Dispatcher.backOff(1)).isEqualTo(Duration.ofSeconds(30));
    assertThat(Dispatcher.backOff(2)).isEqualTo(Duration.ofMinutes(1));
    assertThat(Dispatcher.backOff(50)).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void aBrokenServerCostsOneAttemptARun() {
    IntStream.range(0, 20).forEach(i -> add(closed(1, new Recipient.Customer(100 + i))));
    saying(new Delivery.NotNow("no connection")).run(() -> false);
    assertThat(heard).hasSize(1);
  }

  @Test
  void whatNobodyCanBeReachedForStaysVisibleWithoutAnError() {
    add(closed(1, new Recipient.Staff(Role.FINANCE)));
    saying(new Delivery.NoChannel("for the desk")).run(() -> false);
    assertThat(only().state()).isEqualTo(OutboxState.NO_CHANNEL);
    assertThat(only().reason()).contains("for the desk");
    assertThat(only().message().recipient()).isEqualTo(new Recipient.Staff(Role.FINANCE));
  }

  @Test
  void withNoWayOutsideEverythingIsShownAtOnce() {
    IntStream.range(0, 5).forEach(i -> add(closed(i, BUYER)));
    var closedChannel =
        new Channel() {
          @Override
          public boolean isOpen() {
            return false;
          }

          @Override
          public Delivery deliver(Outgoing message) {
            throw new AssertionError("Handed over");
          }
        };
    new Dispatcher(outbox, closedChannel, clock).run(() -> false);
    assertThat(states()).containsOnly(OutboxState.NO_CHANNEL).hasSize(5);
  }

  @Test
  void aStoppingProgramBeginsNoOtherMessage() {
    add(closed(1, BUYER));
    add(closed(1, OTHER));
    assertThat(saying(new Delivery.Sent()).run(() -> !heard.isEmpty())).isEqualTo(1);
    assertThat(states()).containsExactly(OutboxState.SENT, OutboxState.PENDING);
  }

  @Test
  void aProgramThatDiedWhileSendingLeavesTheOutcomeUnknown() {
    add(closed(1, BUYER));
    outbox.claim(clock.instant(), clock.instant().plus(Duration.ofMinutes(5)));
    assertThat(saying(new Delivery.Sent()).run(() -> false)).isZero();
    clock.advance(Duration.ofMinutes(6));
    assertThat(saying(new Delivery.Sent()).run(() -> false)).isZero();
    assertThat(only().state()).isEqualTo(OutboxState.UNKNOWN);
  }

  @Test
  void manyDispatchersSayEachMessageOnce() throws Exception {
    IntStream.range(0, 60).forEach(i -> add(closed(1 + i / 6, new Recipient.Customer(i % 6))));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> run = () -> saying(new Delivery.Sent()).run(() -> false);
      for (var done : threads.invokeAll(Collections.nCopies(6, run))) {
        done.resultNow();
      }
    }
    while (saying(new Delivery.Sent()).run(() -> false) > 0) {}
    assertThat(heard).hasSize(60).doesNotHaveDuplicates();
    assertThat(states()).containsOnly(OutboxState.SENT);
  }

  @Test
  void aBugInATextDoesNotStopTheQueue() {
    add(closed(1, BUYER));
    add(closed(1, OTHER));
    dispatcher(
            message -> {
              if (message.recipient().equals(BUYER)) {
                throw new IllegalStateException("No text");
              }
              return new Delivery.Sent();
            })
        .run(() -> false);
    assertThat(states()).containsExactly(OutboxState.UNKNOWN, OutboxState.SENT);
  }

  @Test
  void aMessageMustNameExactlyWhatItsTextNeeds() {
    assertThatThrownBy(() -> Outgoing.about(1, 1, Notice.AUTHORIZED).to(BUYER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SHIP_BY");
  }

  private void add(Outgoing message) {
    transactions.executeWithoutResult(status -> write(message));
  }

  private void write(Outgoing message) {
    WritesForTests.send(batch, rows -> Outbox.add(List.of(message), clock.instant(), rows));
  }

  private Outgoing closed(int seq, Recipient recipient) {
    return Outgoing.about(rma, seq, Notice.CLOSED).to(recipient);
  }

  private Dispatcher saying(Delivery answer) {
    return dispatcher(message -> answer);
  }

  private Dispatcher dispatcher(Channel channel) {
    return new Dispatcher(
        outbox,
        message -> {
          heard.add(message.key());
          return channel.deliver(message);
        },
        clock);
  }

  private OutboxEntry only() {
    assertThat(outbox.ofCase(rma)).hasSize(1);
    return outbox.ofCase(rma).getFirst();
  }

  private List<OutboxState> states() {
    return outbox.ofCase(rma).stream().map(OutboxEntry::state).toList();
  }

  /** A clock that moves only by hand. */
  private static final class HandClock extends Clock {

    private volatile Instant now = Instant.parse("2026-03-11T03:00:00Z");

    void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
