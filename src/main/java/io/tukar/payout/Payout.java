package io.tukar.payout;

import io.tukar.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A transfer to a customer, from proposal to the bank's debit.
 *
 * @param number the case's, as people call it
 * @param ending the last digits of the account
 * @param decidedBy who approved or rejected it; null before
 * @param batch the file it left with; null before
 * @param reason why it was rejected or failed; null otherwise
 */
public record Payout(
    long id,
    long rmaId,
    String number,
    String customer,
    Money amount,
    State state,
    Bank bank,
    String ending,
    Instant proposedAt,
    String proposedBy,
    @Nullable Instant decidedAt,
    @Nullable String decidedBy,
    @Nullable Long batch,
    @Nullable Instant exportedAt,
    @Nullable String reason) {

  /** Where it stands. */
  public enum State {
    PROPOSED,
    APPROVED,
    REJECTED,
    /** In the bank's file. */
    EXPORTED,
    /** In the bank's file, and not on a statement that should show it. */
    UNKNOWN,
    /** On the bank's statement. */
    CONFIRMED,
    /** The bank did not carry it out; the shop owes it again. */
    FAILED
  }

  /** What tells it on the bank's statement, end to end. */
  public String endToEndId() {
    return endToEndId(id);
  }

  static String endToEndId(long id) {
    return "TKR-PO-" + id;
  }
}
