package io.tukar.shipping;

import java.time.Instant;

/**
 * Something that happened to a parcel.
 *
 * @param at when it happened, by the courier's clock
 */
public record TrackingEvent(TrackingStatus status, Instant at) {}
