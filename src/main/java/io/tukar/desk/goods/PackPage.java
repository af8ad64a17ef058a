package io.tukar.desk.goods;

import io.tukar.desk.ActorNames;
import io.tukar.desk.Badge;
import io.tukar.kernel.Answer;
import io.tukar.kernel.OrderNumber;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.WaybillNumber;
import io.tukar.orders.Customers;
import io.tukar.orders.SentItems;
import io.tukar.packing.Packed;
import io.tukar.packing.PackingList;
import io.tukar.packing.PackingTable;
import io.tukar.packing.SaleParcel;
import io.tukar.shipping.Courier;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.stock.Unit;
import io.tukar.stock.Units;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Kemas: an order's units are scanned into a parcel, and the parcel leaves. */
@Controller
class PackPage {

  private static final String TEMPLATE = "desk/goods/pack";
  private static final int SCANNED_CHARS_MAX = 100;
  private static final Pattern COUNT = Pattern.compile("count-([0-9]{1,4})");

  private final PackingTable table;
  private final SentItems sent;
  private final Units units;
  private final Customers customers;
  private final ActorNames actors;
  private final Clock clock;

  PackPage(
      PackingTable table,
      SentItems sent,
      Units units,
      Customers customers,
      ActorNames actors,
      Clock clock) {
    this.table = table;
    this.sent = sent;
    this.units = units;
    this.customers = customers;
    this.actors = actors;
    this.clock = clock;
  }

  /** The orders that wait; the one that was scanned; and, code by code, what is in the parcel. */
  @Needs(May.PACK_SALES)
  @GetMapping(PackModel.PATH)
  Reply scan(Frame frame, @RequestParam MultiValueMap<String, String> query) {
    var form = Form.of(query.toSingleValueMap());
    var scanned = form.value("q").strip();
    scanned = scanned.substring(0, Math.min(scanned.length(), SCANNED_CHARS_MAX));
    var number = OrderNumber.parse(form.value("order"));
    if (number.isEmpty()) {
      return begin(form, scanned);
    }
    var list = table.list(number.get());
    if (list.isEmpty()) {
      return refused(form, "order-unknown", "q", number.get());
    }
    var chosen = chosen(query.get("unit"));
    if (scanned.isEmpty()) {
      return Page.of(TEMPLATE, model(form, list.get(), chosen, List.of()));
    }
    return added(form, list.get(), chosen, scanned);
  }

  private Reply begin(Form form, String scanned) {
    if (scanned.isEmpty()) {
      return Page.of(TEMPLATE, model(form, null, List.of(), List.of()));
    }
    var order = OrderNumber.parse(scanned).filter(number -> table.list(number).isPresent());
    return order.isPresent()
        ? new Redirect(PackModel.PATH + "?order=" + PackModel.encoded(order.get().value()))
        : refused(form, "order-unknown", "q", scanned);
  }

  private Reply refused(Form form, String code, String field, Object... args) {
    var reasons = List.of(Refusal.of(code, field, args));
    return Page.refused(TEMPLATE, model(form.with(reasons), null, List.of(), List.of()));
  }

  /** One more unit in the parcel: on to the page that has it, or why it does not belong there. */
  private Reply added(Form form, PackingList list, List<Unit> chosen, String scanned) {
    var found =
        units.scanned(scanned).stream()
            .filter(
                unit ->
                    list.lines().stream().anyMatch(line -> line.item().sku().equals(unit.sku())))
            .toList();
    if (found.size() > 1) {
      return Page.of(TEMPLATE, model(form, list, chosen, found));
    }
    if (found.isEmpty()) {
      var other = units.scanned(scanned).stream().findFirst();
      var reason =
          other
              .map(unit -> Refusal.of("unit-of-no-line", "q", unit.serial(), unit.sku()))
              .orElseGet(() -> Refusal.of("unit-never-counted", "q", scanned));
      return Page.refused(TEMPLATE, model(form.with(List.of(reason)), list, chosen, List.of()));
    }
    var unit = found.getFirst();
    if (chosen.stream().anyMatch(other -> other.id() == unit.id())) {
      var reason = Refusal.of("serial-scanned-twice", "q", unit.serial());
      return Page.refused(TEMPLATE, model(form.with(List.of(reason)), list, chosen, List.of()));
    }
    var all = new ArrayList<>(chosen);
    all.add(unit);
    var refusals = list.fill(all, "q").refusals();
    return refusals.isEmpty()
        ? new Redirect(model(form, list, chosen, List.of()).with(unit))
        : Page.refused(
            TEMPLATE, model(form.with(List.of(refusals.getLast())), list, chosen, List.of()));
  }

