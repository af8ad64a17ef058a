package io.tukar.desk.inspect;

import io.tukar.desk.Badge;
import io.tukar.desk.PhotoUploads;
import io.tukar.evidence.Album;
import io.tukar.evidence.Caption;
import io.tukar.evidence.PhotoSource;
import io.tukar.inspection.Check;
import io.tukar.inspection.InspectionBench;
import io.tukar.inspection.Returned;
import io.tukar.inspection.UnitLook;
import io.tukar.kernel.Answer;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.SerialNumber;
import io.tukar.rma.CaseRef;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.LineState;
import io.tukar.rma.Rma;
import io.tukar.rma.RmaLine;
import io.tukar.rma.Rmas;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.stock.Units;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/**
 * Cek: a line's units are scanned and checked one thing at a time, by scanner and single keys; then
 * the verdict that the checks add up to is confirmed or changed.
 */
@Controller
class InspectPage {

  private static final String TEMPLATE = "desk/inspect/bench";

  private final Rmas rmas;
  private final ExchangeDesk desk;
  private final InspectionBench bench;
  private final InspectModels models;
  private final Units units;
  private final PhotoUploads uploads;
  private final Clock clock;

  InspectPage(
      Rmas rmas,
      ExchangeDesk desk,
      InspectionBench bench,
      InspectModels models,
      Units units,
      PhotoUploads uploads,
      Clock clock) {
    this.rmas = rmas;
    this.desk = desk;
    this.bench = bench;
    this.models = models;
    this.units = units;
    this.uploads = uploads;
    this.clock = clock;
  }

  /** The line asked for, else the first that waits; the case itself where none does. */
  @Needs(May.INSPECT)
  @GetMapping("/desk/inspect/{number}")
  Reply show(Frame frame, @PathVariable String number, @RequestParam Map<String, String> asked) {
    var rma = rma(number);
    return line(rma, asked)
        .<Reply>map(line -> Page.of(TEMPLATE, models.of(frame, rma, line, asked, Form.blank())))
        .orElseGet(() -> new Redirect("/desk/cases/" + number));
  }

  /** Takes the scanned unit in hand. */
  @Needs(May.INSPECT)
  @PostMapping("/desk/inspect/{number}/scan")
  Reply scan(Frame frame, @PathVariable String number, @RequestParam Map<String, String> fields) {
    var rma = rma(number);
    var line = line(rma, fields);
    if (line.isEmpty()) {
      return new Redirect("/desk/cases/" + number);
    }
    var returned = returned(rma, line.get());
    var code = fields.getOrDefault("code", "").strip();
    if (fields.containsKey("together")) {
      return after(
          frame,
          rma,
          line.get(),
          fields,
          bench.together(returned, clock.instant(), Badge.actor(frame)));
    }
    var serial = serial(line.get(), code);
    if (serial.isEmpty()) {
      var reason = Refusal.of(code.isEmpty() ? "value-missing" : "value-unreadable", "code");
      return refused(frame, rma, line.get(), fields, List.of(reason));
    }
    return after(
        frame,
        rma,
        line.get(),
        fields,
        bench.scan(returned, serial.get(), clock.instant(), Badge.actor(frame)));
  }

  /** Answers a check of the unit in hand. */
  @Needs(May.INSPECT)
  @PostMapping("/desk/inspect/{number}/check")
  Reply check(Frame frame, @PathVariable String number, @RequestParam Map<String, String> fields) {
    var rma = rma(number);
    var line = line(rma, fields);
    var check =
        Arrays.stream(Check.values())
            .filter(one -> one.name().equals(fields.get("check")))
            .findFirst();
    if (line.isEmpty() || check.isEmpty()) {
      return new Redirect("/desk/inspect/" + number);
    }
    var answer = CheckAnswer.read(check.get(), fields);
    if (answer.isEmpty()) {
      return refused(
          frame, rma, line.get(), fields, List.of(Refusal.of("qc-answer-unknown", "answer")));
    }
    return after(
        frame,
        rma,
        line.get(),
        fields,
        bench.check(
            id(fields),
            check.get(),
            answer.get().yes(),
            answer.get().seen(),
            clock.instant(),
            Badge.actor(frame)));
  }

  /** Puts a unit down that was scanned by mistake. */
  @Needs(May.INSPECT)
  @PostMapping("/desk/inspect/{number}/put-down")
  Reply putDown(@PathVariable String number, @RequestParam Map<String, String> fields) {
    bench.putDown(id(fields));
    return new Redirect("/desk/inspect/" + number + onLine(fields));
  }

