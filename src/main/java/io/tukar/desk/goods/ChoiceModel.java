package io.tukar.desk.goods;

import io.tukar.rma.StockChoices;
import io.tukar.web.Form;

/**
 * What can be chosen for a line whose replacement is out of stock.
 *
 * @param wanted the name of the product that is out of stock
 * @param version the case as it was shown
 */
public record ChoiceModel(
    String number,
    String wanted,
    StockChoices.Options options,
    int version,
    String searched,
    Form form) {

  public String path() {
    return ChoicePage.path(number, options.line().lineNo());
  }
}
