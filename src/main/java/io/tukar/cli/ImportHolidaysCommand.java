package io.tukar.cli;

import io.tukar.calendar.Holiday;
import io.tukar.calendar.HolidayEdit;
import io.tukar.calendar.HolidayEdit.Effect;
import io.tukar.calendar.HolidayFeed;
import io.tukar.calendar.ShopCalendar;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Language;
import io.tukar.kernel.RefusalText;
import io.tukar.rma.HolidayDesk;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tukar import holidays FILE.ics}: all of the file's days off, or none. */
@Command(
    name = "holidays",
    description =
        "Takes days off from an iCalendar file and counts open deadlines anew;"
            + " see docs/import-formats.md.")
final class ImportHolidaysCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The file to read.")
  private Path file = Path.of("");

  @Option(
      names = "--decree",
      paramLabel = "TEXT",
      description = "The decree with its number; needed where the file does not name it.")
  private String decree = "";

  @Option(
      names = "--collective-leave-word",
      paramLabel = "TEXT",
      description = "What marks collective leave in a summary. Default: ${DEFAULT-VALUE}.")
  private String leaveWord = HolidayFeed.COLLECTIVE_LEAVE_WORD;

  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() {
    if (leaveWord.isBlank()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--collective-leave-word is empty");
    }
    var out = spec.commandLine().getOut();
    var feed = HolidayFeed.read(content(), decree, leaveWord);
    if (!feed.isGood()) {
      refuse(feed, out);
    }
    try (Shop shop = Shop.open(data.path())) {
      take(feed, shop, out);
    }
    return CommandLine.ExitCode.OK;
  }

  private byte[] content() {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailed("There is no file " + file);
    }
    try (var in = Files.newInputStream(file)) {
      // One byte more than may be: the reader then says that it is too large.
      return in.readNBytes(HolidayFeed.BYTES_MAX + 1);
    } catch (IOException e) {
      throw new CommandFailed(file + " cannot be read: " + e.getMessage());
    }
  }

  /** Says every row that is wrong, and that nothing was taken. */
  private void refuse(HolidayFeed feed, PrintWriter out) {
    int refused = 0;
    for (var row : feed.rows()) {
      if (row instanceof HolidayFeed.Row.Refused(var line, var summary, var why)) {
        refused++;
        out.println(
            "line " + line + ": refused: " + named(summary) + RefusalText.of(why, Language.EN));
      }
    }
    out.flush();
    throw new CommandFailed(
        feed.refusals().isEmpty()
            ? "Nothing was taken: " + refused + " of " + feed.rows().size() + " rows are refused"
            : "Nothing was taken. "
                + RefusalText.of(feed.refusals().getFirst(), Language.EN)
                + (feed.refusals().getFirst().field().equals("decree") ? " Use --decree." : ""));
  }

  private void take(HolidayFeed feed, Shop shop, PrintWriter out) {
    var desk = shop.bean(HolidayDesk.class);
    var at = shop.bean(Clock.class).instant();
    var unnamed = feed.unnamed(shop.bean(ShopCalendar.class).current());
    var changed = desk.apply(feed.edits(), at, new Actor.Operator());
    report(feed, changed.effects(), out);
    unnamed.forEach(
        day ->
            out.println(
                day.date()
                    + " stays: "
                    + said(day)
                    + ", not in the file; strike it out at the desk"));
    out.flush();
    int cases = changed.cases() + (changed.complete() ? 0 : desk.recount(at, () -> false));
    var err = spec.commandLine().getErr();
    err.println("Done: " + sum(changed.effects()) + "; " + cases + " open cases counted anew");
    err.flush();
  }

  private static void report(
      HolidayFeed feed, List<Map.Entry<HolidayEdit, Effect>> effects, PrintWriter out) {
    var byEdit = new HashMap<HolidayEdit, Effect>();
    effects.forEach(effect -> byEdit.put(effect.getKey(), effect.getValue()));
    for (var row : feed.rows()) {
      var told =
          switch (row) {
            case HolidayFeed.Row.Day(_, var day) ->
                day.date()
                    + " "
                    + word(
                        byEdit.getOrDefault(new HolidayEdit.Off(day, feed.decree()), Effect.SAME))
                    + ": "
                    + said(day);
            case HolidayFeed.Row.Again(_, var date, var first) ->
                date + " left out: line " + first + " has this day";
            case HolidayFeed.Row.CalledOff(_, var summary) ->
                named(summary) + "called off, left out";
            case HolidayFeed.Row.Refused(_, _, var why) ->
                throw new IllegalStateException("A refused row was taken: " + why.code());
          };
      out.println("line " + row.line() + ": " + told);
    }
    effects.stream()
        .filter(effect -> effect.getKey() instanceof HolidayEdit.OfYear)
        .forEach(
            effect ->
                out.println(
                    "decree of "
                        + effect.getKey().year()
                        + " "
                        + word(effect.getValue())
                        + ": "
                        + feed.decree()));
  }

  private static String sum(List<Map.Entry<HolidayEdit, Effect>> effects) {
    var days =
        effects.stream()
            .filter(effect -> !(effect.getKey() instanceof HolidayEdit.OfYear))
            .map(Map.Entry::getValue)
            .toList();
    return "%d days added, %d changed, %d same"
        .formatted(
            count(days, Effect.ADDED), count(days, Effect.CHANGED), count(days, Effect.SAME));
  }

  private static long count(List<Effect> effects, Effect which) {
    return effects.stream().filter(effect -> effect == which).count();
  }

  private static String word(Effect effect) {
    return effect.name().toLowerCase(Locale.ROOT);
  }

  private static String said(Holiday day) {
    return day.inWords().en();
  }

  private static String named(String summary) {
    return summary.isEmpty() ? "" : "\"" + summary + "\" ";
  }
}
