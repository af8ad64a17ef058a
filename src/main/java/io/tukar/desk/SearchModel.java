package io.tukar.desk;

import io.tukar.orders.FoundOrder;
import io.tukar.rma.WorkRow;
import java.time.Instant;
import java.util.List;

/** What answers a search: cases, and orders a case could be opened for. */
public record SearchModel(
    String typed, List<WorkRow> cases, List<FoundOrder> orders, boolean mayRequest, Instant now) {}
