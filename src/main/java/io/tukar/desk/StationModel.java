package io.tukar.desk;

import io.tukar.rma.WorkRow;
import java.time.Instant;
import java.util.List;

/** What was scanned, and the cases it may belong to. */
public record StationModel(String scanned, List<WorkRow> cases, Instant now) {}
