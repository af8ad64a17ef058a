package io.tukar.portal.draft;

import io.tukar.kernel.Money;
import io.tukar.web.Form;
import java.util.List;

/**
 * The product wanted.
 *
 * @param searched the words searched for; empty where nothing was
 * @param moreThanShown the search found more than is shown
 */
public record WantedChoice(
    StepHead head,
    Form form,
    Money paid,
    int quantity,
    List<Option> options,
    String searched,
    boolean moreThanShown) {

  /**
   * A product to choose.
   *
   * @param difference positive: the customer pays it; negative: the shop pays it back
   * @param same the model that was bought
   */
  public record Option(
      String sku, String name, Money price, Money difference, boolean inStock, boolean same) {}
}
