package io.tukar.policy.clause;

import io.tukar.calendar.Deadline;
import io.tukar.kernel.Money;
import io.tukar.kernel.PhotoSlot;
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
public final class Terms {

  private final List<PhotoSlot> missing = new ArrayList<>(0);
  private Optional<Deadline> deadline = Optional.empty();
  private Optional<Deadline> otherReading = Optional.empty();
  private Payer payer = Payer.UNDECIDED;
  private Money difference;
  private Money fee;

  /** Nothing said yet: no deadline, no photos, nobody pays, no sums. */
  public Terms(ReturnFacts facts) {
    this.difference = Money.zero(facts.sold().paidPerUnit().currency());
    this.fee = difference;
  }

  /** A clause sets this deadline; the stricter of two counts. */
  void endsBy(Deadline found, Optional<Deadline> other) {
    if (deadline.isEmpty() || found.endsAt().isBefore(deadline.get().endsAt())) {
      deadline = Optional.of(found);
      otherReading = other;
    }
  }

  /** A clause asks for these photos. */
  void lacks(List<PhotoSlot> photos) {
    for (var slot : photos) {
      if (!missing.contains(slot)) {
        missing.add(slot);
      }
    }
  }

  /** A clause says who pays the shipping; the kinder of two counts. */
  void paidBy(Payer who) {
    if (payer == Payer.UNDECIDED || who == Payer.SHOP) {
      payer = who;
    }
  }

  /** A clause compares the prices. */
  void differsBy(Money sum) {
    difference = sum;
  }

  /** A clause charges a fee beside those of others. */
  void costs(Money charged) {
    fee = fee.plus(charged);
  }

  /** Until when the customer could turn to the shop. */
  public Optional<Deadline> deadline() {
    return deadline;
  }

  /** The same by the reading that is not followed. */
  public Optional<Deadline> otherReading() {
    return otherReading;
  }

  /** The photos still asked for, in the order of the slots. */
  public List<PhotoSlot> missingPhotos() {
    missing.sort(null);
    return missing;
  }

  /** Who pays the shipping, both ways. */
  public Payer payer() {
    return payer;
  }

  /** Positive: the customer pays it; negative: the shop pays it back. */
  public Money difference() {
    return difference;
  }

  /** All fees together. */
  public Money fee() {
    return fee;
  }
}
