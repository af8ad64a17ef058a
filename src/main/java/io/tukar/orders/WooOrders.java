package io.tukar.orders;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.csv.CellText;
import io.tukar.csv.Cells;
import io.tukar.csv.CsvLayout;
import io.tukar.kernel.OrderNumber;
import io.tukar.orders.ImportedOrder.Asked;
import io.tukar.orders.ImportedOrder.Buyer;
import io.tukar.orders.ImportedOrder.Head;
import io.tukar.orders.ImportedOrder.Line;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Orders as the WooCommerce Customer / Order / Coupon Export extension writes them, in its formats
 * Default, Default - One Row per Item, CSV Import, and Legacy - One Row per Item.
 */
final class WooOrders {

  private static final Columns DEFAULT =
      new Columns(
          List.of("order_number", "order_id"),
          "date",
          "status",
          "order_currency",
          "billing_postcode",
          "_");

  static final OrderLayout ROW_PER_ITEM =
      layout(
          "WooCommerce order export, Default - One Row per Item",
          List.of(
              "order_id", "date", "status", "item_name", "item_sku", "item_quantity", "item_total"),
          DEFAULT,
          (row, cells) -> read(DEFAULT, cells, WooLines.ofRow(row, cells)));

  static final OrderLayout ROW_PER_ORDER =
      layout(
          "WooCommerce order export, Default",
          List.of("order_id", "date", "status", "line_items"),
          DEFAULT,
          (row, cells) -> read(DEFAULT, cells, WooLines.packed(row, cells)));

  private static final Columns IMPORT =
      new Columns(
          List.of("order_number_formatted", "order_number", "id"),
          "created_at",
          "status",
          "currency",
          "billing_postcode",
          "_");

  static final OrderLayout CSV_IMPORT =
      layout(
          "WooCommerce order export, CSV Import",
          List.of("id", "created_at", "status", "line_items"),
          IMPORT,
          (row, cells) -> read(IMPORT, cells, WooLines.packed(row, cells)));

  private static final Columns LEGACY =
      new Columns(List.of("order id"), "date", "order status", "", "billing post code", " ");

  static final OrderLayout LEGACY_ROW_PER_ITEM =
      layout(
          "WooCommerce order export, Legacy - One Row per Item",
          List.of(
              "order id",
              "date",
              "order status",
              "item sku",
              "item name",
              "item amount",
              "row price"),
          LEGACY,
          (row, cells) -> read(LEGACY, cells, WooLines.ofLegacyRow(row, cells)));

  private WooOrders() {}

  /**
   * What differs between the formats.
   *
   * @param gap between the words of a column's name
   */
  private record Columns(
      List<String> number,
      String date,
      String status,
      String currency,
      String postcode,
      String gap) {

    String of(String... words) {
      return String.join(gap, words);
    }

    /** Where the file has the order's number: the first of its columns that is filled. */
    String numberOf(Cells cells) {
      return number.stream()
          .filter(column -> !cells.raw(column).isEmpty())
          .findFirst()
          .orElse(number.getFirst());
    }
  }

  private static OrderLayout layout(
      String name, List<String> signature, Columns columns, OrderLayout.Reading reading) {
    return new OrderLayout(
        new CsvLayout(name, signature),
        "woocommerce",
        row -> OrderCells.group(row, columns.number.toArray(String[]::new)),
        reading);
  }

  private static Optional<ImportedOrder> read(Columns columns, Cells cells, List<Line> lines) {
    var head = head(columns, cells);
    return head.isEmpty() || lines.isEmpty() || cells.refused()
        ? Optional.empty()
        : Optional.of(new ImportedOrder(head.get(), lines));
  }

  private static Optional<Head> head(Columns columns, Cells cells) {
    Optional<OrderNumber> number = OrderCells.number(cells, columns.numberOf(cells));
    var orderedAt =
        cells.need(
            columns.date,
            OrderCells.A_MOMENT,
            text -> CellText.moment(text, WorkingCalendar.SHOP_ZONE));
    var status = cells.need(columns.status, "a status of WooCommerce", WooOrders::status);
    if (!columns.currency.isEmpty()) {
      cells.may(
          columns.currency,
          "IDR, the shop's currency",
          text -> text.equalsIgnoreCase("IDR") ? Optional.of(text) : Optional.empty());
    }
    var buyer = buyer(columns, cells);
    return cells.refused()
        ? Optional.empty()
        : Optional.of(
            new Head(
                number.orElseThrow(),
                null,
                buyer.orElseThrow(),
                orderedAt.orElseThrow(),
                status.orElseThrow(),
                null,
                null,
                asked(columns, cells)));
  }

  /** Who names a company buys for it; who names none may do so all the same. */
  private static Asked asked(Columns columns, Cells cells) {
    var company = cells.text(columns.of("billing", "company"));
    return new Asked(null, company.isEmpty() ? null : true);
  }

  /** WooCommerce's own statuses, and the commonest of those that shipping extensions add. */
  private static Optional<OrderStatus> status(String text) {
    return switch (text.toLowerCase(Locale.ROOT).replaceFirst("^wc-", "").replace(' ', '-')) {
      case "pending", "pending-payment", "on-hold", "processing", "checkout-draft", "packed" ->
          Optional.of(OrderStatus.OPEN);
      case "completed", "shipped", "partially-shipped", "in-transit" ->
          Optional.of(OrderStatus.SHIPPED);
      case "delivered" -> Optional.of(OrderStatus.DELIVERED);
      case "cancelled", "refunded", "failed", "trash" -> Optional.of(OrderStatus.CANCELLED);
      default -> Optional.empty();
    };
  }

  private static Optional<Buyer> buyer(Columns columns, Cells cells) {
    var first = columns.of("billing", "first", "name");
    var full =
        (cells.text(first) + " " + cells.text(columns.of("billing", "last", "name"))).strip();
    var name = full.isEmpty() ? cells.text(columns.of("billing", "company")) : full;
    var part = cells.raw(columns.of("shipping", "address", "1")).isEmpty() ? "billing" : "shipping";
    var address =
        (cells.text(columns.of(part, "address", "1"))
                + ", "
                + cells.text(columns.of(part, "address", "2")))
            .replaceFirst("^, |, $", "");
    return OrderCells.buyer(
        cells,
        name,
        first,
        columns.of("billing", "phone"),
        columns.of("billing", "email"),
        new OrderCells.Place(
            address,
            cells.text(columns.of(part, "city")),
            cells.text(columns.postcode.replaceFirst("^billing", part))));
  }
}
