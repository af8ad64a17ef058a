package io.tukar.desk;

import io.tukar.rma.WorkRow;
import java.time.Instant;
import java.util.List;

/** What is to come in and what is to go out. */
public record MoneyModel(
    List<WorkRow> in, List<WorkRow> out, List<WorkRow> toSettle, Instant now) {}
