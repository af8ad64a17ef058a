package io.tukar.rma;

import io.tukar.calendar.HolidayBook;
import io.tukar.calendar.HolidayEdit;
import io.tukar.calendar.HolidayEdit.Effect;
import io.tukar.calendar.ShopCalendar;
import io.tukar.kernel.Actor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Changes the shop's days off, for every door, and takes the open cases through the change: dates
 * of customers move only later, promises of the shop only earlier. What is not finished at once,
 * the timer finishes.
 */
@Component
public class HolidayDesk {

  /** One change moves at most this many cases at once. */
  public static final int CASES_AT_ONCE_MAX = 500;

  /** A preview names no more cases than this; it counts all. */
  public static final int CASES_SHOWN_MAX = 50;

  private final HolidayBook book;
  private final ShopCalendar calendar;
  private final OpenCases openCases;
  private final RecountRun recounts;

  HolidayDesk(HolidayBook book, ShopCalendar calendar, OpenCases openCases, RecountRun recounts) {
    this.book = book;
    this.calendar = calendar;
    this.openCases = openCases;
    this.recounts = recounts;
  }

  /**
   * An open case that a change would touch.
   *
   * @param number the RMA number once there is one, until then the request number
   * @param to the same as {@code from} where it is only judged anew
   */
  public record Touched(String number, Instant from, Instant to, boolean judged) {}

  /**
   * What a change would do.
   *
   * @param cases the first {@link #CASES_SHOWN_MAX} of them
   * @param casesInAll how many open cases it would touch
   */
  public record Preview(
      List<Map.Entry<HolidayEdit, Effect>> effects, List<Touched> cases, int casesInAll) {}

  /**
   * What a change did.
   *
   * @param cases how many open cases it moved
   * @param complete whether there is none left for the timer
   */
  public record Changed(
      List<Map.Entry<HolidayEdit, Effect>> effects, int cases, boolean complete) {}

  /** What these edits would do to the days off and to the open cases; nothing is written. */
  public Preview preview(List<HolidayEdit> edits, Instant at) {
    var days = calendar.with(edits);
    var shown = new ArrayList<Touched>();
    int inAll = 0;
    var batch = new OpenCases.Batch(List.of(), 0, false);
    while (!batch.end()) {
      batch = openCases.behind(batch.last(), days, at);
      inAll += batch.cases().size();
      batch.cases().stream()
          .limit(CASES_SHOWN_MAX - shown.size())
          .map(HolidayDesk::touched)
          .forEach(shown::add);
    }
    return new Preview(book.effects(edits), shown, inAll);
  }

  private static Touched touched(OpenCases.Touched one) {
    var rma = one.rma();
    var due = rma.dueAt();
    if (due == null) {
      throw new IllegalStateException("An ended case was looked at");
    }
    return new Touched(
        rma.rmaNumber() == null ? rma.requestNumber().value() : rma.rmaNumber().value(),
        due,
        one.change().moved().map(Recount.Moved::to).orElse(due),
        !one.change().anew().isEmpty());
  }

  /** Makes the edits; the same again changes nothing. */
  public Changed apply(List<HolidayEdit> edits, Instant at, Actor by) {
    var effects = book.apply(edits, at.truncatedTo(ChronoUnit.MICROS), by);
    if (effects.stream().allMatch(effect -> effect.getValue() == Effect.SAME)) {
      return new Changed(effects, 0, true);
    }
    var outcome = recounts.run(at, CASES_AT_ONCE_MAX, () -> false);
    return new Changed(effects, outcome.cases(), outcome.complete());
  }

  /**
   * Takes all open cases through the change that was last made, and says how many it moved. Nothing
   * is left to do once that was done a minute after the change, when all count by the new days.
   */
  public int recount(Instant at, BooleanSupplier stop) {
    return recounts.finish(at, stop);
  }
}
