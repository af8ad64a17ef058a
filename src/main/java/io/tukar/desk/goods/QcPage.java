package io.tukar.desk.goods;

import io.tukar.desk.ActorNames;
import io.tukar.desk.Badge;
import io.tukar.kernel.Answer;
import io.tukar.kernel.MacAddress;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.SealNumber;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.stock.Catalogue;
import io.tukar.stock.Units;
import io.tukar.stock.qc.QcBench;
import io.tukar.stock.qc.QcStep;
import io.tukar.stock.qc.QcTest;
import io.tukar.stock.qc.QcTests;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/**
 * QC: scan a unit, answer its plan step by step with scanner or keyboard, seal the box and sign.
 */
@Controller
class QcPage {

  private static final String SCAN = "desk/goods/qcScan";
  private static final String TEST = "desk/goods/qcTest";

  private final QcBench bench;
  private final QcTests tests;
  private final Units units;
  private final Catalogue catalogue;
  private final ActorNames actors;
  private final QcCamera camera;
  private final Clock clock;

  QcPage(
      QcBench bench,
      QcTests tests,
      Units units,
      Catalogue catalogue,
      ActorNames actors,
      QcCamera camera,
      Clock clock) {
    this.bench = bench;
    this.tests = tests;
    this.units = units;
    this.catalogue = catalogue;
    this.actors = actors;
    this.camera = camera;
    this.clock = clock;
  }

  @Needs(May.TEST_UNITS)
  @GetMapping("/desk/station/qc")
  Page scan(Frame frame, @RequestParam Map<String, String> fields) {
    return Page.of(SCAN, new QcScanModel(Form.of(fields), List.of(), false));
  }

  /** Begins the test of what was scanned. */
  @Needs(May.TEST_UNITS)
  @PostMapping("/desk/station/qc")
  Reply start(Frame frame, @RequestParam Map<String, String> fields) {
    var form = Form.of(fields);
    var code = form.value("code").strip();
    var sku = Sku.parse(form.value("sku"));
    var found =
        units.scanned(code).stream()
            .filter(unit -> sku.isEmpty() || unit.sku().equals(sku.get()))
            .toList();
    if (found.size() > 1) {
      return Page.refused(SCAN, new QcScanModel(form, found, false));
    }
    if (found.size() == 1) {
      return started(frame, form, found.getFirst().sku(), found.getFirst().serial(), null);
    }
    var serial = SerialNumber.parse(code);
    var refusals = new ArrayList<Refusal>();
    if (serial.isEmpty()) {
      refusals.add(Refusal.of(code.isEmpty() ? "value-missing" : "value-unreadable", "code"));
      return Page.refused(SCAN, new QcScanModel(form.with(refusals), List.of(), false));
    }
    var mac = mac(form.value("mac"), refusals);
    if (sku.isEmpty()) {
      refusals.add(Refusal.of("serial-unknown", "sku", serial.get()));
    }
    return refusals.isEmpty()
        ? started(frame, form, sku.orElseThrow(), serial.get(), mac.orElse(null))
        : Page.refused(SCAN, new QcScanModel(form.with(refusals), List.of(), true));
  }

  private Reply started(
      Frame frame, Form form, Sku sku, SerialNumber serial, @Nullable MacAddress mac) {
    return switch (bench.start(sku, serial, mac, clock.instant(), Badge.actor(frame))) {
      case Answer.Done<QcTest>(var test) -> to(test.id());
      case Answer.Refused<QcTest>(var reasons) ->
          Page.refused(
              SCAN, new QcScanModel(form.with(reasons), List.of(), !form.value("sku").isBlank()));
    };
  }

  private static Optional<MacAddress> mac(String typed, List<Refusal> refusals) {
    var mac = MacAddress.parse(typed);
    if (mac.isEmpty() && !typed.isBlank()) {
      refusals.add(
          MacAddress.misread(typed)
              .map(meant -> Refusal.of("mac-misread", "mac", meant.labelled()))
              .orElseGet(() -> Refusal.of("value-unreadable", "mac")));
    }
    return mac;
  }

  @Needs(May.TEST_UNITS)
  @GetMapping("/desk/station/qc/{id}")
  Page test(
      Frame frame,
      @PathVariable long id,
      @RequestParam(name = "step", required = false) String no) {
    var test = find(id);
    return Page.of(TEST, model(frame, test, asked(test, no), Form.blank()));
  }

  /** Answers a step; photos sent with the answer are kept first. */
  @Needs(May.TEST_UNITS)
  @PostMapping("/desk/station/qc/{id}/step")
  Reply step(
      Frame frame,
      @PathVariable long id,
      @RequestParam Map<String, String> fields,
      @RequestParam(name = "photo", required = false) @Nullable List<MultipartFile> files) {
    var test = find(id);
    var form = Form.of(fields);
    var step = asked(test, form.value("step"));
    if (step.isEmpty()) {
      return to(id);
    }
    if (step.get().kind() == QcStep.Kind.PHOTO) {
      return photographed(frame, test, step.get(), form, files);
    }
    var answer = QcAnswer.read(step.get().kind(), fields);
    if (answer.isEmpty()) {
      var code = step.get().kind() == QcStep.Kind.READ ? "value-missing" : "qc-answer-unknown";
      return Page.refused(TEST, model(frame, test, step, form.with(Refusal.of(code, "answer"))));
    }
    return after(
        frame,
        bench.answer(
            id,
            step.get().no(),
            answer.get().passed(),
            answer.get().seen(),
            clock.instant(),
            Badge.actor(frame)),
        test,
        step,
        form);
  }

