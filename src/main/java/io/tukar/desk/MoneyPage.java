package io.tukar.desk;

import io.tukar.rma.Queue;
import io.tukar.rma.Worklist;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Uang: what customers owe, what the shop owes, what is to be agreed. */
@Controller
class MoneyPage {

  private final Worklist worklist;
  private final Clock clock;

  MoneyPage(Worklist worklist, Clock clock) {
    this.worklist = worklist;
    this.clock = clock;
  }

  @GetMapping("/desk/money")
  Page money(Frame frame) {
    Badge.of(frame);
    var now = clock.instant();
    return Page.of(
        "desk/money",
        new MoneyModel(
            worklist.page(Queue.TO_PAY_IN, null, Worklist.ROWS_MAX, now),
            worklist.page(Queue.TO_PAY_OUT, null, Worklist.ROWS_MAX, now),
            worklist.page(Queue.TO_SETTLE, null, Worklist.ROWS_MAX, now),
            now));
  }
}
