package io.tukar.rma;

import static io.tukar.rma.Cases.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.TukarTest;
import io.tukar.inspection.Arrival;
import io.tukar.inspection.Arrivals;
import io.tukar.inspection.Disposition;
import io.tukar.inspection.Packaging;
import io.tukar.inspection.Seen;
import io.tukar.inspection.StrangeItem;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Role;
import io.tukar.kernel.Sku;
import io.tukar.kernel.WaybillNumber;
import io.tukar.shipping.Courier;
import io.tukar.shipping.Shipments;
import io.tukar.shipping.TrackingReport;
import io.tukar.shipping.TrackingStatus;
import io.tukar.stock.Shelf;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cases that live at random: any verb at any time, sensible or not. Whatever happens, every
 * invariant holds; what is not legal is refused and changes nothing.
 */
@TukarTest
class RandomLivesTest {

  private static final Actor SOMEBODY = new Actor.Staff(1, Role.MANAGER);
  private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 17);
  private static final int VERBS_PER_LIFE = 400;

  @Autowired private Shipments shipments;
  @Autowired private ParcelDesk parcels;
  @Autowired private ExchangeDesk desk;
  @Autowired private ReceivingDesk receiving;
  @Autowired private StrangeGoods goods;
  @Autowired private Arrivals arrivals;
  @Autowired private Drafts drafts;
  @Autowired private Rmas rmas;
  @Autowired private Shelf shelf;
  @Autowired private Verification verification;
  @Autowired private JdbcClient jdbc;
  private ShopFixture shop;
  private Cases cases;
  private int references;

  @BeforeEach
  void open() {
    shop = new ShopFixture(jdbc);
    cases = new Cases(shop, drafts);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 17})
  void noSequenceOfVerbsBreaksAnInvariant(long seed) {
    live(seed);
  }

  @Test
  @Tag("slow")
  void norDoManyMore() {
    for (long seed = 1000; seed < 1040; seed++) {
      live(seed);
    }
  }

  private void live(long seed) {
    var random = new Random(seed);
    var skus = new ArrayList<Sku>();
    for (int i = 0; i < 3; i++) {
      skus.add(shop.product(Cases.freshSku(), 400_000 + 100_000L * i, 2));
    }
    var refs = new ArrayList<CaseRef>();
    var reached = new EnumMap<RmaStatus, Integer>(RmaStatus.class);
    var at = MONDAY;
    for (int n = 0; n < VERBS_PER_LIFE; n++) {
      at = at.plus(Duration.ofMinutes(random.nextInt(600)));
      var answer =
          refs.isEmpty() || random.nextInt(25) == 0
              ? openOne(random, skus, at, refs)
              : anyVerb(random, refs.get(random.nextInt(refs.size())), at);
      if (answer instanceof Answer.Done<Rma>(var rma)) {
        reached.merge(rma.status(), 1, Integer::sum);
      }
    }
    assertThat(verification.run().broken()).as("seed %d, reached %s", seed, reached).isEmpty();
    assertThat(reached.size()).as("seed %d went somewhere: %s", seed, reached).isGreaterThan(4);
  }

  private Answer<Rma> openOne(Random random, List<Sku> skus, Instant at, List<CaseRef> refs) {
    var sold = skus.get(random.nextInt(skus.size()));
    var bought = 1 + random.nextInt(3);
    var order = shop.order(RECEIVED, new ShopFixture.Line(sold.value(), bought, 450_000));
    var request =
        cases.dead(order, 1 + random.nextInt(bought), skus.get(random.nextInt(skus.size())));
    var answer = desk.open(request, at, SOMEBODY);
    if (answer instanceof Answer.Done<Rma>(var rma)) {
      refs.add(CaseRef.latest(rma.id()));
    }
    return answer;
  }

  private Answer<Rma> anyVerb(Random random, CaseRef ref, Instant at) {
    var parcel = new Parcel(Courier.JNE, new WaybillNumber("JNE" + (100_000 + references++)));
    var line = anyLine(random, ref);
    var amount = Money.rupiah(50_000L * (1 + random.nextInt(4)));
    return switch (random.nextInt(60)) {
      case 0 -> desk.cancel(ref, at, SOMEBODY);
      case 1 -> desk.expire(ref, at, SOMEBODY);
      case 2 -> desk.withdraw(ref, line, at, SOMEBODY);
      case 3 -> desk.authorize(ref, List.of(1), "sebab", at, SOMEBODY);
      case 4 -> desk.decline(ref, "sebab", at, SOMEBODY);
      case 5, 6 -> desk.offerStock(ref, line, at, SOMEBODY);
      case 7, 8 -> desk.waybill(ref, parcel, at, SOMEBODY);
      case 9, 10, 11, 12, 13 -> desk.receive(ref, List.of(), at, SOMEBODY);
      case 14, 15, 16, 17, 18 ->
          desk.inspect(
              ref,
              List.of(report(random, line)),
              at,
              random.nextBoolean() ? SOMEBODY : new Actor.Staff(2, Role.INSPECTOR));
      case 19, 20, 21, 22, 23 ->
          desk.settle(ref, random.nextBoolean() ? ShippingCosts.NONE : costs(random), at, SOMEBODY);
      case 24, 25 -> desk.paidIn(ref, amount, "IN" + references++, at, SOMEBODY);
      case 26, 27 -> desk.paidOut(ref, amount, "OUT" + references++, at, SOMEBODY);
      case 28, 29, 30, 31, 32 -> dispatch(ref, line, parcel, at);
      case 33, 34 -> desk.sendBack(ref, parcel, List.of(line), at, SOMEBODY);
      case 35, 36, 37 -> desk.close(ref, at, SOMEBODY);
      case 38, 39, 40 -> lose(random, ref, at);
      case 44, 45, 46 -> contest(random, ref, line, at);
      case 41 -> desk.pickup(ref, parcel, at, SOMEBODY);
      case 42, 43 -> track(random, ref, at);
      case 47, 48, 49, 50, 51 -> arrive(random, ref, at);
      case 52 -> letGo(random, ref, at);
      case 58 ->
          random.nextBoolean()
              ? strange(random, ref, at)
              : desk.withdrawAdvance(ref, "sebab", at, SOMEBODY);
      case 53, 54 -> desk.splitNumber(ref, line, 1 + random.nextInt(2), at, SOMEBODY);
      case 55 ->
          desk.allowAdvance(ref, "sebab", random.nextBoolean() ? amount : null, at, SOMEBODY);
      case 56 -> giveUp(random, ref, line, at);
      case 57 -> desk.restNeverComes(ref, line, at, SOMEBODY);
      default -> desk.reopen(ref, List.of(line), at, SOMEBODY);
    };
  }

  private int anyLine(Random random, CaseRef ref) {
    var lines = rmas.find(ref.id()).orElseThrow().lines();
    return lines.get(random.nextInt(lines.size())).lineNo();
  }

  /** Half of the second looks are taken by who took the first, and refused. */
  private Answer<Rma> contest(Random random, CaseRef ref, int line, Instant at) {
    var how = random.nextBoolean() ? Contest.OBJECTION : Contest.SECOND_OPINION;
    return desk.contest(ref, List.of(line), how, "tidak sesuai", at, SOMEBODY);
  }

  private Answer<Rma> giveUp(Random random, CaseRef ref, int line, Instant at) {
    var how = random.nextBoolean() ? Unreturned.CHARGED : Unreturned.LET_GO;
    return desk.giveUp(ref, List.of(line), how, "sebab", at.plus(Duration.ofDays(60)), SOMEBODY);
  }

  private Answer<Rma> lose(Random random, CaseRef ref, Instant at) {
    var remedies = LostRemedy.values();
    var parcels = shipments.of(ref.id());
    var parcel = parcels.isEmpty() ? 0 : parcels.get(random.nextInt(parcels.size())).id();
    return desk.parcelLost(
        ref, parcel, remedies[random.nextInt(remedies.length)], "sebab", at, SOMEBODY);
  }

  private Answer<Rma> track(Random random, CaseRef ref, Instant at) {
    var statuses = TrackingStatus.values();
    for (var parcel : shipments.of(ref.id())) {
      var said =
          new TrackingReport(
              statuses[random.nextInt(statuses.length)],
              at.plus(Duration.ofHours(random.nextInt(30) - 20L)));
      parcels.report(ref.id(), parcel.id(), List.of(said), "test", at);
    }
    return rmas.find(ref.id())
        .map(Answer::done)
        .orElseGet(() -> Answer.refused(Refusal.of("no-such-case", "")));
  }

  /** A parcel with any number of the line in it, and now and then something else. */
  private Answer<Rma> arrive(Random random, CaseRef ref, Instant at) {
    var rma = rmas.find(ref.id()).orElseThrow();
    var came = Map.of(1, random.nextInt(4));
    var kept =
        arrivals.ofCase(ref.id()).stream()
            .filter(one -> one.state() == Arrival.State.QUARANTINE)
            .findFirst();
    if (kept.isPresent() && random.nextBoolean()) {
      return asCase(ref, receiving.match(kept.get().id(), ref, came, at, SOMEBODY));
    }
    var told = new Arrivals.Told(null, null, 1, Packaging.AS_PACKED, "", "");
    var label = random.nextBoolean() ? rma.lines().getFirst().sku().value() : "kabel";
    var labels = random.nextInt(3) == 0 ? List.of(label) : List.<String>of();
    return asCase(
        ref,
        receiving.arrive(new Arriving(UUID.randomUUID(), told, ref, came, labels), at, SOMEBODY));
  }

  private Answer<Rma> letGo(Random random, CaseRef ref, Instant at) {
    var parcels = arrivals.ofCase(ref.id());
    var parcel = parcels.isEmpty() ? 0 : parcels.get(random.nextInt(parcels.size())).id();
    return asCase(ref, receiving.letGo(parcel, at, SOMEBODY));
  }

  /** Something nobody awaited goes back, or into this case or another parcel's. */
  private Answer<Rma> strange(Random random, CaseRef ref, Instant at) {
    var here = arrivals.inQuarantine(Long.MAX_VALUE);
    var parcel = here.isEmpty() ? 0 : here.get(random.nextInt(here.size())).id();
    var no = 1 + random.nextInt(2);
    var answer =
        random.nextInt(3) == 0
            ? goods.sendBack(parcel, no, null, null, at, SOMEBODY)
            : goods.claim(parcel, no, ref, null, at, SOMEBODY);
    return answer instanceof Answer.Refused<StrangeItem>(var reasons)
        ? new Answer.Refused<>(reasons)
        : Answer.done(rmas.find(ref.id()).orElseThrow());
  }

  private Answer<Rma> asCase(CaseRef ref, Answer<Arrival> answer) {
    return switch (answer) {
      case Answer.Done<Arrival> done -> Answer.done(rmas.find(ref.id()).orElseThrow());
      case Answer.Refused<Arrival>(var reasons) -> new Answer.Refused<>(reasons);
    };
  }

  private static ShippingCosts costs(Random random) {
    return new ShippingCosts(
        Money.rupiah(random.nextInt(3) * 20_000L), Money.rupiah(random.nextInt(3) * 20_000L));
  }

  private static LineInspection report(Random random, int line) {
    return random.nextInt(3) == 0
        ? new LineInspection(
            line,
            new Seen(false, false, true, true, List.of()),
            Verdict.CUSTOMER_DAMAGE,
            Fault.CUSTOMER,
            Disposition.SEND_BACK,
            false,
            "sebab")
        : Cases.asClaimed(
            line, random.nextBoolean() ? Disposition.RESTOCK : Disposition.VENDOR_RMA);
  }

  private Answer<Rma> dispatch(CaseRef ref, int no, Parcel parcel, Instant at) {
    var line = rmas.find(ref.id()).orElseThrow().line(no).orElseThrow();
    var serials = shelf.shippable(line.wantedSku(), line.quantity());
    return desk.dispatch(ref, parcel, List.of(new LineDispatch(no, serials)), at, SOMEBODY);
  }
}
