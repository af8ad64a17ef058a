package io.tukar.stock.qc;

import org.jspecify.annotations.Nullable;

/**
 * What came of a step.
 *
 * @param seen what was read or remarked; null where nothing was written
 */
public record QcResult(int stepNo, boolean passed, @Nullable String seen) {}
