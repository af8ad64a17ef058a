package io.tukar.rma;

import io.tukar.kernel.Money;
import io.tukar.kernel.ReturnReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case as a line of a list.
 *
 * @param number the RMA number once there is one; until then the request number
 * @param product of its first line, as the order names it
 * @param lines how many lines it has
 * @param dueAt null once the case has ended
 */
public record WorkRow(
    long id,
    String number,
    String customer,
    String product,
    int lines,
    ReturnReason reason,
    RmaStatus status,
    Turn turn,
    boolean priority,
    @Nullable Instant dueAt,
    Money balance) {

  /** Where a list goes on after this row. */
  public Worklist.Place place() {
    return new Worklist.Place(priority, dueAt == null ? Instant.EPOCH : dueAt, id);
  }
}
