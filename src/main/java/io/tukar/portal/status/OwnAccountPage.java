package io.tukar.portal.status;

import io.tukar.payout.Bank;
import io.tukar.payout.CustomerAccount;
import io.tukar.payout.CustomerAccounts;
import io.tukar.web.Form;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Rekening Anda: where the shop transfers what it owes the customer (clause P6). */
@Controller
final class OwnAccountPage {

  private static final String TEMPLATE = "portal/account";

  private final CaseHolder cases;
  private final CustomerAccounts accounts;
  private final Clock clock;

  OwnAccountPage(CaseHolder cases, CustomerAccounts accounts, Clock clock) {
    this.cases = cases;
    this.accounts = accounts;
    this.clock = clock;
  }

  @GetMapping("/kasus/{token}/rekening")
  Reply ask(@PathVariable String token) {
    return cases.page(
        token,
        held ->
            held.rma().balance().isNegative()
                ? Page.of(TEMPLATE, model(held, Form.blank()))
                : new Redirect(held.path()));
  }

  @PostMapping("/kasus/{token}/rekening")
  Reply give(@PathVariable String token, @RequestParam Map<String, String> fields) {
    return cases.page(token, held -> given(held, Form.of(fields)));
  }

  private Reply given(Held held, Form form) {
    if (!held.rma().balance().isNegative()) {
      return new Redirect(held.path());
    }
    var faults =
        CustomerAccount.faults(form.value("bank"), form.value("number"), form.value("holder"));
    if (!faults.isEmpty()) {
      return Page.refused(TEMPLATE, model(held, form.with(faults)));
    }
    accounts.give(
        held.rma().id(),
        new CustomerAccount(
            Bank.of(form.value("bank")).orElseThrow(),
            CustomerAccount.digits(form.value("number")),
            form.value("holder").strip()),
        clock.instant(),
        held.customer());
    return new Redirect(held.path() + "/rekening");
  }

  private AccountView model(Held held, Form form) {
    return new AccountView(
        held.path(),
        held.number(),
        held.rma().balance().negated(),
        accounts.shown(held.rma().id()),
        form);
  }
}
