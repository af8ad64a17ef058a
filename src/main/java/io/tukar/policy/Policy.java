package io.tukar.policy;

import io.tukar.calendar.CollectiveLeave;
import io.tukar.calendar.Deadline;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Money;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Track;
import io.tukar.kernel.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One version of a shop's policy. It decides by all its clauses, whatever their order.
 *
 * @param version counts from 1; what a version says never changes
 * @param effectiveFrom from when it is in force
 * @param collectiveLeave whether the shop's working days leave out cuti bersama
 */
public record Policy(
    String id,
    int version,
    Instant effectiveFrom,
    CollectiveLeave collectiveLeave,
    List<Clause> clauses) {

  /** Of these kinds one clause at most may concern the same track. */
  static final List<ClauseKind> SINGLE_KINDS =
      List.of(ClauseKind.WINDOW, ClauseKind.DIFFERENCE, ClauseKind.FREIGHT);

  public Policy {
    clauses = List.copyOf(clauses);
    for (var track : Track.values()) {
      for (var kind : SINGLE_KINDS) {
        if (count(clauses, kind, track) > 1) {
          throw new IllegalArgumentException("Two clauses of kind " + kind + " for " + track);
        }
      }
    }
  }

  /** Decides about one line. Pure: the same facts and calendar give the same decision. */
  public Decision decide(ReturnFacts facts, WorkingCalendar calendar) {
    var days = calendar.with(collectiveLeave);
    var findings = new ArrayList<Finding>(clauses.size());
    var deadline = Optional.<Deadline>empty();
    var otherReading = Optional.<Deadline>empty();
    var missing = new ArrayList<PhotoSlot>();
    var payer = Payer.UNDECIDED;
    var difference = Money.zero(facts.sold().paidPerUnit().currency());
    for (var clause : clauses) {
      findings.add(clause.check(facts, days));
      if (!clause.concerns(facts)) {
        continue;
      }
      switch (clause) {
        case WindowClause window -> {
          deadline = window.deadline(facts, days);
          otherReading = window.otherDeadline(facts, days);
        }
        case EvidenceClause evidence ->
            evidence.missing(facts).stream()
                .filter(slot -> !missing.contains(slot))
                .forEach(missing::add);
        case FreightClause freight -> payer = freight.payer(facts);
        case DifferenceClause prices -> difference = prices.difference(facts);
        case ConditionClause _,
            RetestClause _,
            LiabilityClause _,
            ExclusionClause _,
            StockClause _,
            PackingClause _,
            InformClause _ -> {
          // They decide by their finding alone.
        }
      }
    }
    missing.sort(null);
    return new Decision(
        id,
        version,
        days.id(),
        outcome(findings),
        findings,
        deadline,
        otherReading,
        missing,
        payer,
        payer,
        difference);
  }

  /** The photos this reason needs (clause P10), in the order they are asked for. */
  public List<PhotoSlot> photosNeeded(ReturnReason reason, boolean soldInBox) {
    return clauses.stream()
        .filter(clause -> clause.head().tracks().contains(reason.track()))
        .filter(EvidenceClause.class::isInstance)
        .flatMap(clause -> ((EvidenceClause) clause).needed(reason, soldInBox).stream())
        .distinct()
        .toList();
  }

  /** The clauses as anybody may read them, in the policy's order. */
  public List<ClauseView> views() {
    return clauses.stream().map(ClauseViews::of).toList();
  }

  /** The clauses' ids in the policy's order. */
  public List<String> clauseIds() {
    return clauses.stream().map(clause -> clause.head().id()).toList();
  }

  /** A clause as customers read it. */
  public Optional<Words> text(String clause) {
    return clauses.stream()
        .map(Clause::head)
        .filter(head -> head.id().equals(clause))
        .map(ClauseHead::text)
        .findFirst();
  }

  /** By severity, never by order. */
  private static Outcome outcome(List<Finding> findings) {
    var blocked = false;
    var asksCustomer = false;
    var asksShop = false;
    for (var finding : findings) {
      blocked |= finding.truth() == Truth.FAILS && finding.severity() == Severity.BLOCK;
      asksCustomer |= finding.askedOf() == AskedOf.CUSTOMER;
      asksShop |= finding.askedOf() == AskedOf.SHOP;
    }
    if (blocked) {
      return Outcome.DECLINED;
    }
    if (asksCustomer) {
      return Outcome.NEEDS_EVIDENCE;
    }
    return asksShop ? Outcome.REVIEW : Outcome.AUTHORIZED;
  }

  static long count(List<Clause> clauses, ClauseKind kind, Track track) {
    return clauses.stream()
        .filter(clause -> clause.head().kind() == kind && clause.head().tracks().contains(track))
        .count();
  }
}
