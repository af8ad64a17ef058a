package io.tukar.inspection;

import io.tukar.kernel.WaybillNumber;
import io.tukar.shipping.Courier;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A parcel that arrived at the shop (clauses P5, P9, P11).
 *
 * @param actor who took it in, as stored
 * @param bin where it lies; empty where nobody said
 * @param rmaId the case it belongs to; null until somebody knows
 */
public record Arrival(
    long id,
    Instant at,
    String actor,
    Optional<Courier> courier,
    Optional<WaybillNumber> waybill,
    int boxes,
    Packaging packaging,
    String remark,
    String bin,
    @Nullable Long rmaId,
    State state) {

  /** Where its goods stand. */
  public enum State {
    /** Kept apart, unopened: nobody awaits it yet. */
    QUARANTINE,
    /** Its goods count as received by its case. */
    TAKEN,
    /** It left the shop again. */
    GONE
  }
}
