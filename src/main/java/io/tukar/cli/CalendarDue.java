package io.tukar.cli;

import io.tukar.calendar.CollectiveLeave;
import io.tukar.calendar.DayUnit;
import io.tukar.calendar.Deadline;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Language;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tukar calendar due}: the last day of a period, and the arithmetic. No database. */
@Command(
    name = "due",
    description = {
      "Says when a period that starts at receipt ends: the date alone on the first line, then the"
          + " arithmetic. Day 1 is the day, or the working day, after receipt.",
    })
final class CalendarDue implements Callable<Integer> {

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2999;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--received",
      required = true,
      paramLabel = "DATE",
      description = "The day of receipt, such as 2026-03-13.")
  private String received = "";

  @Option(
      names = "--days",
      required = true,
      paramLabel = "N",
      description = "The length of the period, 0 to " + Deadline.DAYS_MAX + ".")
  private String days = "";

  @Option(
      names = "--unit",
      required = true,
      paramLabel = "UNIT",
      description = "What counts: working or calendar days.")
  private String unit = "";

  @Option(
      names = "--collective-leave",
      paramLabel = "CHOICE",
      defaultValue = "off",
      description = "Whether cuti bersama is a day off: off or worked (default: ${DEFAULT-VALUE}).")
  private String leave = "off";

  @Override
  public Integer call() {
    var start =
        date(received)
            .orElseThrow(
                () ->
                    wrong("--received must be a date such as 2026-03-13, not '" + received + "'"));
    var length =
        Optional.of(days)
            .filter(text -> NUMBER.matcher(text).matches())
            .map(Integer::valueOf)
            .filter(number -> number >= 0 && number <= Deadline.DAYS_MAX)
            .orElseThrow(
                () -> wrong("--days must be 0 to " + Deadline.DAYS_MAX + ", not '" + days + "'"));
    var counted =
        DayUnit.parse(unit)
            .orElseThrow(() -> wrong("--unit must be working or calendar, not '" + unit + "'"));
    var choice =
        CollectiveLeave.parse(leave)
            .orElseThrow(
                () -> wrong("--collective-leave must be off or worked, not '" + leave + "'"));
    var calendar = WorkingCalendar.indonesia().with(choice);
    var deadline = calendar.due(start, length, counted);
    var out = spec.commandLine().getOut();
    out.println(deadline.date());
    deadline.lines().forEach(line -> out.println(line.in(Language.EN)));
    out.flush();
    return 0;
  }

  private static Optional<LocalDate> date(String text) {
    if (!DATE.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(date -> date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
