package io.tukar.portal.status;

import io.tukar.settlement.Ledger;
import io.tukar.settlement.PaymentCodes;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Bayar: the amount and the account, to copy. Paid is what the bank's statement shows. */
@Controller
final class PayPage {

  private final CaseHolder cases;
  private final Ledger ledger;
  private final PaymentCodes codes;
  private final ShopCards shop;

  PayPage(CaseHolder cases, Ledger ledger, PaymentCodes codes, ShopCards shop) {
    this.cases = cases;
    this.ledger = ledger;
    this.codes = codes;
    this.shop = shop;
  }

  @GetMapping("/kasus/{token}/bayar")
  Reply show(@PathVariable String token) {
    return cases.page(
        token,
        held ->
            held.rma().balance().isPositive()
                ? Page.of(
                    "portal/pay",
                    new PayView(
                        held.path(),
                        held.number(),
                        codes.asked(held.rma().id(), held.rma().balance()),
                        ledger.shares(held.rma().id()),
                        Optional.ofNullable(held.rma().dueAt()),
                        shop.card()))
                : new Redirect(held.path()));
  }
}
