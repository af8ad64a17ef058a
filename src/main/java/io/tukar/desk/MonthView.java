package io.tukar.desk;

import io.tukar.calendar.Holiday;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Language;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One month as a calendar on the wall shows it.
 *
 * @param weeks of seven days, Monday first
 */
public record MonthView(String name, List<List<Day>> weeks) {

  private static final int DAYS_OF_WEEK = 7;

  /**
   * One day.
   *
   * @param number 0 where the week belongs to another month
   * @param mark its class: {@code weekend}, {@code national}, {@code leave} or nothing
   * @param why why it is a holiday; empty where it is none
   */
  public record Day(int number, String mark, String why) {
    static final Day NONE = new Day(0, "", "");
  }

  /** The names of the days of a week, Monday first. */
  public static List<String> weekdays(Language language) {
    return Arrays.stream(DayOfWeek.values())
        .map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, language.locale()))
        .toList();
  }

  static List<MonthView> of(int year, WorkingCalendar calendar, Language language) {
    return IntStream.rangeClosed(1, 12)
        .mapToObj(month -> of(YearMonth.of(year, month), calendar, language))
        .toList();
  }

  private static MonthView of(YearMonth month, WorkingCalendar calendar, Language language) {
    var days = new ArrayList<Day>();
    for (int i = 1; i < month.atDay(1).getDayOfWeek().getValue(); i++) {
      days.add(Day.NONE);
    }
    for (int number = 1; number <= month.lengthOfMonth(); number++) {
      days.add(day(month.atDay(number), calendar, language));
    }
    while (days.size() % DAYS_OF_WEEK > 0) {
      days.add(Day.NONE);
    }
    var weeks =
        IntStream.range(0, days.size() / DAYS_OF_WEEK)
            .mapToObj(
                week -> List.copyOf(days.subList(week * DAYS_OF_WEEK, (week + 1) * DAYS_OF_WEEK)))
            .toList();
    return new MonthView(
        month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, language.locale()), weeks);
  }

  private static Day day(LocalDate date, WorkingCalendar calendar, Language language) {
    var holiday = calendar.holiday(date);
    if (holiday.isPresent()) {
      var mark = holiday.get().kind() == Holiday.Kind.NATIONAL ? "national" : "leave";
      return new Day(date.getDayOfMonth(), mark, holiday.get().inWords().in(language));
    }
    var weekend = date.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    return new Day(date.getDayOfMonth(), weekend ? "weekend" : "", "");
  }
}
