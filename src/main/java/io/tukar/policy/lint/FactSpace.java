package io.tukar.policy.lint;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.ContactChannel;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Money;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Symptom;
import io.tukar.policy.Policy;
import io.tukar.policy.clause.ConditionClause;
import io.tukar.policy.clause.ContactClause;
import io.tukar.policy.clause.DifferenceClause;
import io.tukar.policy.clause.EvidenceClause;
import io.tukar.policy.clause.ExclusionClause;
import io.tukar.policy.clause.FactKey;
import io.tukar.policy.clause.FactKeys;
import io.tukar.policy.clause.FactWords;
import io.tukar.policy.clause.FeeClause;
import io.tukar.policy.clause.FreightClause;
import io.tukar.policy.clause.InformClause;
import io.tukar.policy.clause.LiabilityClause;
import io.tukar.policy.clause.LimitClause;
import io.tukar.policy.clause.PackingClause;
import io.tukar.policy.clause.RefundClause;
import io.tukar.policy.clause.RetestClause;
import io.tukar.policy.clause.StockClause;
import io.tukar.policy.clause.TimeLimit;
import io.tukar.policy.clause.Trait;
import io.tukar.policy.clause.Vocabulary;
import io.tukar.policy.clause.WarrantyClause;
import io.tukar.policy.clause.WindowClause;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import io.tukar.policy.tree.Fields;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every kind of request a policy can tell apart: for each fact the values at which a clause turns,
 * those beside them, and not knowing it. What holds for all of these holds for all requests.
 */
final class FactSpace {

  /** So many requests are tried for one question at most. */
  static final int TRIED_MAX = 200_000;

