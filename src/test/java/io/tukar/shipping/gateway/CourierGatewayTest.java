package io.tukar.shipping.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.kernel.Money;
import io.tukar.kernel.WaybillNumber;
import io.tukar.shipping.Address;
import io.tukar.shipping.Courier;
import io.tukar.shipping.TrackingReport;
import io.tukar.shipping.TrackingStatus;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both gateways, against answers of the documented shape, and against what goes wrong. */
class CourierGatewayTest {

  private static final WaybillNumber WAYBILL = new WaybillNumber("MT685U91");
  private static final Duration SOON = Duration.ofMillis(400);

  private static final String RAJAONGKIR_ON_THE_WAY =
      """
      {"meta":{"message":"Success Get Waybill","code":200,"status":"success"},
       "data":{"delivered":false,
        "summary":{"courier_code":"jne","courier_name":"JNE","waybill_number":"MT685U91",
          "service_code":"REG","waybill_date":"2026-03-24","shipper_name":"X","receiver_name":"Y",
          "origin":"JAKARTA","destination":"BANDUNG","status":"ON PROCESS"},
        "details":{"weight":"1"},
        "delivery_status":{"status":"ON PROCESS","pod_receiver":"","pod_date":"","pod_time":""},
        "manifest":[
          {"manifest_code":"1","manifest_description":"SHIPMENT RECEIVED BY JNE COUNTER OFFICER AT [JAKARTA]",
           "manifest_date":"2026-03-24","manifest_time":"14:05","city_name":"JAKARTA"},
          {"manifest_code":"5","manifest_description":"WITH DELIVERY COURIER [BANDUNG]",
           "manifest_date":"2026-03-25","manifest_time":"08:30:15","city_name":"BANDUNG"},
          {"manifest_code":"9","manifest_description":"??","manifest_date":"","manifest_time":""}]}}
      """;

  private static final String RAJAONGKIR_DELIVERED =
      RAJAONGKIR_ON_THE_WAY
          .replace("\"delivered\":false", "\"delivered\":true")
          .replace("\"status\":\"ON PROCESS\"}", "\"status\":\"DELIVERED\"}")
          .replace(
              "\"pod_date\":\"\",\"pod_time\":\"\"",
              "\"pod_date\":\"2026-03-25\",\"pod_time\":\"10:12\"");

  private static final String BITESHIP_TRACKING =
      """
      {"success":true,"object":"tracking","message":"Successfully get tracking info",
       "id":"6051861741a37414e6637fab","waybill_id":"MT685U91",
       "courier":{"company":"jne","driver_name":"X","driver_phone":"0812"},
       "origin":{"contact_name":"X","address":"Y"},"destination":{"contact_name":"X","address":"Y"},
       "history":[
         {"note":"Confirmed","updated_at":"2026-03-24T14:00:00+07:00","status":"confirmed"},
         {"note":"Picked","updated_at":"2026-03-24T16:00:00+07:00","status":"picked"},
         {"note":"?","updated_at":"2026-03-24T17:00:00+07:00","status":"a_new_word"},
         {"note":"Out","updated_at":"2026-03-25T09:00:00+07:00","status":"dropping_off"}],
       "link":"-","order_id":"5dd599ebdefcd4158eb8470b","status":"dropping_off"}
      """;

  private final AggregatorForTests there = new AggregatorForTests();
  private final RajaOngkir rajaOngkir = new RajaOngkir(there.address(), "raja-key", SOON);
  private final Biteship biteship = new Biteship(there.address(), "ship-key", SOON);

  @AfterEach
  void close() {
    there.close();
  }

  private static TrackingReport report(TrackingStatus status, String at) {
    return new TrackingReport(status, Instant.parse(at));
  }

