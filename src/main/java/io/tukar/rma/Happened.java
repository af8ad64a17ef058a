package io.tukar.rma;

import java.time.Instant;

/**
 * An event of a case as it was stored.
 *
 * @param actor the stored form of an {@link io.tukar.kernel.Actor}
 */
public record Happened(int seq, Instant at, String actor, RmaEvent event) {}
