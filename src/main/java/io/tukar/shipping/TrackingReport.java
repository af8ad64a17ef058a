package io.tukar.shipping;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a courier says of a parcel.
 *
 * @param at when it happened; null where the courier does not say
 */
public record TrackingReport(TrackingStatus status, @Nullable Instant at) {}
