package io.tukar.connect;

import io.tukar.kernel.Money;
import io.tukar.kernel.WaybillNumber;
import io.tukar.shipping.CourierReport;
import io.tukar.shipping.gateway.Biteship;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Biteship posts: the events {@code order.status}, {@code order.waybill_id} and {@code
 * order.price}. Only the numbers, the status and the price are read; who drives, who sends and who
 * receives is left where it is.
 */
final class BiteshipBody {

  private static final int NESTING_MAX = 10;
  private static final int ORDER_CHARS_MAX = 60;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(NESTING_MAX).build())
                  .build())
          .build();

  private BiteshipBody() {}

  /** The report; empty where the body is none that we know. */
  static Optional<CourierReport> read(byte[] body) {
    try {
      var json = JSON.readTree(body);
      return json != null && json.path("event").asString("").startsWith("order.")
          ? report(json)
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<CourierReport> report(JsonNode json) {
    var order =
        Optional.of(json.path("order_id").asString("").strip())
            .filter(id -> !id.isEmpty() && id.length() <= ORDER_CHARS_MAX);
    var waybill = WaybillNumber.parse(json.path("courier_waybill_id").asString(""));
    if (order.isEmpty() && waybill.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CourierReport(
            "biteship",
            order,
            waybill,
            Biteship.status(json.path("status").asString("")),
            price(json),
            time(json.path("updated_at").asString(""))));
  }

  private static Optional<Money> price(JsonNode json) {
    var price =
        json.path("order_price").isMissingNode() ? json.path("price") : json.path("order_price");
    return price.isIntegralNumber() && price.canConvertToLong()
        ? Optional.of(price.asLong())
            .filter(minor -> minor >= 0 && minor <= Money.MINOR_UNITS_MAX)
            .map(Money::rupiah)
        : Optional.empty();
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
