package io.tukar.rma;

import io.tukar.kernel.SerialNumber;
import java.util.List;

/**
 * A line to be sent out.
 *
 * @param serials the units chosen, one for each unit of the line where the product has serials;
 *     empty otherwise
 */
public record LineDispatch(int lineNo, List<SerialNumber> serials) {

  public LineDispatch {
    serials = List.copyOf(serials);
  }
}
