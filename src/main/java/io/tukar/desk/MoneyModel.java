package io.tukar.desk;

import io.tukar.rma.WorkRow;
import io.tukar.web.Tab;
import java.time.Instant;
import java.util.List;

/**
 * What is to come in and what is to go out.
 *
 * @param tabs the other pages of the finance desk; empty for those who only look on
 * @param missing noted transfers that no statement shows though it should
 * @param gaps places where statements are missing
 */
public record MoneyModel(
    List<Tab> tabs,
    int missing,
    int gaps,
    List<WorkRow> in,
    List<WorkRow> out,
    List<WorkRow> toSettle,
    Instant now) {}
