package io.tukar.desk.inspect;

import io.tukar.inspection.CourierClaim;
import io.tukar.rma.RmaLine;
import io.tukar.web.Form;
import java.util.Optional;

/**
 * A line's claim on the courier.
 *
 * @param item what was damaged
 * @param claim empty until it is filed
 * @param endedBy name of who wrote the answer down; empty until then
 */
public record ClaimModel(
    String number,
    RmaLine line,
    String item,
    Optional<CourierClaim> claim,
    String endedBy,
    Form form) {

  public String path() {
    return "/desk/claims/" + number + "/" + line.lineNo();
  }
}
