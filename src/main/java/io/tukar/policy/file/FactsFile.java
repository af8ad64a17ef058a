package io.tukar.policy.file;

import io.tukar.kernel.ContactChannel;
import io.tukar.kernel.Currency;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Money;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Symptom;
import io.tukar.kernel.Words;
import io.tukar.policy.clause.Vocabulary;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import io.tukar.policy.tree.Fields;
import io.tukar.policy.tree.JsonTree;
import io.tukar.policy.tree.PolicyProblem;
import io.tukar.policy.tree.Problems;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads {@link ReturnFacts} from their JSON form. */
public final class FactsFile {

  /** UTF-8 bytes of a text. */
  public static final int BYTES_MAX = JsonTree.BYTES_MAX;

  private static final int ISO_DATE_CHARS = 10;
  private static final Sku NO_SKU = new Sku("0");
  private static final Map<String, ReturnReason> REASONS = Vocabulary.byName(ReturnReason.values());
  private static final Map<String, Symptom> SYMPTOMS = Vocabulary.byName(Symptom.values());
  private static final Map<String, PhotoSlot> PHOTOS = Vocabulary.byName(PhotoSlot.values());
  private static final Map<String, Fault> FAULTS = Vocabulary.byName(Fault.values());
  private static final Map<String, ContactChannel> CHANNELS =
      Vocabulary.byName(ContactChannel.values());
  private static final Map<String, Source> SOURCES = Vocabulary.byName(Source.values());
  private static final Map<String, Currency> CURRENCIES = Vocabulary.byName(Currency.values());

  private FactsFile() {}

  /**
   * What came of reading.
   *
   * @param facts empty where there are problems
   */
  public record Reading(Optional<ReturnFacts> facts, List<PolicyProblem> problems) {}

  /** Reads facts and says everything that is wrong with them, by line and column. */
  public static Reading read(String json) {
    var problems = new Problems();
    var facts =
        JsonTree.parse(json, problems)
            .flatMap(tree -> Fields.of(tree, problems))
            .flatMap(root -> facts(root, problems));
    return new Reading(facts, problems.list());
  }

  private static Optional<ReturnFacts> facts(Fields root, Problems problems) {
    if (root.has("format")) {
      root.number("format", ReturnFacts.FORMAT, ReturnFacts.FORMAT);
    }
    var claim = root.fields("claim").map(FactsFile::claim);
    var sold = root.fields("sold").map(FactsFile::sold);
    var condition =
        root.has("condition")
            ? root.fields("condition").map(FactsFile::condition)
            : Optional.of(ReturnFacts.Condition.UNKNOWN);
    var customer =
        root.has("customer")
            ? root.fields("customer").map(FactsFile::customer)
            : Optional.of(ReturnFacts.Customer.UNKNOWN);
    var currency = sold.map(goods -> goods.paidPerUnit().currency()).orElse(Currency.IDR);
    var wanted = root.fields("wanted").map(fields -> wanted(fields, currency));
    root.done();
    if (problems.errors() > 0) {
      return Optional.empty();
    }
    var dearer =
        Math.max(
            sold.orElseThrow().paidPerUnit().minor(), wanted.orElseThrow().listPrice().minor());
    if (dearer > Money.MINOR_UNITS_MAX / claim.orElseThrow().quantity()) {
      root.error(
          "claim",
          new Words(
              "jumlah kali harga melebihi " + Money.MINOR_UNITS_MAX,
              "quantity times price is beyond " + Money.MINOR_UNITS_MAX));
      return Optional.empty();
    }
    return Optional.of(
        new ReturnFacts(
            claim.orElseThrow(),
            sold.orElseThrow(),
            condition.orElseThrow(),
            wanted.orElseThrow(),
            customer.orElseThrow()));
  }

  private static ReturnFacts.Customer customer(Fields fields) {
    var customer =
        new ReturnFacts.Customer(
            yesNo(fields, "company"), fact(fields, "exchangedOn", FactsFile::days));
    fields.done();
    return customer;
  }

