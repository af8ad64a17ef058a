package io.tukar.desk;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.web.Frame;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** When something is due, as somebody in a hurry reads it. */
public final class DueWords {

  private DueWords() {}

  /** "2 days late", "today 16.00 WIB", "tomorrow 16.00 WIB", "25 Mar 2026"; a dash for never. */
  public static String of(Frame frame, @Nullable Instant due, Instant now) {
    if (due == null) {
      return "–";
    }
    if (due.isBefore(now)) {
      var late = Duration.between(due, now);
      return late.toDays() > 0
          ? frame.text("desk.due.days-late", late.toDays())
          : late.toHours() > 0
              ? frame.text("desk.due.hours-late", late.toHours())
              : frame.text("desk.due.just-late");
    }
    var days =
        ChronoUnit.DAYS.between(
            now.atZone(WorkingCalendar.SHOP_ZONE).toLocalDate(),
            due.atZone(WorkingCalendar.SHOP_ZONE).toLocalDate());
    if (days == 0) {
      return frame.text("desk.due.today", frame.time(due));
    }
    return days == 1
        ? frame.text("desk.due.tomorrow", frame.time(due))
        : frame.formats().shortDate(due);
  }
}
