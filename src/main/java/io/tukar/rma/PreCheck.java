package io.tukar.rma;

import io.tukar.kernel.Money;
import io.tukar.orders.Order;
import io.tukar.orders.SoldItem;
import io.tukar.policy.decision.Decision;
import io.tukar.policy.decision.Outcome;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.stock.Product;
import java.util.List;

/**
 * What the policy says of a request before it is submitted; submitting stores exactly this.
 *
 * @param outcome of the request as a whole
 */
public record PreCheck(Order order, Outcome outcome, List<Line> lines) {

  /** One line: what was asked, the facts it was judged on, and the proof. */
  public record Line(
      OpenRequest.Line asked,
      SoldItem item,
      Product wanted,
      ReturnFacts facts,
      Decision decision) {}

  public PreCheck {
    lines = List.copyOf(lines);
  }

  static PreCheck of(Order order, List<Line> lines) {
    return new PreCheck(order, together(lines), lines);
  }

  /** What the customer pays (positive) or gets back (negative) if every eligible line is taken. */
  public Money difference() {
    return lines.stream()
        .filter(line -> line.decision().outcome() != Outcome.DECLINED)
        .map(line -> line.decision().difference())
        .reduce(Money.zero(lines.getFirst().item().unitPaid().currency()), Money::plus);
  }

  /** A person looks where any line needs one; a refused line never sinks the others. */
  private static Outcome together(List<Line> lines) {
    var outcomes = lines.stream().map(line -> line.decision().outcome()).toList();
    if (outcomes.contains(Outcome.REVIEW)) {
      return Outcome.REVIEW;
    }
    if (outcomes.contains(Outcome.NEEDS_EVIDENCE)) {
      return Outcome.NEEDS_EVIDENCE;
    }
    return outcomes.contains(Outcome.AUTHORIZED) ? Outcome.AUTHORIZED : Outcome.DECLINED;
  }
}
