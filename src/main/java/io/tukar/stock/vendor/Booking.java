package io.tukar.stock.vendor;

import io.tukar.kernel.Actor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer with all that is written down of it.
 *
 * @param paper number of the vendor's paper; null where it has none
 * @param document id of what stands behind the moves
 * @param replacement the unit that came; null where none is known
 */
record Booking(
    VendorAnswer answer,
    @Nullable String paper,
    long document,
    @Nullable Long replacement,
    Instant at,
    Actor by) {

  /** By the names of the parameters, all but the replacement. */
  Map<String, @Nullable Object> values() {
    var values = new HashMap<String, @Nullable Object>();
    values.put("outcome", answer.outcome().name());
    values.put("to", answer instanceof VendorAnswer.Refused(var to) ? to.name() : null);
    values.put(
        "amount", answer instanceof VendorAnswer.Credited(var amount) ? amount.minor() : null);
    values.put("paper", paper);
    values.put("document", document);
    values.put("at", at.atOffset(ZoneOffset.UTC));
    values.put("by", by.reference());
    return values;
  }
}
