package io.tukar.rma;

import io.tukar.inspection.Check;
import io.tukar.inspection.Identity;
import io.tukar.inspection.Seen;
import io.tukar.inspection.UnitLook;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.SerialNumber;
import io.tukar.orders.OrderBook;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import io.tukar.stock.ShippedUnits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an inspector saw, as facts for the policy. */
@Component
class Conditions {

  private final OrderBook orders;
  private final ShippedUnits shipped;

  Conditions(OrderBook orders, ShippedUnits shipped) {
    this.orders = orders;
    this.shipped = shipped;
  }

  /**
   * The condition of a line's goods.
   *
   * @param looks at its units; empty where the report speaks for the line as a whole
   */
  ReturnFacts.Condition of(Rma rma, RmaLine line, LineInspection reported, List<UnitLook> looks) {
    var seen = looks.isEmpty() ? reported.seen() : Seen.of(looks);
    return new ReturnFacts.Condition(
        fact(seen.sealIntact()),
        fact(seen.clean()),
        fact(seen.complete()),
        looks.isEmpty() ? asSold(rma, line, seen.serials()) : asSold(looks),
        Fact.known(reported.fault(), Source.INSPECTION),
        reported.verdict() == Verdict.NO_FAULT_FOUND
            ? Fact.known(false, Source.INSPECTION)
            : fact(seen.faultFound()));
  }

  private Fact<Boolean> asSold(Rma rma, RmaLine line, List<SerialNumber> seen) {
    if (seen.isEmpty()) {
      return Fact.unknown();
    }
    if (line.partOf() != null) {
      return Fact.unknown();
    }
    var left = new ArrayList<>(orders.serialsOf(line.soldItemId()));
    var sent = shipped.of(rma.id());
    left.addAll(sent.getOrDefault(line.origin(), List.of()));
    left.addAll(sent.getOrDefault(line.lineNo(), List.of()));
    return left.isEmpty() ? Fact.unknown() : Fact.known(left.containsAll(seen), Source.INSPECTION);
  }

  private static Fact<Boolean> asSold(List<UnitLook> looks) {
    if (looks.stream()
        .anyMatch(
            look -> look.identity().suspect() || Boolean.FALSE.equals(look.said(Check.MAC)))) {
      return Fact.known(false, Source.INSPECTION);
    }
    return looks.stream().allMatch(Conditions::provenAsSold)
        ? Fact.known(true, Source.INSPECTION)
        : Fact.unknown();
  }

  /** A serial proves nothing on a label that was tampered with. */
  private static boolean provenAsSold(UnitLook look) {
    return look.identity() == Identity.AS_SOLD && !Boolean.FALSE.equals(look.said(Check.LABEL));
  }

  private static Fact<Boolean> fact(@Nullable Boolean value) {
    return Fact.of(Optional.ofNullable(value), Source.INSPECTION);
  }
}