  private Reply photographed(
      Frame frame, QcTest test, QcStep step, Form form, @Nullable List<MultipartFile> files) {
    var at = clock.instant();
    var by = Badge.actor(frame);
    var refusals = camera.keep(test, QcCamera.of(step), files, by, at);
    if (!refusals.isEmpty()) {
      return Page.refused(TEST, model(frame, test, Optional.of(step), form.with(refusals)));
    }
    if (form.value("verdict").equals("more")) {
      return new Redirect("/desk/station/qc/" + test.id() + "?step=" + step.no());
    }
    var answer = QcAnswer.read(step.kind(), form.typed());
    if (answer.isEmpty()) {
      return Page.refused(
          TEST,
          model(
              frame,
              test,
              Optional.of(step),
              form.with(Refusal.of("qc-answer-unknown", "answer"))));
    }
    return after(
        frame,
        answer.get().passed()
            ? bench.photographed(
                test.id(), step.no(), camera.count(test.id(), QcCamera.of(step)), at, by)
            : bench.answer(test.id(), step.no(), false, answer.get().seen(), at, by),
        test,
        Optional.of(step),
        form);
  }

  /** Signs a pass, with a photo of the seal that closes the box. */
  @Needs(May.TEST_UNITS)
  @PostMapping("/desk/station/qc/{id}/pass")
  Reply pass(
      Frame frame,
      @PathVariable long id,
      @RequestParam Map<String, String> fields,
      @RequestParam(name = "photo", required = false) @Nullable List<MultipartFile> files) {
    var test = find(id);
    var form = Form.of(fields);
    var seal = SealNumber.parse(form.value("seal"));
    var refusals =
        new ArrayList<Refusal>(
            camera.keep(test, QcCamera.ofSeal(), files, Badge.actor(frame), clock.instant()));
    if (seal.isEmpty()) {
      var code = form.value("seal").isBlank() ? "value-missing" : "value-unreadable";
      refusals.add(Refusal.of(code, "seal"));
    }
    if (!refusals.isEmpty()) {
      return Page.refused(TEST, model(frame, test, test.next(), form.with(refusals)));
    }
    return after(
        frame,
        bench.pass(
            id,
            seal.orElseThrow(),
            camera.count(id, QcCamera.ofSeal()),
            clock.instant(),
            Badge.actor(frame)),
        test,
        test.next(),
        form);
  }

  /** Signs a failure. */
  @Needs(May.TEST_UNITS)
  @PostMapping("/desk/station/qc/{id}/fail")
  Reply fail(Frame frame, @PathVariable long id, @RequestParam Map<String, String> fields) {
    var test = find(id);
    var form = Form.of(fields);
    return after(
        frame,
        bench.fail(id, form.value("remark"), clock.instant(), Badge.actor(frame)),
        test,
        test.next(),
        form);
  }

  /** Ends a test begun by mistake. */
  @Needs(May.TEST_UNITS)
  @PostMapping("/desk/station/qc/{id}/abandon")
  Reply abandon(Frame frame, @PathVariable long id) {
    bench.abandon(id, clock.instant(), Badge.actor(frame));
    return new Redirect("/desk/station/qc");
  }

  /** A test that has ended meanwhile is shown as it ended: the form may have been sent twice. */
  private Reply after(
      Frame frame, Answer<QcTest> answer, QcTest test, Optional<QcStep> step, Form form) {
    return switch (answer) {
      case Answer.Done<QcTest>(var now) -> to(now.id());
      case Answer.Refused<QcTest>(var reasons) ->
          reasons.getFirst().code().equals("qc-ended")
              ? to(test.id())
              : Page.refused(TEST, model(frame, test, step, form.with(reasons)));
    };
  }

  private QcTestModel model(Frame frame, QcTest test, Optional<QcStep> step, Form form) {
    var product = catalogue.products(List.of(test.unit().sku())).get(test.unit().sku());
    if (product == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    var ending = test.ending();
    return new QcTestModel(
        test,
        product,
        ending == null ? step.orElse(null) : null,
        form,
        camera.of(test.id()),
        ending == null ? "" : actors.name(frame, ending.by()));
  }

  private QcTest find(long id) {
    return tests.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** The step named, else the one that is next. */
  private static Optional<QcStep> asked(QcTest test, @Nullable String no) {
    return no != null && no.matches("[0-9]{1,2}")
        ? test.plan().step(Integer.parseInt(no))
        : test.next();
  }

  private static Redirect to(long testId) {
    return new Redirect("/desk/station/qc/" + testId);
  }
}