  @Test
  void rajaOngkirIsAskedAsItsDocumentationSays() {
    there.says(200, RAJAONGKIR_ON_THE_WAY);
    var answer = rajaOngkir.track(Courier.JNE, WAYBILL, Optional.of("+6281200012345"));

    var asked = there.asked().getFirst();
    assertThat(asked.method() + " " + asked.path()).isEqualTo("POST /api/v1/track/waybill");
    assertThat(asked.headers()).containsEntry("key", "raja-key");
    assertThat(asked.body()).isEqualTo("awb=MT685U91&courier=jne&last_phone_number=12345");
    assertThat(answer)
        .isEqualTo(
            new TrackAnswer.Found(
                List.of(
                    report(TrackingStatus.IN_TRANSIT, "2026-03-24T07:05:00Z"),
                    report(TrackingStatus.OUT_FOR_DELIVERY, "2026-03-25T01:30:15Z"))));
  }

  @Test
  void onlyTheWordDeliveredDeliversAndTheProofSaysWhen() {
    there.says(200, RAJAONGKIR_DELIVERED);
    assertThat(rajaOngkir.track(Courier.JNE, WAYBILL, Optional.empty()))
        .isInstanceOfSatisfying(
            TrackAnswer.Found.class,
            found ->
                assertThat(found.reports().getLast())
                    .isEqualTo(report(TrackingStatus.DELIVERED, "2026-03-25T03:12:00Z")));
    there.says(
        200, RAJAONGKIR_ON_THE_WAY.replace("WITH DELIVERY COURIER", "NOT DELIVERED TO, CLOSED"));
    assertThat(rajaOngkir.track(Courier.JNE, WAYBILL, Optional.empty()))
        .isInstanceOfSatisfying(
            TrackAnswer.Found.class,
            found ->
                assertThat(found.reports())
                    .extracting(TrackingReport::status)
                    .containsOnly(TrackingStatus.IN_TRANSIT));
  }

  @Test
  void biteshipIsAskedAsItsDocumentationSaysAndNewWordsArePassedOver() {
    there.says(200, BITESHIP_TRACKING);
    var answer = biteship.track(Courier.JNE, WAYBILL, Optional.empty());

    var asked = there.asked().getFirst();
    assertThat(asked.method() + " " + asked.path())
        .isEqualTo("GET /v1/trackings/MT685U91/couriers/jne");
    assertThat(asked.headers()).containsEntry("authorization", "ship-key");
    assertThat(answer)
        .isEqualTo(
            new TrackAnswer.Found(
                List.of(
                    report(TrackingStatus.BOOKED, "2026-03-24T07:00:00Z"),
                    report(TrackingStatus.PICKED_UP, "2026-03-24T09:00:00Z"),
                    report(TrackingStatus.OUT_FOR_DELIVERY, "2026-03-25T02:00:00Z"))));
  }

