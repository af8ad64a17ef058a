package io.tukar.stock;

import io.tukar.kernel.Money;
import io.tukar.kernel.Sku;
import org.jspecify.annotations.Nullable;

/**
 * A product as a file tells it. What the file does not say is null or empty: a known product keeps
 * it, a new one gets the default.
 *
 * @param stock how many lie on the shelf; counts for a new product only
 */
record ImportedProduct(
    Sku sku,
    String name,
    String category,
    Money listPrice,
    @Nullable Boolean boxed,
    @Nullable Boolean wrapped,
    @Nullable Boolean serialised,
    String contents,
    @Nullable Boolean active,
    int stock) {

  /** The product as it shall be stored. */
  Product over(@Nullable Product known) {
    return new Product(
        sku,
        name,
        category.isEmpty() && known != null ? known.category() : category,
        listPrice,
        told(boxed, known == null || known.boxed()),
        told(wrapped, known == null || known.wrapped()),
        told(serialised, known != null && known.serialised()),
        contents.isEmpty() && known != null ? known.contents() : contents,
        told(active, known == null || known.active()),
        known == null ? 0 : known.free());
  }

  private static boolean told(@Nullable Boolean told, boolean otherwise) {
    return told == null ? otherwise : told;
  }
}
