package io.tukar.packing;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.OrderNumber;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Sku;
import io.tukar.orders.Order;
import io.tukar.orders.OrderBook;
import io.tukar.orders.OrderStatus;
import io.tukar.orders.SentItems;
import io.tukar.orders.SoldItem;
import io.tukar.rows.AllOrNothing;
import io.tukar.stock.Catalogue;
import io.tukar.stock.Product;
import io.tukar.stock.SoldGoods;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Sends what was sold, parcel by parcel: each unit is scanned, belongs to a line of the order, and
 * passed its test since it last came back (clause P1). What leaves is written down with the line,
 * so that an inspection later compares serials with what was really sent (clause P4).
 */
@Component
public class PackingTable {

  private final AllOrNothing verbs;
  private final OrderBook orders;
  private final SentItems sent;
  private final Catalogue catalogue;
  private final SoldGoods goods;
  private final SaleParcels parcels;

  PackingTable(
      AllOrNothing verbs,
      OrderBook orders,
      SentItems sent,
      Catalogue catalogue,
      SoldGoods goods,
      SaleParcels parcels) {
    this.verbs = verbs;
    this.orders = orders;
    this.sent = sent;
    this.catalogue = catalogue;
    this.goods = goods;
    this.parcels = parcels;
  }

  /** What is to be packed of the order with this number. */
  public Optional<PackingList> list(OrderNumber number) {
    return orders.find(number).map(this::list);
  }

  private PackingList list(Order order) {
    var left = sent.of(order.id());
    var products = catalogue.products(order.items().stream().map(SoldItem::sku).toList());
    return new PackingList(
        order,
        order.items().stream()
            .map(
                item ->
                    new PackingList.Line(
                        item, serialised(products, item), left.getOrDefault(item.lineNo(), 0)))
            .toList());
  }

  private static boolean serialised(Map<Sku, Product> products, SoldItem item) {
    var product = products.get(item.sku());
    return product != null && product.serialised();
  }

  /**
   * The parcel leaves. A form that is sent twice, also at the same moment, is one parcel.
   *
   * @param key made with the form
   * @return the document it left on
   */
  public Answer<Long> send(Packed packed, UUID key, Instant at, Actor by) {
    return verbs.runBesideOthers(
        () -> {
          var order = orders.lock(packed.order());
          return goods
              .documentOf(key)
              .map(Answer::done)
              .or(() -> order.map(locked -> leave(list(locked), packed, key, at, by)))
              .orElseGet(
                  () -> Answer.refused(Refusal.of("order-unknown", "order", packed.order())));
        });
  }

  private Answer<Long> leave(PackingList list, Packed packed, UUID key, Instant at, Actor by) {
    var order = list.order();
    if (order.status() != OrderStatus.OPEN) {
      return Answer.refused(Refusal.of("order-not-to-pack", "order", order.status()));
    }
    if (packed.units().size() > Packed.UNITS_MAX) {
      return Answer.refused(Refusal.of("packed-too-many", "goods", Packed.UNITS_MAX));
    }
    if (packed.units().isEmpty() && packed.counted().isEmpty()) {
      return Answer.refused(Refusal.of("packed-nothing", "goods"));
    }
    var units = goods.lock(packed.units());
    var filled = list.fill(units, "goods");
    var refusals = new ArrayList<>(filled.refusals());
    if (units.size() < packed.units().size()) {
      refusals.add(Refusal.of("unit-gone", "goods"));
    }
    refusals.addAll(list.refusals(packed.counted()));
    if (packed.waybill() != null && packed.courier() == null) {
      refusals.add(Refusal.of("choice-missing", "courier"));
    }
    if (!refusals.isEmpty()) {
      return new Answer.Refused<>(refusals);
    }
    var counted = new HashMap<Sku, Integer>();
    packed
        .counted()
        .forEach(
            (no, quantity) -> counted.merge(list.line(no).item().sku(), quantity, Integer::sum));
    return switch (goods.leave(order.number(), units, counted, key, at, by)) {
      case Answer.Refused<Long> refused -> refused;
      case Answer.Done<Long>(var document) -> {
        write(list, packed, filled, document, at);
        yield Answer.done(document);
      }
    };
  }

  private void write(
      PackingList list, Packed packed, PackingList.Filled filled, long document, Instant at) {
    var leaving = new HashMap<Long, Integer>();
    var scanned = new ArrayList<SentItems.SentUnit>();
    filled
        .units()
        .forEach(
            (no, units) -> {
              var item = list.line(no).item();
              leaving.merge(item.id(), units.size(), Integer::sum);
              units.forEach(
                  unit ->
                      scanned.add(
                          new SentItems.SentUnit(
                              item.id(), unit.sku(), unit.serial(), unit.mac())));
            });
    packed
        .counted()
        .forEach(
            (no, quantity) -> leaving.merge(list.line(no).item().id(), quantity, Integer::sum));
    parcels.add(document, list.order().id(), packed.courier(), packed.waybill(), leaving);
    sent.leave(leaving, scanned);
    var all = list.lines().stream().mapToInt(PackingList.Line::missing).sum();
    if (packed.last() || all == leaving.values().stream().mapToInt(Integer::intValue).sum()) {
      sent.finished(list.order().id(), at.atZone(WorkingCalendar.SHOP_ZONE).toLocalDate());
    }
  }

  /** The parcels of an order, the latest first. */
  public List<SaleParcel> parcels(long orderId) {
    return parcels.of(orderId);
  }
}
