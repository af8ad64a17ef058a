package io.tukar.stock.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tukar.FreshDatabase;
import io.tukar.TukarTest;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Role;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.kernel.WaybillNumber;
import io.tukar.rma.Verification;
import io.tukar.stock.Count;
import io.tukar.stock.Delivery;
import io.tukar.stock.Place;
import io.tukar.stock.StockBook;
import io.tukar.stock.Transfer;
import io.tukar.stock.Unit;
import io.tukar.stock.Units;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A vendor's batch from the first unit to the last answer. */
@TukarTest
@FreshDatabase
class VendorBatchesTest {

  private static final Instant AT = Instant.parse("2026-03-10T03:00:00Z");
  private static final Actor INSPECTOR = new Actor.Staff(7, Role.INSPECTOR);
  private static final Actor MANAGER = new Actor.Staff(8, Role.MANAGER);
  private static final AtomicInteger TESTS = new AtomicInteger();

  @Autowired private VendorBatches batches;
  @Autowired private VendorList list;
  @Autowired private StockBook book;
  @Autowired private Units units;
  @Autowired private Verification verification;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transactions;

  private final int n = TESTS.incrementAndGet();
  private final String vendor = "Pabrik " + n;
  private final Sku phone = new Sku("VEND-PHONE-" + n);
  private final Sku cable = new Sku("VEND-CABLE-" + n);

  @BeforeEach
  void threePhonesAndFiveCablesWaitForTheirVendor() {
    jdbc.sql(
            """
            insert into product (sku, name, category, list_price, serialised)
            values (?, 'Telepon', 'ip-phone', 1000, true), (?, 'Kabel', 'accessory', 10, false)
            """)
        .params(phone.value(), cable.value())
        .update();
    done(
        book.deliver(
            new Delivery(
                "PT Distributor " + n,
                "SJ-1",
                List.of(
                    new Delivery.Line(phone, 4, null, null, tags("SERI-A", "SERI-B", "SERI-C")),
                    new Delivery.Line(cable, 6, null, null, List.of()))),
            UUID.randomUUID(),
            AT,
            INSPECTOR));
    done(carry(phone, 3, Place.SHELF, Place.VENDOR, "SERI-A", "SERI-B", "SERI-C"));
    done(carry(cable, 5, Place.SHELF, Place.VENDOR));
  }