  /** Keeps the warehouse's photos of the line on the bench. */
  @Needs(May.INSPECT)
  @PostMapping("/desk/inspect/{number}/photos")
  Reply photos(
      Frame frame,
      @PathVariable String number,
      @RequestParam Map<String, String> fields,
      @RequestParam("photo") List<MultipartFile> files)
      throws IOException {
    var rma = rma(number);
    var line = line(rma, fields);
    var slot =
        Arrays.stream(PhotoSlot.values())
            .filter(one -> one.name().equals(fields.get("slot")))
            .findFirst();
    if (line.isEmpty()) {
      return new Redirect("/desk/cases/" + number);
    }
    if (slot.isEmpty()) {
      return refused(frame, rma, line.get(), fields, List.of(Refusal.of("choice-missing", "slot")));
    }
    var taken =
        uploads.take(
            new Album.OfCase(rma.id()),
            new Caption(line.get().lineNo(), slot.get(), PhotoSource.INSPECTOR),
            files,
            clock.instant(),
            Badge.actor(frame));
    return taken.refusals().isEmpty()
        ? new Redirect("/desk/inspect/" + number + onLine(fields) + "#h-photos")
        : refused(frame, rma, line.get(), fields, taken.refusals());
  }

  /** Books the verdict of the line. */
  @Needs(May.INSPECT)
  @PostMapping("/desk/inspect/{number}/verdict")
  Reply verdict(
      Frame frame, @PathVariable String number, @RequestParam Map<String, String> fields) {
    var rma = rma(number);
    var line = line(rma, fields);
    if (line.isEmpty()) {
      return new Redirect("/desk/cases/" + number);
    }
    var read = VerdictForm.read(line.get(), models.looks(rma, line.get()), fields);
    if (!read.refusals().isEmpty() || read.report() == null) {
      return refused(frame, rma, line.get(), fields, read.refusals());
    }
    var ref = CaseRef.latest(rma.id());
    return switch (desk.inspect(ref, List.of(read.report()), clock.instant(), Badge.actor(frame))) {
      case Answer.Done<Rma>(var now) ->
          new Redirect(
              now.in(LineState.RECEIVED).isEmpty()
                  ? "/desk/cases/" + number + "?done=inspect"
                  : "/desk/inspect/" + number);
      case Answer.Refused<Rma>(var reasons) ->
          refused(frame, rma, line.get(), fields, VerdictForm.onForm(reasons));
    };
  }

  /** Makes the units that deserve another verdict a line of their own. */
  @Needs(May.INSPECT)
  @PostMapping("/desk/inspect/{number}/split")
  Reply split(Frame frame, @PathVariable String number, @RequestParam Map<String, String> fields) {
    var rma = rma(number);
    var line = line(rma, fields);
    if (line.isEmpty()) {
      return new Redirect("/desk/cases/" + number);
    }
    var no = line.get().lineNo();
    var at = clock.instant();
    var by = Badge.actor(frame);
    var answer =
        fields.containsKey("split")
            ? desk.splitNumber(SplitForm.shown(rma, fields), no, SplitForm.number(fields), at, by)
            : desk.splitUnits(CaseRef.latest(rma.id()), no, SplitForm.ticked(fields), at, by);
    return switch (answer) {
      case Answer.Done<Rma> done -> new Redirect("/desk/inspect/" + number + "?line=" + no);
      case Answer.Refused<Rma>(var reasons) -> refused(frame, rma, line.get(), fields, reasons);
    };
  }

  private Reply after(
      Frame frame, Rma rma, RmaLine line, Map<String, String> fields, Answer<UnitLook> answer) {
    return switch (answer) {
      case Answer.Done<UnitLook> done ->
          new Redirect("/desk/inspect/" + number(rma) + "?line=" + line.lineNo());
      case Answer.Refused<UnitLook>(var reasons) -> refused(frame, rma, line, fields, reasons);
    };
  }

  private Reply refused(
      Frame frame, Rma rma, RmaLine line, Map<String, String> fields, List<Refusal> reasons) {
    return Page.refused(
        TEMPLATE, models.of(frame, rma, line, fields, Form.of(fields).with(reasons)));
  }

  /** What was scanned: a unit of the line's product by serial or MAC, else any serial. */
  private Optional<SerialNumber> serial(RmaLine line, String code) {
    return units.scanned(code).stream()
        .filter(unit -> unit.sku().equals(line.sku()))
        .map(unit -> unit.serial())
        .findFirst()
        .or(() -> SerialNumber.parse(code));
  }

  private static Returned returned(Rma rma, RmaLine line) {
    return new Returned(
        rma.id(),
        line.lineNo(),
        line.origin(),
        line.partOf() == null ? line.soldItemId() : 0,
        line.sku(),
        line.quantity(),
        line.reason());
  }

  private static Optional<RmaLine> line(Rma rma, Map<String, String> fields) {
    var waiting = rma.in(LineState.RECEIVED);
    return waiting.stream()
        .filter(line -> Integer.toString(line.lineNo()).equals(fields.get("line")))
        .findFirst()
        .or(() -> waiting.stream().findFirst());
  }

  private static String onLine(Map<String, String> fields) {
    var line = fields.getOrDefault("line", "");
    return line.matches("[0-9]{1,3}") ? "?line=" + line : "";
  }

  private static long id(Map<String, String> fields) {
    var typed = fields.getOrDefault("look", "");
    return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
  }

  static String number(Rma rma) {
    var number = rma.rmaNumber();
    return number == null ? rma.requestNumber().value() : number.value();
  }

  private Rma rma(String number) {
    return rmas.idOf(number)
        .flatMap(rmas::find)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
