package io.tukar.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.FreshDatabase;
import io.tukar.TukarTest;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.MacAddress;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Role;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.rma.Verification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TukarTest
@FreshDatabase
class StockBookTest {

  private static final Instant AT = Instant.parse("2026-03-10T03:00:00Z");
  private static final Actor INSPECTOR = new Actor.Staff(7, Role.INSPECTOR);
  private static final AtomicInteger TESTS = new AtomicInteger();

  @Autowired private StockBook book;
  @Autowired private Units units;
  @Autowired private StockList stock;
  @Autowired private Verification verification;
  @Autowired private JdbcClient jdbc;

  private final int n = TESTS.incrementAndGet();
  private final Sku phone = new Sku("BOOK-PHONE-" + n);
  private final Sku cable = new Sku("BOOK-CABLE-" + n);

  @BeforeEach
  void aPhoneWithSerialsAndACableWithout() {
    jdbc.sql(
            """
            insert into product (sku, name, category, list_price, serialised)
            values (?, 'Telepon', 'ip-phone', 1000, true), (?, 'Kabel', 'accessory', 10, false)
            """)
        .params(phone.value(), cable.value())
        .update();
  }

  @Test
  void aDeliveryPutsGoodsOnTheShelfUnderItsLot() {
    done(
        deliver(
            "SJ-1",
            new Delivery.Line(phone, 3, "LOT-7", "A-01", tags("SERI-A", "SERI-B")),
            new Delivery.Line(cable, 20, null, null, List.of())));

    assertThat(onHand(phone)).isEqualTo(3);
    assertThat(onHand(cable)).isEqualTo(20);
    assertThat(units.with(phone, serials("SERI-A")).getFirst())
        .satisfies(
            unit -> {
              assertThat(unit.lot()).isEqualTo("LOT-7");
              assertThat(unit.bin()).isEqualTo("A-01");
              assertThat(unit.checked()).isFalse();
            });
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aDeliveryNoteIsBookedOnceAndAFormSentTwiceIsOneDelivery() throws Exception {
    var key = UUID.randomUUID();
    var delivery =
        new Delivery(
            "PT Pemasok " + n, "SJ-1", List.of(new Delivery.Line(cable, 5, null, null, List.of())));
    var sending = new ArrayList<Callable<Answer<Long>>>();
    for (int i = 0; i < 6; i++) {
      sending.add(() -> book.deliver(delivery, key, AT, INSPECTOR));
    }
    try (var doors = Executors.newFixedThreadPool(6)) {
      var papers = new ArrayList<Long>();
      for (var answer : doors.invokeAll(sending)) {
        papers.add(done(answer.get()));
      }
      assertThat(papers).containsOnly(papers.getFirst());
    }
    assertThat(onHand(cable)).isEqualTo(5);
    assertThat(reasons(book.deliver(delivery, UUID.randomUUID(), AT, INSPECTOR)))
        .containsExactly(Refusal.of("delivery-booked", "reference", "SJ-1"));
  }

  @Test
  void everythingWrongWithADeliveryIsSaidAtItsField() {
    done(deliver("SJ-1", new Delivery.Line(phone, 1, null, null, tags("SERI-A"))));
    var wrong =
        new Delivery(
            "PT Pemasok " + n,
            "SJ-2",
            List.of(
                new Delivery.Line(new Sku("NO-SUCH"), 0, null, null, List.of()),
                new Delivery.Line(phone, 1, "L".repeat(41), null, tags("SERI-A", "SERI-A")),
                new Delivery.Line(cable, 1, null, null, tags("SERI-C"))));

    assertThat(reasons(book.deliver(wrong, UUID.randomUUID(), AT, INSPECTOR)))
        .extracting(refusal -> refusal.field() + " " + refusal.code())
        .containsExactly(
            "lines[0].sku sku-unknown",
            "lines[0].quantity quantity-not-positive",
            "lines[1].serials serials-too-many",
            "lines[1].lot value-too-long",
            "lines[1].serials serial-scanned-twice",
            "lines[1].serials unit-elsewhere",
            "lines[2].serials product-without-serials");
    assertThat(onHand(phone)).isEqualTo(1);
  }

  @Test
  void aMacBelongsToOneUnit() {
    var mac = new MacAddress("000B820000%02X".formatted(n));
    done(
        deliver(
            "SJ-1",
            new Delivery.Line(
                phone, 1, null, null, List.of(new Delivery.Tag(new SerialNumber("SERI-A"), mac)))));
    assertThat(
            reasons(
                deliver(
                    "SJ-2",
                    new Delivery.Line(
                        phone,
                        1,
                        null,
                        null,
                        List.of(new Delivery.Tag(new SerialNumber("SERI-B"), mac))))))
        .containsExactly(Refusal.of("mac-of-other-unit", "lines[0].serials", "SERI-A"));
  }

  @Test
  void aCountLosesWhatWasNotSeenAndFindsItAgain() {
    done(deliver("SJ-1", new Delivery.Line(phone, 4, null, null, tags("SERI-A", "SERI-B"))));

    done(count(phone, 3, "SERI-A", "SERI-C"));
    assertThat(onHand(phone)).isEqualTo(3);
    assertThat(place("SERI-B")).isEqualTo(Place.LOST);
    assertThat(place("SERI-C")).isEqualTo(Place.SHELF);
    assertThat(verification.run().broken()).isEmpty();

    done(count(phone, 4, "SERI-A", "SERI-B", "SERI-C"));
    assertThat(onHand(phone)).isEqualTo(4);
    assertThat(place("SERI-B")).isEqualTo(Place.SHELF);
    assertThat(stock.elsewhere(phone)).isEmpty();
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void goodsWithoutSerialsAreCorrectedByNumber() {
    done(deliver("SJ-1", new Delivery.Line(cable, 20, null, null, List.of())));
    done(count(cable, 17));
    assertThat(onHand(cable)).isEqualTo(17);
    done(count(cable, 21));
    assertThat(onHand(cable)).isEqualTo(21);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aCountNeverGoesBelowNothingNorBelowWhatIsSetAside() {
    done(deliver("SJ-1", new Delivery.Line(cable, 5, null, null, List.of())));
    jdbc.sql("update stock_level set held = 2 where sku = ?").param(cable.value()).update();

    assertThat(reasons(count(cable, -1)))
        .extracting(Refusal::code)
        .containsExactly("counted-out-of-bounds");
    assertThat(reasons(count(phone, 2, "SERI-A", "SERI-A")))
        .containsExactly(Refusal.of("serial-scanned-twice", "serials", "SERI-A"));
    assertThat(reasons(count(cable, 1)))
        .containsExactly(Refusal.of("count-below-held", "counted", 2));
    done(count(cable, 2));
    jdbc.sql("update stock_level set held = 0 where sku = ?").param(cable.value()).update();
  }

  @Test
  void aCountNeedsAReason() {
    var count = new Count(cable, Place.SHELF, 1, List.of(), "  ");
    assertThat(reasons(book.count(count, UUID.randomUUID(), AT, INSPECTOR)))
        .extracting(Refusal::code)
        .containsExactly("stock-reason-needed");
  }

  @Test
  void aUnitThatIsCarriedBackToTheShelfIsTestedAnew() {
    done(deliver("SJ-1", new Delivery.Line(phone, 1, null, "A-01", tags("SERI-A"))));
    jdbc.sql("update unit set qc_passed_at = now() where sku = ?").param(phone.value()).update();

    done(carry("SERI-A", Place.SHELF, Place.REPAIR));
    assertThat(onHand(phone)).isZero();
    done(carry("SERI-A", Place.REPAIR, Place.SHELF));

    assertThat(units.with(phone, serials("SERI-A")).getFirst().checked()).isFalse();
    assertThat(onHand(phone)).isEqualTo(1);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void nothingIsCarriedThatIsNotThere() {
    done(deliver("SJ-1", new Delivery.Line(phone, 1, null, null, tags("SERI-A"))));
    assertThat(reasons(carry("SERI-A", Place.REPAIR, Place.SHELF)))
        .containsExactly(Refusal.of("fewer-there", "quantity", 0));
    jdbc.sql("update stock_level set held = 1 where sku = ?").param(phone.value()).update();
    assertThat(reasons(carry("SERI-A", Place.SHELF, Place.SCRAP)))
        .containsExactly(Refusal.of("fewer-there", "quantity", 0));
    jdbc.sql("update stock_level set held = 0 where sku = ?").param(phone.value()).update();
  }

  @Test
  void unitsCarriedAndCountedAtOnceStayConserved() throws Exception {
    done(deliver("SJ-1", new Delivery.Line(phone, 4, null, null, tags("SERI-A", "SERI-B"))));
    var work = new ArrayList<Callable<Answer<Long>>>();
    for (int i = 0; i < 8; i++) {
      work.add(() -> carry("SERI-A", Place.SHELF, Place.REPAIR));
      work.add(() -> carry("SERI-A", Place.REPAIR, Place.SHELF));
      work.add(() -> carry("SERI-B", Place.SHELF, Place.OPEN_BOX));
      work.add(() -> count(phone, 3, "SERI-B"));
    }
    try (var stations = Executors.newFixedThreadPool(8)) {
      for (var answer : stations.invokeAll(work)) {
        assertThat(answer.get()).isNotNull();
      }
    }
    assertThat(verification.run().broken()).isEmpty();
  }

  private Answer<Long> deliver(String reference, Delivery.Line... lines) {
    return book.deliver(
        new Delivery("PT Pemasok " + n, reference, List.of(lines)),
        UUID.randomUUID(),
        AT,
        INSPECTOR);
  }

  private Answer<Long> count(Sku sku, int counted, String... seen) {
    return book.count(
        new Count(sku, Place.SHELF, counted, serials(seen), "Hitung bulanan"),
        UUID.randomUUID(),
        AT,
        INSPECTOR);
  }

  private Answer<Long> carry(String serial, Place from, Place to) {
    return book.transfer(
        new Transfer(phone, List.of(new SerialNumber(serial)), 1, from, to, "Dicek ulang"),
        UUID.randomUUID(),
        AT,
        INSPECTOR);
  }

  private Place place(String serial) {
    return units.with(phone, serials(serial)).getFirst().place();
  }

  private int onHand(Sku sku) {
    return jdbc.sql("select coalesce((select on_hand from stock_level where sku = ?), 0)")
        .param(sku.value())
        .query(Integer.class)
        .single();
  }

  private static List<Delivery.Tag> tags(String... serials) {
    return serials(serials).stream().map(serial -> new Delivery.Tag(serial, null)).toList();
  }

  private static List<SerialNumber> serials(String... serials) {
    return Arrays.stream(serials).map(SerialNumber::new).toList();
  }

  private static long done(Answer<Long> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<Long>) answer).value();
  }

  private static List<Refusal> reasons(Answer<Long> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<Long>) answer).reasons();
  }
}
