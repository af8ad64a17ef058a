package io.tukar.desk.goods;

import io.tukar.desk.ActorNames;
import io.tukar.desk.Badge;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.stock.qc.QcDraft;
import io.tukar.stock.qc.QcPlan;
import io.tukar.stock.qc.QcPlanOffice;
import io.tukar.stock.qc.QcPlans;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Rencana uji: what is tested of which products, version by version (clause P1). */
@Controller
class QcPlansPage {

  private static final String LIST = "desk/goods/plans";
  private static final String ONE = "desk/goods/plan";
  private static final String EDIT = "desk/goods/planEdit";

  private final QcPlans plans;
  private final QcPlanOffice office;
  private final ActorNames actors;
  private final Clock clock;

  QcPlansPage(QcPlans plans, QcPlanOffice office, ActorNames actors, Clock clock) {
    this.plans = plans;
    this.office = office;
    this.actors = actors;
    this.clock = clock;
  }

  @Needs(May.LOOK)
  @GetMapping(QcPlansModel.PATH)
  Page list(Frame frame) {
    return Page.of(LIST, list(frame, Form.blank()));
  }

  /** Says which plan tests a family. */
  @Needs(May.CHANGE_SETTINGS)
  @PostMapping(QcPlansModel.PATH + "/families")
  Reply family(Frame frame, @RequestParam Map<String, String> fields) {
    var form = Form.of(fields);
    return switch (office.test(
        form.value("family"), form.value("plan"), clock.instant(), Badge.actor(frame))) {
      case Answer.Done<QcPlan> done -> new Redirect(QcPlansModel.PATH);
      case Answer.Refused<QcPlan>(var reasons) ->
          Page.refused(LIST, list(frame, form.with(reasons)));
    };
  }

  @Needs(May.LOOK)
  @GetMapping(QcPlansModel.PATH + "/{code}")
  Page show(Frame frame, @PathVariable String code, @RequestParam Map<String, String> query) {
    var inUse = find(code);
    var asked = query.getOrDefault("version", "");
    var plan =
        asked.matches("[0-9]{1,6}")
            ? plans
                .version(code, Integer.parseInt(asked))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
            : inUse;
    var versions = plans.versions(code);
    return Page.of(
        ONE,
        new QcPlanModel(
            plan,
            inUse.version(),
            plans.version(code, plan.version() - 1).map(plan::since).orElse(List.of()),
            versions,
            actors.of(versions.stream().map(QcPlans.Version::by).toList()),
            May.CHANGE_SETTINGS.allows(Badge.of(frame).role()),
            query.containsKey("kept")));
  }

  @Needs(May.CHANGE_SETTINGS)
  @GetMapping(QcPlansModel.PATH + "/{code}/edit")
  Page edit(Frame frame, @PathVariable String code) {
    var plan = find(code);
    return Page.of(
        EDIT,
        model(frame, plan, QcPlanForm.of(QcDraft.of(plan), Map.of("from", "" + plan.version()))));
  }

  /** Arranges the steps, or keeps them as a new version. */
  @Needs(May.CHANGE_SETTINGS)
  @PostMapping(QcPlansModel.PATH + "/{code}/edit")
  Reply change(Frame frame, @PathVariable String code, @RequestParam Map<String, String> fields) {
    var plan = find(code);
    var form = Form.of(fields);
    if (QcPlanForm.arranges(form)) {
      return Page.of(EDIT, model(frame, plan, QcPlanForm.arranged(form)));
    }
    var from = form.value("from").matches("[0-9]{1,6}") ? Integer.parseInt(form.value("from")) : 0;
    return switch (office.change(
        code, from, QcPlanForm.read(form), clock.instant(), Badge.actor(frame))) {
      case Answer.Done<QcPlan> done -> new Redirect(QcPlansModel.PATH + "/" + code + "?kept");
      case Answer.Refused<QcPlan>(var reasons) ->
          Page.refused(EDIT, model(frame, find(code), onTop(form, reasons).with(reasons)));
    };
  }

  /** Who was told of another's version and sends the form once more, has seen it. */
  private static Form onTop(Form form, List<Refusal> reasons) {
    return reasons.stream()
        .filter(reason -> reason.code().equals("qc-plan-stale"))
        .findFirst()
        .map(stale -> QcPlanForm.of(QcPlanForm.read(form), Map.of("from", stale.args().getFirst())))
        .orElse(form);
  }

  @Needs(May.CHANGE_SETTINGS)
  @GetMapping(QcPlansModel.PATH + "/new")
  Page begin() {
    var draft = new QcDraft("", "", List.of(QcDraft.Step.EMPTY));
    return Page.of(EDIT, new QcPlanEditModel("", "", QcPlanForm.of(draft, Map.of())));
  }

  /** Arranges the steps of a new plan, or keeps it. */
  @Needs(May.CHANGE_SETTINGS)
  @PostMapping(QcPlansModel.PATH + "/new")
  Reply create(Frame frame, @RequestParam Map<String, String> fields) {
    var form = Form.of(fields);
    if (QcPlanForm.arranges(form)) {
      return Page.of(EDIT, new QcPlanEditModel("", "", QcPlanForm.arranged(form)));
    }
    return switch (office.create(
        form.value("code"), QcPlanForm.read(form), clock.instant(), Badge.actor(frame))) {
      case Answer.Done<QcPlan>(var plan) ->
          new Redirect(QcPlansModel.PATH + "/" + plan.code() + "?kept");
      case Answer.Refused<QcPlan>(var reasons) ->
          Page.refused(EDIT, new QcPlanEditModel("", "", form.with(reasons)));
    };
  }

  private QcPlansModel list(Frame frame, Form form) {
    return new QcPlansModel(
        plans.all(), plans.families(), May.CHANGE_SETTINGS.allows(Badge.of(frame).role()), form);
  }

  private static QcPlanEditModel model(Frame frame, QcPlan plan, Form form) {
    return new QcPlanEditModel(plan.code(), frame.words(plan.name()), form);
  }

  private QcPlan find(String code) {
    return plans.inUse(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
