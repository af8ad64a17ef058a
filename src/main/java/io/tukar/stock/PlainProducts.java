package io.tukar.stock;

import io.tukar.csv.CellText;
import io.tukar.csv.Cells;
import io.tukar.csv.CsvLayout;
import io.tukar.csv.CsvRow;
import io.tukar.kernel.Money;
import io.tukar.kernel.Sku;
import io.tukar.stock.ProductLayout.Told;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Our own layout; described in docs/import-formats.md. */
final class PlainProducts {

  static final ProductLayout LAYOUT =
      new ProductLayout(
          new CsvLayout("Tukar's plain product CSV", List.of("sku", "name", "list_price")),
          () -> PlainProducts::read);

  private PlainProducts() {}

  private static Told read(CsvRow row, Cells cells) {
    var sku = cells.need("sku", ProductLayout.A_SKU, Sku::parse);
    var name = cells.text("name");
    if (name.isEmpty()) {
      cells.refuse("name", "is empty; a name is needed");
    }
    var category = cells.text("category");
    var listPrice = cells.rupiah("list_price");
    var boxed = yesOrNo(cells, "boxed");
    var wrapped = yesOrNo(cells, "wrapped");
    var serialised = yesOrNo(cells, "serialised");
    var contents = cells.text("contents");
    var stock = cells.may("stock", ProductLayout.A_COUNT, CellText::count).orElse(0);
    if (stock < 0 || stock > ProductLayout.STOCK_MAX) {
      cells.refuse(
          "stock", "is " + stock + "; from 0 to " + ProductLayout.STOCK_MAX + " is possible");
    }
    return cells.refused()
        ? new Told.Refused()
        : new Told.Sold(
            new ImportedProduct(
                sku.orElseThrow(),
                name,
                category,
                Money.rupiah(listPrice.orElseThrow()),
                boxed,
                wrapped,
                serialised,
                contents,
                null,
                stock));
  }

  private static @Nullable Boolean yesOrNo(Cells cells, String column) {
    return cells.may(column, ProductLayout.YES_OR_NO, CellText::yesOrNo).orElse(null);
  }
}
