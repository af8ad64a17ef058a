package io.tukar.portal.draft;

import io.tukar.kernel.Money;
import io.tukar.web.Form;
import java.util.List;

/** The items to choose from. */
public record Items(StepHead head, Form form, List<Item> items) {

  /**
   * An item of the order.
   *
   * @param claimedBy the requests that have units of it
   */
  public record Item(
      int lineNo, String name, Money paid, int quantity, int remaining, List<String> claimedBy) {}
}