  private static List<LocalDate> days(Fields value) {
    var days = value.dates("value");
    if (days.size() > ReturnFacts.Customer.EXCHANGES_MAX) {
      value.error(
          "value",
          new Words(
              "lebih dari " + ReturnFacts.Customer.EXCHANGES_MAX + " hari",
              "more than " + ReturnFacts.Customer.EXCHANGES_MAX + " days"));
    }
    return days;
  }

  private static ReturnFacts.Claim claim(Fields fields) {
    var claim =
        new ReturnFacts.Claim(
            fields
                .parsed(
                    "firstContactAt",
                    new Words(
                        "saat seperti 2026-03-20T03:00:00Z",
                        "an instant such as 2026-03-20T03:00:00Z"),
                    FactsFile::instant)
                .orElse(Instant.EPOCH),
            fields.word("reason", REASONS),
            fields.has("symptom")
                ? Optional.of(fields.word("symptom", SYMPTOMS))
                : Optional.empty(),
            fields.has("quantity") ? fields.number("quantity", 1, ReturnFacts.QUANTITY_MAX) : 1,
            fields.has("photos") ? Set.copyOf(fields.words("photos", PHOTOS)) : Set.of(),
            fact(fields, "channel", value -> value.word("value", CHANNELS)),
            yesNo(fields, "sentFirst"));
    fields.done();
    return claim;
  }

  private static ReturnFacts.Sold sold(Fields fields) {
    var currency = fields.has("currency") ? fields.word("currency", CURRENCIES) : Currency.IDR;
    var sold =
        new ReturnFacts.Sold(
            fields.date("orderedOn"),
            fields.has("dispatchedOn")
                ? Optional.of(fields.date("dispatchedOn"))
                : Optional.empty(),
            fact(fields, "receivedOn", value -> value.date("value")),
            sku(fields),
            fields.has("category") ? fields.text("category") : "",
            price(fields, "paidPerUnit", currency),
            fields.has("soldInBox") ? fields.yesNo("soldInBox") : true,
            fact(fields, "courier", value -> value.text("value")),
            yesNo(fields, "activated"));
    fields.done();
    return sold;
  }

  private static ReturnFacts.Condition condition(Fields fields) {
    var condition =
        new ReturnFacts.Condition(
            yesNo(fields, "sealIntact"),
            yesNo(fields, "clean"),
            yesNo(fields, "complete"),
            yesNo(fields, "serialMatches"),
            fact(fields, "fault", value -> value.word("value", FAULTS)),
            yesNo(fields, "faultFound"));
    fields.done();
    return condition;
  }

  private static ReturnFacts.Wanted wanted(Fields fields, Currency currency) {
    var wanted =
        new ReturnFacts.Wanted(
            sku(fields), price(fields, "listPrice", currency), yesNo(fields, "inStock"));
    fields.done();
    return wanted;
  }

  private static Fact<Boolean> yesNo(Fields fields, String name) {
    return fact(fields, name, value -> value.yesNo("value"));
  }

  private static <T> Fact<T> fact(Fields fields, String name, Function<Fields, T> value) {
    if (!fields.has(name)) {
      return Fact.unknown();
    }
    return fields
        .fields(name)
        .<Fact<T>>map(
            known -> {
              var fact = Fact.known(value.apply(known), known.word("source", SOURCES));
              known.done();
              return fact;
            })
        .orElseGet(Fact::unknown);
  }

  private static Sku sku(Fields fields) {
    return fields.parsed("sku", new Words("SKU", "a SKU"), Sku::parse).orElse(NO_SKU);
  }

  private static Money price(Fields fields, String name, Currency currency) {
    return new Money(fields.longNumber(name, 0, Money.MINOR_UNITS_MAX), currency);
  }

  static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text))
          .filter(at -> Fields.toDate(text.substring(0, ISO_DATE_CHARS)).isPresent());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
