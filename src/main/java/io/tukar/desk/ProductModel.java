package io.tukar.desk;

import io.tukar.stock.Place;
import io.tukar.stock.Product;
import io.tukar.stock.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A product with its units.
 *
 * @param elsewhere how many are in which place, apart from the shelf
 * @param mayTest whoever looks may test units
 * @param queue one page of those who wait for it, in the order they are served
 */
public record ProductModel(
    Product product,
    List<Unit> units,
    Map<Place, Integer> elsewhere,
    boolean mayTest,
    Queue queue) {

  /**
   * Who waits for the product.
   *
   * @param page from 1
   * @param last page there is
   * @param waiting lines on all pages
   */
  public record Queue(List<Waiting> rows, int page, int last, int waiting) {}

  /**
   * One who waits.
   *
   * @param place from 1, which is served next
   * @param number of the case
   * @param priority served before those without
   */
  public record Waiting(int place, String number, int quantity, boolean priority, Instant since) {}
}
