package io.tukar.shipping.gateway;

import io.tukar.kernel.WaybillNumber;
import io.tukar.shipping.Courier;
import io.tukar.shipping.TrackingReport;
import io.tukar.shipping.TrackingStatus;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * RajaOngkir V2: asked by polling, {@code POST /api/v1/track/waybill} with the header {@code key}
 * and the parameters {@code awb}, {@code courier}, {@code last_phone_number}. It sends no couriers.
 */
public final class RajaOngkir implements CourierGateway {

  /** Where it is found unless another address is set. */
  public static final String URL = "https://rajaongkir.komerce.id";

  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
  private static final int PHONE_DIGITS = 5;
  private static final int MANIFEST_ROWS_MAX = 100;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int OK = 200;

  private static final Pattern WITH_COURIER =
      Pattern.compile("with delivery courier|out for delivery|dibawa kurir|diantar|pengantaran");
  private static final Pattern GOES_BACK = Pattern.compile("\\bretur|\\breturn");
  private static final Pattern GONE = Pattern.compile("\\blost\\b|hilang|musnah|destroyed");

  private final Wire wire;
  private final String key;

  public RajaOngkir(URI base, String key, Duration answerWithin) {
    this.wire = new Wire(base, answerWithin);
    this.key = key;
  }

  @Override
  public String name() {
    return "rajaongkir";
  }

  @Override
  public Set<Courier> couriers() {
    return EnumSet.complementOf(EnumSet.of(Courier.OTHER));
  }

  @Override
  public TrackAnswer track(Courier courier, WaybillNumber waybill, Optional<String> phone) {
    var form =
        "awb="
            + encoded(waybill.value())
            + "&courier="
            + courier.name().toLowerCase(Locale.ROOT)
            + phone.map(RajaOngkir::lastDigits).map(d -> "&last_phone_number=" + d).orElse("");
    var request =
        wire.to("/api/v1/track/waybill")
            .header("key", key)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return switch (wire.ask(request)) {
      case Wire.Said.Json(var status, var body) when status == OK -> found(body.path("data"));
      case Wire.Said.Json(var status, var body)
          when (status == NOT_FOUND || status == BAD_REQUEST) && body.path("meta").isObject() ->
          new TrackAnswer.NotKnown();
      case Wire.Said.Json(var status, var _) -> new TrackAnswer.Unclear("status " + status);
      case Wire.Said.NoJson(var status) -> new TrackAnswer.Unclear("no JSON, status " + status);
      case Wire.Said.NotReached(var why) -> new TrackAnswer.Unclear(why);
      case Wire.Said.Silence(var why) -> new TrackAnswer.Unclear(why);
    };
  }

  private static TrackAnswer found(JsonNode data) {
    if (!data.isObject() || !data.path("delivered").isBoolean()) {
      return new TrackAnswer.Unclear("an answer of another shape");
    }
    var reports = new ArrayList<TrackingReport>();
    Instant last = null;
    int rows = 0;
    for (var row : data.path("manifest")) {
      if (++rows > MANIFEST_ROWS_MAX) {
        break;
      }
      var at = time(row.path("manifest_date"), row.path("manifest_time"));
      if (at != null) {
        reports.add(new TrackingReport(passed(row.path("manifest_description").asString("")), at));
        last = last == null || at.isAfter(last) ? at : last;
      }
    }
    ended(data, last).ifPresent(reports::add);
    return new TrackAnswer.Found(reports);
  }

  /** Only {@code delivered} and the summary say how it ended; a line of the manifest never does. */
  private static Optional<TrackingReport> ended(JsonNode data, @Nullable Instant last) {
    var summary = data.path("summary").path("status").asString("").toLowerCase(Locale.ROOT);
    if (data.path("delivered").asBoolean()) {
      var proof = data.path("delivery_status");
      var at = time(proof.path("pod_date"), proof.path("pod_time"));
      return Optional.of(
          new TrackingReport(
              GOES_BACK.matcher(summary).find()
                  ? TrackingStatus.RETURNED
                  : TrackingStatus.DELIVERED,
              at == null ? last : at));
    }
    return GONE.matcher(summary).find()
        ? Optional.of(new TrackingReport(TrackingStatus.LOST, last))
        : Optional.empty();
  }

  private static TrackingStatus passed(String description) {
    var words = description.toLowerCase(Locale.ROOT);
    if (GOES_BACK.matcher(words).find()) {
      return TrackingStatus.RETURNING;
    }
    return WITH_COURIER.matcher(words).find()
        ? TrackingStatus.OUT_FOR_DELIVERY
        : TrackingStatus.IN_TRANSIT;
  }

  private static @Nullable Instant time(JsonNode date, JsonNode time) {
    try {
      return LocalDate.parse(date.asString("").strip())
          .atTime(LocalTime.parse(time.asString("").strip()))
          .atZone(ZONE)
          .toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String lastDigits(String phone) {
    return phone.substring(Math.max(0, phone.length() - PHONE_DIGITS));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public boolean books() {
    return false;
  }

  @Override
  public PickupAnswer book(PickupOrder order) {
    return new PickupAnswer.Refused("RajaOngkir sends no couriers");
  }

  /** What is known of it, for those who ask: only a list with nothing secret. */
  @Override
  public String toString() {
    return List.of(name()).toString();
  }
}
