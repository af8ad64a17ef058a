package io.tukar.rows;

/**
 * Something that is true of all data at every moment.
 *
 * @param says it in words, as a report names it
 * @param offenders a query for what breaks it, without a semicolon; each row names one
 */
public record Invariant(String says, String offenders) {}
