package io.tukar.desk.inspect;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.csv.Harmless;
import io.tukar.desk.ActorNames;
import io.tukar.inspection.Escapes;
import io.tukar.kernel.Refusal;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lolos uji: units that passed their test and were dead on arrival, by product, lot and tester. */
@Controller
class EscapesPage {

  private static final String TEMPLATE = "desk/inspect/escapes";
  private static final int DAYS_SHOWN = 90;

  /** A file has no more rows than this; more of them are said to be left out by the pages. */
  private static final int PAGES_WRITTEN_MAX = 200;

  private final Escapes escapes;
  private final ActorNames actors;
  private final Clock clock;

  EscapesPage(Escapes escapes, ActorNames actors, Clock clock) {
    this.escapes = escapes;
    this.actors = actors;
    this.clock = clock;
  }

  /** Which units are counted, and by what; days that cannot be read are as if not typed. */
  private record Asked(Escapes.By by, LocalDate from, LocalDate to, Form form) {}

  @Needs(May.TEST_UNITS)
  @GetMapping("/desk/quality")
  Page show(Frame frame, @RequestParam Map<String, String> fields) {
    var asked = asked(fields);
    var zone = WorkingCalendar.SHOP_ZONE;
    var rows = escapes.count(asked.by(), asked.from(), asked.to(), zone);
    int last = Math.max(1, -Math.floorDiv(-rows, Escapes.ROWS_MAX));
    var typed = fields.getOrDefault("page", "1");
    int page = Math.clamp(typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 1, 1, last);
    var query = "by=%s&from=%s&to=%s".formatted(slug(asked.by()), asked.from(), asked.to());
    return Page.of(
        TEMPLATE,
        new EscapesModel(
            asked.by(),
            asked.form(),
            escapes.all(asked.from(), asked.to(), zone),
            named(frame, asked, page),
            page,
            last,
            "/desk/quality?" + query + "&page=",
            "/desk/quality.csv?" + query));
  }

  /** The same, as a file; its columns are key, label, shipped and escaped. */
  @Needs(May.TEST_UNITS)
  @GetMapping("/desk/quality.csv")
  void csv(Frame frame, @RequestParam Map<String, String> fields, HttpServletResponse response)
      throws IOException {
    var asked = asked(fields);
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"quality-%s.csv\"".formatted(slug(asked.by())));
    try (var csv = new CSVPrinter(response.getWriter(), CSVFormat.RFC4180)) {
      csv.printRecord(slug(asked.by()), "label", "shipped", "escaped");
      for (int page = 1; page <= PAGES_WRITTEN_MAX; page++) {
        var rows = named(frame, asked, page);
        for (var row : rows) {
          csv.printRecord(
              Harmless.cell(row.key()), Harmless.cell(row.label()), row.shipped(), row.escaped());
        }
        if (rows.size() < Escapes.ROWS_MAX) {
          break;
        }
      }
    }
  }

  private List<Escapes.Row> named(Frame frame, Asked asked, int page) {
    var rows = escapes.page(asked.by(), asked.from(), asked.to(), WorkingCalendar.SHOP_ZONE, page);
    if (asked.by() != Escapes.By.TESTER) {
      return rows;
    }
    var names = actors.of(rows.stream().map(Escapes.Row::key).toList());
    return rows.stream()
        .map(
            row ->
                new Escapes.Row(
                    row.key(),
                    ActorNames.name(frame, names, row.key()),
                    row.shipped(),
                    row.escaped()))
        .toList();
  }

  private Asked asked(Map<String, String> fields) {
    var today = clock.instant().atZone(WorkingCalendar.SHOP_ZONE).toLocalDate();
    var refusals = new ArrayList<Refusal>();
    var to = day(fields, "to", today, refusals);
    var from = day(fields, "from", to.minusDays(DAYS_SHOWN), refusals);
    if (from.isAfter(to)) {
      refusals.add(Refusal.of("days-the-wrong-way", "from"));
    }
    var by =
        Arrays.stream(Escapes.By.values())
            .filter(one -> slug(one).equals(fields.get("by")))
            .findFirst()
            .orElse(Escapes.By.PRODUCT);
    var form =
        Form.of(
            Map.of(
                "by",
                slug(by),
                "from",
                fields.getOrDefault("from", from.toString()),
                "to",
                fields.getOrDefault("to", to.toString())));
    return new Asked(by, from, to, form.with(refusals));
  }

  private static LocalDate day(
      Map<String, String> fields, String name, LocalDate otherwise, List<Refusal> refusals) {
    var typed = fields.getOrDefault(name, "").strip();
    if (typed.isEmpty()) {
      return otherwise;
    }
    try {
      var day = LocalDate.parse(typed);
      if (day.getYear() >= 2000 && day.getYear() < 2200) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // Said below, at the field.
    }
    refusals.add(Refusal.of("value-unreadable", name));
    return otherwise;
  }

  private static String slug(Escapes.By by) {
    return by.name().toLowerCase(Locale.ROOT);
  }
}
