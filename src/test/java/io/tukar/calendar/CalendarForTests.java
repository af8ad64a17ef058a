package io.tukar.calendar;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The shop's days off without the program around them. */
public final class CalendarForTests {

  private CalendarForTests() {}

  /** As they are kept in this database. */
  public static ShopCalendar in(JdbcClient jdbc) {
    return new ShopCalendar(new HolidayRows(jdbc));
  }
}
