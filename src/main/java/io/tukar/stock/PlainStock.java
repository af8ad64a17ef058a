package io.tukar.stock;

import io.tukar.csv.CellText;
import io.tukar.csv.Cells;
import io.tukar.csv.CsvLayout;
import io.tukar.kernel.MacAddress;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Our own layout of stock; described in docs/import-formats.md. */
final class PlainStock {

  static final CsvLayout LAYOUT = new CsvLayout("Tukar's stock CSV", List.of("sku", "serial"));

  private static final String A_SERIAL = "a serial number (letters, digits and -, 4 to 40)";
  private static final String A_MAC = "a MAC address (12 digits and letters A to F)";
  private static final String A_GRADE = "new, opened, refurbished or defective";

  private PlainStock() {}

  /** Empty where the row was refused. */
  static Optional<ImportedStock> read(Cells cells) {
    var sku = cells.need("sku", ProductLayout.A_SKU, Sku::parse);
    return cells.raw("serial").isEmpty() ? number(sku, cells) : unit(sku, cells);
  }

  private static Optional<ImportedStock> unit(Optional<Sku> sku, Cells cells) {
    var serial = cells.need("serial", A_SERIAL, SerialNumber::parse);
    var mac = mac(cells);
    var lot = mark(cells, "lot", Delivery.Line.LOT_CHARS_MAX);
    var bin = mark(cells, "bin", Delivery.Line.BIN_CHARS_MAX);
    var grade = cells.may("grade", A_GRADE, PlainStock::grade);
    cells
        .may("quantity", ProductLayout.A_COUNT, CellText::count)
        .filter(quantity -> quantity != 1)
        .ifPresent(
            quantity -> cells.refuse("quantity", "is " + quantity + "; a serial is one unit"));
    return cells.refused()
        ? Optional.empty()
        : Optional.of(
            new ImportedStock.OfUnit(
                sku.orElseThrow(),
                serial.orElseThrow(),
                mac.orElse(null),
                lot,
                bin,
                grade.orElse(null)));
  }

  private static Optional<ImportedStock> number(Optional<Sku> sku, Cells cells) {
    var quantity = cells.need("quantity", ProductLayout.A_COUNT, CellText::count);
    if (quantity.isPresent() && (quantity.get() < 1 || quantity.get() > ProductLayout.STOCK_MAX)) {
      cells.refuse(
          "quantity",
          "is " + quantity.get() + "; from 1 to " + ProductLayout.STOCK_MAX + " is possible");
    }
    var reference = cells.text("reference");
    if (reference.isEmpty() || reference.length() > Delivery.REFERENCE_CHARS_MAX) {
      cells.refuse(
          "reference",
          "is needed for goods without a serial (1 to "
              + Delivery.REFERENCE_CHARS_MAX
              + " characters), so that the file taken twice counts once");
    }
    return cells.refused()
        ? Optional.empty()
        : Optional.of(
            new ImportedStock.OfNumber(sku.orElseThrow(), quantity.orElseThrow(), reference));
  }

  private static Optional<MacAddress> mac(Cells cells) {
    var meant = MacAddress.misread(cells.raw("mac"));
    if (meant.isPresent()) {
      cells.refuse("mac", "has letters for digits; is it " + meant.get().labelled() + "?");
      return Optional.empty();
    }
    return cells.may("mac", A_MAC, MacAddress::parse);
  }

  private static @Nullable String mark(Cells cells, String column, int most) {
    var text = cells.text(column);
    if (text.length() > most) {
      cells.refuse(column, "has more than " + most + " characters");
    }
    return text.isEmpty() ? null : text;
  }

  private static Optional<Unit.Grade> grade(String text) {
    return Arrays.stream(Unit.Grade.values())
        .filter(grade -> grade.name().equals(text.strip().toUpperCase(Locale.ROOT)))
        .findFirst();
  }
}
