package io.tukar.portal.status;

import io.tukar.rma.StockChoices;
import io.tukar.web.Form;

/**
 * What a customer can choose for an item whose replacement is out of stock.
 *
 * @param wanted the name of the product that is out of stock
 * @param path where it is posted
 * @param version the case as the customer saw it
 * @param searched the words other products were looked for by
 */
public record StockChoiceView(
    String wanted,
    StockChoices.Options options,
    String path,
    String back,
    int version,
    String searched,
    Form form) {}
