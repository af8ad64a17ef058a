package io.tukar.policy;

import io.tukar.calendar.Deadline;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.policy.decision.Decision;
import io.tukar.policy.facts.ReturnFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The versions of a shop's policy and the calendar they count with. Immutable. */
public final class PolicyBook {

  private final List<Policy> versions;
  private final WorkingCalendar calendar;

  /**
   * A book of these versions.
   *
   * @param versions at least one; a later version is in force from a later day
   */
  public PolicyBook(List<Policy> versions, WorkingCalendar calendar) {
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("A book without a policy");
    }
    this.versions =
        versions.stream()
            .sorted(Comparator.comparing(Policy::effectiveFrom).thenComparingInt(Policy::version))
            .toList();
    this.calendar = calendar;
  }

  /** The days the versions count with. */
  public WorkingCalendar calendar() {
    return calendar;
  }

  /** The same versions on other days off. */
  public PolicyBook on(WorkingCalendar other) {
    return other == calendar ? this : new PolicyBook(versions, other);
  }

  /** The versions by the instant they come into force, oldest first. */
  public List<Policy> versions() {
    return versions;
  }

  /** The version in force for orders of this day; the oldest for orders before it. */
  public Policy inForce(LocalDate orderedOn) {
    return inForceAt(orderedOn.atStartOfDay(calendar.zone()).toInstant());
  }

  /** The version in force at this instant; the oldest before any was. */
  public Policy inForceAt(Instant at) {
    var found = versions.getFirst();
    for (var version : versions) {
      if (!version.effectiveFrom().isAfter(at)) {
        found = version;
      }
    }
    return found;
  }

  /** The version of this policy and number. */
  public Optional<Policy> version(String id, int version) {
    return versions.stream()
        .filter(policy -> policy.id().equals(id) && policy.version() == version)
        .findFirst();
  }

  /**
   * Decides by the policy in force on the day of the order, or by a later one, in force when the
   * customer turned to the shop, where that is kinder.
   */
  public Decision judge(ReturnFacts facts) {
    var first = inForce(facts.sold().orderedOn());
    var kindest = first.decide(facts, calendar);
    for (var version : versions) {
      if (version.effectiveFrom().isAfter(first.effectiveFrom())
          && !version.effectiveFrom().isAfter(facts.claim().firstContactAt())) {
        var decision = version.decide(facts, calendar);
        kindest = KinderFirst.ORDER.compare(decision, kindest) < 0 ? decision : kindest;
      }
    }
    return kindest;
  }

  /**
   * Decides anew on facts that were decided on before. Empty where what was decided stands: unless
   * the new decision is kinder, or says the same on a deadline that is no longer provisional.
   */
  public Optional<Decision> judgeAnew(ReturnFacts facts, Decision before) {
    var anew = judge(facts);
    int kinder = KinderFirst.ORDER.compare(anew, before);
    var settled =
        anew.outcome() == before.outcome()
            && before.deadline().filter(Deadline::provisional).isPresent()
            && anew.deadline().filter(Deadline::provisional).isEmpty();
    return kinder < 0 || (kinder == 0 && settled) ? Optional.of(anew) : Optional.empty();
  }
}
