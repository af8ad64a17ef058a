package io.tukar.policy.clause;

import static io.tukar.policy.clause.FactKey.Type.NUMBER;
import static io.tukar.policy.clause.FactKey.Type.TEXT;
import static io.tukar.policy.clause.FactKey.Type.TRUTH;

import io.tukar.kernel.ContactChannel;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Money;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Symptom;
import io.tukar.kernel.Words;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every fact a clause can ask for, by name. */
public final class FactKeys {

  public static final FactKey<Instant> FIRST_CONTACT =
      key(
          "claim.firstContactAt",
          new Words("kontak pertama", "first contact"),
          facts -> Fact.known(facts.claim().firstContactAt(), Source.SHOP),
          (draft, at) -> draft.firstContactAt = required(at));

  public static final FactKey<ReturnReason> REASON =
      FactKeys.<ReturnReason>key(
              "claim.reason",
              new Words("alasan", "reason"),
              facts -> Fact.known(facts.claim().reason(), Source.CLAIM),
              (draft, reason) -> draft.reason = required(reason))
          .as("reason", TEXT, Vocabulary::word);

  /** Asked only where something does not work; known to be none otherwise. */
  public static final FactKey<Optional<Symptom>> SYMPTOM =
      FactKeys.<Optional<Symptom>>key(
              "claim.symptom",
              new Words("gejala", "symptom"),
              facts -> symptom(facts.claim()),
              (draft, symptom) -> draft.symptom = symptom.asOptional().flatMap(Function.identity()))
          .as("symptom", TEXT, symptom -> symptom.map(Vocabulary::word).orElse(""));

  public static final FactKey<Integer> QUANTITY =
      FactKeys.<Integer>key(
              "claim.quantity",
              new Words("jumlah unit", "units"),
              facts -> Fact.known(facts.claim().quantity(), Source.CLAIM),
              (draft, quantity) -> draft.quantity = required(quantity))
          .as("item.quantity", NUMBER, Integer::longValue);

  public static final FactKey<ContactChannel> CHANNEL =
      FactKeys.<ContactChannel>key(
              "claim.channel",
              new Words("saluran kontak", "channel of the first contact"),
              facts -> facts.claim().channel(),
              (draft, channel) -> draft.channel = channel)
          .as("channel", TEXT, Vocabulary::word);

  public static final FactKey<Boolean> SENT_FIRST =
      key(
          "claim.sentFirst",
          new Words("barang dikirim sebelum bertanya", "goods sent before asking"),
          facts -> facts.claim().sentFirst(),
          (draft, sentFirst) -> draft.sentFirst = sentFirst);

  public static final FactKey<LocalDate> ORDERED_ON =
      FactKeys.<LocalDate>key(
              "sold.orderedOn",
              new Words("tanggal pesanan", "day of the order"),
              facts -> Fact.known(facts.sold().orderedOn(), Source.ORDER),
              (draft, on) -> draft.orderedOn = required(on))
          .as("order.orderedOn", TEXT, LocalDate::toString);

  public static final FactKey<LocalDate> DISPATCHED_ON =
      FactKeys.<LocalDate>key(
              "sold.dispatchedOn",
              new Words("tanggal kirim", "day of dispatch"),
              facts -> Fact.of(facts.sold().dispatchedOn(), Source.ORDER),
              (draft, on) -> draft.dispatchedOn = on.asOptional())
          .as("order.dispatchedOn", TEXT, LocalDate::toString);

  public static final FactKey<LocalDate> RECEIVED_ON =
      FactKeys.<LocalDate>key(
              "sold.receivedOn",
              new Words("tanggal terima", "day of receipt"),
              facts -> facts.sold().receivedOn(),
              (draft, on) -> draft.receivedOn = on)
          .as("order.receivedOn", TEXT, LocalDate::toString);

  public static final FactKey<String> COURIER =
      FactKeys.<String>key(
              "sold.courier",
              new Words("kurir", "courier"),
              facts -> facts.sold().courier(),
              (draft, courier) -> draft.courier = courier)
          .as("order.courier", TEXT, courier -> courier);

  public static final FactKey<Sku> SKU =
      FactKeys.<Sku>key(
              "sold.sku",
              new Words("SKU", "SKU"),
              facts -> Fact.known(facts.sold().sku(), Source.ORDER),
              (draft, sku) -> draft.sku = required(sku))
          .as("item.sku", TEXT, Sku::value);

  public static final FactKey<String> CATEGORY =
      FactKeys.<String>key(
              "sold.category",
              new Words("kategori barang", "category"),
              facts -> Fact.known(facts.sold().category(), Source.SHOP),
              (draft, category) -> draft.category = required(category))
          .as("item.category", TEXT, category -> category);

  public static final FactKey<Money> PAID =
      FactKeys.<Money>key(
              "sold.paidPerUnit",
              new Words("harga yang dibayar", "price paid"),
              facts -> Fact.known(facts.sold().paidPerUnit(), Source.ORDER),
              (draft, paid) -> draft.paidPerUnit = required(paid))
          .as("item.paid", NUMBER, Money::minor);

  public static final FactKey<Boolean> SOLD_IN_BOX =
      FactKeys.<Boolean>key(
              "sold.soldInBox",
              new Words("dijual dengan dus", "sold in a box"),
              facts -> Fact.known(facts.sold().soldInBox(), Source.SHOP),
              (draft, boxed) -> draft.soldInBox = required(boxed))
          .as("item.boxed", TRUTH, boxed -> boxed);

