package io.tukar.policy.decision;

import io.tukar.calendar.Deadline;
import io.tukar.kernel.Money;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was decided about one line, and the proof.
 *
 * @param holidaySet the id of the working calendar that was counted with
 * @param findings one for every clause of the policy, in the policy's order
 * @param deadline until when the customer could turn to the shop; empty where the day of receipt is
 *     unknown
 * @param otherReading the deadline by the reading of clause P2 that was not followed
 * @param missingPhotos the photos still asked for
 * @param payerToShop who pays the way from the customer to the shop
 * @param payerToCustomer who pays the way from the shop to the customer
 * @param difference positive: the customer pays it; negative: the shop pays it back
 * @param fee what the customer pays beside
 * @param asked what {@link #openings} tells
 */
public record Decision(
    String policyId,
    int policyVersion,
    String holidaySet,
    Outcome outcome,
    List<Finding> findings,
    Optional<Deadline> deadline,
    Optional<Deadline> otherReading,
    List<PhotoSlot> missingPhotos,
    Payer payerToShop,
    Payer payerToCustomer,
    Money difference,
    Money fee,
    Supplier<List<Opening>> asked) {

  /** Of the JSON form; grows when a reader of the older form could misread the newer. */
  public static final int FORMAT = 1;

  public Decision {
    findings = List.copyOf(findings);
    missingPhotos = List.copyOf(missingPhotos);
  }

  /** What is lacking, and what each answer would come to; worked out when somebody asks. */
  public List<Opening> openings() {
    return asked.get();
  }

  /** What each answer to what this clause lacks would come to, in sentences. */
  public List<Words> answers(Finding finding) {
    return openings().stream()
        .filter(opening -> opening.clauses().contains(finding.clause()))
        .flatMap(opening -> opening.sentences().stream())
        .toList();
  }

  /** The finding of this clause. */
  public Optional<Finding> finding(String clause) {
    return findings.stream().filter(finding -> finding.clause().equals(clause)).findFirst();
  }

  /**
   * One form only: the same facts, policy version and holiday set give the same bytes. The clauses'
   * texts are left out, because the policy version holds them.
   */
  public byte[] toCanonicalJson() {
    return DecisionJson.write(this);
  }
}
