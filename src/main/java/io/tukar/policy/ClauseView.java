package io.tukar.policy;

import io.tukar.calendar.DayUnit;
import io.tukar.calendar.Deadline;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Track;
import io.tukar.kernel.Words;
import io.tukar.policy.decision.ClauseKind;
import io.tukar.policy.decision.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A clause as anybody may read it.
 *
 * @param tracks the tracks it concerns
 * @param figures what the clause's own kind goes by, a sentence each
 * @param photos the photos by reason, in the order of the reasons
 * @param waived what reasons need not meet
 * @param window the time it gives, where it gives one
 */
public record ClauseView(
    String id,
    ClauseKind kind,
    Severity severity,
    Set<Track> tracks,
    Words text,
    List<Words> figures,
    Map<ReturnReason, List<PhotoSlot>> photos,
    Map<ReturnReason, List<Words>> waived,
    Optional<Window> window) {

  public ClauseView {
    figures = List.copyOf(figures);
  }

  /**
   * A time to turn to the shop.
   *
   * @param days 1 or more
   */
  public record Window(int days, DayUnit unit) {

    /** Until when, for goods received on this day. */
    public Deadline from(LocalDate received, WorkingCalendar calendar) {
      return calendar.due(received, days, unit);
    }
  }
}
