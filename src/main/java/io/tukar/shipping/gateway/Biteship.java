package io.tukar.shipping.gateway;

import io.tukar.kernel.Money;
import io.tukar.kernel.WaybillNumber;
import io.tukar.shipping.Address;
import io.tukar.shipping.Courier;
import io.tukar.shipping.TrackingReport;
import io.tukar.shipping.TrackingStatus;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Biteship: orders a courier ({@code POST /v1/orders}), tells of it by webhooks, and can be asked
 * ({@code GET /v1/trackings/WAYBILL/couriers/CODE}). Both with the header {@code Authorization}.
 */
public final class Biteship implements CourierGateway {

  /** Where it is found unless another address is set. */
  public static final String URL = "https://api.biteship.com";

  private static final int HISTORY_ROWS_MAX = 100;
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int REFUSED_BELOW = 500;
  private static final int TOO_MANY = 429;
  private static final int REASON_CHARS_MAX = 200;

  /** Its words for where a parcel is, in letters alone. */
  private static final Map<String, TrackingStatus> STATUSES =
      Map.ofEntries(
          Map.entry("confirmed", TrackingStatus.BOOKED),
          Map.entry("scheduled", TrackingStatus.BOOKED),
          Map.entry("allocated", TrackingStatus.BOOKED),
          Map.entry("pickingup", TrackingStatus.BOOKED),
          Map.entry("picked", TrackingStatus.PICKED_UP),
          Map.entry("intransit", TrackingStatus.IN_TRANSIT),
          Map.entry("onhold", TrackingStatus.IN_TRANSIT),
          Map.entry("droppingoff", TrackingStatus.OUT_FOR_DELIVERY),
          Map.entry("delivered", TrackingStatus.DELIVERED),
          Map.entry("returnintransit", TrackingStatus.RETURNING),
          Map.entry("returned", TrackingStatus.RETURNED),
          Map.entry("disposed", TrackingStatus.LOST),
          Map.entry("rejected", TrackingStatus.CANCELLED),
          Map.entry("cancelled", TrackingStatus.CANCELLED),
          Map.entry("couriernotfound", TrackingStatus.CANCELLED));

  private final Wire wire;
  private final String key;

  public Biteship(URI base, String key, Duration answerWithin) {
    this.wire = new Wire(base, answerWithin);
    this.key = key;
  }

  /** What one of its words means; empty where we do not know the word. */
  public static Optional<TrackingStatus> status(String word) {
    return Optional.ofNullable(
        STATUSES.get(word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")));
  }

  @Override
  public String name() {
    return "biteship";
  }

  @Override
  public Set<Courier> couriers() {
    return EnumSet.complementOf(EnumSet.of(Courier.OTHER));
  }

  @Override
  public TrackAnswer track(Courier courier, WaybillNumber waybill, Optional<String> phone) {
    var request =
        wire.to("/v1/trackings/" + waybill.value() + "/couriers/" + code(courier))
            .header("Authorization", key)
            .GET()
            .build();
    return switch (wire.ask(request)) {
      case Wire.Said.Json(var status, var body) when status == OK && success(body) ->
          new TrackAnswer.Found(history(body.path("history")));
      case Wire.Said.Json(var status, var body)
          when (status == NOT_FOUND || status == BAD_REQUEST) && body.path("success").isBoolean() ->
          new TrackAnswer.NotKnown();
      case Wire.Said.Json(var status, var _) -> new TrackAnswer.Unclear("status " + status);
      case Wire.Said.NoJson(var status) -> new TrackAnswer.Unclear("no JSON, status " + status);
      case Wire.Said.NotReached(var why) -> new TrackAnswer.Unclear(why);
      case Wire.Said.Silence(var why) -> new TrackAnswer.Unclear(why);
    };
  }

  private static boolean success(JsonNode body) {
    return body.path("success").asBoolean(false);
  }

  private static List<TrackingReport> history(JsonNode rows) {
    var reports = new ArrayList<TrackingReport>();
    for (var row : rows) {
      if (reports.size() >= HISTORY_ROWS_MAX) {
        break;
      }
      var at = time(row.path("updated_at").asString(""));
      var status = status(row.path("status").asString(""));
      if (at != null && status.isPresent()) {
        reports.add(new TrackingReport(status.get(), at));
      }
    }
    return reports;
  }

  /** An instant with its offset; null where it is none. */
  static @Nullable Instant time(String text) {
    try {
      return OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String code(Courier courier) {
    return courier.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean books() {
    return true;
  }

  @Override
  public PickupAnswer book(PickupOrder order) {
    var request =
        wire.to("/v1/orders")
            .header("Authorization", key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Wire.JSON.writeValueAsBytes(body(order))))
            .build();
    return switch (wire.ask(request)) {
      case Wire.Said.Json(var status, var body)
          when (status == OK || status == CREATED) && success(body) ->
          booked(body);
      case Wire.Said.Json(var status, var body)
          when status >= BAD_REQUEST && status < REFUSED_BELOW && status != TOO_MANY ->
          new PickupAnswer.Refused(reason(body));
      case Wire.Said.Json(var status, var _) when status == TOO_MANY ->
          new PickupAnswer.NotReached("status " + status);
      case Wire.Said.Json(var status, var _) -> new PickupAnswer.Unclear("status " + status);
      case Wire.Said.NoJson(var status) when status == TOO_MANY ->
          new PickupAnswer.NotReached("status " + status);
      case Wire.Said.NoJson(var status) -> new PickupAnswer.Unclear("no JSON, status " + status);
      case Wire.Said.NotReached(var why) -> new PickupAnswer.NotReached(why);
      case Wire.Said.Silence(var why) -> new PickupAnswer.Unclear(why);
    };
  }

  private static Map<String, Object> body(PickupOrder order) {
    var body = new java.util.LinkedHashMap<String, Object>();
    body.put("reference_id", order.key());
    address(body, "origin", order.from());
    address(body, "destination", order.to());
    body.put("courier_company", code(order.courier()));
    body.put("courier_type", order.product().toLowerCase(Locale.ROOT));
    body.put("delivery_type", "now");
    body.put(
        "items",
        List.of(
            Map.of(
                "name",
                order.contents(),
                "value",
                order.value().minor(),
                "quantity",
                1,
                "weight",
                order.grams())));
    return body;
  }

  private static void address(Map<String, Object> body, String end, Address address) {
    body.put(end + "_contact_name", address.name());
    body.put(end + "_contact_phone", address.phone().orElse(""));
    body.put(end + "_address", (address.street().orElse("") + ", " + address.town()).strip());
    address.postcode().ifPresent(code -> body.put(end + "_postal_code", code));
  }

  private static PickupAnswer booked(JsonNode body) {
    var id = body.path("id").asString("");
    if (id.isEmpty()) {
      return new PickupAnswer.Unclear("an order without its id");
    }
    var price = body.path("price");
    return new PickupAnswer.Booked(
        id,
        WaybillNumber.parse(body.path("courier").path("waybill_id").asString("")),
        price.isIntegralNumber() && price.asLong() >= 0 && price.asLong() <= Money.MINOR_UNITS_MAX
            ? Optional.of(Money.rupiah(price.asLong()))
            : Optional.empty());
  }

  private static String reason(JsonNode body) {
    var said = body.path("error").asString("").strip();
    return said.isEmpty()
        ? "refused"
        : said.substring(0, Math.min(said.length(), REASON_CHARS_MAX));
  }
}
