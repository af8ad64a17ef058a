package io.tukar.api;

import io.tukar.api.wire.Posted;
import io.tukar.api.wire.Reply;
import io.tukar.rma.ExchangeDesk;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whether and for what there is an exchange. */
@Controller
@RequestMapping("/api/v1/cases/{number}")
class DecidingEndpoints {

  private final CaseVerbs verbs;
  private final ExchangeDesk desk;

  DecidingEndpoints(CaseVerbs verbs, ExchangeDesk desk) {
    this.verbs = verbs;
    this.desk = desk;
  }

  @Needs(May.AUTHORIZE)
  @PostMapping("/authorize")
  Reply authorize(@PathVariable String number, Posted<CaseBodies.Authorize> post) {
    var body = post.body();
    return verbs.once(
        post, number, (ref, at, by) -> desk.authorize(ref, body.lines(), body.reason(), at, by));
  }

  @Needs(May.DECLINE)
  @PostMapping("/decline")
  Reply decline(@PathVariable String number, Posted<CaseBodies.Decline> post) {
    return verbs.once(
        post, number, (ref, at, by) -> desk.decline(ref, post.body().reason(), at, by));
  }

  @Needs(May.ASK_EVIDENCE)
  @PostMapping("/ask-evidence")
  Reply askEvidence(@PathVariable String number, Posted<CaseBodies.Plain> post) {
    return verbs.once(post, number, desk::askEvidence);
  }

  @Needs(May.WITHDRAW)
  @PostMapping("/withdraw")
  Reply withdraw(@PathVariable String number, Posted<CaseBodies.OneLine> post) {
    return verbs.once(
        post, number, (ref, at, by) -> desk.withdraw(ref, post.body().line(), at, by));
  }

  @Needs(May.CANCEL)
  @PostMapping("/cancel")
  Reply cancel(@PathVariable String number, Posted<CaseBodies.Plain> post) {
    return verbs.once(post, number, desk::cancel);
  }

  @Needs(May.OFFER_STOCK)
  @PostMapping("/offer-stock")
  Reply offerStock(@PathVariable String number, Posted<CaseBodies.OneLine> post) {
    return verbs.once(
        post, number, (ref, at, by) -> desk.offerStock(ref, post.body().line(), at, by));
  }

  @Needs(May.CLOSE)
  @PostMapping("/close")
  Reply close(@PathVariable String number, Posted<CaseBodies.Plain> post) {
    return verbs.once(post, number, desk::close);
  }

  @Needs(May.REOPEN)
  @PostMapping("/reopen")
  Reply reopen(@PathVariable String number, Posted<CaseBodies.Reopen> post) {
    return verbs.once(post, number, (ref, at, by) -> desk.reopen(ref, post.body().lines(), at, by));
  }
}
