package io.tukar.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.FreshDatabase;
import io.tukar.kernel.Money;
import io.tukar.kernel.WaybillNumber;
import io.tukar.shipping.CourierReport;
import io.tukar.shipping.CourierReports;
import io.tukar.shipping.TrackingStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;

@FreshDatabase
class BiteshipHookTest {

  private static final Instant NOON = Instant.parse("2026-03-25T05:00:00Z");
  private static final String SECRET = "kata rahasia yang panjang";
  private static final String PICKED =
      """
      {"event":"order.status","order_id":"5dd599ebdefcd4158eb8470b","courier_tracking_id":"t",
       "courier_waybill_id":"MT685U91","courier_company":"jne","courier_type":"reg",
       "courier_driver_name":"X","courier_driver_phone":"0812","order_price":21000,
       "status":"picked","updated_at":"2026-03-25T11:30:00+07:00"}
      """;

  private final JdbcClient jdbc;
  private final CourierReports reports;

  BiteshipHookTest(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.reports = new CourierReports(jdbc);
  }

  @BeforeEach
  void empty() {
    jdbc.sql("delete from courier_report").update();
  }

  private int post(String configured, String offered, String body) throws IOException {
    var request = new MockHttpServletRequest("POST", BiteshipHook.PATH);
    request.setContent(body.getBytes(StandardCharsets.UTF_8));
    return new BiteshipHook(configured, reports, Clock.fixed(NOON, ZoneOffset.UTC))
        .told(offered, request)
        .getStatusCode()
        .value();
  }

  @Test
  void aReportIsKeptWithoutAnybodysNameAndAnsweredAtOnce() throws IOException {
    assertThat(post(SECRET, SECRET, PICKED)).isEqualTo(202);
    assertThat(reports.waiting(10))
        .singleElement()
        .satisfies(
            waiting ->
                assertThat(waiting.report())
                    .isEqualTo(
                        new CourierReport(
                            "biteship",
                            Optional.of("5dd599ebdefcd4158eb8470b"),
                            Optional.of(new WaybillNumber("MT685U91")),
                            Optional.of(TrackingStatus.PICKED_UP),
                            Optional.of(Money.rupiah(21_000)),
                            Optional.of(Instant.parse("2026-03-25T04:30:00Z")))));
  }

  @Test
  void withoutTheSecretNothingIsTaken() throws IOException {
    assertThat(post(SECRET, "", PICKED)).isEqualTo(401);
    assertThat(post(SECRET, SECRET + "x", PICKED)).isEqualTo(401);
    assertThat(post("", "", PICKED)).isEqualTo(404);
    assertThat(reports.waiting(10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "<html></html>",
        "{\"event\":\"order.status\"}",
        "{\"event\":\"order.status\",\"order_id\":\"\",\"courier_waybill_id\":\"?\"}",
        "{\"event\":\"something.else\",\"order_id\":\"a\"}"
      })
  void whatIsOfNoUseIsAnsweredAndForgotten(String body) throws IOException {
    assertThat(post(SECRET, SECRET, body)).isEqualTo(200);
    assertThat(reports.waiting(10)).isEmpty();
  }

  @Test
  void aBodyWithoutEndIsNotRead() throws IOException {
    assertThat(post(SECRET, SECRET, "{\"event\":\"" + "x".repeat(70_000) + "\"}")).isEqualTo(413);
  }

  @Test
  void aPriceBeyondReasonIsLeftOut() throws IOException {
    post(SECRET, SECRET, PICKED.replace("21000", "99999999999999999999"));
    post(SECRET, SECRET, PICKED.replace("21000", "-5"));
    assertThat(reports.waiting(10))
        .hasSize(2)
        .allSatisfy(w -> assertThat(w.report().price()).isEmpty());
  }
}
