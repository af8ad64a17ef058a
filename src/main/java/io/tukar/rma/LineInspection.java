package io.tukar.rma;

import io.tukar.inspection.Disposition;
import io.tukar.inspection.Seen;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Fault;
import io.tukar.kernel.SerialNumber;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an inspector reports of one line.
 *
 * @param disposition where the line's units go
 * @param apart the units that go elsewhere than the rest
 * @param accept whether the line is exchanged; null leaves it to the policy
 * @param remark needed where {@code accept} goes against the policy, where the policy asks for a
 *     person's word, and with no fault found: what the customer said to it
 */
public record LineInspection(
    int lineNo,
    Seen seen,
    Verdict verdict,
    Fault fault,
    Disposition disposition,
    Map<SerialNumber, Disposition> apart,
    @Nullable Boolean accept,
    @Nullable String remark) {

  public LineInspection {
    apart = Map.copyOf(apart);
  }

  /** All units go to the same place. */
  public LineInspection(
      int lineNo,
      Seen seen,
      Verdict verdict,
      Fault fault,
      Disposition disposition,
      @Nullable Boolean accept,
      @Nullable String remark) {
    this(lineNo, seen, verdict, fault, disposition, Map.of(), accept, remark);
  }

  /** Where this unit goes. */
  Disposition disposition(@Nullable SerialNumber serial) {
    return serial == null ? disposition : apart.getOrDefault(serial, disposition);
  }
}
