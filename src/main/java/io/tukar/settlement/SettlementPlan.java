package io.tukar.settlement;

import io.tukar.kernel.Money;
import io.tukar.policy.decision.Payer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who owes whom after inspection, item by item, each with the clause it follows. Pure: the preview
 * and the posting are the same plan.
 *
 * @param customerOwes positive: the customer pays the shop; negative: the shop pays back
 */
public record SettlementPlan(List<Item> items, Money customerOwes) {

  /**
   * One amount of the plan.
   *
   * @param clause the policy clause the amount follows
   * @param lineNo the line it belongs to; null for a shipping leg
   * @param amount what it adds to the customer's debt; negative takes away
   */
  public record Item(String clause, Account account, @Nullable Integer lineNo, Money amount) {}

  /**
   * An accepted line.
   *
   * @param paidPerUnit what the customer paid for the old unit, frozen at submission
   * @param pricePerUnit what the new unit cost at submission
   * @param sameModel the same product again: never a difference (clause P6)
   */
  public record AcceptedLine(
      int lineNo, int quantity, Money paidPerUnit, Money pricePerUnit, boolean sameModel) {}

  /** A refused line whose replacement was sent ahead: the customer keeps it and pays for it. */
  public record KeptReplacement(int lineNo, int quantity, Money pricePerUnit) {}

  /**
   * What a shipping leg cost, and who is to pay it; {@code UNDECIDED} counts as the shop (clause
   * P7).
   */
  public record LegCost(Direction direction, Money cost, Payer payer) {
    public LegCost {
      if (cost.isNegative()) {
        throw new IllegalArgumentException("A leg costs nothing or more");
      }
    }
  }

  /** A leg's direction decides who laid out its cost. */
  public enum Direction {
    /** The customer sent the goods and paid the courier. */
    TO_SHOP,
    /** The shop sends the replacement, or the refused goods, and pays the courier. */
    TO_CUSTOMER
  }

  public SettlementPlan {
    items = List.copyOf(items);
  }

  /**
   * The plan for a case: differences of accepted lines (P6), shipping by fault (P7), and the
   * deposit given back that stood for the goods.
   *
   * @param deposit zero where none stands
   */
  public static SettlementPlan of(
      List<AcceptedLine> accepted, List<KeptReplacement> kept, List<LegCost> legs, Money deposit) {
    var zero = Money.zero(deposit.currency());
    var items = new ArrayList<Item>();
    for (var line : accepted) {
      var difference =
          line.sameModel()
              ? zero
              : line.pricePerUnit().minus(line.paidPerUnit()).times(line.quantity());
      if (!difference.isZero()) {
        items.add(new Item("P6", Account.PRICE_DIFFERENCE, line.lineNo(), difference));
      }
    }
    for (var line : kept) {
      items.add(
          new Item(
              "P6",
              Account.REPLACEMENT_KEPT,
              line.lineNo(),
              line.pricePerUnit().times(line.quantity())));
    }
    for (var leg : legs) {
      var customerPays = leg.payer() == Payer.CUSTOMER;
      var amount =
          switch (leg.direction()) {
            case TO_SHOP -> customerPays ? zero : leg.cost().negated();
            case TO_CUSTOMER -> customerPays ? leg.cost() : zero;
          };
      if (!amount.isZero()) {
        items.add(new Item("P7", Account.SHIPPING, null, amount));
      }
    }
    if (!deposit.isZero()) {
      items.add(new Item("P6", Account.DEPOSIT, null, deposit.negated()));
    }
    return new SettlementPlan(
        items, items.stream().map(Item::amount).reduce(zero, (a, b) -> a.plus(b)));
  }
}
