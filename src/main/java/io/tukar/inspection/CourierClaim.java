package io.tukar.inspection;

import io.tukar.kernel.Money;
import io.tukar.kernel.WaybillNumber;
import io.tukar.shipping.Courier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the shop claims from a courier for a line that was damaged on the way (clause P12).
 *
 * @param waybill of the parcel it was damaged in
 * @param declaredValue what the parcel was declared to be worth, at most what can be paid
 * @param ending null while the courier has not answered
 */
public record CourierClaim(
    long id,
    long rmaId,
    int lineNo,
    Courier courier,
    WaybillNumber waybill,
    Money declaredValue,
    Instant filedAt,
    String filedBy,
    @Nullable Ending ending) {

  /** What a bank's reference may be long. */
  public static final int REFERENCE_CHARS_MAX = 100;

  /** What the courier answered. */
  public enum Outcome {
    PAID,
    DENIED
  }

  /**
   * The courier's answer.
   *
   * @param amount what it paid; null where it denied
   * @param reference the transfer on the bank's statement, or the letter it denied by
   * @param by reference of who wrote it down
   */
  public record Ending(
      Outcome outcome, @Nullable Money amount, @Nullable String reference, Instant at, String by) {}
}
