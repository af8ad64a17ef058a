package io.tukar.desk.inspect;

import io.tukar.rma.PartExchange;
import io.tukar.rma.RmaLine;
import io.tukar.web.Form;
import java.util.List;

/**
 * The parts of a line's product that could be sent alone.
 *
 * @param number the case's
 * @param item name of the product
 */
public record PartModel(
    String number, RmaLine line, String item, List<PartExchange.Choice> choices, Form form) {

  public String path() {
    return PartPage.path(number, line.lineNo());
  }
}
