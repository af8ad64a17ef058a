package io.tukar.policy;

import io.tukar.calendar.ShopCalendar;
import org.springframework.stereotype.Component;

/**
 * The shop's policy as it stands now: every version that may decide, on the shop's own calendar.
 */
@Component
public class Policies {

  private final ShopCalendar calendar;

  Policies(ShopCalendar calendar) {
    this.calendar = calendar;
  }

  /** The versions and the calendar of this moment; take it once for what belongs together. */
  public PolicyBook current() {
    return PolicyBook.shipped().on(calendar.current());
  }
}
