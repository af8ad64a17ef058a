package io.tukar.calendar;

import org.springframework.stereotype.Component;

/** The days the shop works, as they are known now. */
@Component
public class ShopCalendar {

  /** The days of this moment; take it once for what belongs together. */
  public WorkingCalendar current() {
    return WorkingCalendar.indonesia();
  }
}
