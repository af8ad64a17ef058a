package io.tukar.calendar;

import java.time.Instant;

/**
 * One change of the days off, as it was made.
 *
 * @param actor the stored form of an {@link io.tukar.kernel.Actor}
 */
public record HolidayChange(HolidayEdit edit, Instant at, String actor) {}