  public static final FactKey<Boolean> ACTIVATED =
      FactKeys.<Boolean>key(
              "sold.activated",
              new Words("sudah diaktifkan", "activated"),
              facts -> facts.sold().activated(),
              (draft, activated) -> draft.activated = activated)
          .as("item.activated", TRUTH, activated -> activated);

  public static final FactKey<Boolean> SEAL_INTACT =
      trait(Trait.SEAL_INTACT, (draft, yes) -> draft.sealIntact = yes);

  public static final FactKey<Boolean> CLEAN =
      trait(Trait.CLEAN, (draft, yes) -> draft.clean = yes);

  public static final FactKey<Boolean> COMPLETE =
      trait(Trait.COMPLETE, (draft, yes) -> draft.complete = yes);

  public static final FactKey<Boolean> SERIAL_MATCHES =
      trait(Trait.SERIAL_MATCHES, (draft, yes) -> draft.serialMatches = yes);

  public static final FactKey<Fault> FAULT =
      key(
          "condition.fault",
          new Words("penyebab", "cause"),
          facts -> facts.condition().fault(),
          (draft, fault) -> draft.fault = fault);

  public static final FactKey<Boolean> FAULT_FOUND =
      key(
          "condition.faultFound",
          new Words("kerusakan ditemukan", "fault found"),
          facts -> facts.condition().faultFound(),
          (draft, found) -> draft.faultFound = found);

  public static final FactKey<Sku> WANTED_SKU =
      FactKeys.<Sku>key(
              "wanted.sku",
              new Words("barang pengganti", "replacement"),
              facts -> Fact.known(facts.wanted().sku(), Source.CLAIM),
              (draft, sku) -> draft.wantedSku = required(sku))
          .as("wanted.sku", TEXT, Sku::value);

  public static final FactKey<Money> WANTED_PRICE =
      FactKeys.<Money>key(
              "wanted.listPrice",
              new Words("harga pengganti", "price of the replacement"),
              facts -> Fact.known(facts.wanted().listPrice(), Source.SHOP),
              (draft, price) -> draft.listPrice = required(price))
          .as("wanted.price", NUMBER, Money::minor);

  public static final FactKey<Boolean> IN_STOCK =
      key(
          "wanted.inStock",
          new Words("stok pengganti", "replacement in stock"),
          facts -> facts.wanted().inStock(),
          (draft, there) -> draft.inStock = there);

  public static final FactKey<Boolean> COMPANY =
      FactKeys.<Boolean>key(
              "customer.company",
              new Words("pelanggan perusahaan", "customer is a company"),
              facts -> facts.customer().company(),
              (draft, company) -> draft.company = company)
          .as("customer.company", TRUTH, company -> company);

  public static final FactKey<List<LocalDate>> EXCHANGED_ON =
      FactKeys.<List<LocalDate>>key(
              "customer.exchangedOn",
              new Words("penukaran sebelumnya", "earlier exchanges"),
              facts -> facts.customer().exchangedOn(),
              (draft, days) -> draft.exchangedOn = days)
          .as("customer.exchanges", NUMBER, days -> (long) days.size());

  public static final List<FactKey<?>> ALL =
      List.of(
          REASON,
          SYMPTOM,
          QUANTITY,
          CHANNEL,
          SENT_FIRST,
          ORDERED_ON,
          DISPATCHED_ON,
          RECEIVED_ON,
          FIRST_CONTACT,
          COURIER,
          SKU,
          CATEGORY,
          PAID,
          SOLD_IN_BOX,
          ACTIVATED,
          SEAL_INTACT,
          CLEAN,
          COMPLETE,
          SERIAL_MATCHES,
          FAULT,
          FAULT_FOUND,
          WANTED_SKU,
          WANTED_PRICE,
          IN_STOCK,
          COMPANY,
          EXCHANGED_ON);

  private static final Map<String, FactKey<?>> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(FactKey::name, Function.identity()));

  /** What a condition may ask for, by its name there. */
  public static final Map<String, FactKey<?>> VARIABLES =
      ALL.stream()
          .filter(key -> key.variable().isPresent())
          .collect(
              Collectors.toUnmodifiableMap(
                  key -> key.variable().orElseThrow().name(), Function.identity()));

  private FactKeys() {}

  /** The fact of this name; empty where the name stands for something that is no single fact. */
  public static Optional<FactKey<?>> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  private static Fact<Optional<Symptom>> symptom(ReturnFacts.Claim claim) {
    if (claim.symptom().isPresent()) {
      return Fact.known(claim.symptom(), Source.CLAIM);
    }
    return switch (claim.reason()) {
      case DEAD_ON_ARRIVAL, MALFUNCTION -> Fact.unknown();
      case DAMAGED_ON_ARRIVAL, WRONG_ITEM, INCOMPLETE, CHANGED_MIND, ORDERED_WRONG_MODEL ->
          Fact.known(Optional.empty(), Source.CLAIM);
    };
  }

  private static <T> T required(Fact<T> fact) {
    return fact.asOptional()
        .orElseThrow(() -> new IllegalArgumentException("This fact is always known"));
  }

  private static FactKey<Boolean> trait(Trait trait, BiConsumer<FactsDraft, Fact<Boolean>> change) {
    return key(trait.factName(), trait.words(), facts -> trait.in(facts.condition()), change);
  }

  private static <T> FactKey<T> key(
      String name,
      Words words,
      Function<ReturnFacts, Fact<T>> in,
      BiConsumer<FactsDraft, Fact<T>> change) {
    return new FactKey<>(name, Optional.empty(), words, in, change);
  }
}
