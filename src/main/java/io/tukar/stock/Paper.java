package io.tukar.stock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind moves that no case caused.
 *
 * @param key made with the form: the same form sent twice is one paper
 * @param party the supplier or vendor; null where there is none
 * @param reference the number on the supplier's delivery note, or the one the vendor gave
 * @param reason in words; needed for a count or a transfer
 */
record Paper(
    long id,
    UUID key,
    Kind kind,
    @Nullable String party,
    @Nullable String reference,
    @Nullable String reason) {

  enum Kind {
    DELIVERY,
    COUNT,
    TRANSFER,
    IMPORT,
    /** Goods that left for an order; the reference is its number. */
    SALE,
    /** Goods came back from a vendor, or what stands for them did. */
    VENDOR
  }
}
