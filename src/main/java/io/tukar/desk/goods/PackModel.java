package io.tukar.desk.goods;

import io.tukar.orders.OrderStatus;
import io.tukar.orders.SentItems;
import io.tukar.packing.PackingList;
import io.tukar.packing.SaleParcel;
import io.tukar.stock.Unit;
import io.tukar.web.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order being packed. What was scanned stands in the address of the page: nothing is booked
 * before the parcel leaves.
 *
 * @param list null where no order was scanned yet
 * @param recipient whose order it is, with the city where it is known; empty where none was scanned
 * @param units scanned into the parcel, in their order
 * @param filled which line each of them fills
 * @param several units of different products that a scanned code may mean
 * @param parcels of the order that left already
 * @param names of who packed them, by reference
 * @param key made with the form: the same form sent twice is one parcel
 * @param sent a parcel just left
 * @param waiting a page of the orders that wait, where none was scanned
 * @param page from 1
 * @param last the last page
 */
public record PackModel(
    Form form,
    @Nullable PackingList list,
    String recipient,
    List<Unit> units,
    PackingList.Filled filled,
    List<Unit> several,
    List<SaleParcel> parcels,
    Map<String, String> names,
    UUID key,
    boolean sent,
    List<SentItems.Waiting> waiting,
    int page,
    int last) {

  static final String PATH = "/desk/station/pack";

  /** The address of this page with one unit more. */
  public String with(Unit unit) {
    return path(Stream.concat(units.stream(), Stream.of(unit)));
  }

  /** The address of this page without this unit. */
  public String without(Unit unit) {
    return path(units.stream().filter(other -> other.id() != unit.id()));
  }

  /** The number of the order; empty where none was scanned. */
  public String order() {
    return list == null ? "" : list.order().number().value();
  }

  /** Something of the order can still be packed. */
  public boolean open() {
    return list != null && list.order().status() == OrderStatus.OPEN && !list.complete();
  }

  /** Every unit with a serial that is missing is in this parcel. */
  public boolean allScanned() {
    return list != null
        && list.lines().stream()
            .filter(PackingList.Line::serialised)
            .allMatch(line -> filled.of(line.item().lineNo()) == line.missing());
  }

  /** What a photographed code goes on with. */
  public Map<String, List<String>> kept() {
    return units.isEmpty()
        ? Map.of("order", List.of(order()))
        : Map.of(
            "order",
            List.of(order()),
            "unit",
            units.stream().map(unit -> Long.toString(unit.id())).toList());
  }

  private String path(Stream<Unit> chosen) {
    var path = new StringBuilder(PATH + "?order=" + encoded(order()));
    chosen.map(Unit::id).distinct().forEach(id -> path.append("&unit=").append(id));
    return path.toString();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
