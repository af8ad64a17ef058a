package io.tukar.inspection;

import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Sku;

/**
 * A line of a case whose goods are here and wait for a verdict.
 *
 * @param origin the line it was asked for as; its own number unless it was split off
 * @param soldItemId the order's line it was bought with; 0 where only a part of that came, which no
 *     serial of the order says anything of
 * @param quantity how many came
 */
public record Returned(
    long rmaId,
    int lineNo,
    int origin,
    long soldItemId,
    Sku sku,
    int quantity,
    ReturnReason reason) {}
