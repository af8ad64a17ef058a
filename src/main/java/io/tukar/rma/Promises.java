package io.tukar.rma;

import io.tukar.calendar.DayUnit;
import io.tukar.calendar.ServiceHours;
import io.tukar.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/** How long each step may take: the shop's in service hours, the customer's in working days. */
record Promises(Function<Instant, ServiceHours> hours) {

  static final Duration REVIEW = Duration.ofHours(8);
  static final Duration INSPECTION = Duration.ofHours(16);
  static final Duration SETTLEMENT = Duration.ofHours(8);
  static final Duration DISPATCH = Duration.ofHours(8);
  static final int EVIDENCE_WORKING_DAYS = 5;
  static final int SHIPPING_WORKING_DAYS = 7;

  /** To send the goods after a replacement that left first: it has to arrive before. */
  static final int ADVANCE_WORKING_DAYS = 14;

  static final int TRANSIT_WORKING_DAYS = 7;
  static final int PAYMENT_WORKING_DAYS = 5;
  static final int ANSWER_WORKING_DAYS = 7;

  /** How long a customer who agrees to wait for stock waits before they are asked anew. */
  static final int STOCK_WORKING_DAYS = 20;

  /** When the shop is to have done this. */
  Instant shop(Instant from, Duration within) {
    return hours.apply(from).due(from, within);
  }

  /** The last day of a customer's step. */
  LocalDate customerDay(Instant from, int workingDays) {
    var calendar = hours.apply(from).calendar();
    var today = from.atZone(calendar.zone()).toLocalDate();
    return calendar.due(today, workingDays, DayUnit.WORKING).date();
  }

  /** The end of that day. */
  Instant customer(Instant from, int workingDays) {
    return endOf(customerDay(from, workingDays));
  }

  /** The shop's day of this instant. */
  static LocalDate day(Instant at) {
    return at.atZone(WorkingCalendar.SHOP_ZONE).toLocalDate();
  }

  /** The last instant of a day, shop time. */
  Instant endOf(LocalDate day) {
    return day.plusDays(1)
        .atStartOfDay(WorkingCalendar.SHOP_ZONE)
        .minus(Duration.ofSeconds(1))
        .toInstant();
  }
}