  private static final LocalDate ORDERED = LocalDate.of(2026, 3, 9);
  private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 13);
  private static final Sku PRODUCT = new Sku("PRODUCT");
  private static final Sku OTHER_PRODUCT = new Sku("OTHER-PRODUCT");
  private static final String CATEGORY = "other";
  private static final long PRICE = 1_000_000;

  private final Map<FactKey<?>, List<? extends Fact<?>>> values = new LinkedHashMap<>();
  private final ReturnFacts plain;

  /** The boundaries of these clauses. */
  FactSpace(Policy policy, WorkingCalendar calendar) {
    plain = plain();
    var days = policy.days(calendar);
    put(FactKeys.REASON, known(List.of(ReturnReason.values()), Source.CLAIM));
    put(FactKeys.SYMPTOM, symptoms(policy));
    put(FactKeys.QUANTITY, known(quantities(policy), Source.CLAIM));
    put(FactKeys.CHANNEL, orUnknown(List.of(ContactChannel.values()), Source.CLAIM));
    put(FactKeys.SENT_FIRST, orUnknown(List.of(false, true), Source.SHOP));
    put(FactKeys.ORDERED_ON, known(ordered(policy), Source.ORDER));
    put(FactKeys.DISPATCHED_ON, List.of(FactKeys.DISPATCHED_ON.in().apply(plain)));
    put(FactKeys.RECEIVED_ON, orUnknown(List.of(RECEIVED), Source.ORDER));
    put(FactKeys.FIRST_CONTACT, known(contacts(policy, days), Source.SHOP));
    put(FactKeys.COURIER, orUnknown(couriers(policy), Source.ORDER));
    put(FactKeys.SKU, known(products(policy), Source.ORDER));
    put(FactKeys.CATEGORY, known(categories(policy), Source.SHOP));
    put(FactKeys.PAID, known(amounts(policy, FactKeys.PAID, List.of(PRICE)), Source.ORDER));
    put(FactKeys.SOLD_IN_BOX, known(List.of(true, false), Source.SHOP));
    put(FactKeys.ACTIVATED, orUnknown(List.of(false, true), Source.SHOP));
    for (var trait : Trait.values()) {
      put(trait.key(), orUnknown(List.of(true, false), Source.CLAIM));
    }
    put(FactKeys.FAULT, orUnknown(List.of(Fault.values()), Source.INSPECTION));
    put(FactKeys.FAULT_FOUND, orUnknown(List.of(true, false), Source.INSPECTION));
    put(FactKeys.WANTED_SKU, known(List.of(PRODUCT, OTHER_PRODUCT), Source.CLAIM));
    put(
        FactKeys.WANTED_PRICE,
        known(
            amounts(policy, FactKeys.WANTED_PRICE, List.of(PRICE, 2 * PRICE, PRICE / 2)),
            Source.SHOP));
    put(FactKeys.IN_STOCK, orUnknown(List.of(true, false), Source.SHOP));
    put(FactKeys.COMPANY, orUnknown(List.of(false, true), Source.SHOP));
    put(FactKeys.EXCHANGED_ON, exchanges(policy, days));
  }

  /** A request that is out of the ordinary in nothing: the ground that examples start from. */
  ReturnFacts plainFacts() {
    return plain;
  }

  /** Every combination of the values of these facts, all others plain. */
  Stream<ReturnFacts> over(Collection<FactKey<?>> keys) {
    var combined = Stream.of(plain);
    for (var key : FactKeys.ALL) {
      if (keys.contains(key)) {
        combined = combined.flatMap(facts -> variants(facts, key));
      }
    }
    return combined.limit(TRIED_MAX);
  }

  /** How many combinations {@link #over} would have, were it not bounded. */
  long size(Collection<FactKey<?>> keys) {
    return keys.stream()
        .mapToLong(key -> values.getOrDefault(key, List.of()).size())
        .reduce(1, FactSpace::timesBounded);
  }

  private static long timesBounded(long one, long other) {
    return Math.min(one, Integer.MAX_VALUE) * Math.min(other, Integer.MAX_VALUE);
  }

  /** The same example with every fact made plain that does not matter to it. */
  ReturnFacts smallest(
      ReturnFacts example, Collection<FactKey<?>> keys, Predicate<ReturnFacts> holds) {
    var small = example;
    for (var key : FactKeys.ALL) {
      if (keys.contains(key)) {
        var simpler = copy(key, plain, small);
        small = holds.test(simpler) ? simpler : small;
      }
    }
    return small;
  }

  /**
   * What an example has that a plain request has not, and always the reason.
   *
   * @param always the facts to be told even where they are plain
   */
  String told(ReturnFacts example, Collection<FactKey<?>> keys, Collection<FactKey<?>> always) {
    var told = new ArrayList<String>();
    for (var key : FactKeys.ALL) {
      var own =
          key.equals(FactKeys.REASON)
              || always.contains(key)
              || (keys.contains(key) && differs(key, example));
      if (own) {
        told.add(key.words().en() + " " + value(key, example));
      }
    }
    return String.join(", ", told);
  }

  private boolean differs(FactKey<?> key, ReturnFacts example) {
    return !key.in().apply(example).equals(key.in().apply(plain));
  }

  private static <T> String value(FactKey<T> key, ReturnFacts facts) {
    return switch (key.in().apply(facts)) {
      case Fact.Known<T>(var value, var _) -> FactWords.of(value).en();
      case Fact.Unknown<T>() -> "not known";
    };
  }

  private static <T> ReturnFacts copy(FactKey<T> key, ReturnFacts from, ReturnFacts to) {
    return key.set(to, key.in().apply(from));
  }

  private <T> Stream<ReturnFacts> variants(ReturnFacts facts, FactKey<T> key) {
    return values.getOrDefault(key, List.of()).stream().map(value -> set(key, facts, value));
  }

  // The map holds for a key of T only facts of T: put is the one way in.
  @SuppressWarnings("unchecked")
  private static <T> ReturnFacts set(FactKey<T> key, ReturnFacts facts, Fact<?> value) {
    return key.set(facts, (Fact<T>) value);
  }

  private <T> void put(FactKey<T> key, List<Fact<T>> facts) {
    values.put(key, facts);
  }

  private static <T> List<Fact<T>> known(Collection<T> values, Source source) {
    return values.stream().map(value -> Fact.known(value, source)).toList();
  }

  private static <T> List<Fact<T>> orUnknown(Collection<T> values, Source source) {
    var facts = new ArrayList<Fact<T>>(known(values, source));
    facts.add(Fact.unknown());
    return List.copyOf(facts);
  }

  private static ReturnFacts plain() {
    return new ReturnFacts(
        new ReturnFacts.Claim(
            contact(RECEIVED.plusDays(3)),
            ReturnReason.DEAD_ON_ARRIVAL,
            Optional.of(Symptom.OTHER),
            1,
            EnumSet.allOf(PhotoSlot.class),
            Fact.unknown(),
            Fact.known(false, Source.SHOP)),
        new ReturnFacts.Sold(
            ORDERED,
            Optional.of(ORDERED.plusDays(1)),
            Fact.known(RECEIVED, Source.ORDER),
            PRODUCT,
            CATEGORY,
            Money.rupiah(PRICE),
            true,
            Fact.unknown(),
            Fact.known(false, Source.SHOP)),
        ReturnFacts.Condition.UNKNOWN,
        new ReturnFacts.Wanted(PRODUCT, Money.rupiah(PRICE), Fact.known(true, Source.SHOP)),
        new ReturnFacts.Customer(
            Fact.known(false, Source.SHOP), Fact.known(List.of(), Source.SHOP)));
  }

  private static Instant contact(LocalDate day) {
    return day.atTime(10, 0).atZone(WorkingCalendar.SHOP_ZONE).toInstant();
  }

  private static List<Fact<Optional<Symptom>>> symptoms(Policy policy) {
    var symptoms = EnumSet.of(Symptom.OTHER);
    for (var clause : policy.clauses()) {
      if (clause instanceof WarrantyClause warranty) {
        symptoms.addAll(warranty.symptoms());
      }
    }
    for (var text : texts(policy, FactKeys.SYMPTOM)) {
      Optional.ofNullable(Vocabulary.SYMPTOMS.get(text)).ifPresent(symptoms::add);
    }
    return orUnknown(symptoms.stream().map(Optional::of).toList(), Source.CLAIM);
  }

  private static Set<Integer> quantities(Policy policy) {
    var quantities = new LinkedHashSet<Integer>(List.of(1));
    for (var clause : policy.clauses()) {
      if (clause instanceof LimitClause limit) {
        limit.units().ifPresent(most -> quantities.addAll(List.of(most, most + 1)));
      }
    }
    numbers(policy, FactKeys.QUANTITY).forEach(number -> quantities.add((int) (long) number));
    quantities.removeIf(quantity -> quantity < 1 || quantity > ReturnFacts.QUANTITY_MAX);
    return quantities;
  }

  private static Set<LocalDate> ordered(Policy policy) {
    var days = new LinkedHashSet<LocalDate>(List.of(ORDERED));
    for (var text : texts(policy, FactKeys.ORDERED_ON)) {
      Fields.toDate(text).ifPresent(day -> days.addAll(List.of(day.minusDays(1), day)));
    }
    return days;
  }

  /** The last second of every time limit, and the next. */
  private static Set<Instant> contacts(Policy policy, WorkingCalendar days) {
    var contacts = new LinkedHashSet<Instant>(List.of(contact(RECEIVED.plusDays(3))));
    for (var clause : policy.clauses()) {
      var limit =
          switch (clause) {
            case WindowClause window -> Optional.of(window.limit());
            case WarrantyClause warranty -> Optional.of(warranty.limit());
            case ConditionClause _,
                RetestClause _,
                LiabilityClause _,
                ExclusionClause _,
                LimitClause _,
                EvidenceClause _,
                StockClause _,
                DifferenceClause _,
                FeeClause _,
                FreightClause _,
                PackingClause _,
                ContactClause _,
                RefundClause _,
                InformClause _ ->
                Optional.<TimeLimit>empty();
          };
      limit
          .flatMap(found -> found.deadline(plain(), days))
          .ifPresent(due -> contacts.addAll(List.of(due.endsAt(), due.endsAt().plusSeconds(1))));
    }
    return contacts;
  }

  private static Set<String> couriers(Policy policy) {
    var couriers = new LinkedHashSet<String>(texts(policy, FactKeys.COURIER));
    couriers.add("another");
    return couriers;
  }

  private static Set<Sku> products(Policy policy) {
    var products = new LinkedHashSet<Sku>(List.of(PRODUCT));
    for (var clause : policy.clauses()) {
      if (clause instanceof ExclusionClause exclusion) {
        products.addAll(exclusion.products());
      }
    }
    texts(policy, FactKeys.SKU).forEach(text -> Sku.parse(text).ifPresent(products::add));
    return products;
  }

  private static Set<String> categories(Policy policy) {
    var categories = new LinkedHashSet<String>(List.of(CATEGORY));
    for (var clause : policy.clauses()) {
      if (clause instanceof ExclusionClause exclusion) {
        categories.addAll(exclusion.categories());
      }
    }
    categories.addAll(texts(policy, FactKeys.CATEGORY));
    return categories;
  }

  private static List<Money> amounts(Policy policy, FactKey<Money> key, List<Long> plain) {
    var amounts = new LinkedHashSet<Long>(plain);
    amounts.addAll(numbers(policy, key));
    return amounts.stream()
        .filter(minor -> minor >= 0 && minor <= Money.MINOR_UNITS_MAX)
        .map(Money::rupiah)
        .toList();
  }

  private static List<Fact<List<LocalDate>>> exchanges(Policy policy, WorkingCalendar days) {
    var counts = new LinkedHashSet<Integer>(List.of(0));
    for (var clause : policy.clauses()) {
      if (clause instanceof LimitClause limit) {
        limit
            .frequency()
            .ifPresent(most -> counts.addAll(List.of(most.exchanges() - 1, most.exchanges())));
      }
    }
    numbers(policy, FactKeys.EXCHANGED_ON).forEach(number -> counts.add((int) (long) number));
    var latest = contact(RECEIVED.plusDays(3)).atZone(days.zone()).toLocalDate();
    return orUnknown(
        counts.stream()
            .filter(count -> count >= 0 && count <= ReturnFacts.Customer.EXCHANGES_MAX)
            .map(count -> IntStream.range(0, count).mapToObj(one -> latest).toList())
            .toList(),
        Source.SHOP);
  }

  private static List<String> texts(Policy policy, FactKey<?> key) {
    return constants(policy, key)
        .flatMap(
            constant -> constant instanceof String text ? Stream.of(text) : Stream.<String>empty())
        .distinct()
        .toList();
  }

  /** The numbers conditions compare this fact with, and those beside them. */
  private static List<Long> numbers(Policy policy, FactKey<?> key) {
    return constants(policy, key)
        .flatMap(
            constant ->
                constant instanceof Long number
                    ? Stream.of(number - 1, number, number + 1)
                    : Stream.<Long>empty())
        .distinct()
        .toList();
  }

  private static Stream<Object> constants(Policy policy, FactKey<?> key) {
    return policy.clauses().stream()
        .map(clause -> clause.head().when())
        .filter(when -> when.asked().containsValue(key))
        .flatMap(when -> when.constants().stream());
  }
}
