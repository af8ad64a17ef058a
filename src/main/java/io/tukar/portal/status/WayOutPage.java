package io.tukar.portal.status;

import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.LineState;
import io.tukar.rma.RmaEvent;
import io.tukar.rma.RmaStatus;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Calling a case off, or keeping one item of several; each is asked once more. */
@Controller
final class WayOutPage {

  private final CaseHolder cases;
  private final StatusPage status;
  private final ExchangeDesk desk;
  private final Clock clock;

  WayOutPage(CaseHolder cases, StatusPage status, ExchangeDesk desk, Clock clock) {
    this.cases = cases;
    this.status = status;
    this.desk = desk;
    this.clock = clock;
  }

  @GetMapping("/kasus/{token}/batal")
  Reply askCancel(@PathVariable String token) {
    return cases.page(
        token,
        held ->
            held.may(RmaEvent.Kind.CANCELLED)
                ? Page.of(
                    "portal/confirm",
                    new Question(
                        "portal.cancel",
                        held.number(),
                        "",
                        held.path() + "/batal",
                        held.path(),
                        held.rma().version()))
                : new Redirect(held.path()));
  }

  @PostMapping("/kasus/{token}/batal")
  Reply cancel(@PathVariable String token, @RequestParam int version, Frame frame) {
    return cases.page(
        token,
        held ->
            cases.after(
                held,
                desk.cancel(held.seen(version), clock.instant(), held.customer()),
                rma -> rma.status() == RmaStatus.CANCELLED,
                (now, no) -> status.refused(now, no, frame)));
  }

  @GetMapping("/kasus/{token}/tarik/{line}")
  Reply askWithdraw(@PathVariable String token, @PathVariable int line) {
    return cases.page(
        token,
        held ->
            held.withdrawable().stream()
                .filter(one -> one.lineNo() == line)
                .findFirst()
                .<Reply>map(
                    one ->
                        Page.of(
                            "portal/confirm",
                            new Question(
                                "portal.withdraw",
                                held.number(),
                                held.item(one),
                                held.path() + "/tarik/" + line,
                                held.path(),
                                held.rma().version())))
                .orElseGet(() -> new Redirect(held.path())));
  }

  @PostMapping("/kasus/{token}/tarik/{line}")
  Reply withdraw(
      @PathVariable String token, @PathVariable int line, @RequestParam int version, Frame frame) {
    return cases.page(
        token,
        held ->
            cases.after(
                held,
                desk.withdraw(held.seen(version), line, clock.instant(), held.customer()),
                rma -> rma.line(line).filter(one -> one.state() == LineState.WITHDRAWN).isPresent(),
                (now, no) -> status.refused(now, no, frame)));
  }
}
