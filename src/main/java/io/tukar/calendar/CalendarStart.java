package io.tukar.calendar;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Has the days off read anew by whoever counts first, before anything else is begun. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CalendarStart implements ApplicationRunner {

  private final ShopCalendar calendar;

  CalendarStart(ShopCalendar calendar) {
    this.calendar = calendar;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    calendar.forget();
  }
}
