package io.tukar.desk.payout;

import io.tukar.desk.Badge;
import io.tukar.payout.Bank;
import io.tukar.payout.CustomerAccount;
import io.tukar.payout.CustomerAccounts;
import io.tukar.rma.Rmas;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Rekening pelanggan, as somebody told it on the phone. */
@Controller
class CaseAccountPage {

  private static final String PATH = "/desk/cases/{number}/account";
  private static final String TEMPLATE = "desk/payout/account";

  private final CustomerAccounts accounts;
  private final Rmas rmas;
  private final Clock clock;

  CaseAccountPage(CustomerAccounts accounts, Rmas rmas, Clock clock) {
    this.accounts = accounts;
    this.rmas = rmas;
    this.clock = clock;
  }

  @Needs(May.GIVE_ACCOUNTS)
  @GetMapping(PATH)
  Page show(@PathVariable String number) {
    return Page.of(TEMPLATE, new AccountModel(number, accounts.shown(find(number)), Form.blank()));
  }

  @Needs(May.GIVE_ACCOUNTS)
  @PostMapping(PATH)
  Reply give(Frame frame, @PathVariable String number, @RequestParam Map<String, String> fields) {
    var rma = find(number);
    var form = Form.of(fields);
    var faults =
        CustomerAccount.faults(form.value("bank"), form.value("number"), form.value("holder"));
    if (!faults.isEmpty()) {
      return Page.refused(
          TEMPLATE, new AccountModel(number, accounts.shown(rma), form.with(faults)));
    }
    accounts.give(
        rma,
        new CustomerAccount(
            Bank.of(form.value("bank")).orElseThrow(),
            CustomerAccount.digits(form.value("number")),
            form.value("holder").strip()),
        clock.instant(),
        Badge.actor(frame));
    return new Redirect("/desk/cases/" + number + "/account");
  }

  private long find(String number) {
    return rmas.idOf(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
