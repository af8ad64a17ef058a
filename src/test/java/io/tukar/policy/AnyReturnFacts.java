package io.tukar.policy;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Money;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Symptom;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;

/** Any facts at all, for what must hold of all of them. */
public abstract class AnyReturnFacts {

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
