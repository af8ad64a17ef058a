package io.tukar.rma;

import io.tukar.kernel.ContactChannel;
import io.tukar.kernel.Language;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Symptom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer asks for: lines of one order, each with its reason and the product wanted.
 *
 * @param draft the draft with the photos; a draft is submitted once
 * @param firstContactAt stops the clock (clause P9): when the draft was started, or when the
 *     customer first called or wrote
 * @param firstContactBy the way the customer did so; null where nobody noted it
 * @param remark in the customer's own words; null or at most {@link #REMARK_CHARS_MAX}
 */
public record OpenRequest(
    long orderId,
    Channel channel,
    Language language,
    Instant firstContactAt,
    @Nullable ContactChannel firstContactBy,
    @Nullable UUID draft,
    List<Line> lines,
    @Nullable String remark) {

  public static final int LINES_MAX = 50;
  public static final int QUANTITY_PER_LINE_MAX = 100;
  public static final int REMARK_CHARS_MAX = 2_000;

  /**
   * One line.
   *
   * @param orderLine the order's line, counted from 1; the case's line bears the same number
   * @param receivedOn the customer's own word for the day of receipt; null where not said
   * @param serial the serial the customer reads off the unit; null where not said
   */
  public record Line(
      int orderLine,
      int quantity,
      ReturnReason reason,
      @Nullable Symptom symptom,
      Sku wanted,
      Claimed claimed,
      @Nullable LocalDate receivedOn,
      @Nullable SerialNumber serial) {}

  /** The condition as the customer describes it; null where not said. */
  public record Claimed(
      @Nullable Boolean sealIntact, @Nullable Boolean clean, @Nullable Boolean complete) {

    public static final Claimed NOTHING = new Claimed(null, null, null);
  }

  public OpenRequest {
    // The database keeps microseconds; what is hashed must be what is stored.
    firstContactAt = firstContactAt.truncatedTo(ChronoUnit.MICROS);
    lines = List.copyOf(lines);
  }
}
