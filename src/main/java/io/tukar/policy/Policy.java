package io.tukar.policy;

import io.tukar.calendar.CollectiveLeave;
import io.tukar.calendar.ServiceHours;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Language;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.Words;
import io.tukar.policy.clause.Clause;
import io.tukar.policy.clause.ClauseHead;
import io.tukar.policy.clause.ContactClause;
import io.tukar.policy.clause.EvidenceClause;
import io.tukar.policy.clause.Terms;
import io.tukar.policy.decision.AskedOf;
import io.tukar.policy.decision.Decision;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.decision.Lazy;
import io.tukar.policy.decision.Outcome;
import io.tukar.policy.decision.Severity;
import io.tukar.policy.decision.Truth;
import io.tukar.policy.facts.ReturnFacts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One version of a shop's policy. It decides by all its clauses, whatever their order.
 *
 * @param version counts from 1; what a version says never changes
 * @param effectiveFrom from when it is in force
 * @param zone whose days and hours it counts
 * @param collectiveLeave whether the shop's working days leave out cuti bersama
 * @param jurisdiction whose floors it is checked against
 * @param languages the languages its texts are written in
 * @param readings whether both readings of an unclear sentence decide
 */
public record Policy(
    String id,
    int version,
    Instant effectiveFrom,
    ZoneId zone,
    CollectiveLeave collectiveLeave,
    Jurisdiction jurisdiction,
    Set<Language> languages,
    Readings readings,
    List<Clause> clauses) {

  public Policy {
    languages = Set.copyOf(languages);
    clauses = List.copyOf(clauses);
  }

  /** The same head over other clauses. */
  Policy with(List<Clause> others) {
    return new Policy(
        id,
        version,
        effectiveFrom,
        zone,
        collectiveLeave,
        jurisdiction,
        languages,
        readings,
        others);
  }

  /** Whether it would decide backwards if it were published at this instant: no version may. */
  public boolean beginsBefore(Instant at) {
    return effectiveFrom.isBefore(at);
  }

  /** The days this policy counts. */
  public WorkingCalendar days(WorkingCalendar calendar) {
    return calendar.with(collectiveLeave).in(zone);
  }

  /** Decides about one line. Pure: the same facts and calendar give the same decision. */
  public Decision decide(ReturnFacts facts, WorkingCalendar calendar) {
    var days = days(calendar);
    var judged = new Finding[clauses.size()];
    var terms = new Terms(facts);
    for (var i = 0; i < judged.length; i++) {
      judged[i] = clauses.get(i).check(facts, days, terms);
    }
    var findings = List.of(judged);
    return new Decision(
        id,
        version,
        days.id(),
        outcome(judged),
        findings,
        terms.deadline(),
        terms.otherReading(),
        terms.missingPhotos(),
        terms.payer(),
        terms.payer(),
        terms.difference(),
        terms.fee(),
        new Lazy<>(() -> Openings.of(this, facts, calendar, findings)));
  }

  /** What {@link #decide} would come to, without the rest of the proof. */
  Outcome outcome(ReturnFacts facts, WorkingCalendar calendar) {
    var days = days(calendar);
    var judged = new Finding[clauses.size()];
    for (var i = 0; i < judged.length; i++) {
      judged[i] = clauses.get(i).check(facts, days);
    }
    return outcome(judged);
  }

  /**
   * The photos these facts need (clause P10), in the order they are asked for; also those that a
   * condition may yet ask for, so that nobody is asked twice.
   */
  public List<PhotoSlot> photosNeeded(ReturnFacts facts) {
    return clauses.stream()
        .filter(EvidenceClause.class::isInstance)
        .filter(clause -> clause.mayConcern(facts))
        .flatMap(clause -> ((EvidenceClause) clause).needed(facts).stream())
        .distinct()
        .toList();
  }

  /** The clauses as anybody may read them, in the policy's order. */
  public List<ClauseView> views() {
    return clauses.stream().map(ClauseViews::of).toList();
  }

  /** When the shop answers (clause P9); Monday to Friday, 09:00 to 17:00 where no clause says. */
  public ServiceHours serviceHours(WorkingCalendar calendar) {
    return clauses.stream()
        .filter(ContactClause.class::isInstance)
        .map(clause -> ((ContactClause) clause).hours(days(calendar)))
        .findFirst()
        .orElseGet(() -> ServiceHours.standard(days(calendar)));
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
  private static Outcome outcome(Finding[] findings) {
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
}
