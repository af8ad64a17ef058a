package io.tukar.policy.file;

import io.tukar.calendar.DayUnit;
import io.tukar.calendar.Deadline;
import io.tukar.kernel.Words;
import io.tukar.policy.clause.TimeLimit;
import io.tukar.policy.clause.Vocabulary;
import io.tukar.policy.tree.Fields;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the time limit of a clause: how long, in which days, from and until when. */
final class TimeLimitFile {

  private static final Pattern PERIOD = Pattern.compile("(\\d{1,4}) (working|calendar)");

  private final Fields item;

  TimeLimitFile(Fields item) {
    this.item = item;
  }

  /** With the reading that is not followed, where the clause names one. */
  TimeLimit windowLimit() {
    return limit(
        item.has("other-reading")
            ? item.parsed(
                "other-reading",
                new Words("lama seperti 7 calendar", "a period such as 7 calendar"),
                TimeLimitFile::toPeriod)
            : Optional.empty());
  }

  /** With one reading only. */
  TimeLimit limit() {
    return limit(Optional.empty());
  }

  private TimeLimit limit(Optional<TimeLimit.Period> other) {
    var days = item.number("days", 1, Deadline.DAYS_MAX);
    var unit = item.word("unit", Vocabulary.UNITS);
    var cutOff =
        item.has("cut-off")
            ? item.parsed(
                "cut-off",
                new Words("jam seperti \"17:00\"", "a time such as \"17:00\""),
                Fields::toTime)
            : Optional.<LocalTime>empty();
    return new TimeLimit(new TimeLimit.Period(days, unit), buffer(), cutOff, other);
  }

  private TimeLimit.Buffer buffer() {
    var byCourier = new HashMap<String, Integer>();
    var days =
        item.fields("dispatch-buffer")
            .map(
                fields -> {
                  for (var courier : fields.names()) {
                    if (!courier.equals("default")) {
                      byCourier.put(
                          courier.strip().toLowerCase(Locale.ROOT),
                          fields.number(courier, 0, TimeLimit.Buffer.DAYS_MAX));
                    }
                  }
                  var otherwise = fields.number("default", 0, TimeLimit.Buffer.DAYS_MAX);
                  fields.done();
                  return otherwise;
                })
            .orElse(0);
    return new TimeLimit.Buffer(days, Map.copyOf(byCourier));
  }

  private static Optional<TimeLimit.Period> toPeriod(String text) {
    var match = PERIOD.matcher(text);
    return match.matches()
        ? DayUnit.parse(match.group(2))
            .map(unit -> new TimeLimit.Period(Integer.parseInt(match.group(1)), unit))
            .filter(period -> period.days() > 0)
        : Optional.empty();
  }
}
