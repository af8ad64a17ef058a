package io.tukar.portal.status;

import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.LineState;
import io.tukar.rma.Rma;
import io.tukar.rma.RmaEvent;
import io.tukar.rma.RmaLine;
import io.tukar.rma.RmaStatus;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether the replacement works: yes closes the case, no sends it round once more. */
@Controller
final class VerdictPage {

  private final CaseHolder cases;
  private final StatusPage status;
  private final ExchangeDesk desk;
  private final Clock clock;

  VerdictPage(CaseHolder cases, StatusPage status, ExchangeDesk desk, Clock clock) {
    this.cases = cases;
    this.status = status;
    this.desk = desk;
    this.clock = clock;
  }

  @PostMapping("/kasus/{token}/berfungsi")
  Reply works(@PathVariable String token, @RequestParam int version, Frame frame) {
    return cases.page(
        token,
        held ->
            cases.after(
                held,
                desk.close(held.seen(version), clock.instant(), held.customer()),
                rma -> rma.status() == RmaStatus.CLOSED,
                (now, no) -> status.refused(now, no, frame)));
  }

  @GetMapping("/kasus/{token}/rusak")
  Reply askWhich(@PathVariable String token) {
    return cases.page(
        token,
        held ->
            held.may(RmaEvent.Kind.REOPENED) && !held.exchanged().isEmpty()
                ? Page.of("portal/broken", which(held, false))
                : new Redirect(held.path()));
  }

  @PostMapping("/kasus/{token}/rusak")
  Reply broken(
      @PathVariable String token,
      @RequestParam int version,
      @RequestParam(defaultValue = "") List<Integer> line,
      Frame frame) {
    return cases.page(
        token,
        held -> {
          var only =
              held.exchanged().size() == 1 ? List.of(held.exchanged().getFirst().lineNo()) : line;
          var lines = line.isEmpty() ? only : line;
          if (lines.isEmpty()) {
            return held.exchanged().isEmpty()
                ? new Redirect(held.path())
                : Page.refused("portal/broken", which(held, true));
          }
          return cases.after(
              held,
              desk.reopen(held.seen(version), lines, clock.instant(), held.customer()),
              rma -> goesRoundAgain(rma, lines),
              (now, no) -> status.refused(now, no, frame));
        });
  }

  private static boolean goesRoundAgain(Rma rma, List<Integer> lines) {
    return rma.status() == RmaStatus.AUTHORIZED
        && rma.in(LineState.AUTHORIZED).stream().map(RmaLine::lineNo).toList().containsAll(lines);
  }

  private static Question.Lines which(Held held, boolean missing) {
    return new Question.Lines(
        held.number(),
        held.path() + "/rusak",
        held.path(),
        held.rma().version(),
        held.exchanged().stream()
            .map(line -> new Question.Choice(line.lineNo(), held.item(line), line.quantity()))
            .toList(),
        missing);
  }
}
