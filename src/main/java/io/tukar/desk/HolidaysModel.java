package io.tukar.desk;

import io.tukar.calendar.Holiday;
import io.tukar.web.Form;
import io.tukar.web.Tab;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The days off of one year, and the forms that change them.
 *
 * @param decree of the year; empty where there is none yet
 * @param open the years shown that have no decree
 * @param changing the day whose form is shown; empty for a new one
 * @param said what the last change did; empty for none
 */
public record HolidaysModel(
    int year,
    List<Tab> years,
    Optional<String> decree,
    List<Integer> open,
    List<MonthView> months,
    List<Row> rows,
    List<Change> changes,
    boolean mayChange,
    Optional<LocalDate> changing,
    Form day,
    Form ofYear,
    Form file,
    String said) {

  /** A day off and the decree it goes by, or nothing. */
  public record Row(Holiday holiday, String decree) {}

  /** One change, who made it and when, in words. */
  public record Change(String what, String by, String at) {}

  /** Whether the form changes a day that is off already. */
  public boolean striking() {
    return changing
        .filter(day -> rows.stream().anyMatch(row -> row.holiday().date().equals(day)))
        .isPresent();
  }
}
