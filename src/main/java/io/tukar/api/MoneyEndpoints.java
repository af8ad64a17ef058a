package io.tukar.api;

import io.tukar.api.view.SettlementView;
import io.tukar.api.wire.Posted;
import io.tukar.api.wire.Reply;
import io.tukar.kernel.Refusal;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.ShippingCosts;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who owes what, and what was paid. */
@Controller
@RequestMapping("/api/v1/cases/{number}")
class MoneyEndpoints {

  private final CaseVerbs verbs;
  private final CaseNumbers numbers;
  private final ExchangeDesk desk;

  MoneyEndpoints(CaseVerbs verbs, CaseNumbers numbers, ExchangeDesk desk) {
    this.verbs = verbs;
    this.numbers = numbers;
    this.desk = desk;
  }

  @Needs(May.LOOK)
  @GetMapping("/settlement-preview")
  Reply preview(
      @PathVariable String number,
      @RequestParam(required = false) @Nullable String shippingToShop,
      @RequestParam(required = false) @Nullable String shippingToCustomer) {
    var costs =
        new ShippingCosts(
            Queries.rupiah("shippingToShop", shippingToShop),
            Queries.rupiah("shippingToCustomer", shippingToCustomer));
    return numbers
        .idOf(number)
        .map(
            id ->
                Reply.of(
                    desk.previewSettlement(id, costs), plan -> Reply.ok(SettlementView.of(plan))))
        .orElseGet(() -> Reply.refused(Refusal.of("no-such-case", "")));
  }

  @Needs(May.SETTLE)
  @PostMapping("/settle")
  Reply settle(@PathVariable String number, Posted<CaseBodies.Settle> post) {
    return verbs.once(post, number, (ref, at, by) -> desk.settle(ref, post.body().costs(), at, by));
  }

  @Needs(May.BOOK_PAYMENTS)
  @PostMapping("/payments-in")
  Reply paidIn(@PathVariable String number, Posted<CaseBodies.Payment> post) {
    var body = post.body();
    return verbs.once(
        post, number, (ref, at, by) -> desk.paidIn(ref, body.amount(), body.reference(), at, by));
  }

  @Needs(May.BOOK_PAYMENTS)
  @PostMapping("/payments-out")
  Reply paidOut(@PathVariable String number, Posted<CaseBodies.Payment> post) {
    var body = post.body();
    return verbs.once(
        post, number, (ref, at, by) -> desk.paidOut(ref, body.amount(), body.reference(), at, by));
  }
}
