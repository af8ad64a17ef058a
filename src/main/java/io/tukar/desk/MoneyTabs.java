package io.tukar.desk;

import io.tukar.cashier.Receipts;
import io.tukar.staff.May;
import io.tukar.web.Frame;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The finance desk's pages, as far as the viewer may use them. */
@Component
public class MoneyTabs {

  private final Receipts receipts;

  MoneyTabs(Receipts receipts) {
    this.receipts = receipts;
  }

  /** A page of the finance desk. */
  public enum Tab {
    OVERVIEW("/desk/money"),
    RECEIPTS("/desk/money/receipts"),
    PAYOUTS("/desk/money/payouts"),
    STATEMENTS("/desk/money/statements");

    private final String path;

    Tab(String path) {
      this.path = path;
    }
  }

  /** The tabs; empty for those who only look on. */
  public List<io.tukar.web.Tab> of(Frame frame, Tab current) {
    if (!May.BOOK_PAYMENTS.allows(Badge.of(frame).role())) {
      return List.of();
    }
    var tabs = new ArrayList<io.tukar.web.Tab>();
    for (var tab : Tab.values()) {
      tabs.add(
          new io.tukar.web.Tab(
              frame.text("money.tab." + tab),
              tab.path,
              tab == Tab.RECEIPTS ? receipts.sum(Receipts.Which.OPEN).count() : -1,
              tab == current));
    }
    return tabs;
  }
}
