package io.tukar.settlement.statement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The sums of a statement, in rupiah, without what is pending.
 *
 * @param account the number, digits only; empty where the file names none
 * @param opening before the first entry; null where the file does not tell
 * @param credits the sum of what came
 * @param debits the sum of what went, more than or equal to zero
 * @param closing after the last entry; null where the file does not tell
 */
public record StatementBalances(
    String account,
    @Nullable BigDecimal opening,
    BigDecimal credits,
    long creditCount,
    BigDecimal debits,
    long debitCount,
    @Nullable BigDecimal closing) {}
