package io.tukar.desk.studio;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.policy.edit.ClauseForm;
import io.tukar.policy.edit.PolicyDiff;
import io.tukar.policy.edit.PolicyText;
import io.tukar.policy.file.PolicyFile;
import io.tukar.policy.replay.SimulationRun;
import io.tukar.policy.replay.Simulations;
import io.tukar.policy.tree.PolicyProblem;
import io.tukar.policy.versions.PolicyOffice;
import io.tukar.policy.versions.PolicyVersion;
import io.tukar.policy.versions.PolicyVersions;
import io.tukar.policy.versions.VersionState;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Studio: a draft clause by clause. The page carries the text as it stands, so that every button,
 * and every keystroke where there is JavaScript, shows what it would say; only saving keeps it.
 */
@Controller
class StudioPage {

  private static final String TEMPLATE = "desk/studio/studio";

  private final PolicyVersions versions;
  private final PolicyOffice office;
  private final VersionWords words;
  private final TryOut tryOut;
  private final Simulations simulations;
  private final Clock clock;

  StudioPage(
      PolicyVersions versions,
      PolicyOffice office,
      VersionWords words,
      TryOut tryOut,
      Simulations simulations,
      Clock clock) {
    this.versions = versions;
    this.office = office;
    this.words = words;
    this.tryOut = tryOut;
    this.simulations = simulations;
    this.clock = clock;
  }

  @Needs(May.CHANGE_SETTINGS)
  @GetMapping("/desk/policy/drafts/{number:[0-9]{1,7}}")
  Reply open(Frame frame, @PathVariable int number, @RequestParam Map<String, String> asked) {
    var kept = find(number);
    if (kept.version().state() != VersionState.DRAFT) {
      return new Redirect("/desk/policy/" + number);
    }
    var desk =
        StudioDesk.opened(
            kept.text(),
            asked.getOrDefault("clause", ""),
            asked.getOrDefault("tab", "").equals("text"),
            Example.DEAD.inputs(today()));
    return Page.of(
        TEMPLATE,
        model(
            frame,
            kept,
            kept.version().row(),
            desk,
            List.of(),
            asked.containsKey("saved"),
            Map.of()));
  }

  /** One form, many buttons: what it does stands in {@code do}. */
  @Needs(May.CHANGE_SETTINGS)
  @PostMapping("/desk/policy/drafts/{number:[0-9]{1,7}}")
  Reply press(Frame frame, @PathVariable int number, @RequestParam Map<String, String> fields) {
    var kept = find(number);
    var desk = StudioDesk.sent(fields);
    var action = fields.getOrDefault("do", "check");
    return switch (action) {
      case "save", "submit" -> save(frame, kept, desk, fields, action.equals("submit"));
      case "simulate" -> simulate(frame, kept, desk, fields);
      default ->
          Page.of(
              TEMPLATE,
              model(
                  frame,
                  kept,
                  VersionPages.ref(number, fields).row(),
                  desk.after(action, fields, example(action)),
                  List.of(),
                  false,
                  fields));
    };
  }

  private Reply save(
      Frame frame,
      PolicyVersions.Kept kept,
      StudioDesk desk,
      Map<String, String> fields,
      boolean submit) {
    var number = kept.version().number();
    var by = VersionPages.manager(frame);
    var now = clock.instant();
    var ref = VersionPages.ref(number, fields);
    var answer = office.save(ref, desk.text().text(), by, now);
    if (submit && answer instanceof Answer.Done<PolicyVersion>(var saved)) {
      ref = saved.ref();
      answer = office.submit(ref, VersionPages.note(fields), by, now);
    }
    var known = ref.row();
    return switch (answer) {
      case Answer.Done<PolicyVersion> done ->
          new Redirect(
              submit
                  ? "/desk/policy/" + number
                  : "/desk/policy/drafts/"
                      + number
                      + "?saved=1&clause="
                      + desk.clause()
                      + (desk.asText() ? "&tab=text" : ""));
      case Answer.Refused<PolicyVersion>(var reasons) ->
          refused(frame, find(number), known, desk, reasons, fields);
    };
  }

  /** Saves what was typed and replays the past against it. */
  private Reply simulate(
      Frame frame, PolicyVersions.Kept kept, StudioDesk desk, Map<String, String> fields) {
    var number = kept.version().number();
    var ref = VersionPages.ref(number, fields);
    var by = VersionPages.manager(frame);
    var answer = office.save(ref, desk.text().text(), by, clock.instant());
    if (answer instanceof Answer.Refused<PolicyVersion>(var reasons)) {
      return refused(frame, find(number), ref.row(), desk, reasons, fields);
    }
    var saved = find(number);
    return switch (simulations.start(saved, clock.instant())) {
      case Answer.Done<SimulationRun> done -> new Redirect(SimulationPage.address(number));
      case Answer.Refused<SimulationRun>(var reasons) ->
          refused(frame, saved, saved.version().row(), desk, reasons, fields);
    };
  }

