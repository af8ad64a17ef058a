package io.tukar.stock;

import io.tukar.csv.CellText;
import io.tukar.csv.Cells;
import io.tukar.csv.CsvLayout;
import io.tukar.csv.CsvRow;
import io.tukar.kernel.Money;
import io.tukar.kernel.Sku;
import io.tukar.stock.ProductLayout.Told;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Products as WooCommerce's own product export writes them. Simple products and variations are
 * sold; a variation has its parent's category. Says nothing of boxes, serials or contents.
 */
final class WooProducts implements ProductLayout.Reading {

  static final ProductLayout LAYOUT =
      new ProductLayout(
          new CsvLayout(
              "WooCommerce product export",
              List.of("type", "sku", "name", "published", "regular price")),
          WooProducts::new);

  /** Parents remembered for their variations, which follow them in the file. */
  private static final int PARENTS_MAX = 5000;

  private static final Set<String> NOT_SOLD = Set.of("variable", "grouped", "external");

  private final Map<String, String> categoryOfParent =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > PARENTS_MAX;
        }
      };

  private WooProducts() {}

  @Override
  public Told read(CsvRow row, Cells cells) {
    var types = Set.copyOf(List.of(cells.raw("type").toLowerCase(Locale.ROOT).split("\\s*,\\s*")));
    var category = category(cells);
    if (types.stream().anyMatch(NOT_SOLD::contains)) {
      categoryOfParent.put(cells.raw("sku"), category);
      categoryOfParent.put("id:" + cells.raw("id"), category);
      return new Told.NotSold();
    }
    if (!types.contains("simple") && !types.contains("variation")) {
      cells.refuse("Type", "is none of simple, variation, variable, grouped, external");
    }
    var intangible = types.contains("virtual") || types.contains("downloadable");
    var sku = sku(cells);
    var name = unescaped(cells.text("name"));
    if (name.isEmpty()) {
      cells.refuse("Name", "is empty; a name is needed");
    }
    var published = cells.need("published", "1, 0 or -1", CellText::count);
    var price = cells.rupiah("regular price");
    var stock = cells.may("stock", ProductLayout.A_COUNT, CellText::count).orElse(0);
    if (cells.refused()) {
      return new Told.Refused();
    }
    return new Told.Sold(
        new ImportedProduct(
            sku.orElseThrow(),
            name,
            category.isEmpty() ? categoryOfParent.getOrDefault(cells.raw("parent"), "") : category,
            Money.rupiah(price.orElseThrow()),
            intangible ? false : null,
            intangible ? false : null,
            null,
            "",
            published.orElseThrow() == 1,
            Math.clamp(stock, 0, ProductLayout.STOCK_MAX)));
  }

  /** A product without a SKU is known by its id, as in the order import: {@code WC-118}. */
  private static Optional<Sku> sku(Cells cells) {
    var id = cells.raw("id");
    return cells.raw("sku").isEmpty() && id.matches("[1-9]\\d{0,18}")
        ? Sku.parse("WC-" + id)
        : cells.need("sku", ProductLayout.A_SKU, Sku::parse);
  }

  /** The first of the categories, with its ancestors as the file writes them. */
  private static String category(Cells cells) {
    return unescaped(
        cells.text("categories").split("(?<!\\\\),", 2)[0].replace("\\,", ",").strip());
  }

  private static String unescaped(String text) {
    return text.replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
  }
}
