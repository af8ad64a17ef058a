package io.tukar.desk;

import io.tukar.calendar.HolidayEdit;
import io.tukar.calendar.HolidayEdit.Effect;
import io.tukar.calendar.HolidayFeed;
import io.tukar.calendar.HolidayUploads;
import io.tukar.calendar.ShopCalendar;
import io.tukar.kernel.Refusal;
import io.tukar.rma.HolidayDesk;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** A file of holidays: uploaded, looked at, applied. */
@Controller
class HolidayFilePage {

  private static final String PAGE = "desk/holidayFile";

  private final HolidayUploads uploads;
  private final ShopCalendar calendar;
  private final HolidayDesk holidays;
  private final HolidayModels models;
  private final Clock clock;

  HolidayFilePage(
      HolidayUploads uploads,
      ShopCalendar calendar,
      HolidayDesk holidays,
      HolidayModels models,
      Clock clock) {
    this.uploads = uploads;
    this.calendar = calendar;
    this.holidays = holidays;
    this.models = models;
    this.clock = clock;
  }

  /** Keeps the file until it is applied. */
  @Needs(May.CHANGE_SETTINGS)
  @PostMapping("/desk/holidays/files")
  Reply upload(
      Frame frame,
      @RequestParam Map<String, String> fields,
      @RequestParam("file") MultipartFile file)
      throws IOException {
    var typed = new Typed(fields);
    var decree = typed.text("file-decree");
    if (file.isEmpty()) {
      typed.refuse("value-missing", "file");
    } else if (file.getSize() > HolidayFeed.BYTES_MAX) {
      typed.refuse("ics-too-large", "file", HolidayFeed.BYTES_MAX >> 20);
    }
    if (!decree.isEmpty() && !HolidayEdit.citesADecree(decree)) {
      typed.refuse("decree-unreadable", "file-decree", HolidayEdit.DECREE_CHARS_MAX);
    }
    if (typed.refusals().isEmpty()) {
      var content = file.getBytes();
      var fault = read(content, decree).refusals().stream().findFirst();
      if (fault.isEmpty()) {
        var by = Badge.actor(frame).reference();
        return new Redirect(
            "/desk/holidays/files/" + uploads.keep(content, decree, clock.instant(), by));
      }
      refuse(typed, fault.get());
    }
    var year = models.thisYear();
    var blank = models.blank(year, Optional.empty());
    return Page.refused(
        HolidaysPage.PAGE,
        models.model(
            frame,
            year,
            new HolidayModels.Typing(
                Optional.empty(),
                blank.ofDay(),
                blank.ofYear(),
                Form.of(fields).with(typed.refusals())),
            ""));
  }

  private static void refuse(Typed typed, Refusal why) {
    typed.refuse(
        why.code(),
        why.field().equals("decree") ? "file-decree" : "file",
        why.args().toArray(new Object[0]));
  }

  /** What would change, before anything does. */
  @Needs(May.CHANGE_SETTINGS)
  @GetMapping("/desk/holidays/files/{id}")
  Page preview(Frame frame, @PathVariable UUID id) {
    return Page.of(PAGE, model(frame, id, find(id)));
  }

  @Needs(May.CHANGE_SETTINGS)
  @PostMapping("/desk/holidays/files/{id}/apply")
  Reply apply(Frame frame, @PathVariable UUID id) {
    var feed = find(id);
    if (!feed.isGood()) {
      return Page.refused(PAGE, model(frame, id, feed));
    }
    var edits = feed.edits();
    var changed = holidays.apply(edits, clock.instant(), Badge.actor(frame));
    return HolidaysPage.after(
        edits.isEmpty() ? models.thisYear() : edits.getFirst().year(), changed);
  }

  private HolidayFeed find(UUID id) {
    return uploads
        .find(id)
        .map(upload -> read(upload.content(), upload.decree()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static HolidayFeed read(byte[] content, String decree) {
    return HolidayFeed.read(content, decree, HolidayFeed.COLLECTIVE_LEAVE_WORD);
  }

  private HolidayFileModel model(Frame frame, UUID id, HolidayFeed feed) {
    var preview =
        feed.isGood()
            ? holidays.preview(feed.edits(), clock.instant())
            : new HolidayDesk.Preview(List.of(), List.of(), 0);
    var days = new ArrayList<HolidayFileModel.Day>();
    var years = new ArrayList<String>();
    for (var effect : preview.effects()) {
      if (effect.getKey() instanceof HolidayEdit.Off(var holiday, _)) {
        days.add(new HolidayFileModel.Day(holiday, effect.getValue()));
      } else if (effect.getValue() != Effect.SAME) {
        years.add(HolidayModels.what(frame, effect.getKey()));
      }
    }
    return new HolidayFileModel(
        id,
        feed.decree(),
        days,
        years,
        feed.rows().stream()
            .flatMap(
                row -> row instanceof HolidayFeed.Row.Refused no ? Stream.of(no) : Stream.empty())
            .toList(),
        feed.rows().stream().flatMap(row -> leftOut(frame, row).stream()).toList(),
        feed.unnamed(calendar.current()),
        preview.cases(),
        preview.casesInAll(),
        feed.refusals());
  }

  private static Optional<String> leftOut(Frame frame, HolidayFeed.Row row) {
    return switch (row) {
      case HolidayFeed.Row.Again(var line, var date, var first) ->
          Optional.of(frame.text("desk.holidays.again", "" + line, date, "" + first));
      case HolidayFeed.Row.CalledOff(var line, var summary) ->
          Optional.of(frame.text("desk.holidays.called-off", "" + line, summary));
      case HolidayFeed.Row.Day _ -> Optional.empty();
      case HolidayFeed.Row.Refused _ -> Optional.empty();
    };
  }
}
