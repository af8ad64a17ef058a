package io.tukar.rma;

import io.tukar.kernel.Language;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request being written; it survives a killed tab.
 *
 * @param startedAt counts as first contact (clause P9)
 * @param form what was filled in so far, as the door keeps it: a JSON object
 * @param rmaId the case it became; null while it is open
 */
public record Draft(
    UUID id,
    long orderId,
    Instant startedAt,
    Language language,
    String form,
    @Nullable Long rmaId) {}
