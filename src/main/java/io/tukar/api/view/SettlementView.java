package io.tukar.api.view;

import io.tukar.kernel.Currency;
import io.tukar.kernel.Money;
import io.tukar.settlement.Account;
import io.tukar.settlement.SettlementPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A settlement as it would be posted.
 *
 * @param customerOwes negative: what the shop pays back
 */
public record SettlementView(Money customerOwes, Currency currency, List<Item> items) {

  /**
   * One amount.
   *
   * @param line null for a shipping leg
   */
  public record Item(String clause, Account account, @Nullable Integer line, Money amount) {}

  public static SettlementView of(SettlementPlan plan) {
    return new SettlementView(
        plan.customerOwes(),
        plan.customerOwes().currency(),
        plan.items().stream()
            .map(item -> new Item(item.clause(), item.account(), item.lineNo(), item.amount()))
            .toList());
  }
}
