package io.tukar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.calendar.Holiday;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Money;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Symptom;
import io.tukar.kernel.Words;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DecisionPropertyTest {

  private static final PolicyBook BOOK = PolicyBook.shipped();
  private static final Policy POLICY = BOOK.inForce(LocalDate.of(2026, 1, 1));

  @Property(tries = 300)
  void theOrderOfTheClausesNeverMatters(@ForAll("facts") ReturnFacts facts, @ForAll Random random) {
    var shuffled = new ArrayList<>(POLICY.clauses());
    Collections.shuffle(shuffled, random);
    var other = POLICY.with(shuffled);

    var one = POLICY.decide(facts, BOOK.calendar());
    var two = other.decide(facts, BOOK.calendar());

    assertThat(new HashSet<>(two.findings())).isEqualTo(new HashSet<>(one.findings()));
    assertThat(two.outcome()).isEqualTo(one.outcome());
    assertThat(two.deadline()).isEqualTo(one.deadline());
    assertThat(two.missingPhotos()).isEqualTo(one.missingPhotos());
    assertThat(two.payerToShop()).isEqualTo(one.payerToShop());
    assertThat(two.difference()).isEqualTo(one.difference());
  }

  @Property(tries = 300)
  void theSameFactsGiveTheSameBytesAndComeBackFromThem(@ForAll("facts") ReturnFacts facts) {
    var bytes = facts.toCanonicalJson();
    var read = FactsFile.read(new String(bytes, StandardCharsets.UTF_8));

    assertThat(read.problems()).isEmpty();
    assertThat(read.facts()).contains(facts);
    assertThat(read.facts().orElseThrow().toCanonicalJson()).isEqualTo(bytes);
    assertThat(BOOK.judge(read.facts().orElseThrow()).toCanonicalJson())
        .isEqualTo(BOOK.judge(facts).toCanonicalJson());
  }

  @Property(tries = 300)
  void aDecisionComesBackWholeFromItsBytes(@ForAll("facts") ReturnFacts facts) {
    var decision = BOOK.judge(facts);

    assertThat(BOOK.read(decision.toCanonicalJson())).contains(decision);
  }

  @Property(tries = 300)
  void everyClauseAnswersAndWhatIsOpenNamesWhatItLacks(@ForAll("facts") ReturnFacts facts) {
    var decision = BOOK.judge(facts);

    assertThat(decision.findings()).hasSameSizeAs(POLICY.clauses());
    assertThat(decision.findings())
        .allSatisfy(
            finding ->
                assertThat(finding.missing().isEmpty())
                    .as(finding.clause())
                    .isEqualTo(finding.truth() != Truth.OPEN));
  }

  @Property(tries = 300)
  void knowingMoreNeverLiftsABlockUnlessItIsWhatTheClauseAskedFor(
      @ForAll("facts") ReturnFacts facts, @ForAll Random random) {
    var before = POLICY.decide(facts, BOOK.calendar());
    var space = new FactSpace(POLICY, BOOK.calendar());
    for (var key : FactKeys.ALL) {
      if (key.isKnown(facts)) {
        continue;
      }
      var known = space.over(List.of(key)).filter(key::isKnown).toList();
      if (known.isEmpty()) {
        continue;
      }
      var after =
          POLICY.decide(told(key, known.get(random.nextInt(known.size())), facts), BOOK.calendar());
      for (var clause : POLICY.clauses()) {
        var finding = before.finding(clause.head().id()).orElseThrow();
        if (finding.truth() == Truth.FAILS && !clause.asks().contains(key)) {
          assertThat(after.finding(clause.head().id()).orElseThrow().truth())
              .as(key.name() + " for " + clause.head().id())
              .isEqualTo(Truth.FAILS);
        }
      }
    }
  }

  private static <T> ReturnFacts told(FactKey<T> key, ReturnFacts from, ReturnFacts to) {
    return key.set(to, key.in().apply(from));
  }

  @Property(tries = 300)
  void oneMoreHolidayNeverTurnsAnInTimeReturnLate(
      @ForAll("facts") ReturnFacts facts, @ForAll("days") LocalDate day) {
    var more =
        BOOK.calendar()
            .with(
                new Holiday(
                    day, Holiday.Kind.NATIONAL, Optional.of(new Words("Hari toko", "Shop day"))));

    var before = POLICY.decide(facts, BOOK.calendar()).finding("P2").orElseThrow();
    var after = POLICY.decide(facts, more).finding("P2").orElseThrow();

    if (before.truth() == Truth.HOLDS) {
      assertThat(after.truth()).isEqualTo(Truth.HOLDS);
    }
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers()
        .between(0, 3 * 365)
        .map(day -> LocalDate.of(2025, 6, 1).plusDays(day));
  }

  @Provide
  Arbitrary<ReturnFacts> facts() {
    return Combinators.combine(claims(), goods(), conditions(), wishes()).as(ReturnFacts::new);
  }

  private Arbitrary<ReturnFacts.Claim> claims() {
    return Combinators.combine(
            days(),
            Arbitraries.integers().between(0, 86_399),
            Arbitraries.of(ReturnReason.class),
            Arbitraries.of(Symptom.class).optional(),
            Arbitraries.integers().between(1, ReturnFacts.QUANTITY_MAX),
            Arbitraries.of(PhotoSlot.class).set())
        .as(
            (day, second, reason, symptom, quantity, photos) ->
                new ReturnFacts.Claim(
                    contact(day, second), reason, symptom, quantity, slots(photos)));
  }

  private static Instant contact(LocalDate day, int second) {
    return day.atStartOfDay(WorkingCalendar.SHOP_ZONE).plusSeconds(second).toInstant();
  }

  private static EnumSet<PhotoSlot> slots(java.util.Set<PhotoSlot> photos) {
    var slots = EnumSet.noneOf(PhotoSlot.class);
    slots.addAll(photos);
    return slots;
  }

  private Arbitrary<ReturnFacts.Sold> goods() {
    return Combinators.combine(
            days(),
            days().optional(),
            facts(days()),
            skus(),
            Arbitraries.strings().all().ofMaxLength(12),
            prices(),
            Arbitraries.of(true, false))
        .as(
            (ordered, sent, received, sku, category, paid, boxed) ->
                new ReturnFacts.Sold(
                    ordered, sent, received, sku, category, Money.rupiah(paid), boxed));
  }

  private Arbitrary<ReturnFacts.Condition> conditions() {
    var yesNo = facts(Arbitraries.of(true, false));
    return Combinators.combine(
            yesNo, yesNo, yesNo, yesNo, facts(Arbitraries.of(Fault.class)), yesNo)
        .as(ReturnFacts.Condition::new);
  }

  private Arbitrary<ReturnFacts.Wanted> wishes() {
    return Combinators.combine(skus(), prices(), facts(Arbitraries.of(true, false)))
        .as((sku, price, stock) -> new ReturnFacts.Wanted(sku, Money.rupiah(price), stock));
  }

  private static Arbitrary<Long> prices() {
    return Arbitraries.longs().between(0, Money.MINOR_UNITS_MAX / ReturnFacts.QUANTITY_MAX);
  }

  private static Arbitrary<Sku> skus() {
    return Arbitraries.of("T31P", "T33G", "UCM6301", "LIC-10").map(Sku::new);
  }

  private static <T> Arbitrary<Fact<T>> facts(Arbitrary<T> values) {
    return Combinators.combine(values, Arbitraries.of(Source.class))
        .as((value, source) -> Fact.known(value, source))
        .injectNull(0.3)
        .map(fact -> Optional.ofNullable(fact).orElseGet(Fact::unknown));
  }
}
