package io.tukar.rma;

import io.tukar.inspection.Disposition;
import io.tukar.inspection.Seen;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Fault;
import org.jspecify.annotations.Nullable;

/**
 * What an inspector reports of one line.
 *
 * @param accept whether the line is exchanged; null leaves it to the policy
 * @param remark needed where {@code accept} goes against the policy, or where the policy asks for a
 *     person's word
 */
public record LineInspection(
    int lineNo,
    Seen seen,
    Verdict verdict,
    Fault fault,
    Disposition disposition,
    @Nullable Boolean accept,
    @Nullable String remark) {}