  @Test
  void aWaybillNobodyKnowsIsAClearNo() {
    there.says(
        404,
        "{\"meta\":{\"message\":\"Invalid Waybill\",\"code\":404,\"status\":\"error\"},\"data\":null}");
    assertThat(rajaOngkir.track(Courier.JNE, WAYBILL, Optional.empty()))
        .isEqualTo(new TrackAnswer.NotKnown());
    there.says(400, "{\"success\":false,\"error\":\"Invalid waybill\",\"code\":40003001}");
    assertThat(biteship.track(Courier.JNE, WAYBILL, Optional.empty()))
        .isEqualTo(new TrackAnswer.NotKnown());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "429 | {\"meta\":{\"code\":429}}",
        "401 | {\"meta\":{\"code\":401}}",
        "500 | {\"success\":false}",
        "503 | <html><body>Service Unavailable</body></html>",
        "200 | <html><body>Log in</body></html>",
        "404 | <html><body>Not Found</body></html>",
        "200 | {\"success\":",
        "200 | []",
        "200 | null",
        "200 | {}",
        "200 | ''",
        "302 | ''",
      })
  void whatCannotBeReadIsNeitherYesNorNo(int status, String body) {
    there.says(status, body);
    assertThat(rajaOngkir.track(Courier.JNE, WAYBILL, Optional.empty()))
        .isInstanceOf(TrackAnswer.Unclear.class);
    assertThat(biteship.track(Courier.JNE, WAYBILL, Optional.empty()))
        .isInstanceOf(TrackAnswer.Unclear.class);
  }

  @Test
  void anAnswerWithoutEndIsNotReadToItsEnd() {
    there.says(200, "{\"success\":true,\"history\":[" + "{},".repeat(400_000) + "{}]}");
    assertThat(biteship.track(Courier.JNE, WAYBILL, Optional.empty()))
        .isInstanceOf(TrackAnswer.Unclear.class);
  }

  @Test
  void whoDoesNotAnswerIsNotWaitedFor() {
    there.saysNothing();
    assertThat(rajaOngkir.track(Courier.JNE, WAYBILL, Optional.empty()))
        .isEqualTo(new TrackAnswer.Unclear("no answer in time"));
    assertThat(biteship.book(order())).isEqualTo(new PickupAnswer.Unclear("no answer in time"));
  }

  @Test
  void whoIsNotThereWasNotAsked() {
    var nobody = new Biteship(URI.create("http://127.0.0.1:1"), "key", SOON);
    assertThat(nobody.book(order())).isInstanceOf(PickupAnswer.NotReached.class);
    assertThat(nobody.track(Courier.JNE, WAYBILL, Optional.empty()))
        .isInstanceOf(TrackAnswer.Unclear.class);
  }

  private static PickupOrder order() {
    return new PickupOrder(
        "tukar-7",
        Courier.JNE,
        "REG",
        new Address(
            "Budi",
            Optional.of("+62812"),
            Optional.of("Jl. Satu"),
            Optional.of("Bandung"),
            Optional.of("40132")),
        new Address(
            "Toko",
            Optional.of("+6221"),
            Optional.of("Jl. Dua"),
            Optional.empty(),
            Optional.empty()),
        "RMA-2611-00042",
        Money.rupiah(1_500_000),
        1_200);
  }

  @Test
  void aCourierIsOrderedUnderOurOwnNumber() {
    there.says(
        200,
        """
        {"success":true,"message":"Order successfully created","object":"order",
         "id":"5dd599ebdefcd4158eb8470b","courier":{"tracking_id":"t","waybill_id":"MT685U91",
         "company":"jne","type":"reg"},"price":21000,"status":"confirmed"}
        """);
    assertThat(biteship.book(order()))
        .isEqualTo(
            new PickupAnswer.Booked(
                "5dd599ebdefcd4158eb8470b",
                Optional.of(WAYBILL),
                Optional.of(Money.rupiah(21_000))));
    var asked = there.asked().getFirst();
    assertThat(asked.method() + " " + asked.path()).isEqualTo("POST /v1/orders");
    assertThat(asked.body())
        .contains(
            "\"reference_id\":\"tukar-7\"",
            "\"courier_company\":\"jne\"",
            "\"courier_type\":\"reg\"",
            "\"origin_postal_code\":\"40132\"",
            "\"weight\":1200")
        .doesNotContain("destination_postal_code");
    assertThat(order().toString()).doesNotContain("Budi", "Jl.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {\"success\":false,\"error\":\"No courier here\",\"code\":40002010} | Refused",
        "200 | {\"success\":true} | Unclear",
        "500 | {\"success\":false} | Unclear",
        "502 | <html></html> | Unclear",
        "429 | {\"success\":false} | NotReached",
      })
  void anOrderIsRefusedUnclearOrNotMade(int status, String body, String answer) {
    there.says(status, body);
    assertThat(biteship.book(order()).getClass().getSimpleName()).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "confirmed",
        "allocated",
        "picking_up",
        "picked",
        "in_transit",
        "dropping_off",
        "delivered",
        "return_in_transit",
        "returned",
        "rejected",
        "disposed",
        "cancelled"
      })
  void everyDocumentedWordIsKnown(String word) {
    assertThat(Biteship.status(word)).isPresent();
    assertThat(Biteship.status(word.toUpperCase(java.util.Locale.ROOT))).isPresent();
  }
}
