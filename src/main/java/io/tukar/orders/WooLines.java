package io.tukar.orders;

import io.tukar.csv.CellText;
import io.tukar.csv.Cells;
import io.tukar.csv.CsvRow;
import io.tukar.kernel.Money;
import io.tukar.kernel.Sku;
import io.tukar.orders.ImportedOrder.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Line items as the WooCommerce export extension writes them. */
final class WooLines {

  /** Stands where a product was deleted from the shop since. */
  private static final String DELETED_PRODUCT = "unknown_product";

  private static final String AN_AMOUNT = "an amount";
  private static final BigDecimal UNIT_MAX = BigDecimal.valueOf(Money.MINOR_UNITS_MAX);

  private WooLines() {}

  /** The one item that a row of a row-per-item format has. */
  static List<Line> ofRow(CsvRow row, Cells cells) {
    return line(row, cells).stream().toList();
  }

  /** The items packed into the cell {@code line_items}. */
  static List<Line> packed(CsvRow row, Cells cells) {
    var lines = new ArrayList<Line>();
    var items =
        cells.need("line_items", "a list of items as the extension packs it", WooItems::parse);
    for (var item : items.orElse(List.of())) {
      line(row, cells.within(CsvRow.packed(row.number(), item))).ifPresent(lines::add);
    }
    return lines;
  }

  /** The one item of a legacy row, which says nothing of its tax. */
  static List<Line> ofLegacyRow(CsvRow row, Cells cells) {
    var sku = sku(cells, "item sku", "");
    var name = unescaped(cells.text("item name"));
    var quantity = OrderCells.units(cells, "item amount", 1);
    var total = cells.need("row price", AN_AMOUNT, CellText::amount);
    var tax = cells.may("tax", AN_AMOUNT, CellText::amount);
    if (tax.isPresent() && tax.get().signum() > 0) {
      cells.refuse(
          "tax", "this format does not say the tax of an item; export Default - One Row per Item");
    }
    if (cells.refused()) {
      return List.of();
    }
    return List.of(
        new Line(
            sku.orElseThrow(),
            named(name, sku.orElseThrow()),
            quantity.orElseThrow(),
            perUnit(total.orElseThrow(), quantity.orElseThrow()),
            List.of(),
            row.number()));
  }

  private static Optional<Line> line(CsvRow row, Cells cells) {
    var sku = sku(cells, "item_sku", "item_product_id");
    var name = unescaped(cells.text("item_name"));
    var bought = OrderCells.units(cells, "item_quantity", 1);
    var refunded =
        cells
            .may("item_refunded_qty", OrderCells.A_COUNT, CellText::count)
            .map(Math::abs)
            .orElse(0);
    var total = cells.need("item_total", AN_AMOUNT, CellText::amount);
    var tax = cells.may("item_total_tax", AN_AMOUNT, CellText::amount);
    var paidBack = cells.may("item_refunded", AN_AMOUNT, CellText::amount);
    if (bought.isPresent() && refunded > bought.get()) {
      cells.refuse("item_refunded_qty", "is more than item_quantity");
    }
    if (cells.refused()) {
      return Optional.empty();
    }
    var paid = total.orElseThrow().add(tax.orElse(BigDecimal.ZERO));
    var kept = refunded == 0 ? paid.subtract(paidBack.orElse(BigDecimal.ZERO)) : paid;
    return Optional.of(
        new Line(
            sku.orElseThrow(),
            named(name, sku.orElseThrow()),
            bought.orElseThrow() - refunded,
            perUnit(kept, bought.orElseThrow()),
            List.of(),
            row.number()));
  }

  /** A product without a SKU is known by its id, as in the product import: {@code WC-118}. */
  private static Optional<Sku> sku(Cells cells, String column, String idColumn) {
    if (cells.raw(column).equals(DELETED_PRODUCT)) {
      cells.notice(column, "the product was deleted from the shop since; its SKU is not known");
    }
    var id = cells.raw(idColumn);
    return cells.raw(column).isEmpty() && id.matches("[1-9]\\d{0,18}")
        ? Sku.parse("WC-" + id)
        : cells.need(column, OrderCells.A_SKU, Sku::parse);
  }

  /** What one unit cost: a share that is no whole rupiah is rounded down. */
  private static Money perUnit(BigDecimal paid, int units) {
    var share = paid.divide(BigDecimal.valueOf(units), 0, RoundingMode.FLOOR);
    return Money.rupiah(share.max(BigDecimal.ZERO).min(UNIT_MAX).longValueExact());
  }

  private static String named(String name, Sku sku) {
    return name.isEmpty() ? sku.value() : name;
  }

  /** The extension writes quotation marks and ampersands as in HTML. */
  private static String unescaped(String text) {
    return text.replace("&quot;", "\"").replace("&#039;", "'").replace("&amp;", "&");
  }
}
