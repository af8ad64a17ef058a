package io.tukar.policy.file;

import static io.tukar.policy.file.CanonicalTokens.expect;
import static io.tukar.policy.file.CanonicalTokens.first;
import static io.tukar.policy.file.CanonicalTokens.next;
import static io.tukar.policy.file.CanonicalTokens.number;
import static io.tukar.policy.file.CanonicalTokens.one;
import static io.tukar.policy.file.CanonicalTokens.opened;
import static io.tukar.policy.file.CanonicalTokens.text;
import static io.tukar.policy.file.CanonicalTokens.textNow;
import static io.tukar.policy.file.CanonicalTokens.there;
import static io.tukar.policy.file.CanonicalTokens.yesNo;

import io.tukar.kernel.ContactChannel;
import io.tukar.kernel.Currency;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Money;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Symptom;
import io.tukar.policy.clause.Vocabulary;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import io.tukar.policy.file.CanonicalTokens.Otherwise;
import io.tukar.policy.tree.Fields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Reads facts as {@link ReturnFacts#toCanonicalJson} writes them, many after one another, straight
 * into the facts. Whatever is not written so is left to {@link FactsFile}, so both read the same.
 * Remembers a bounded number of texts that come again, such as dates. Not for two threads.
 */
public final class StoredFacts {

  private static final int REMEMBERED_MAX = 4_096;
  private static final int ISO_DATE_CHARS = 10;
  private static final int ISO_SECONDS_CHARS = 20;
  private static final JsonFactory JSON =
      JsonFactory.builder().recyclerPool(JsonRecyclerPools.threadLocalPool()).build();
  private static final Map<String, ReturnReason> REASONS = Vocabulary.byName(ReturnReason.values());
  private static final Map<String, Symptom> SYMPTOMS = Vocabulary.byName(Symptom.values());
  private static final Map<String, PhotoSlot> PHOTOS = Vocabulary.byName(PhotoSlot.values());
  private static final Map<String, Fault> FAULTS = Vocabulary.byName(Fault.values());
  private static final Map<String, ContactChannel> CHANNELS =
      Vocabulary.byName(ContactChannel.values());
  private static final Map<String, Source> SOURCES = Vocabulary.byName(Source.values());
  private static final Map<String, Currency> CURRENCIES = Vocabulary.byName(Currency.values());

  private final Map<String, LocalDate> dates = new HashMap<>();
  private final Map<String, Sku> skus = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();

  /** Empty where these are no facts. */
  public Optional<ReturnFacts> read(byte[] json) {
    try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        var facts = facts(parser);
        if (parser.nextToken() == null) {
          return Optional.of(facts);
        }
      }
    } catch (JacksonException | Otherwise e) {
      // Said below, by the reader that says what is wrong.
    }
    return FactsFile.read(new String(json, StandardCharsets.UTF_8)).facts();
  }

  private ReturnFacts facts(JsonParser in) {
    ReturnFacts.@Nullable Claim claim = null;
    ReturnFacts.@Nullable Sold sold = null;
    ReturnFacts.@Nullable Wanted wanted = null;
    var condition = ReturnFacts.Condition.UNKNOWN;
    var customer = ReturnFacts.Customer.UNKNOWN;
    for (var name = first(in); name != null; name = next(in, name)) {
      switch (name) {
        case "claim" -> claim = claim(opened(in));
        case "condition" -> condition = condition(opened(in));
        case "customer" -> customer = customer(opened(in));
        case "format" -> expect(number(in) == ReturnFacts.FORMAT);
        case "sold" -> sold = sold(opened(in));
        case "wanted" -> wanted = wanted(opened(in), there(sold).paidPerUnit().currency());
        default -> throw new Otherwise();
      }
    }
    var goods = there(sold);
    var asked = there(wanted);
    var quantity = there(claim).quantity();
    var dearer = Math.max(goods.paidPerUnit().minor(), asked.listPrice().minor());
    expect(dearer <= Money.MINOR_UNITS_MAX / quantity);
    return new ReturnFacts(there(claim), goods, condition, asked, customer);
  }

  private ReturnFacts.Claim claim(JsonParser in) {
    @Nullable Instant contact = null;
    @Nullable ReturnReason reason = null;
    Optional<Symptom> symptom = Optional.empty();
    var quantity = 1;
    var photos = EnumSet.noneOf(PhotoSlot.class);
    Fact<ContactChannel> channel = Fact.unknown();
    Fact<Boolean> sentFirst = Fact.unknown();
    for (var name = first(in); name != null; name = next(in, name)) {
      switch (name) {
        case "channel" -> channel = fact(in, () -> one(CHANNELS, text(in)));
        case "firstContactAt" -> contact = instant(text(in));
        case "photos" -> photos(in, photos);
        case "quantity" -> quantity = quantity(number(in));
        case "reason" -> reason = one(REASONS, text(in));
        case "sentFirst" -> sentFirst = fact(in, () -> yesNo(in));
        case "symptom" ->
            symptom =
                in.nextToken() == JsonToken.VALUE_NULL
                    ? Optional.empty()
                    : Optional.of(one(SYMPTOMS, textNow(in)));
        default -> throw new Otherwise();
      }
    }
    return new ReturnFacts.Claim(
        there(contact), there(reason), symptom, quantity, photos, channel, sentFirst);
  }

  private static void photos(JsonParser in, EnumSet<PhotoSlot> photos) {
    expect(in.nextToken() == JsonToken.START_ARRAY);
    while (in.nextToken() != JsonToken.END_ARRAY) {
      expect(photos.add(one(PHOTOS, textNow(in))));
    }
  }

  private ReturnFacts.Condition condition(JsonParser in) {
    Fact<Boolean> sealIntact = Fact.unknown();
    Fact<Boolean> clean = Fact.unknown();
    Fact<Boolean> complete = Fact.unknown();
    Fact<Boolean> serialMatches = Fact.unknown();
    Fact<Fault> fault = Fact.unknown();
    Fact<Boolean> faultFound = Fact.unknown();
    for (var name = first(in); name != null; name = next(in, name)) {
      switch (name) {
        case "clean" -> clean = fact(in, () -> yesNo(in));
        case "complete" -> complete = fact(in, () -> yesNo(in));
        case "fault" -> fault = fact(in, () -> one(FAULTS, text(in)));
        case "faultFound" -> faultFound = fact(in, () -> yesNo(in));
        case "sealIntact" -> sealIntact = fact(in, () -> yesNo(in));
        case "serialMatches" -> serialMatches = fact(in, () -> yesNo(in));
        default -> throw new Otherwise();
      }
    }
    return new ReturnFacts.Condition(sealIntact, clean, complete, serialMatches, fault, faultFound);
  }

  private ReturnFacts.Customer customer(JsonParser in) {
    Fact<Boolean> company = Fact.unknown();
    Fact<List<LocalDate>> exchangedOn = Fact.unknown();
    for (var name = first(in); name != null; name = next(in, name)) {
      switch (name) {
        case "company" -> company = fact(in, () -> yesNo(in));
        case "exchangedOn" -> exchangedOn = fact(in, () -> days(in));
        default -> throw new Otherwise();
      }
    }
    return new ReturnFacts.Customer(company, exchangedOn);
  }

  private List<LocalDate> days(JsonParser in) {
    var days = new ArrayList<LocalDate>();
    expect(in.nextToken() == JsonToken.START_ARRAY);
    while (in.nextToken() != JsonToken.END_ARRAY) {
      days.add(date(textNow(in)));
    }
    expect(days.size() <= ReturnFacts.Customer.EXCHANGES_MAX);
    return List.copyOf(days);
  }

  private ReturnFacts.Sold sold(JsonParser in) {
    @Nullable LocalDate orderedOn = null;
    Optional<LocalDate> dispatchedOn = Optional.empty();
    Fact<LocalDate> receivedOn = Fact.unknown();
    @Nullable Sku sku = null;
    var category = "";
    var currency = Currency.IDR;
    var paid = -1L;
    var soldInBox = true;
    Fact<String> courier = Fact.unknown();
    Fact<Boolean> activated = Fact.unknown();
    for (var name = first(in); name != null; name = next(in, name)) {
      switch (name) {
        case "activated" -> activated = fact(in, () -> yesNo(in));
        case "category" -> category = word(text(in));
        case "courier" -> courier = fact(in, () -> word(text(in)));
        case "currency" -> currency = one(CURRENCIES, text(in));
        case "dispatchedOn" ->
            dispatchedOn =
                in.nextToken() == JsonToken.VALUE_NULL
                    ? Optional.empty()
                    : Optional.of(date(textNow(in)));
        case "orderedOn" -> orderedOn = date(text(in));
        case "paidPerUnit" -> paid = number(in);
        case "receivedOn" -> receivedOn = fact(in, () -> date(text(in)));
        case "sku" -> sku = sku(text(in));
        case "soldInBox" -> soldInBox = yesNo(in);
        default -> throw new Otherwise();
      }
    }
    return new ReturnFacts.Sold(
        there(orderedOn),
        dispatchedOn,
        receivedOn,
        there(sku),
        category,
        price(paid, currency),
        soldInBox,
        courier,
        activated);
  }

  private ReturnFacts.Wanted wanted(JsonParser in, Currency currency) {
    @Nullable Sku sku = null;
    var price = -1L;
    Fact<Boolean> inStock = Fact.unknown();
    for (var name = first(in); name != null; name = next(in, name)) {
      switch (name) {
        case "inStock" -> inStock = fact(in, () -> yesNo(in));
        case "listPrice" -> price = number(in);
        case "sku" -> sku = sku(text(in));
        default -> throw new Otherwise();
      }
    }
    return new ReturnFacts.Wanted(there(sku), price(price, currency), inStock);
  }

  private <T> Fact<T> fact(JsonParser in, Supplier<T> value) {
    if (in.nextToken() == JsonToken.VALUE_NULL) {
      return Fact.unknown();
    }
    expect(in.currentToken() == JsonToken.START_OBJECT && "source".equals(in.nextName()));
    var source = one(SOURCES, text(in));
    expect("value".equals(in.nextName()));
    var known = Fact.known(value.get(), source);
    expect(in.nextToken() == JsonToken.END_OBJECT);
    return known;
  }

  private LocalDate date(String text) {
    return remembered(dates, text, any -> Fields.toDate(any).orElseThrow(Otherwise::new));
  }

  private Sku sku(String text) {
    return remembered(skus, text, any -> Sku.parse(any).orElseThrow(Otherwise::new));
  }

  private String word(String text) {
    return remembered(words, text, Function.identity());
  }

  private static <T> T remembered(Map<String, T> known, String text, Function<String, T> read) {
    var before = known.get(text);
    if (before != null) {
      return before;
    }
    var value = read.apply(text);
    if (known.size() < REMEMBERED_MAX) {
      known.put(text, value);
    }
    return value;
  }

  private Instant instant(String text) {
    expect(text.length() > ISO_DATE_CHARS);
    var date = date(text.substring(0, ISO_DATE_CHARS));
    if (text.length() == ISO_SECONDS_CHARS
        && text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':'
        && text.charAt(19) == 'Z') {
      var hour = twoDigits(text, 11, 23);
      var minute = twoDigits(text, 14, 59);
      var second = twoDigits(text, 17, 59);
      return Instant.ofEpochSecond(((date.toEpochDay() * 24 + hour) * 60 + minute) * 60 + second);
    }
    return FactsFile.instant(text).orElseThrow(Otherwise::new);
  }

  private static int twoDigits(String text, int at, int max) {
    var tens = text.charAt(at) - '0';
    var ones = text.charAt(at + 1) - '0';
    expect(tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 && tens * 10 + ones <= max);
    return tens * 10 + ones;
  }

  private static int quantity(long number) {
    expect(number >= 1 && number <= ReturnFacts.QUANTITY_MAX);
    return (int) number;
  }

  private static Money price(long minor, Currency currency) {
    expect(minor >= 0 && minor <= Money.MINOR_UNITS_MAX);
    return new Money(minor, currency);
  }
}
