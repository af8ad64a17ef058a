package io.tukar.web;

import java.time.Instant;

/**
 * Something that happened.
 *
 * @param by who did it, in words; empty when that goes without saying
 */
public record TimelineEntry(Instant at, String what, String by, Turn turn) {}