  /** Who is told that somebody else saved may save over it, knowing what it was. */
  private Page refused(
      Frame frame,
      PolicyVersions.Kept kept,
      int known,
      StudioDesk desk,
      List<Refusal> reasons,
      Map<String, String> fields) {
    var row = isStale(reasons) ? kept.version().row() : known;
    return Page.refused(TEMPLATE, model(frame, kept, row, desk, reasons, false, fields));
  }

  private static boolean isStale(List<Refusal> reasons) {
    return reasons.stream().anyMatch(refusal -> refusal.code().equals("policy-stale"));
  }

  private StudioModel model(
      Frame frame,
      PolicyVersions.Kept kept,
      int row,
      StudioDesk desk,
      List<Refusal> refused,
      boolean savedNow,
      Map<String, String> fields) {
    var reading = desk.text().read();
    var problems = reading.problems().stream().map(problem -> placed(problem, desk)).toList();
    var refusals = new ArrayList<Refusal>();
    for (var refusal : refused) {
      // What the text has errors of stands among them, each at its field.
      if (!refusal.code().equals("policy-text-error")) {
        refusals.add(refusal.field().equals("text") ? unplaced(refusal) : refusal);
      }
    }
    if (refusals.size() < refused.size()) {
      refusals.add(Refusal.of("policy-has-errors", "lint"));
    }
    problems.stream().flatMap(problem -> atField(problem, desk).stream()).forEach(refusals::add);
    var tried = TryForm.read(desk.tried());
    refusals.addAll(tried.refusals());
    var typed = new HashMap<String, String>();
    typed.put("note", fields.getOrDefault("note", ""));
    typed.put("kind", fields.getOrDefault("kind", ""));
    typed.putAll(desk.tried());
    typed.putAll(desk.asText() ? Map.of() : desk.text().inputs(desk.clause()));
    return new StudioModel(
        kept.version(),
        row,
        desk.text(),
        desk.clause(),
        desk.asText(),
        !desk.text().text().equals(kept.text()),
        savedNow,
        desk.text().canFill(desk.clause()),
        desk.asText() ? List.of() : desk.text().fields(desk.clause()),
        desk.clause() == PolicyText.HEAD
            ? Optional.empty()
            : ClauseForm.of(desk.text().clauses().get(desk.clause()).kind()),
        new Form(typed, refusals),
        problems,
        tried(frame, reading, tried),
        isStale(refused) ? Optional.of(meanwhile(kept, desk)) : Optional.empty());
  }

  private Optional<StudioModel.Tried> tried(
      Frame frame, PolicyFile.Reading reading, TryForm.Read read) {
    return reading
        .policy()
        .flatMap(draft -> read.facts().map(facts -> tryOut.judge(frame, draft, facts)));
  }

  private StudioModel.Meanwhile meanwhile(PolicyVersions.Kept kept, StudioDesk desk) {
    return new StudioModel.Meanwhile(
        words.name(kept.version().savedBy()),
        kept.version().savedAt(),
        PolicyDiff.between(kept.text(), desk.text().text()));
  }

  /** Where a problem is seen: at a field of the open form, in another, or in a line of the text. */
  private static StudioModel.Problem placed(PolicyProblem problem, StudioDesk desk) {
    var spot = desk.text().spot(problem.line(), problem.column());
    var clause = spot.map(PolicyText.Spot::clause).orElse(PolicyText.HEAD);
    if (desk.asText()) {
      return new StudioModel.Problem(problem, clause, "L" + problem.line(), "");
    }
    if (spot.isEmpty()) {
      return new StudioModel.Problem(problem, clause, "", "text");
    }
    if (clause != desk.clause()) {
      return new StudioModel.Problem(problem, clause, "", "open-" + clause);
    }
    var field = spot.get().field();
    return new StudioModel.Problem(
        problem, clause, field.isEmpty() ? "studio-form" : Form.id(field), "");
  }

  /** The problem at its field of the open form. */
  private static Optional<Refusal> atField(StudioModel.Problem placed, StudioDesk desk) {
    var problem = placed.problem();
    return placed.anchor().isEmpty()
            || desk.asText()
            || problem.weight() != PolicyProblem.Weight.ERROR
        ? Optional.empty()
        : desk.text()
            .spot(problem.line(), problem.column())
            .filter(spot -> !spot.field().isEmpty())
            .map(
                spot ->
                    Refusal.of(
                        "policy-text-error",
                        spot.field(),
                        problem.line(),
                        problem.column(),
                        problem.said().en(),
                        problem.said().id()));
  }

  private static Refusal unplaced(Refusal refusal) {
    return new Refusal(refusal.code(), "", refusal.args());
  }

  private Map<String, String> example(String action) {
    return Arrays.stream(Example.values())
        .filter(one -> action.equals("example-" + one.name()))
        .findFirst()
        .orElse(Example.DEAD)
        .inputs(today());
  }

  private PolicyVersions.Kept find(int number) {
    return versions
        .find(number)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), WorkingCalendar.SHOP_ZONE);
  }
}
