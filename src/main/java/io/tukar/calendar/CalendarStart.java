package io.tukar.calendar;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads the days off before anything counts by them. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CalendarStart implements ApplicationRunner {

  private final ShopCalendar calendar;

  CalendarStart(ShopCalendar calendar) {
    this.calendar = calendar;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    calendar.refresh();
  }
}
