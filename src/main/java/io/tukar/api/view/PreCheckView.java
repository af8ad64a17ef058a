package io.tukar.api.view;

import io.tukar.kernel.Currency;
import io.tukar.kernel.Money;
import io.tukar.kernel.OrderNumber;
import io.tukar.kernel.Sku;
import io.tukar.policy.decision.Outcome;
import io.tukar.rma.PreCheck;
import java.util.List;

/**
 * What the policy says before submitting.
 *
 * @param difference over all lines that are not declined
 */
public record PreCheckView(
    OrderNumber order, Outcome outcome, Money difference, Currency currency, List<Line> lines) {

  /** What it says of one line. */
  public record Line(
      int line,
      Sku sku,
      String name,
      int quantity,
      Money unitPaid,
      Sku wanted,
      Money wantedPrice,
      DecisionView decision) {

    static Line of(PreCheck.Line line) {
      return new Line(
          line.asked().orderLine(),
          line.item().sku(),
          line.item().name(),
          line.asked().quantity(),
          line.item().unitPaid(),
          line.wanted().sku(),
          line.wanted().listPrice(),
          DecisionView.of(line.decision()));
    }
  }

  public static PreCheckView of(PreCheck check) {
    var difference = check.difference();
    return new PreCheckView(
        check.order().number(),
        check.outcome(),
        difference,
        difference.currency(),
        check.lines().stream().map(Line::of).toList());
  }
}
