package io.tukar.rma;

import static io.tukar.rma.Cases.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.FreshDatabase;
import io.tukar.TukarTest;
import io.tukar.inspection.Disposition;
import io.tukar.inspection.InspectionBench;
import io.tukar.inspection.Returned;
import io.tukar.inspection.Seen;
import io.tukar.inspection.UnitLooks;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Money;
import io.tukar.kernel.Role;
import io.tukar.kernel.SealNumber;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.kernel.WaybillNumber;
import io.tukar.shipping.Courier;
import io.tukar.stock.Count;
import io.tukar.stock.Delivery;
import io.tukar.stock.Place;
import io.tukar.stock.Release;
import io.tukar.stock.Releases;
import io.tukar.stock.Shelf;
import io.tukar.stock.StockBook;
import io.tukar.stock.Transfer;
import io.tukar.stock.qc.QcBench;
import io.tukar.stock.qc.QcStep;
import io.tukar.stock.qc.QcTest;
import io.tukar.stock.vendor.VendorAnswer;
import io.tukar.stock.vendor.VendorBatch;
import io.tukar.stock.vendor.VendorBatches;
import io.tukar.stock.vendor.VendorList;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Units live at random, at several stations at once: delivered, tested, set aside, shipped, brought
 * back, looked at, carried about and counted. Whatever happens, nothing appears or is gone.
 */
@TukarTest
@FreshDatabase
class LivesOfUnitsTest {

  private static final List<Disposition> GOODS_GO_TO =
      List.copyOf(EnumSet.complementOf(EnumSet.of(Disposition.SEND_BACK)));