  /** The parcel leaves. */
  @Needs(May.PACK_SALES)
  @PostMapping(PackModel.PATH)
  Reply send(Frame frame, @RequestParam MultiValueMap<String, String> fields) {
    var form = Form.of(fields.toSingleValueMap());
    var number =
        OrderNumber.parse(form.value("order"))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var chosen = chosen(fields.get("unit"));
    var refusals = new ArrayList<Refusal>();
    var counted = counted(form, refusals);
    var waybill = waybill(form, refusals);
    var list =
        table.list(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (refusals.isEmpty()) {
      var packed =
          new Packed(
              number,
              new LinkedHashSet<>(chosen.stream().map(Unit::id).toList()),
              counted,
              courier(form),
              waybill,
              form.value("last").equals("true"));
      var key = FormKey.read(form.value("key"));
      switch (table.send(packed, key, clock.instant(), Badge.actor(frame))) {
        case Answer.Done<Long> done -> {
          return new Redirect(
              PackModel.PATH + "?order=" + PackModel.encoded(number.value()) + "&sent=true");
        }
        case Answer.Refused<Long>(var reasons) -> refusals.addAll(reasons);
      }
    }
    return Page.refused(TEMPLATE, model(form.with(refusals), list, chosen, List.of()));
  }

  private List<Unit> chosen(@Nullable List<String> ids) {
    return ids == null
        ? List.of()
        : ids.stream()
            .filter(id -> id.matches("[0-9]{1,18}"))
            .distinct()
            .limit(Packed.UNITS_MAX)
            .map(Long::valueOf)
            .map(units::find)
            .flatMap(Optional::stream)
            .toList();
  }

  private static Map<Integer, Integer> counted(Form form, List<Refusal> refusals) {
    var counted = new HashMap<Integer, Integer>();
    form.typed()
        .forEach(
            (field, typed) -> {
              var line = COUNT.matcher(field);
              var number = typed.strip();
              if (line.matches() && !number.isEmpty() && !number.matches("0+")) {
                if (number.matches("[0-9]{1,6}")) {
                  counted.put(Integer.valueOf(line.group(1)), Integer.valueOf(number));
                } else {
                  refusals.add(Refusal.of("value-unreadable", field));
                }
              }
            });
    return counted;
  }

  private static @Nullable WaybillNumber waybill(Form form, List<Refusal> refusals) {
    var typed = form.value("waybill").strip();
    var waybill = WaybillNumber.parse(typed);
    if (waybill.isEmpty() && !typed.isEmpty()) {
      refusals.add(Refusal.of("value-unreadable", "waybill"));
    }
    return waybill.orElse(null);
  }

  private static @Nullable Courier courier(Form form) {
    return Arrays.stream(Courier.values())
        .filter(one -> one.name().equals(form.value("courier")))
        .findFirst()
        .orElse(null);
  }

  private PackModel model(
      Form form, @Nullable PackingList list, List<Unit> chosen, List<Unit> several) {
    var parcels = list == null ? List.<SaleParcel>of() : table.parcels(list.order().id());
    var last = list == null ? Math.max(1, -Math.floorDiv(-sent.waiting(), SentItems.ROWS_MAX)) : 1;
    var page = Math.clamp(page(form), 1, last);
    return new PackModel(
        form,
        list,
        list == null ? "" : recipient(list.order().customerId()),
        chosen,
        list == null ? new PackingList.Filled(Map.of(), List.of()) : list.fill(chosen, "goods"),
        several,
        parcels,
        actors.of(parcels.stream().map(SaleParcel::by).toList()),
        form.value("key").isEmpty() ? UUID.randomUUID() : FormKey.read(form.value("key")),
        list != null && form.value("sent").equals("true") && !parcels.isEmpty(),
        list == null ? sent.waiting(page) : List.of(),
        page,
        last);
  }

  private String recipient(long customerId) {
    return customers
        .find(customerId)
        .map(
            buyer ->
                Stream.of(buyer.name(), buyer.city())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(", ")))
        .orElse("");
  }

  private static int page(Form form) {
    return form.value("page").matches("[0-9]{1,6}") ? Integer.parseInt(form.value("page")) : 1;
  }
}
