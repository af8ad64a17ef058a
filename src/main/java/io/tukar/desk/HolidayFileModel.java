package io.tukar.desk;

import io.tukar.calendar.Holiday;
import io.tukar.calendar.HolidayEdit.Effect;
import io.tukar.calendar.HolidayFeed;
import io.tukar.kernel.Refusal;
import io.tukar.rma.HolidayDesk;
import java.util.List;
import java.util.UUID;

/**
 * What a file of holidays would do.
 *
 * @param unnamed days off of its years that it does not name
 * @param refusals why nothing of it can be taken, besides its rows
 * @param years its years with their decree, as they would be
 */
public record HolidayFileModel(
    UUID id,
    String decree,
    List<Day> days,
    List<String> years,
    List<HolidayFeed.Row.Refused> refused,
    List<String> leftOut,
    List<Holiday> unnamed,
    List<HolidayDesk.Touched> cases,
    int casesInAll,
    List<Refusal> refusals) {

  /** A day of the file, and what becomes of it. */
  public record Day(Holiday holiday, Effect effect) {}

  /** Whether it can be applied. */
  public boolean isGood() {
    return refusals.isEmpty() && refused.isEmpty();
  }

  /** Whether it would change anything. */
  public boolean changes() {
    return !years.isEmpty() || days.stream().anyMatch(day -> day.effect() != Effect.SAME);
  }
}
