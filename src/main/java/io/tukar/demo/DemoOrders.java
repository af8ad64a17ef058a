package io.tukar.demo;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.demo.DemoBuyers.Buyer;
import io.tukar.demo.DemoGoods.Item;
import io.tukar.demo.DemoGoods.Tag;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** 300 orders of the last two months: some for the cases to come, the others as chance has it. */
final class DemoOrders {

  static final int ORDERS = 300;

  private static final int DAYS = 60;
  private static final double RECENT_MORE_OFTEN = 1.6;
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private static final String[] COLUMNS = {
    "order_number",
    "invoice",
    "ordered_at",
    "status",
    "dispatched_on",
    "received_on",
    "customer_name",
    "phone",
    "email",
    "address",
    "city",
    "postcode",
    "sku",
    "item_name",
    "quantity",
    "unit_paid",
    "serials",
    "macs"
  };

  private final DemoGoods goods;
  private final DemoBuyers buyers;
  private final Random random;
  private final LocalDateTime now;

  DemoOrders(DemoGoods goods, Random random, Instant now) {
    this.goods = goods;
    this.random = random;
    this.buyers = new DemoBuyers(random);
    this.now = LocalDateTime.ofInstant(now, WorkingCalendar.SHOP_ZONE);
  }

  /** An order; its number follows from its place among all. */
  record Order(
      String number,
      LocalDateTime orderedAt,
      String status,
      @Nullable LocalDate dispatchedOn,
      @Nullable LocalDate receivedOn,
      Buyer buyer,
      List<Line> lines,
      @Nullable Script script) {

    String invoice() {
      return "INV/" + number.substring(3).replace('-', '/');
    }

    private Order numbered(String given) {
      return new Order(given, orderedAt, status, dispatchedOn, receivedOn, buyer, lines, script);
    }
  }

  record Line(Item item, int quantity, long unitPaid, List<Tag> tags) {}

  /** The orders by date; the cases' own among them. */
  List<Order> all(List<Script> scripts) {
    var orders = new ArrayList<Order>();
    scripts.forEach(script -> orders.add(forCase(script)));
    while (orders.size() < ORDERS) {
      orders.add(byChance());
    }
    orders.sort(Comparator.comparing(Order::orderedAt));
    var numbered = new ArrayList<Order>();
    for (var order : orders) {
      numbered.add(
          order.numbered(
              "SO-%s-%04d"
                  .formatted(
                      order.orderedAt().format(DateTimeFormatter.ofPattern("yyMM")),
                      1001 + numbered.size())));
    }
    return numbered;
  }

  private Order forCase(Script script) {
    var received = script.receivedOn();
    var dispatched = received.minusDays(2);
    var lines = new ArrayList<Line>();
    lines.add(line(goods.item(script.sold()), 1));
    if (random.nextInt(3) == 0) {
      lines.add(line(anItem(), 1 + random.nextInt(3)));
    }
    return new Order(
        "",
        dispatched.minusDays(1).atTime(9 + random.nextInt(8), random.nextInt(60)),
        "delivered",
        dispatched,
        received,
        buyers.next(),
        lines,
        script);
  }

  private Order byChance() {
    var age = (int) (DAYS * Math.pow(random.nextDouble(), RECENT_MORE_OFTEN));
    var orderedAt =
        now.minusDays(age).toLocalDate().atTime(8 + random.nextInt(13), random.nextInt(60));
    if (orderedAt.isAfter(now)) {
      orderedAt = now.minusHours(2);
    }
    var lines = new ArrayList<Line>();
    var count = 1 + random.nextInt(10) / 4;
    for (var i = 0; i < count; i++) {
      var item = anItem();
      if (lines.stream().noneMatch(line -> line.item().equals(item))) {
        lines.add(line(item, random.nextInt(4) == 0 ? 2 + random.nextInt(6) : 1));
      }
    }
    var dispatched = orderedAt.toLocalDate().plusDays(1);
    var received = dispatched.plusDays(1 + random.nextInt(4));
    var today = now.toLocalDate();
    var dice = random.nextInt(100);
    if (dice < 4) {
      return order(orderedAt, "cancelled", null, null, lines);
    }
    if (dispatched.isAfter(today) || (dispatched.equals(today) && dice % 2 == 0)) {
      return order(orderedAt, "open", null, null, lines);
    }
    return received.isAfter(today) || dice < 10
        ? order(orderedAt, "shipped", dispatched, null, lines)
        : order(orderedAt, "delivered", dispatched, received, lines);
  }

  private Order order(
      LocalDateTime orderedAt,
      String status,
      @Nullable LocalDate dispatched,
      @Nullable LocalDate received,
      List<Line> lines) {
    return new Order(
        "", orderedAt, status, dispatched, received, buyers.next(), List.copyOf(lines), null);
  }

  /** Cheap goods sell more often than dear ones. */
  private Item anItem() {
    var all = goods.all();
    var one = all.get(random.nextInt(all.size()));
    var other = all.get(random.nextInt(all.size()));
    return one.listPrice() < other.listPrice() ? one : other;
  }

  private Line line(Item item, int quantity) {
    var discount = List.of(0, 0, 0, 5, 10).get(random.nextInt(5));
    var paid = item.listPrice() * (100 - discount) / 100 / 500 * 500;
    return new Line(item, quantity, paid, goods.tags(item, quantity));
  }

  /** Writes the orders as a shop's own software would: in the plain layout. */
  static void write(List<Order> orders, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        var csv = new CSVPrinter(out, CSVFormat.DEFAULT.builder().setHeader(COLUMNS).get())) {
      for (var order : orders) {
        for (var line : order.lines()) {
          csv.printRecord(
              order.number(),
              order.invoice(),
              order.orderedAt().format(MOMENT),
              order.status(),
              order.dispatchedOn(),
              order.receivedOn(),
              order.buyer().name(),
              order.buyer().phone(),
              order.buyer().email(),
              order.buyer().address(),
              order.buyer().city(),
              order.buyer().postcode(),
              line.item().sku(),
              line.item().name(),
              line.quantity(),
              line.unitPaid(),
              line.tags().stream().map(t -> t.serial().value()).collect(Collectors.joining("|")),
              line.item().hasMac()
                  ? line.tags().stream()
                      .map(tag -> tag.mac().orElseThrow().value())
                      .collect(Collectors.joining("|"))
                  : "");
        }
      }
    }
  }
}
