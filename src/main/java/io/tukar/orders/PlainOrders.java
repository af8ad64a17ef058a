package io.tukar.orders;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.csv.CellText;
import io.tukar.csv.Cells;
import io.tukar.csv.CsvLayout;
import io.tukar.csv.CsvRow;
import io.tukar.kernel.MacAddress;
import io.tukar.kernel.Money;
import io.tukar.kernel.OrderNumber;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.orders.ImportedOrder.Asked;
import io.tukar.orders.ImportedOrder.Head;
import io.tukar.orders.ImportedOrder.Line;
import io.tukar.orders.ImportedOrder.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Our own layout, one row per line item; described in docs/import-formats.md. */
final class PlainOrders {

  static final OrderLayout LAYOUT =
      new OrderLayout(
          new CsvLayout(
              "Tukar's plain order CSV",
              List.of("order_number", "ordered_at", "sku", "quantity", "unit_paid")),
          "csv",
          row -> OrderCells.group(row, "order_number"),
          PlainOrders::read);

  private static final String A_DATE = "a date such as 2026-03-25";
  private static final int COURIER_CHARS_MAX = 40;
  private static final String A_COURIER =
      "the name of a courier, at most " + COURIER_CHARS_MAX + " characters";
  private static final Pattern BETWEEN_SERIALS = Pattern.compile("\\s*[|;,\\n]\\s*|\\s+");

  private PlainOrders() {}

  private static Optional<ImportedOrder> read(CsvRow row, Cells cells) {
    var head = head(cells);
    var line = line(row, cells);
    return head.isEmpty() || line.isEmpty() || cells.refused()
        ? Optional.empty()
        : Optional.of(new ImportedOrder(head.get(), List.of(line.get())));
  }

  private static Optional<Head> head(Cells cells) {
    var number = OrderCells.number(cells, "order_number");
    var invoice = cells.may("invoice", OrderCells.A_NUMBER, OrderNumber::parse);
    var orderedAt =
        cells.need(
            "ordered_at",
            OrderCells.A_MOMENT,
            text -> CellText.moment(text, WorkingCalendar.SHOP_ZONE));
    var status =
        cells.need("status", "one of open, shipped, delivered, cancelled", PlainOrders::status);
    var dispatched = cells.may("dispatched_on", A_DATE, CellText::date);
    var received = cells.may("received_on", A_DATE, CellText::date);
    if (received.isPresent() && status.isPresent() && status.get() == OrderStatus.OPEN) {
      cells.refuse("received_on", "is given, but the status says the order is open");
    }
    if (received.isPresent()
        && dispatched.isPresent()
        && received.get().isBefore(dispatched.get())) {
      cells.refuse("received_on", "lies before dispatched_on");
    }
    var courier = cells.may("courier", A_COURIER, PlainOrders::courier);
    var company = cells.may("company", "yes or no", CellText::yesOrNo);
    var buyer =
        OrderCells.buyer(
            cells,
            cells.text("customer_name"),
            "customer_name",
            "phone",
            "email",
            new OrderCells.Place(
                cells.text("address"), cells.text("city"), cells.text("postcode")));
    return cells.refused()
        ? Optional.empty()
        : Optional.of(
            new Head(
                number.orElseThrow(),
                invoice.orElse(null),
                buyer.orElseThrow(),
                orderedAt.orElseThrow(),
                status.orElseThrow(),
                dispatched.orElse(null),
                received.orElse(null),
                new Asked(courier.orElse(null), company.orElse(null))));
  }

  private static Optional<String> courier(String text) {
    return text.length() <= COURIER_CHARS_MAX ? Optional.of(text) : Optional.empty();
  }

  private static Optional<OrderStatus> status(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "open", "baru", "diproses" -> Optional.of(OrderStatus.OPEN);
      case "shipped", "dikirim" -> Optional.of(OrderStatus.SHIPPED);
      case "delivered", "diterima", "selesai" -> Optional.of(OrderStatus.DELIVERED);
      case "cancelled", "canceled", "batal", "dibatalkan" -> Optional.of(OrderStatus.CANCELLED);
      default -> Optional.empty();
    };
  }

  private static Optional<Line> line(CsvRow row, Cells cells) {
    var sku = cells.need("sku", OrderCells.A_SKU, Sku::parse);
    var name = cells.text("item_name");
    var quantity = OrderCells.units(cells, "quantity", 1);
    var unitPaid = cells.rupiah("unit_paid");
    var serials = serials(cells);
    if (quantity.isPresent() && serials.size() > quantity.get()) {
      cells.refuse(
          "serials", serials.size() + " serials for " + quantity.get() + " units were found");
    }
    return cells.refused()
        ? Optional.empty()
        : Optional.of(
            new Line(
                sku.orElseThrow(),
                name.isEmpty() ? sku.orElseThrow().value() : name,
                quantity.orElseThrow(),
                Money.rupiah(unitPaid.orElseThrow()),
                serials,
                row.number()));
  }

  private static List<Serial> serials(Cells cells) {
    var numbers = split(cells.raw("serials"));
    var macs = split(cells.raw("macs"));
    if (!macs.isEmpty() && macs.size() != numbers.size()) {
      cells.refuse("macs", macs.size() + " MACs stand beside " + numbers.size() + " serials");
      return List.of();
    }
    var found = new ArrayList<Serial>();
    for (var i = 0; i < numbers.size(); i++) {
      var number = SerialNumber.parse(numbers.get(i));
      var mac = macs.isEmpty() ? Optional.<MacAddress>empty() : MacAddress.parse(macs.get(i));
      if (number.isEmpty()) {
        cells.refuse(
            "serials", "no. " + (i + 1) + " is not a serial number (4 to 40 letters, digits, -)");
      } else if (!macs.isEmpty() && mac.isEmpty() && !macs.get(i).equals("-")) {
        cells.refuse(
            "macs", "no. " + (i + 1) + " is not a MAC address (twelve hexadecimal digits)");
      } else {
        found.add(new Serial(number.get(), mac.orElse(null)));
      }
    }
    if (found.stream().map(Serial::number).distinct().count() < found.size()) {
      cells.refuse("serials", "names one serial twice");
    }
    return found;
  }

  private static List<String> split(String text) {
    return BETWEEN_SERIALS.splitAsStream(text).filter(part -> !part.isEmpty()).toList();
  }
}
