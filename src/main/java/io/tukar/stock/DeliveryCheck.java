package io.tukar.stock;

import io.tukar.kernel.MacAddress;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong with a delivery, each at its field. */
final class DeliveryCheck {

  private final Catalogue catalogue;
  private final Units units;
  private final Papers papers;
  private final List<Refusal> refusals = new ArrayList<>();

  DeliveryCheck(Catalogue catalogue, Units units, Papers papers) {
    this.catalogue = catalogue;
    this.units = units;
    this.papers = papers;
  }

  List<Refusal> refusals(Delivery delivery) {
    text(delivery.supplier(), "supplier", Delivery.SUPPLIER_CHARS_MAX);
    text(delivery.reference(), "reference", Delivery.REFERENCE_CHARS_MAX);
    if (delivery.lines().isEmpty()) {
      refuse("lines-empty", "lines");
    }
    if (delivery.lines().size() > Delivery.LINES_MAX) {
      refuse("delivery-lines-too-many", "lines", Delivery.LINES_MAX);
    }
    if (refusals.isEmpty()
        && papers.delivered(delivery.supplier(), delivery.reference()).isPresent()) {
      refuse("delivery-booked", "reference", delivery.reference());
    }
    var products = catalogue.products(delivery.lines().stream().map(Delivery.Line::sku).toList());
    var serials = new HashSet<Map.Entry<Sku, SerialNumber>>();
    var macs = new HashSet<MacAddress>();
    for (int i = 0; i < delivery.lines().size(); i++) {
      line(delivery.lines().get(i), products, "lines[" + i + "].", serials, macs);
    }
    return refusals;
  }

  private void line(
      Delivery.Line line,
      Map<Sku, Product> products,
      String field,
      Set<Map.Entry<Sku, SerialNumber>> serials,
      Set<MacAddress> macs) {
    var product = products.get(line.sku());
    if (product == null) {
      refuse("sku-unknown", field + "sku", line.sku());
    } else if (!product.serialised() && !line.tags().isEmpty()) {
      refuse("product-without-serials", field + "serials", product.name());
    }
    if (line.quantity() < 1) {
      refuse("quantity-not-positive", field + "quantity");
    } else if (line.quantity() > Delivery.Line.QUANTITY_MAX) {
      refuse("quantity-too-large", field + "quantity", Delivery.Line.QUANTITY_MAX);
    } else if (line.tags().size() > line.quantity()) {
      refuse("serials-too-many", field + "serials", line.quantity());
    }
    mark(line.lot(), field + "lot", Delivery.Line.LOT_CHARS_MAX);
    mark(line.bin(), field + "bin", Delivery.Line.BIN_CHARS_MAX);
    for (var tag : line.tags()) {
      var mac = tag.mac();
      if (!serials.add(Map.entry(line.sku(), tag.serial()))) {
        refuse("serial-scanned-twice", field + "serials", tag.serial());
      } else if (mac != null && !macs.add(mac)) {
        refuse("mac-of-other-unit", field + "serials", mac.labelled());
      }
    }
    known(line, field);
  }

  private void known(Delivery.Line line, String field) {
    for (var unit :
        units.with(line.sku(), line.tags().stream().map(Delivery.Tag::serial).toList())) {
      refuse("unit-elsewhere", field + "serials", unit.serial(), unit.place());
    }
    for (var unit : units.withMac(macs(line))) {
      refuse("mac-of-other-unit", field + "serials", unit.serial());
    }
  }

  private void text(String text, String field, int most) {
    if (text.isBlank()) {
      refuse("value-missing", field);
    } else if (text.length() > most) {
      refuse("value-too-long", field, most);
    }
  }

  private void mark(@Nullable String text, String field, int most) {
    if (text != null && text.length() > most) {
      refuse("value-too-long", field, most);
    }
  }

  private void refuse(String code, String field, Object... args) {
    refusals.add(Refusal.of(code, field, args));
  }

  private static List<MacAddress> macs(Delivery.Line line) {
    var macs = new ArrayList<MacAddress>();
    for (var tag : line.tags()) {
      var mac = tag.mac();
      if (mac != null) {
        macs.add(mac);
      }
    }
    return macs;
  }
}
