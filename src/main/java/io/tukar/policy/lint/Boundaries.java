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
import io.tukar.policy.clause.ExclusionClause;
import io.tukar.policy.clause.FactKey;
import io.tukar.policy.clause.FactKeys;
import io.tukar.policy.clause.LimitClause;
import io.tukar.policy.clause.Trait;
import io.tukar.policy.clause.Vocabulary;
import io.tukar.policy.clause.WarrantyClause;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import io.tukar.policy.tree.Fields;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * For each fact the values at which the clauses of a policy turn, those beside them, and not
 * knowing it.
 */
final class Boundaries {

  private static final LocalDate ORDERED = LocalDate.of(2026, 3, 9);
  private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 13);
  private static final Sku PRODUCT = new Sku("PRODUCT");
  private static final Sku OTHER_PRODUCT = new Sku("OTHER-PRODUCT");
  private static final String CATEGORY = "other";
  private static final long PRICE = 1_000_000;

  /** A request that is out of the ordinary in nothing: the ground that examples start from. */
  static final ReturnFacts PLAIN =
      new ReturnFacts(
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

  private final Policy policy;
  private final WorkingCalendar days;
  private final Map<FactKey<?>, List<? extends Fact<?>>> values = new LinkedHashMap<>();

  private Boundaries(Policy policy, WorkingCalendar calendar) {
    this.policy = policy;
    this.days = policy.days(calendar);
    put(FactKeys.REASON, known(List.of(ReturnReason.values()), Source.CLAIM));
    put(FactKeys.SYMPTOM, symptoms());
    put(FactKeys.QUANTITY, known(quantities(), Source.CLAIM));
    put(FactKeys.CHANNEL, orUnknown(List.of(ContactChannel.values()), Source.CLAIM));
    put(FactKeys.SENT_FIRST, orUnknown(List.of(false, true), Source.SHOP));
    put(FactKeys.ORDERED_ON, known(ordered(), Source.ORDER));
    put(FactKeys.DISPATCHED_ON, List.of(FactKeys.DISPATCHED_ON.in().apply(PLAIN)));
    put(FactKeys.RECEIVED_ON, orUnknown(List.of(RECEIVED), Source.ORDER));
    put(FactKeys.FIRST_CONTACT, known(contacts(), Source.SHOP));
    put(FactKeys.COURIER, orUnknown(couriers(), Source.ORDER));
    put(FactKeys.SKU, known(products(), Source.ORDER));
    put(FactKeys.CATEGORY, known(categories(), Source.SHOP));
    put(FactKeys.PAID, known(amounts(FactKeys.PAID, List.of(PRICE)), Source.ORDER));
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
        known(amounts(FactKeys.WANTED_PRICE, List.of(PRICE, 2 * PRICE, PRICE / 2)), Source.SHOP));
    put(FactKeys.IN_STOCK, orUnknown(List.of(true, false), Source.SHOP));
    put(FactKeys.COMPANY, orUnknown(List.of(false, true), Source.SHOP));
    put(FactKeys.EXCHANGED_ON, exchanges());
  }

  /** For each key facts of its own type. */
  static Map<FactKey<?>, List<? extends Fact<?>>> of(Policy policy, WorkingCalendar calendar) {
    return Collections.unmodifiableMap(new Boundaries(policy, calendar).values);
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

  private static Instant contact(LocalDate day) {
    return day.atTime(10, 0).atZone(WorkingCalendar.SHOP_ZONE).toInstant();
  }

  private List<Fact<Optional<Symptom>>> symptoms() {
    var symptoms = EnumSet.of(Symptom.OTHER);
    for (var clause : policy.clauses()) {
      if (clause instanceof WarrantyClause warranty) {
        symptoms.addAll(warranty.symptoms());
      }
    }
    for (var text : texts(FactKeys.SYMPTOM)) {
      Optional.ofNullable(Vocabulary.SYMPTOMS.get(text)).ifPresent(symptoms::add);
    }
    return orUnknown(symptoms.stream().map(Optional::of).toList(), Source.CLAIM);
  }

  private Set<Integer> quantities() {
    var quantities = new LinkedHashSet<Integer>(List.of(1));
    for (var clause : policy.clauses()) {
      if (clause instanceof LimitClause limit) {
        limit.units().ifPresent(most -> quantities.addAll(List.of(most, most + 1)));
      }
    }
    numbers(FactKeys.QUANTITY).forEach(number -> quantities.add((int) (long) number));
    quantities.removeIf(quantity -> quantity < 1 || quantity > ReturnFacts.QUANTITY_MAX);
    return quantities;
  }

  private Set<LocalDate> ordered() {
    var days = new LinkedHashSet<LocalDate>(List.of(ORDERED));
    for (var text : texts(FactKeys.ORDERED_ON)) {
      Fields.toDate(text).ifPresent(day -> days.addAll(List.of(day.minusDays(1), day)));
    }
    return days;
  }

  /** The last second of every time limit, and the next. */
  private Set<Instant> contacts() {
    var contacts = new LinkedHashSet<Instant>(List.of(contact(RECEIVED.plusDays(3))));
    for (var clause : policy.clauses()) {
      clause
          .timeLimit()
          .flatMap(limit -> limit.deadline(PLAIN, days))
          .ifPresent(due -> contacts.addAll(List.of(due.endsAt(), due.endsAt().plusSeconds(1))));
    }
    return contacts;
  }

  private Set<String> couriers() {
    var couriers = new LinkedHashSet<String>(texts(FactKeys.COURIER));
    couriers.add("another");
    return couriers;
  }

  private Set<Sku> products() {
    var products = new LinkedHashSet<Sku>(List.of(PRODUCT));
    for (var clause : policy.clauses()) {
      if (clause instanceof ExclusionClause exclusion) {
        products.addAll(exclusion.products());
      }
    }
    texts(FactKeys.SKU).forEach(text -> Sku.parse(text).ifPresent(products::add));
    return products;
  }

  private Set<String> categories() {
    var categories = new LinkedHashSet<String>(List.of(CATEGORY));
    for (var clause : policy.clauses()) {
      if (clause instanceof ExclusionClause exclusion) {
        categories.addAll(exclusion.categories());
      }
    }
    categories.addAll(texts(FactKeys.CATEGORY));
    return categories;
  }

  private List<Money> amounts(FactKey<Money> key, List<Long> plain) {
    var amounts = new LinkedHashSet<Long>(plain);
    amounts.addAll(numbers(key));
    return amounts.stream()
        .filter(minor -> minor >= 0 && minor <= Money.MINOR_UNITS_MAX)
        .map(Money::rupiah)
        .toList();
  }

  private List<Fact<List<LocalDate>>> exchanges() {
    var counts = new LinkedHashSet<Integer>(List.of(0));
    for (var clause : policy.clauses()) {
      if (clause instanceof LimitClause limit) {
        limit
            .frequency()
            .ifPresent(most -> counts.addAll(List.of(most.exchanges() - 1, most.exchanges())));
      }
    }
    numbers(FactKeys.EXCHANGED_ON).forEach(number -> counts.add((int) (long) number));
    var latest = contact(RECEIVED.plusDays(3)).atZone(days.zone()).toLocalDate();
    return orUnknown(
        counts.stream()
            .filter(count -> count >= 0 && count <= ReturnFacts.Customer.EXCHANGES_MAX)
            .map(count -> IntStream.range(0, count).mapToObj(one -> latest).toList())
            .toList(),
        Source.SHOP);
  }

  private List<String> texts(FactKey<?> key) {
    return constants(key)
        .flatMap(
            constant -> constant instanceof String text ? Stream.of(text) : Stream.<String>empty())
        .distinct()
        .toList();
  }

  /** The numbers conditions compare this fact with, and those beside them. */
  private List<Long> numbers(FactKey<?> key) {
    return constants(key)
        .flatMap(
            constant ->
                constant instanceof Long number
                    ? Stream.of(number - 1, number, number + 1)
                    : Stream.<Long>empty())
        .distinct()
        .toList();
  }

  private Stream<Object> constants(FactKey<?> key) {
    return policy.clauses().stream()
        .map(clause -> clause.head().when())
        .filter(when -> when.asked().containsValue(key))
        .flatMap(when -> when.constants().stream());
  }
}
