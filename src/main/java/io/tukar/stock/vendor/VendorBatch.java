package io.tukar.stock.vendor;

import io.tukar.kernel.WaybillNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Faulty goods that go to one vendor together.
 *
 * @param version changes with everything that happens to the batch
 * @param sending how it was sent; null while it is gathered
 * @param closedAt when the last answer was booked; null before
 * @param goods how many units and goods are in it
 * @param unanswered how many of them have no answer yet
 */
public record VendorBatch(
    long id,
    String vendor,
    State state,
    int version,
    Instant openedAt,
    @Nullable Sending sending,
    @Nullable Instant closedAt,
    int goods,
    int unanswered) {

  public static final int VENDOR_CHARS_MAX = 100;

  /** A batch has no more rows: units, and products without serials. */
  public static final int ITEMS_MAX = 500;

  /** A vendor that has not answered for all after so many days is asked. */
  public static final int DAYS_UNTIL_ASKED = 30;

  /** How far it is. */
  public enum State {
    OPEN,
    SENT,
    CLOSED
  }

  /**
   * How it was sent.
   *
   * @param reference the number the vendor gave for sending it in, 1 to {@value
   *     #REFERENCE_CHARS_MAX} characters; one batch a number
   * @param by reference of who sent it
   */
  public record Sending(String reference, @Nullable WaybillNumber waybill, Instant at, String by) {

    public static final int REFERENCE_CHARS_MAX = 60;
  }

  /** How many days the goods have been or were away; 0 while they are here. */
  public long daysAway(Instant now, ZoneId zone) {
    var sent = sending;
    if (sent == null) {
      return 0;
    }
    var until = closedAt == null ? now : closedAt;
    return ChronoUnit.DAYS.between(
        sent.at().atZone(zone).toLocalDate(), until.atZone(zone).toLocalDate());
  }

  /** The vendor has had it too long. */
  public boolean isLate(Instant now, ZoneId zone) {
    return state == State.SENT && daysAway(now, zone) > DAYS_UNTIL_ASKED;
  }
}
