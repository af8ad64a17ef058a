package io.tukar.policy;

import io.tukar.calendar.Deadline;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Money;
import io.tukar.kernel.PhotoSlot;
import io.tukar.policy.clause.Clause;
import io.tukar.policy.clause.ConditionClause;
import io.tukar.policy.clause.ContactClause;
import io.tukar.policy.clause.DifferenceClause;
import io.tukar.policy.clause.EvidenceClause;
import io.tukar.policy.clause.ExclusionClause;
import io.tukar.policy.clause.FeeClause;
import io.tukar.policy.clause.FreightClause;
import io.tukar.policy.clause.InformClause;
import io.tukar.policy.clause.LiabilityClause;
import io.tukar.policy.clause.LimitClause;
import io.tukar.policy.clause.PackingClause;
import io.tukar.policy.clause.RefundClause;
import io.tukar.policy.clause.RetestClause;
import io.tukar.policy.clause.StockClause;
import io.tukar.policy.clause.TimeLimit;
import io.tukar.policy.clause.WarrantyClause;
import io.tukar.policy.clause.WindowClause;
import io.tukar.policy.decision.Payer;
import io.tukar.policy.facts.ReturnFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * On what terms a line is exchanged, gathered from the clauses that concern it. Where two speak
 * about the same, which the check of a policy reports, the stricter deadline and the kinder payer
 * count, whatever their order.
 */
final class Terms {

  private final ReturnFacts facts;
  private final WorkingCalendar days;
  private final List<PhotoSlot> missing = new ArrayList<>();
  private Optional<Deadline> deadline = Optional.empty();
  private Optional<Deadline> otherReading = Optional.empty();
  private Payer payer = Payer.UNDECIDED;
  private Money difference;
  private Money fee;

  Terms(ReturnFacts facts, WorkingCalendar days) {
    this.facts = facts;
    this.days = days;
    this.difference = Money.zero(facts.sold().paidPerUnit().currency());
    this.fee = difference;
  }

  /** A clause that concerns the line. */
  void add(Clause clause) {
    switch (clause) {
      case WindowClause window -> time(window.limit());
      case WarrantyClause warranty -> time(warranty.limit());
      case EvidenceClause evidence ->
          evidence.missing(facts).stream()
              .filter(slot -> !missing.contains(slot))
              .forEach(missing::add);
      case FreightClause freight -> pays(freight.payer(facts));
      case DifferenceClause prices -> difference = prices.difference(facts);
      case FeeClause charge -> fee = fee.plus(charge.fee(facts));
      case ConditionClause _,
          RetestClause _,
          LiabilityClause _,
          ExclusionClause _,
          LimitClause _,
          StockClause _,
          PackingClause _,
          ContactClause _,
          RefundClause _,
          InformClause _ -> {
        // They decide by their finding alone.
      }
    }
  }

  private void time(TimeLimit limit) {
    var due = limit.deadline(facts, days);
    var held = deadline;
    if (held.isEmpty()
        || due.filter(found -> found.endsAt().isBefore(held.get().endsAt())).isPresent()) {
      deadline = due;
      otherReading = limit.otherDeadline(facts, days);
    }
  }

  private void pays(Payer who) {
    if (payer == Payer.UNDECIDED || who == Payer.SHOP) {
      payer = who;
    }
  }

  Optional<Deadline> deadline() {
    return deadline;
  }

  Optional<Deadline> otherReading() {
    return otherReading;
  }

  List<PhotoSlot> missingPhotos() {
    missing.sort(null);
    return missing;
  }

  Payer payer() {
    return payer;
  }

  Money difference() {
    return difference;
  }

  Money fee() {
    return fee;
  }
}
