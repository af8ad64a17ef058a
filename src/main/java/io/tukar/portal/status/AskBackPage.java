package io.tukar.portal.status;

import io.tukar.kernel.Answer;
import io.tukar.rma.Leftover;
import io.tukar.rma.LeftoverDesk;
import io.tukar.rma.Leftovers;
import io.tukar.rma.Rma;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Asking for refused goods back before the shop no longer keeps them; asked once more. */
@Controller
final class AskBackPage {

  private final CaseHolder cases;
  private final StatusPage status;
  private final Leftovers leftovers;
  private final LeftoverDesk desk;
  private final Clock clock;

  AskBackPage(
      CaseHolder cases, StatusPage status, Leftovers leftovers, LeftoverDesk desk, Clock clock) {
    this.cases = cases;
    this.status = status;
    this.leftovers = leftovers;
    this.desk = desk;
    this.clock = clock;
  }

  @GetMapping("/kasus/{token}/minta/{line}")
  Reply question(@PathVariable String token, @PathVariable int line) {
    return cases.page(
        token,
        held ->
            leftovers
                .kept(held.rma().id(), line)
                .<Reply>map(
                    goods ->
                        Page.of(
                            "portal/confirm",
                            new Question(
                                "portal.left",
                                held.number(),
                                goods.item(),
                                held.path() + "/minta/" + line,
                                held.path(),
                                held.rma().version())))
                .orElseGet(() -> new Redirect(held.path())));
  }

  /** What is no longer counted is asked for already, or gone: the case's page says which. */
  @PostMapping("/kasus/{token}/minta/{line}")
  Reply ask(@PathVariable String token, @PathVariable int line, Frame frame) {
    return cases.page(
        token,
        held ->
            leftovers
                .kept(held.rma().id(), line)
                .map(goods -> desk.asked(goods.id(), "", clock.instant(), held.customer()))
                .<Reply>map(answer -> after(held, answer, frame))
                .orElseGet(() -> new Redirect(held.path())));
  }

  private Reply after(Held held, Answer<Leftover> answer, Frame frame) {
    return switch (answer) {
      case Answer.Done<Leftover> done -> new Redirect(held.path());
      case Answer.Refused<Leftover>(var reasons) ->
          status.refused(held, new Answer.Refused<Rma>(reasons), frame);
    };
  }
}
