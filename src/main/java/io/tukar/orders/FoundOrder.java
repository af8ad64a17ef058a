package io.tukar.orders;

import java.time.Instant;

/**
 * An order as a line of a list.
 *
 * @param remaining units for which a case can still be opened
 */
public record FoundOrder(
    String number, String customer, Instant orderedAt, String items, int remaining) {}
