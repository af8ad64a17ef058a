package io.tukar.desk;

import io.tukar.csv.ImportCounts;
import io.tukar.shipping.Courier;
import io.tukar.shipping.CourierProduct;
import io.tukar.shipping.Tariff;
import io.tukar.web.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The couriers, what they sell and what they take.
 *
 * @param typed the place the tariff is filtered by; empty for all
 * @param tariffs a page of those that fit
 * @param imported what became of a file that was just sent
 * @param remarks of its rows
 * @param said what the last change did; empty for none
 */
public record CouriersModel(
    Map<Courier, Boolean> offered,
    List<CourierProduct> products,
    String typed,
    List<Tariff> tariffs,
    int tariffsInAll,
    int page,
    int pages,
    boolean mayChange,
    Forms forms,
    Optional<ImportCounts> imported,
    List<String> remarks,
    String said) {

  /** What was typed into the page's forms. */
  public record Forms(Form origin, Form product, Form file) {}
}
