package io.tukar.desk.studio;

import io.tukar.kernel.Answer;
import io.tukar.policy.replay.Decisions;
import io.tukar.policy.replay.FindingChange;
import io.tukar.policy.replay.Flip;
import io.tukar.policy.replay.SimulationRun;
import io.tukar.policy.replay.Simulations;
import io.tukar.policy.versions.Policies;
import io.tukar.policy.versions.PolicyVersions;
import io.tukar.rma.FlipTable;
import io.tukar.rma.RequestNumbers;
import io.tukar.rma.Rmas;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Simulation: what of the past a version would have decided otherwise, before it decides. */
@Controller
class SimulationPage {

  private static final String TEMPLATE = "desk/studio/simulation";
  private static final String FLIP = "desk/studio/flip";
  private static final int PRODUCTS_SHOWN_MAX = 20;
  private static final int FLIPS_SHOWN_MAX = 25;

  private final PolicyVersions versions;
  private final Simulations simulations;
  private final RequestNumbers numbers;
  private final Rmas rmas;
  private final Decisions decisions;
  private final Policies policies;
  private final Clock clock;

  SimulationPage(
      PolicyVersions versions,
      Simulations simulations,
      RequestNumbers numbers,
      Rmas rmas,
      Decisions decisions,
      Policies policies,
      Clock clock) {
    this.versions = versions;
    this.simulations = simulations;
    this.numbers = numbers;
    this.rmas = rmas;
    this.decisions = decisions;
    this.policies = policies;
    this.clock = clock;
  }

  /** The address of a version's simulation. */
  static String address(int number) {
    return "/desk/policy/" + number + "/simulation";
  }

  @Needs(May.CHANGE_SETTINGS)
  @GetMapping("/desk/policy/{number:[0-9]{1,7}}/simulation")
  Page show(Frame frame, @PathVariable int number, @RequestParam Map<String, String> asked) {
    return Page.of(TEMPLATE, model(find(number), Form.blank(), asked));
  }

  /** Begins a run, or joins the one of the same text. */
  @Needs(May.CHANGE_SETTINGS)
  @PostMapping("/desk/policy/{number:[0-9]{1,7}}/simulation")
  Reply start(Frame frame, @PathVariable int number) {
    var kept = find(number);
    return switch (simulations.start(kept, clock.instant())) {
      case Answer.Done<SimulationRun> done -> new Redirect(address(number));
      case Answer.Refused<SimulationRun>(var reasons) ->
          Page.refused(TEMPLATE, model(kept, Form.blank().with(reasons), Map.of()));
    };
  }

  @Needs(May.CHANGE_SETTINGS)
  @PostMapping("/desk/policy/{number:[0-9]{1,7}}/simulation/stop")
  Reply stop(Frame frame, @PathVariable int number) {
    simulations.stop(find(number).version().number());
    return new Redirect(address(number));
  }

  /** One line, then and by the draft. */
  @Needs(May.CHANGE_SETTINGS)
  @GetMapping("/desk/policy/{number:[0-9]{1,7}}/simulation/{rma}/{line:[0-9]{1,4}}")
  Page flip(
      Frame frame, @PathVariable int number, @PathVariable String rma, @PathVariable int line) {
    var kept = find(number);
    var run = simulations.of(number).orElseThrow(SimulationPage::none);
    var id = rmas.idOf(rma).orElseThrow(SimulationPage::none);
    var judged =
        Optional.ofNullable(decisions.latest(id).get(line)).orElseThrow(SimulationPage::none);
    var was = judged.decision();
    var would = run.draft().decide(judged.facts(), policies.current().calendar());
    return Page.of(
        FLIP,
        new FlipModel(
            kept.version(),
            numbers.of(List.of(id)).getOrDefault(id, rma),
            line,
            judged.facts().claim().reason(),
            judged.facts().sold().sku().value(),
            !run.isOf(kept.text()),
            was.policyVersion(),
            TryOut.said(frame, was),
            TryOut.said(frame, would),
            FindingChange.between(was, would).stream()
                .map(
                    change ->
                        new FlipModel.Change(
                            change.clause(),
                            change.was().map(finding -> TryOut.line(frame, was, finding)),
                            change.would().map(finding -> TryOut.line(frame, would, finding))))
                .toList()));
  }

  /** The flips that are held and that the filter leaves, a page of them at a time. */
  @Needs(May.CHANGE_SETTINGS)
  @GetMapping("/desk/policy/{number:[0-9]{1,7}}/simulation/flips.csv")
  void csv(
      @PathVariable int number,
      @RequestParam Map<String, String> asked,
      HttpServletResponse response)
      throws IOException {
    var over = simulations.of(number).flatMap(SimulationPage::finished);
    var flips = over.orElseThrow(SimulationPage::none).held();
    var filter = FlipFilter.of(asked);
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"simulation-" + number + ".csv\"");
    try (var table = new FlipTable(numbers, response.getWriter())) {
      flips.stream().filter(filter::matches).forEach(table);
    }
  }

  private SimulationModel model(PolicyVersions.Kept kept, Form form, Map<String, String> asked) {
    var run = simulations.of(kept.version().number());
    return new SimulationModel(
        kept.version(),
        Simulations.isOpen(kept.version().state()),
        run.filter(one -> !one.isOf(kept.text())).isPresent(),
        form,
        run.map(SimulationRun::state),
        run.flatMap(one -> finished(one).map(over -> result(one, over, asked))));
  }

  private static Optional<SimulationRun.Finished> finished(SimulationRun run) {
    return run.state() instanceof SimulationRun.Finished over
        ? Optional.of(over)
        : Optional.empty();
  }

  private SimulationModel.Result result(
      SimulationRun run, SimulationRun.Finished over, Map<String, String> asked) {
    var filter = FlipFilter.of(asked);
    var found = over.held().stream().filter(filter::matches).toList();
    var page = SimulationModel.Shown.of(found, page(asked, "page"), FLIPS_SHOWN_MAX);
    return new SimulationModel.Result(
        over.report(),
        run.startedAt(),
        over.at(),
        over.held().size(),
        over.holdsAll(),
        filter,
        found.size(),
        new SimulationModel.Shown<>(rows(page.rows()), page.page(), page.last()),
        SimulationModel.Shown.of(
            over.report().byProduct().stream().filter(group -> group.count().flips() > 0).toList(),
            page(asked, "products"),
            PRODUCTS_SHOWN_MAX));
  }

  private List<SimulationModel.Row> rows(List<Flip> flips) {
    var named = numbers.of(flips.stream().map(Flip::rmaId).distinct().toList());
    return flips.stream()
        .map(flip -> new SimulationModel.Row(named.getOrDefault(flip.rmaId(), ""), flip))
        .toList();
  }

  private static int page(Map<String, String> asked, String name) {
    var typed = asked.getOrDefault(name, "");
    return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 1;
  }

  private PolicyVersions.Kept find(int number) {
    return versions.find(number).orElseThrow(SimulationPage::none);
  }

  private static ResponseStatusException none() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