  @AfterEach
  void everythingHolds() {
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void whatWaitsIsListedWithWhoDeliveredItUntilItIsInABatch() {
    assertThat(waiting()).containsExactly("SERI-A", "SERI-B", "SERI-C");
    assertThat(list.waiting(1))
        .filteredOn(one -> one.sku().equals(phone))
        .extracting(Waiting.OfUnit::supplier)
        .containsOnly("PT Distributor " + n);
    assertThat(numbers()).containsExactly(5);

    var batch = gathered("SERI-A");
    done(batches.gatherNumber(batch.id(), cable, 2, null, AT, INSPECTOR));

    assertThat(waiting()).containsExactly("SERI-B", "SERI-C");
    assertThat(numbers()).containsExactly(3);
    assertThat(list.names()).contains(vendor, "PT Distributor " + n);
  }

  @Test
  void aVendorHasOneOpenBatchHoweverItIsWritten() {
    var first = done(batches.open(" " + vendor + "  ", AT, INSPECTOR));
    var second = done(batches.open(vendor.toUpperCase(java.util.Locale.ROOT), AT, INSPECTOR));
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(reasons(batches.open("  ", AT, INSPECTOR)))
        .containsExactly(Refusal.of("value-missing", "vendor"));
    assertThat(reasons(batches.open("x".repeat(101), AT, INSPECTOR)))
        .containsExactly(Refusal.of("value-too-long", "vendor", 100));
  }

  @Test
  void gatheringMovesNothingAndIsTakenBack() {
    var batch = gathered("SERI-A", "SERI-B");
    assertThat(batch.goods()).isEqualTo(2);
    assertThat(gathered("SERI-A").version()).as("in it already").isEqualTo(batch.version());

    var item = item(batch, "SERI-A");
    var left = done(batches.takeOut(batch.id(), item.id()));
    assertThat(left.goods()).isEqualTo(1);
    assertThat(done(batches.takeOut(batch.id(), item.id())).version()).isEqualTo(left.version());
    assertThat(waiting()).containsExactly("SERI-A", "SERI-C");
    assertThat(place("SERI-A")).isEqualTo(Place.VENDOR);
  }

  @Test
  void aUnitThatIsNotWaitingIsRefusedAndNothingOfItsListIsTaken() {
    done(carry(phone, 1, Place.VENDOR, Place.REPAIR, "SERI-C"));
    var batch = done(batches.open(vendor, AT, INSPECTOR));
    assertThat(
            reasons(
                batches.gather(
                    batch.id(), List.of(id("SERI-A"), id("SERI-C")), null, AT, INSPECTOR)))
        .containsExactly(Refusal.of("vendor-unit-not-waiting", "code", "SERI-C"));
    assertThat(reasons(batches.gather(batch.id(), List.of(), null, AT, INSPECTOR)))
        .containsExactly(Refusal.of("vendor-none-chosen", "units"));
    assertThat(reasons(batches.gather(batch.id(), List.of(987_654L), null, AT, INSPECTOR)))
        .containsExactly(Refusal.of("vendor-none-chosen", "units"));
    assertThat(waiting()).containsExactly("SERI-A", "SERI-B");
  }

  @Test
  void aUnitIsInOneBatchAtATime() {
    gathered("SERI-A");
    var other = done(batches.open(vendor + " lain", AT, INSPECTOR));
    assertThat(reasons(batches.gather(other.id(), List.of(id("SERI-A")), null, AT, INSPECTOR)))
        .containsExactly(Refusal.of("vendor-in-another-batch", "code", "SERI-A", vendor));
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        insert into vendor_item (batch_id, sku, unit_id, quantity, added_at, added_by)
                        values (?, ?, ?, 1, now(), 'staff:7')
                        """)
                    .params(other.id(), phone.value(), id("SERI-A"))
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("one_batch_per_unit");
  }

  @Test
  void noMoreOfANumberGoAlongThanWait() {
    var batch = done(batches.open(vendor, AT, INSPECTOR));
    done(batches.gatherNumber(batch.id(), cable, 4, "Putus", AT, INSPECTOR));
    var again = done(batches.gatherNumber(batch.id(), cable, 3, null, AT, INSPECTOR));
    assertThat(again.goods()).as("set, not added").isEqualTo(3);
    var other = done(batches.open(vendor + " lain", AT, INSPECTOR));
    assertThat(reasons(batches.gatherNumber(other.id(), cable, 3, null, AT, INSPECTOR)))
        .containsExactly(Refusal.of("vendor-fewer-wait", "quantity", 2));
    assertThat(reasons(batches.gatherNumber(batch.id(), cable, 0, null, AT, INSPECTOR)))
        .containsExactly(Refusal.of("quantity-not-positive", "quantity"));
    assertThat(list.items(batch.id(), 1))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.quantity()).isEqualTo(3);
              assertThat(item.fault()).isEqualTo("Putus");
            });
  }

  @Test
  void whatIsInABatchIsNeitherCarriedAwayNorCountedAway() {
    var batch = gathered("SERI-A");
    done(batches.gatherNumber(batch.id(), cable, 4, null, AT, INSPECTOR));

    assertThat(reasons(carry(phone, 1, Place.VENDOR, Place.SCRAP, "SERI-A")))
        .containsExactly(Refusal.of("unit-in-vendor-batch", "serials", "SERI-A"));
    assertThat(reasons(carry(cable, 2, Place.VENDOR, Place.SCRAP)))
        .containsExactly(Refusal.of("number-in-vendor-batch", "quantity", 1));
    assertThat(reasons(count(phone, 2, "SERI-B", "SERI-C")))
        .containsExactly(Refusal.of("count-below-vendor-batch", "counted"));
    assertThat(reasons(count(cable, 3)))
        .containsExactly(Refusal.of("count-below-vendor-batch", "counted"));

    done(count(phone, 2, "SERI-A", "SERI-C"));
    done(count(cable, 4));
    assertThat(place("SERI-B")).isEqualTo(Place.LOST);
  }

  @Test
  void aBatchIsSentOnceAndOnlyAsItWasSeen() {
    var batch = gathered("SERI-A");
    var seen = batch.version();
    gathered("SERI-B");
    var key = UUID.randomUUID();
    assertThat(reasons(send(batch.id(), seen, "RMA-9", key)))
        .containsExactly(Refusal.of("vendor-batch-changed", ""));
    var now = version(batch);
    assertThat(reasons(send(batch.id(), now, "  ", key)))
        .containsExactly(Refusal.of("value-missing", "reference"));

    var sent = done(send(batch.id(), now, "RMA-9", key));
    assertThat(done(send(batch.id(), now, "RMA-9", key))).as("sent twice").isEqualTo(sent);
    assertThat(reasons(send(batch.id(), sent.version(), "RMA-10", UUID.randomUUID())))
        .containsExactly(Refusal.of("vendor-batch-sent", "", vendor));
    assertThat(reasons(batches.takeOut(batch.id(), item(batch, "SERI-A").id())))
        .containsExactly(Refusal.of("vendor-batch-sent", "", vendor));
    assertThat(reasons(batches.gather(batch.id(), List.of(id("SERI-C")), null, AT, INSPECTOR)))
        .containsExactly(Refusal.of("vendor-batch-sent", "", vendor));

    var next = gathered("SERI-C");
    assertThat(next.id()).as("the next batch").isNotEqualTo(batch.id());
    assertThat(reasons(send(next.id(), next.version(), "rma-9", UUID.randomUUID())))
        .containsExactly(Refusal.of("vendor-reference-used", "reference", "rma-9"));
  }

  @Test
  void anEmptyBatchIsNotSent() {
    var batch = done(batches.open(vendor, AT, INSPECTOR));
    assertThat(reasons(send(batch.id(), batch.version(), "RMA-1", UUID.randomUUID())))
        .containsExactly(Refusal.of("vendor-batch-empty", ""));
  }

  @Test
  void aRepairedUnitComesToTheShelfAndIsTestedAndReleasedAnew() {
    jdbc.sql("update unit set release_due = true, grade = 'DEFECTIVE' where id = ?")
        .param(id("SERI-A"))
        .update();
    var batch = sent("SERI-A", "SERI-B");
    done(answer(batch, item(batch, "SERI-A"), new VendorAnswer.Repaired()));

    assertThat(unit("SERI-A"))
        .satisfies(
            unit -> {
              assertThat(unit.place()).isEqualTo(Place.SHELF);
              assertThat(unit.checked()).isFalse();
              assertThat(unit.grade()).isEqualTo(Unit.Grade.REFURBISHED);
            });
    assertThat(
            jdbc.sql("select release_due from unit where id = ?")
                .param(id("SERI-A"))
                .query(Boolean.class)
                .single())
        .as("the release of its last customer stays due")
        .isTrue();
    assertThat(list.find(batch.id()).orElseThrow().state()).isEqualTo(VendorBatch.State.SENT);
  }

  @Test
  void aReplacedUnitIsTheVendorsAndTheOtherIsOnTheShelf() {
    var batch = sent("SERI-A");
    var item = item(batch, "SERI-A");
    assertThat(reasons(answer(batch, item, new VendorAnswer.Replaced(null))))
        .containsExactly(Refusal.of("vendor-replacement-needs-serial", "serial"));
    assertThat(reasons(answer(batch, item, replaced("SERI-A"))))
        .containsExactly(Refusal.of("vendor-same-serial", "serial", "SERI-A"));
    assertThat(reasons(answer(batch, item, replaced("SERI-B"))))
        .containsExactly(Refusal.of("unit-elsewhere", "serial", "SERI-B", Place.VENDOR));
    var onHand = onHand(phone);

    var answered = done(answer(batch, item, replaced("SERI-BARU")));

    assertThat(place("SERI-A")).isEqualTo(Place.SUPPLIER);
    assertThat(place("SERI-BARU")).isEqualTo(Place.SHELF);
    assertThat(unit("SERI-BARU").checked()).isFalse();
    assertThat(onHand(phone)).isEqualTo(onHand + 1);
    assertThat(Objects.requireNonNull(answered.answer()).replacement())
        .isEqualTo(new SerialNumber("SERI-BARU"));
    assertThat(list.find(batch.id()).orElseThrow().state()).isEqualTo(VendorBatch.State.CLOSED);
  }

  @Test
  void aUnitTheVendorKeptMayComeAsAReplacementOfAnother() {
    var batch = sent("SERI-A", "SERI-B");
    done(answer(batch, item(batch, "SERI-A"), replaced("SERI-BARU")));
    done(answer(batch, item(batch, "SERI-B"), replaced("SERI-A")));
    assertThat(unit("SERI-A"))
        .satisfies(
            unit -> {
              assertThat(unit.place()).isEqualTo(Place.SHELF);
              assertThat(unit.grade()).isEqualTo(Unit.Grade.REFURBISHED);
            });
    assertThat(place("SERI-B")).isEqualTo(Place.SUPPLIER);
  }

  @Test
  void aCreditNeedsItsAmountAndTheVendorsPaper() {
    var batch = sent("SERI-A");
    var item = item(batch, "SERI-A");
    var credit = new VendorAnswer.Credited(Money.rupiah(450_000));
    assertThat(reasons(answer(batch, item, credit)))
        .containsExactly(Refusal.of("vendor-credit-needs-paper", "credit-paper"));
    assertThat(
            reasons(
                batches.answer(
                    batch.id(),
                    item.id(),
                    new VendorAnswer.Credited(Money.rupiah(0)),
                    1,
                    "CN-1",
                    UUID.randomUUID(),
                    AT,
                    MANAGER)))
        .containsExactly(Refusal.of("amount-not-positive", "amount"));

    var booked =
        done(
            batches.answer(
                batch.id(), item.id(), credit, 1, " CN-1 ", UUID.randomUUID(), AT, MANAGER));

    assertThat(Objects.requireNonNull(booked.answer()))
        .satisfies(
            given -> {
              assertThat(given.amount()).isEqualTo(Money.rupiah(450_000));
              assertThat(given.paper()).isEqualTo("CN-1");
            });
    assertThat(place("SERI-A")).isEqualTo(Place.SUPPLIER);
  }

  @Test
  void whatWasRefusedGoesWhereTheShopPutsIt() {
    var batch = sent("SERI-A", "SERI-B", "SERI-C");
    done(answer(batch, item(batch, "SERI-A"), new VendorAnswer.Refused(Place.REPAIR)));
    done(answer(batch, item(batch, "SERI-B"), new VendorAnswer.Refused(Place.SHELF)));
    done(answer(batch, item(batch, "SERI-C"), new VendorAnswer.Lost()));
    assertThat(place("SERI-A")).isEqualTo(Place.REPAIR);
    assertThat(unit("SERI-B").checked()).isFalse();
    assertThat(place("SERI-B")).isEqualTo(Place.SHELF);
    assertThat(place("SERI-C")).isEqualTo(Place.LOST);
    done(carry(phone, 1, Place.REPAIR, Place.VENDOR, "SERI-A"));
    assertThat(gathered("SERI-A").goods()).as("sent in once more").isEqualTo(1);
  }

  @Test
  void aNumberIsAnsweredInPartsAndEachPartOnce() {
    var open = done(batches.open(vendor, AT, INSPECTOR));
    var batch =
        done(
            send(
                open.id(),
                done(batches.gatherNumber(open.id(), cable, 5, null, AT, INSPECTOR)).version(),
                "RMA-1",
                UUID.randomUUID()));
    var item = list.items(batch.id(), 1).getFirst();
    var key = UUID.randomUUID();
    assertThat(reasons(part(batch, item, new VendorAnswer.Repaired(), 6, UUID.randomUUID())))
        .containsExactly(Refusal.of("vendor-fewer-sent", "quantity", 5));
    assertThat(reasons(part(batch, item, replaced("SERI-X"), 1, UUID.randomUUID())))
        .containsExactly(Refusal.of("vendor-number-without-serial", "serial"));

    var first = done(part(batch, item, new VendorAnswer.Replaced(null), 2, key));
    assertThat(done(part(batch, item, new VendorAnswer.Replaced(null), 2, key))).isEqualTo(first);
    assertThat(onHand(cable)).isEqualTo(3);
    assertThat(list.find(batch.id()).orElseThrow().unanswered()).isEqualTo(3);

    done(part(batch, item, new VendorAnswer.Refused(Place.SCRAP), 3, UUID.randomUUID()));
    assertThat(list.find(batch.id()).orElseThrow())
        .satisfies(
            now -> {
              assertThat(now.state()).isEqualTo(VendorBatch.State.CLOSED);
              assertThat(now.goods()).isEqualTo(5);
            });
  }

  @Test
  void anAnswerIsBookedOnceAndNeverChanged() {
    var open = gathered("SERI-A");
    assertThat(reasons(answer(open, item(open, "SERI-A"), new VendorAnswer.Repaired())))
        .containsExactly(Refusal.of("vendor-batch-not-sent", ""));
    var batch = sent("SERI-A");
    var item = item(batch, "SERI-A");
    done(answer(batch, item, new VendorAnswer.Repaired()));
    assertThat(reasons(answer(batch, item, new VendorAnswer.Refused(Place.SCRAP))))
        .containsExactly(Refusal.of("vendor-answered", ""));
    assertThatThrownBy(
            () ->
                jdbc.sql("update vendor_item set outcome = 'LOST' where id = ?")
                    .param(item.id())
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("has its answer");
    assertThatThrownBy(
            () -> jdbc.sql("delete from vendor_item where id = ?").param(item.id()).update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void peopleWhoDoTheSameAtOnceDoItOnce() throws Exception {
    var one = done(batches.open(vendor, AT, INSPECTOR));
    var other = done(batches.open(vendor + " lain", AT, INSPECTOR));
    var gathering = new ArrayList<Callable<Answer<VendorBatch>>>();
    for (int i = 0; i < 8; i++) {
      var batch = i % 2 == 0 ? one : other;
      gathering.add(() -> batches.gather(batch.id(), List.of(id("SERI-A")), null, AT, INSPECTOR));
    }
    for (int i = 0; i < 4; i++) {
      gathering.add(() -> batches.gatherNumber(one.id(), cable, 4, null, AT, INSPECTOR));
      gathering.add(() -> batches.gatherNumber(other.id(), cable, 4, null, AT, INSPECTOR));
    }
    atOnce(gathering);
    var batch = list.batchOf(id("SERI-A")).orElseThrow();
    assertThat(numbers()).as("four of five are in one of them").containsExactly(1);

    var key = UUID.randomUUID();
    var sending = new ArrayList<Callable<Answer<VendorBatch>>>();
    for (int i = 0; i < 4; i++) {
      sending.add(() -> send(batch.id(), version(batch), "RMA-1", key));
      sending.add(() -> send(batch.id(), version(batch), "RMA-2", UUID.randomUUID()));
    }
    atOnce(sending);
    assertThat(list.find(batch.id()).orElseThrow().state()).isEqualTo(VendorBatch.State.SENT);

    var item = item(batch, "SERI-A");
    var answering = new ArrayList<Callable<Answer<VendorItem>>>();
    for (int i = 0; i < 4; i++) {
      var serial = "SERI-BARU-" + i;
      answering.add(() -> answer(batch, item, replaced(serial)));
      answering.add(() -> answer(batch, item, new VendorAnswer.Repaired()));
    }
    assertThat(atOnce(answering)).as("one answer").isEqualTo(1);
    assertThat(onHand(phone)).isEqualTo(2);
  }

  @Test
  void aBatchIsOpenWhicheverOneLeavesMeanwhile() throws Exception {
    for (int round = 0; round < 5; round++) {
      var leaving = done(batches.open(vendor, AT, INSPECTOR));
      done(batches.gatherNumber(leaving.id(), cable, 1, null, AT, INSPECTOR));
      var reference = "RMA-" + round;
      var work = new ArrayList<Callable<Answer<VendorBatch>>>();
      for (int i = 0; i < 30; i++) {
        work.add(() -> batches.open(vendor, AT, INSPECTOR));
      }
      work.add(6, () -> send(leaving.id(), version(leaving), reference, UUID.randomUUID()));
      assertThat(atOnce(work)).as("it leaves, and all get one").isEqualTo(31);
    }
  }

  @Test
  void oneSerialComesInsteadOfOneUnitOnly() throws Exception {
    var batch = sent("SERI-A", "SERI-B", "SERI-C");
    var answering = new ArrayList<Callable<Answer<VendorItem>>>();
    for (var serial : List.of("SERI-A", "SERI-B", "SERI-C")) {
      var item = item(batch, serial);
      answering.add(() -> answer(batch, item, replaced("SERI-BARU")));
    }
    assertThat(atOnce(answering)).isEqualTo(1);
  }

  @Test
  void carryingAndGatheringAtOnceStayConserved() throws Exception {
    var batch = done(batches.open(vendor, AT, INSPECTOR));
    var work = new ArrayList<Callable<Answer<?>>>();
    for (int i = 0; i < 6; i++) {
      work.add(() -> batches.gather(batch.id(), List.of(id("SERI-A")), null, AT, INSPECTOR));
      work.add(() -> carry(phone, 1, Place.VENDOR, Place.SCRAP, "SERI-A"));
      work.add(() -> batches.gatherNumber(batch.id(), cable, 3, null, AT, INSPECTOR));
      work.add(() -> carry(cable, 1, Place.VENDOR, Place.SCRAP));
    }
    try (var people = Executors.newFixedThreadPool(8)) {
      for (var answer : people.invokeAll(work)) {
        assertThat(answer.get()).isNotNull();
      }
    }
    assertThat(place("SERI-A") == Place.SCRAP)
        .as("in the batch, or carried away")
        .isNotEqualTo(list.batchOf(id("SERI-A")).isPresent());
  }

  @Test
  void whatLeftItsBatchBehindTheProgramsBackIsNoticed() {
    var batch = gathered("SERI-A");
    assertThat(brokenWhile("update unit set place = 'SUPPLIER' where id = " + id("SERI-A")))
        .contains("in a batch for a vendor");
    done(batches.gatherNumber(batch.id(), cable, 5, null, AT, INSPECTOR));
    assertThat(brokenWhile("update vendor_item set quantity = 6 where sku = '" + cable + "'"))
        .contains("in a batch for a vendor");
    var sent = done(send(batch.id(), version(batch), "RMA-3", UUID.randomUUID()));
    done(answer(sent, item(sent, "SERI-A"), new VendorAnswer.Refused(Place.REPAIR)));
    assertThat(
            brokenWhile(
                "update vendor_batch set state = 'CLOSED', closed_at = now() where id = "
                    + sent.id()))
        .contains("closed with its last answer");
    assertThat(
            brokenWhile(
                "insert into stock_document (key, kind, at, actor)"
                    + " values (gen_random_uuid(), 'VENDOR', now(), 'clock')"))
        .contains("went where the answer says");
  }

  /** What verification says while this is done; it is undone again. */
  private String brokenWhile(String change) {
    var report =
        transactions.execute(
            transaction -> {
              jdbc.sql(change).update();
              transaction.setRollbackOnly();
              return verification.run();
            });
    return String.join(" ", report.broken());
  }

  /** How many were done. */
  private static <T> long atOnce(List<Callable<Answer<T>>> work) throws Exception {
    try (var people = Executors.newFixedThreadPool(8)) {
      long done = 0;
      for (var answer : people.invokeAll(work)) {
        if (answer.get() instanceof Answer.Done) {
          done++;
        }
      }
      return done;
    }
  }

  private VendorBatch gathered(String... serials) {
    var batch = done(batches.open(vendor, AT, INSPECTOR));
    return done(
        batches.gather(
            batch.id(), Arrays.stream(serials).map(this::id).toList(), null, AT, INSPECTOR));
  }

  private VendorBatch sent(String... serials) {
    var batch = gathered(serials);
    return done(send(batch.id(), batch.version(), "RMA-77", UUID.randomUUID()));
  }

  private Answer<VendorBatch> send(long batchId, int version, String reference, UUID key) {
    return batches.send(
        batchId, version, reference, new WaybillNumber("JNE123456"), key, AT, INSPECTOR);
  }

  private int version(VendorBatch batch) {
    return list.find(batch.id()).orElseThrow().version();
  }

  private Answer<VendorItem> answer(VendorBatch batch, VendorItem item, VendorAnswer answer) {
    return part(batch, item, answer, 1, UUID.randomUUID());
  }

  private Answer<VendorItem> part(
      VendorBatch batch, VendorItem item, VendorAnswer answer, int quantity, UUID key) {
    return batches.answer(batch.id(), item.id(), answer, quantity, "", key, AT, INSPECTOR);
  }

  private static VendorAnswer.Replaced replaced(String serial) {
    return new VendorAnswer.Replaced(new Delivery.Tag(new SerialNumber(serial), null));
  }

  private VendorItem item(VendorBatch batch, String serial) {
    return list.items(batch.id(), 1).stream()
        .filter(item -> new SerialNumber(serial).equals(item.serial()))
        .findFirst()
        .orElseThrow();
  }

  private List<String> waiting() {
    return list.waiting(1).stream()
        .filter(one -> one.sku().equals(phone))
        .map(one -> one.serial().value())
        .toList();
  }

  private List<Integer> numbers() {
    return list.numbers().stream()
        .filter(one -> one.sku().equals(cable))
        .map(Waiting.OfNumber::quantity)
        .toList();
  }

  private Unit unit(String serial) {
    return units
        .find(
            jdbc.sql("select id from unit where sku = ? and serial = ?")
                .params(phone.value(), serial)
                .query(Long.class)
                .single())
        .orElseThrow();
  }

  private long id(String serial) {
    return unit(serial).id();
  }

  private @Nullable Place place(String serial) {
    return unit(serial).place();
  }

  private int onHand(Sku sku) {
    return jdbc.sql("select on_hand from stock_level where sku = ?")
        .param(sku.value())
        .query(Integer.class)
        .single();
  }

  private Answer<Long> carry(Sku sku, int quantity, Place from, Place to, String... serials) {
    return book.transfer(
        new Transfer(sku, serials(serials), quantity, from, to, "Klaim"),
        UUID.randomUUID(),
        AT,
        INSPECTOR);
  }

  private Answer<Long> count(Sku sku, int counted, String... seen) {
    return book.count(
        new Count(sku, Place.VENDOR, counted, serials(seen), "Hitung bulanan"),
        UUID.randomUUID(),
        AT,
        INSPECTOR);
  }

  private static List<Delivery.Tag> tags(String... serials) {
    return serials(serials).stream().map(serial -> new Delivery.Tag(serial, null)).toList();
  }

  private static List<SerialNumber> serials(String... serials) {
    return Arrays.stream(serials).map(SerialNumber::new).toList();
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }

  private static List<Refusal> reasons(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<?>) answer).reasons();
  }
}
