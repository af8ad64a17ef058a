package io.tukar.desk.inspect;

import io.tukar.inspection.CourierClaim;
import java.util.List;

/** A page of the claims on couriers. */
public record ClaimsModel(List<Row> rows, int page, int last) {

  /** A claim with the number of its case. */
  public record Row(CourierClaim claim, String number) {}
}
