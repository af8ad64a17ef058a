package io.tukar.portal.status;

import io.tukar.kernel.Refusal;
import io.tukar.rma.Contest;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.RmaLine;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keberatan: the customer objects to a refusal, once, and somebody else inspects the item. */
@Controller
final class ObjectionPage {

  private static final String TEMPLATE = "portal/object";

  private final CaseHolder cases;
  private final Findings findings;
  private final StatusPage status;
  private final ExchangeDesk desk;
  private final Clock clock;

  ObjectionPage(
      CaseHolder cases, Findings findings, StatusPage status, ExchangeDesk desk, Clock clock) {
    this.cases = cases;
    this.findings = findings;
    this.status = status;
    this.desk = desk;
    this.clock = clock;
  }

  @GetMapping("/kasus/{token}/keberatan/{line}")
  Reply ask(@PathVariable String token, @PathVariable int line) {
    return cases.page(
        token,
        held ->
            held.rma()
                .line(line)
                .filter(held::mayObjectTo)
                .<Reply>map(one -> Page.of(TEMPLATE, model(held, one, Form.blank())))
                .orElseGet(() -> new Redirect(held.path())));
  }

  @PostMapping("/kasus/{token}/keberatan/{line}")
  Reply object(
      @PathVariable String token,
      @PathVariable int line,
      @RequestParam int version,
      @RequestParam Map<String, String> fields,
      Frame frame) {
    return cases.page(
        token,
        held -> {
          var reason = fields.getOrDefault("reason", "").strip();
          var open = held.rma().line(line).filter(held::mayObjectTo);
          if (open.isPresent() && reason.isEmpty()) {
            var form = Form.of(fields).with(Refusal.of("value-missing", "reason"));
            return Page.refused(TEMPLATE, model(held, open.get(), form));
          }
          return cases.after(
              held,
              desk.contest(
                  held.seen(version),
                  List.of(line),
                  Contest.OBJECTION,
                  reason,
                  clock.instant(),
                  held.customer()),
              rma -> rma.line(line).filter(one -> one.contest() == Contest.OBJECTION).isPresent(),
              (now, no) ->
                  now.rma()
                      .line(line)
                      .filter(now::mayObjectTo)
                      .<Reply>map(
                          one ->
                              Page.refused(
                                  TEMPLATE, model(now, one, Form.of(fields).with(no.reasons()))))
                      .orElseGet(() -> status.refused(now, no, frame)));
        });
  }

  private Objection model(Held held, RmaLine line, Form form) {
    return new Objection(
        held.item(line),
        findings
            .of(held)
            .getOrDefault(
                line.lineNo(), new StatusView.Finding("portal.line.refused", "", List.of())),
        held.path() + "/keberatan/" + line.lineNo(),
        held.path(),
        held.rma().version(),
        form);
  }
}