  private static final int STATIONS = 4;
  private static final int VERBS_OF_A_STATION = 150;
  private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 13);
  private static final Actor SOMEBODY = new Actor.Staff(1, Role.MANAGER);
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  @Autowired private ExchangeDesk desk;
  @Autowired private Drafts drafts;
  @Autowired private Rmas rmas;
  @Autowired private Clockwork clockwork;
  @Autowired private StockBook book;
  @Autowired private VendorBatches vendors;
  @Autowired private VendorList batches;
  @Autowired private QcBench qc;
  @Autowired private Releases releases;
  @Autowired private InspectionBench bench;
  @Autowired private UnitLooks looks;
  @Autowired private Shelf shelf;
  @Autowired private Verification verification;
  @Autowired private JdbcClient jdbc;

  private final List<CaseRef> refs = new CopyOnWriteArrayList<>();
  private final ConcurrentHashMap<String, AtomicInteger> done = new ConcurrentHashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void stationsAtOnceNeitherMakeNorLoseAUnit(long seed) throws Exception {
    live(seed);
  }

  @Test
  @Tag("slow")
  void norDoManyMore() throws Exception {
    for (long seed = 100; seed < 108; seed++) {
      live(seed);
    }
  }

  private void live(long seed) throws Exception {
    var shop = new ShopFixture(jdbc);
    var skus =
        List.of(
            shop.product(Cases.freshSku(), 500_000, 3),
            shop.product(Cases.freshSku(), 600_000, 2),
            shop.counted(Cases.freshSku(), 100_000, 4));
    refs.clear();
    done.clear();
    var stations = new ArrayList<Callable<Object>>();
    for (int n = 0; n < STATIONS; n++) {
      var random = new Random(seed * 31 + n);
      stations.add(
          () -> {
            for (int verb = 0; verb < VERBS_OF_A_STATION; verb++) {
              step(random, shop, skus);
            }
            return done;
          });
    }
    try (var people = Executors.newFixedThreadPool(STATIONS)) {
      for (var station : people.invokeAll(stations)) {
        station.get();
      }
    }
    assertThat(verification.run().broken()).as("seed %d: %s", seed, done).isEmpty();
    assertThat(strayUnits()).as("seed %d: %s", seed, done).isEmpty();
    assertThat(crowdedPlaces()).as("seed %d: %s", seed, done).isEmpty();
    assertThat(lostGoods()).as("seed %d: %s", seed, done).isEmpty();
    assertThat(shippedUntested()).as("seed %d: %s", seed, done).isEmpty();
    assertThat(done.keySet())
        .as("seed %d went everywhere: %s", seed, done)
        .contains("deliver", "test", "open", "receive", "verdict", "dispatch");
  }

  /** One verb; one that loses a race is done again by nobody, as when a person sees "try again". */
  private void step(Random random, ShopFixture shop, List<Sku> skus) {
    try {
      verb(random, shop, skus);
    } catch (StaleCase e) {
      did("raced", true);
    }
  }

  private void verb(Random random, ShopFixture shop, List<Sku> skus) {
    var at = now();
    var sku = skus.get(random.nextInt(skus.size()));
    var serialised = !sku.equals(skus.get(2));
    switch (random.nextInt(28)) {
      case 0, 1 -> deliver(random, sku, serialised, at);
      case 2, 3, 4, 5 -> test(random, sku, at);
      case 6, 7, 8 -> open(random, shop, sku, skus, at);
      case 9 -> transfer(random, sku, at);
      case 10 -> count(random, sku, serialised, at);
      case 12, 13, 14, 15 -> vendor(random, sku, at);
      case 11 -> clockwork.offerStock(at, () -> false);
      default -> {
        if (!refs.isEmpty()) {
          goOn(random, refs.get(random.nextInt(refs.size())), at);
        }
      }
    }
  }

  private void deliver(Random random, Sku sku, boolean serialised, Instant at) {
    var n = 1 + random.nextInt(4);
    var tags = new ArrayList<Delivery.Tag>();
    for (int i = 0; i < n && serialised; i++) {
      tags.add(new Delivery.Tag(new SerialNumber("NEW-" + NUMBERS.incrementAndGet()), null));
    }
    var line = new Delivery.Line(sku, n, "LOT", null, tags);
    var note = new Delivery("Pemasok", "SJ-" + NUMBERS.incrementAndGet(), List.of(line));
    did("deliver", book.deliver(note, UUID.randomUUID(), at, SOMEBODY));
  }

  /** A unit that is in the shop is tested; one in five has a fault. */
  private void test(Random random, Sku sku, Instant at) {
    var here =
        jdbc.sql(
                """
                select serial from unit where sku = ? and place not in ('CUSTOMER', 'LOST')
                order by qc_passed_at nulls first, id limit 6
                """)
            .param(sku.value())
            .query((row, n) -> new SerialNumber(row.getString(1)))
            .list();
    if (here.isEmpty()) {
      return;
    }
    var serial = here.get(random.nextInt(here.size()));
    if (qc.start(sku, serial, null, at, SOMEBODY) instanceof Answer.Done<QcTest>(var test)) {
      for (var step : test.plan().steps()) {
        answer(test, step, at);
      }
      did("test", random.nextInt(5) == 0 ? qc.fail(test.id(), "mati", at, SOMEBODY) : passed(test));
    }
  }

  /** Signed at a moment of its own: what it waits for was signed before. */
  private Answer<QcTest> passed(QcTest test) {
    releases.sign(test.unit().id(), new Release(true, true, null), now(), SOMEBODY);
    photo(test, 1, "SEAL");
    var seal = new SealNumber("SG-" + NUMBERS.incrementAndGet());
    return qc.pass(test.id(), seal, 1, now(), SOMEBODY);
  }

  private static Instant now() {
    return MONDAY.plusSeconds(NUMBERS.incrementAndGet());
  }

  private void photo(QcTest test, int step, String slot) {
    jdbc.sql(
            """
            with t as (select id from qc_test where id = ? and outcome is null for no key update)
            insert into photo (sha256, bytes, width, height, qc_test_id, line_no, slot, source, at,
              actor)
            select sha256('x'), 1, 1, 1, t.id, ?, ?, 'QC', now(), 'staff:1' from t
            """)
        .params(test.id(), step, slot)
        .update();
  }

  private void answer(QcTest test, QcStep step, Instant at) {
    if (step.kind() == QcStep.Kind.PHOTO) {
      photo(test, step.no(), "UNIT");
      qc.photographed(test.id(), step.no(), 1, at, SOMEBODY);
    } else {
      qc.answer(test.id(), step.no(), true, "1.0", at, SOMEBODY);
    }
  }

  /** Bought with serials the shop knows half of the time. */
  private void open(Random random, ShopFixture shop, Sku sku, List<Sku> skus, Instant at) {
    var bought = 1 + random.nextInt(3);
    var order = shop.order(RECEIVED, new ShopFixture.Line(sku.value(), bought, 450_000));
    var wanted = skus.get(random.nextInt(skus.size()));
    var request = new Cases(shop, drafts).dead(order, 1 + random.nextInt(bought), wanted);
    var answer = desk.open(request, at, SOMEBODY);
    if (answer instanceof Answer.Done<Rma>(var rma)) {
      refs.add(CaseRef.latest(rma.id()));
    }
    did("open", answer);
  }

  private void transfer(Random random, Sku sku, Instant at) {
    var places = List.of(Place.SHELF, Place.OPEN_BOX, Place.REPAIR, Place.VENDOR, Place.SCRAP);
    var from = places.get(random.nextInt(places.size()));
    var to = places.get(random.nextInt(places.size()));
    var serials =
        jdbc.sql("select serial from unit where sku = ? and place = ? order by id limit 2")
            .params(sku.value(), from.name())
            .query((row, n) -> new SerialNumber(row.getString(1)))
            .list();
    var carried = new Transfer(sku, serials, Math.max(1, serials.size()), from, to, "pindah");
    did("transfer", book.transfer(carried, UUID.randomUUID(), at, SOMEBODY));
  }

  /** What is for a vendor is gathered, sent, or answered for. */
  private void vendor(Random random, Sku sku, Instant at) {
    var batch = done(vendors.open("Pabrik " + random.nextInt(2), at, SOMEBODY));
    switch (random.nextInt(5)) {
      case 0 -> {
        var units = batches.waiting(1).stream().limit(3).map(one -> one.id()).toList();
        did("gather", vendors.gather(batch.id(), units, null, at, SOMEBODY));
      }
      case 1 -> did("gather", vendors.gatherNumber(batch.id(), sku, 1, null, at, SOMEBODY));
      case 2 -> {
        var rma = "RMA-" + NUMBERS.incrementAndGet();
        var key = UUID.randomUUID();
        did("send", vendors.send(batch.id(), batch.version(), rma, null, key, at, SOMEBODY));
      }
      default ->
          batches.page(1).stream()
              .filter(one -> one.state() == VendorBatch.State.SENT)
              .findFirst()
              .ifPresent(sent -> answered(random, sent, at));
    }
  }

  private void answered(Random random, VendorBatch sent, Instant at) {
    for (var item : batches.items(sent.id(), 1)) {
      var tag =
          item.unitId() == null
              ? null
              : new Delivery.Tag(new SerialNumber("VEN-" + NUMBERS.incrementAndGet()), null);
      var answers =
          List.of(
              new VendorAnswer.Repaired(),
              new VendorAnswer.Replaced(tag),
              new VendorAnswer.Credited(Money.rupiah(1_000)),
              new VendorAnswer.Refused(Place.REPAIR),
              new VendorAnswer.Lost());
      var answer = answers.get(random.nextInt(answers.size()));
      var key = UUID.randomUUID();
      did("answer", vendors.answer(sent.id(), item.id(), answer, 1, "CN-1", key, at, SOMEBODY));
    }
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }

  private void count(Random random, Sku sku, boolean serialised, Instant at) {
    var there =
        jdbc.sql("select serial from unit where sku = ? and place = 'SHELF' order by id")
            .param(sku.value())
            .query((row, n) -> new SerialNumber(row.getString(1)))
            .list();
    var seen = there.subList(0, Math.max(0, there.size() - random.nextInt(2)));
    var counted = serialised ? seen.size() + random.nextInt(2) : random.nextInt(6);
    var count = new Count(sku, Place.SHELF, counted, serialised ? seen : List.of(), "hitung");
    did("count", book.count(count, UUID.randomUUID(), at, SOMEBODY));
  }

  private void goOn(Random random, CaseRef ref, Instant at) {
    var rma = rmas.find(ref.id()).orElseThrow();
    var line = rma.lines().get(random.nextInt(rma.lines().size()));
    var parcel =
        new Parcel(Courier.JNE, new WaybillNumber("JNE" + (900_000 + NUMBERS.incrementAndGet())));
    switch (rma.status()) {
      case AUTHORIZED ->
          did(
              "receive",
              random.nextInt(9) == 0
                  ? desk.cancel(ref, at, SOMEBODY)
                  : desk.receive(ref, List.of(), at, SOMEBODY));
      case RECEIVED -> inspect(random, rma, line, at);
      case INSPECTED -> did("settle", desk.settle(ref, ShippingCosts.NONE, at, SOMEBODY));
      case SETTLED -> send(rma, line, parcel, at);
      case DISPATCHED ->
          did(
              "end",
              random.nextInt(4) == 0
                  ? desk.reopen(ref, List.of(line.lineNo()), at, SOMEBODY)
                  : desk.close(ref, at, SOMEBODY));
      case REQUESTED, NEEDS_EVIDENCE, CLOSED, DECLINED, CANCELLED, EXPIRED -> {}
    }
  }

  private void inspect(Random random, Rma rma, RmaLine line, Instant at) {
    if (random.nextInt(4) == 0) {
      did("split", desk.splitNumber(CaseRef.latest(rma.id()), line.lineNo(), 1, at, SOMEBODY));
      return;
    }
    if (random.nextBoolean()) {
      for (int n = 0; n < line.quantity(); n++) {
        did("look", bench.scan(returned(rma, line), brought(random, line), at, SOMEBODY));
      }
    }
    var looked = looks.open(rma.id(), line.lineNo());
    var refused = random.nextInt(3) == 0;
    var seen = looked.isEmpty() ? new Seen(null, true, true, true, List.of()) : Seen.of(looked);
    var to = refused ? Disposition.SEND_BACK : GOODS_GO_TO.get(random.nextInt(GOODS_GO_TO.size()));
    var report =
        new LineInspection(
            line.lineNo(),
            seen,
            refused ? Verdict.CUSTOMER_DAMAGE : Verdict.AS_CLAIMED,
            refused ? Fault.CUSTOMER : Fault.SHOP,
            to,
            !refused,
            "sebab");
    did("verdict", desk.inspect(CaseRef.latest(rma.id()), List.of(report), at, SOMEBODY));
  }

  /** What is in the box: a unit that was sent before, or one that nobody has seen. */
  private SerialNumber brought(Random random, RmaLine line) {
    var out =
        jdbc.sql("select serial from unit where sku = ? and place = 'CUSTOMER' order by id limit 4")
            .param(line.sku().value())
            .query((row, n) -> new SerialNumber(row.getString(1)))
            .list();
    return out.isEmpty() || random.nextBoolean()
        ? new SerialNumber("OLD-" + NUMBERS.incrementAndGet())
        : out.get(random.nextInt(out.size()));
  }

  private void send(Rma rma, RmaLine line, Parcel parcel, Instant at) {
    var ref = CaseRef.latest(rma.id());
    if (line.state() == LineState.REFUSED) {
      did("back", desk.sendBack(ref, parcel, List.of(line.lineNo()), at, SOMEBODY));
    } else {
      var serials = shelf.shippable(line.wantedSku(), line.quantity());
      var sent = List.of(new LineDispatch(line.lineNo(), serials));
      did("dispatch", desk.dispatch(ref, parcel, sent, at, SOMEBODY));
    }
  }

  private static Returned returned(Rma rma, RmaLine line) {
    return new Returned(
        rma.id(),
        line.lineNo(),
        line.origin(),
        line.soldItemId(),
        line.sku(),
        line.quantity(),
        line.reason());
  }

  private void did(String what, Answer<?> answer) {
    did(what, answer instanceof Answer.Done);
  }

  private void did(String what, boolean whether) {
    if (whether) {
      done.computeIfAbsent(what, name -> new AtomicInteger()).incrementAndGet();
    }
  }

  /** Units that are not where their last move took them; what is refused waits in quarantine. */
  private List<String> strayUnits() {
    return jdbc.sql(
            """
            select u.serial || ' is in ' || u.place || ', went to '
              || (select string_agg(h.to_place || ' (' || h.cause || ')', ', ' order by h.id)
                  from stock_move h where h.unit_id = u.id)
            from unit u join lateral (
              select to_place from stock_move m where m.unit_id = u.id order by m.id desc limit 1
            ) m on true
            where m.to_place <> u.place and not (u.place = 'QUARANTINE' and m.to_place = 'CUSTOMER')
            """)
        .query((row, n) -> row.getString(1))
        .list();
  }

  /** Places in which more units are known than goods are counted. */
  private List<String> crowdedPlaces() {
    return jdbc.sql(
            """
            select u.sku || ' in ' || u.place || ': ' || u.n || ' units of ' || coalesce(p.n, 0)
            from (select sku, place, count(*) as n from unit where place not in ('CUSTOMER', 'SUPPLIER')
                  group by sku, place) u
            left join (select sku, 'SHELF' as place, on_hand as n from stock_level
                       union all select sku, place, quantity from stock_place) p
              on p.sku = u.sku and p.place = u.place
            where u.n > coalesce(p.n, 0)
            """)
        .query((row, n) -> row.getString(1))
        .list();
  }

  /** What came in, less what went out, is here. */
  private List<String> lostGoods() {
    return jdbc.sql(
            """
            select m.sku || ': ' || m.n || ' came, ' || coalesce(h.n, 0) || ' here'
            from (select sku, sum(
                    case when from_place in ('SUPPLIER', 'CUSTOMER', 'CORRECTION') then quantity else 0 end
                    - case when to_place in ('SUPPLIER', 'CUSTOMER', 'CORRECTION') then quantity else 0 end
                  ) as n from stock_move group by sku) m
            left join (select sku, sum(n) as n from (
                         select sku, on_hand as n from stock_level
                         union all select sku, quantity from stock_place) s group by sku) h
              on h.sku = m.sku
            where m.n <> coalesce(h.n, 0)
            """)
        .query((row, n) -> row.getString(1))
        .list();
  }

  /** Units that left again on the test of an earlier life. */
  private List<String> shippedUntested() {
    return jdbc.sql(
            """
            select u.serial from stock_move m join unit u on u.id = m.unit_id
            where m.cause = 'dispatched' and exists (
                select 1 from stock_move b where b.unit_id = m.unit_id and b.id < m.id
                  and b.from_place = 'QUARANTINE')
              and not exists (
                select 1 from qc_test t where t.unit_id = m.unit_id and t.outcome = 'PASSED'
                  and t.ended_at <= m.at and t.ended_at >= (
                    select max(b.at) from stock_move b where b.unit_id = m.unit_id and b.id < m.id
                      and b.from_place = 'QUARANTINE'))
            """)
        .query((row, n) -> row.getString(1))
        .list();
  }
}
