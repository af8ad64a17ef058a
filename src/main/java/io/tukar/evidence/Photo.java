package io.tukar.evidence;

import java.time.Instant;

/**
 * A photo in an album.
 *
 * @param at when it was taken in
 * @param actor who gave it: the stored form of an {@link io.tukar.kernel.Actor}
 */
public record Photo(long id, Caption caption, StoredPhoto stored, Instant at, String actor) {}
