package io.tukar.desk;

import io.tukar.cashier.BankStatements;
import io.tukar.cashier.Receipts;
import io.tukar.rma.Queue;
import io.tukar.rma.Worklist;
import io.tukar.staff.May;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Uang: what customers owe, what the shop owes, what is to be agreed. */
@Controller
class MoneyPage {

  private final Worklist worklist;
  private final MoneyTabs tabs;
  private final Receipts receipts;
  private final BankStatements statements;
  private final Clock clock;

  MoneyPage(
      Worklist worklist,
      MoneyTabs tabs,
      Receipts receipts,
      BankStatements statements,
      Clock clock) {
    this.worklist = worklist;
    this.tabs = tabs;
    this.receipts = receipts;
    this.statements = statements;
    this.clock = clock;
  }

  @GetMapping("/desk/money")
  Page money(Frame frame) {
    var minds = May.BOOK_PAYMENTS.allows(Badge.of(frame).role());
    var now = clock.instant();
    return Page.of(
        "desk/money",
        new MoneyModel(
            tabs.of(frame, MoneyTabs.Tab.OVERVIEW),
            minds ? receipts.missing().size() : 0,
            minds ? statements.gaps().size() : 0,
            worklist.page(Queue.TO_PAY_IN, null, Worklist.ROWS_MAX, now),
            worklist.page(Queue.TO_PAY_OUT, null, Worklist.ROWS_MAX, now),
            worklist.page(Queue.TO_SETTLE, null, Worklist.ROWS_MAX, now),
            now));
  }
}
