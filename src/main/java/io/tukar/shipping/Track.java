package io.tukar.shipping;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a parcel's way. Reports come late, twice and in any order: each is taken once,
 * none from the future, and a late one never moves the parcel backwards.
 */
public record Track(List<TrackingEvent> events) {

  /** The courier's clock may be ahead of the shop's by this. */
  public static final Duration AHEAD_MAX = Duration.ofMinutes(10);

  /** Of one parcel no more is kept. */
  public static final int EVENTS_MAX = 200;

  public Track {
    events = List.copyOf(events);
  }

  /** What became of reports. */
  public record Taken(Track track, List<TrackingEvent> added, int fromTheFuture) {}

  /** Takes reports at this moment. */
  public Taken take(List<TrackingReport> reports, Instant now) {
    var known = new ArrayList<>(events);
    var added = new ArrayList<TrackingEvent>();
    int future = 0;
    for (var report : reports) {
      if (report.at() != null && report.at().isAfter(now.plus(AHEAD_MAX))) {
        future++;
        continue;
      }
      var at = (report.at() == null ? now : report.at()).truncatedTo(ChronoUnit.MICROS);
      var event = new TrackingEvent(report.status(), at);
      var again =
          report.at() == null
              ? known.stream().anyMatch(one -> one.status() == report.status())
              : known.contains(event);
      if (!again && known.size() < EVENTS_MAX) {
        known.add(event);
        added.add(event);
      }
    }
    return new Taken(new Track(known), List.copyOf(added), future);
  }

  /** The furthest the parcel has come, and when it first was there. */
  public Optional<TrackingEvent> furthest() {
    return events.stream()
        .max(
            Comparator.comparing(TrackingEvent::status)
                .thenComparing(TrackingEvent::at, Comparator.reverseOrder()));
  }
}
