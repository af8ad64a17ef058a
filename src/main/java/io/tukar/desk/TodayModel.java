package io.tukar.desk;

import io.tukar.rma.Queue;
import io.tukar.rma.WorkRow;
import io.tukar.web.Tab;
import java.time.Instant;
import java.util.List;

/**
 * The list of what is to be done.
 *
 * @param shortages how many products cases hold more of than can be shipped
 * @param nextPage where the list goes on; empty on its last page
 */
public record TodayModel(
    Queue queue,
    List<Tab> tabs,
    List<WorkRow> rows,
    int shortages,
    boolean first,
    String nextPage,
    Instant now) {}
