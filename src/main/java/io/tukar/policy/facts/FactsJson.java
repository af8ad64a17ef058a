package io.tukar.policy.facts;

import io.tukar.kernel.CanonicalJson;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Writes {@link ReturnFacts} as JSON, in one form only. */
final class FactsJson {

  private static final int CHARS_EXPECTED = 1024;

  private FactsJson() {}

  static byte[] write(ReturnFacts facts) {
    var json = new CanonicalJson(CHARS_EXPECTED).object();
    json.key("claim");
    claim(json, facts.claim());
    json.key("condition");
    condition(json, facts.condition());
    customer(json, facts.customer());
    json.key("format").value(ReturnFacts.FORMAT);
    json.key("sold");
    sold(json, facts.sold());
    json.key("wanted");
    wanted(json, facts.wanted());
    return json.endObject().toBytes();
  }

  private static void claim(CanonicalJson json, ReturnFacts.Claim claim) {
    json.object();
    known(json, "channel", claim.channel());
    json.key("firstContactAt").value(claim.firstContactAt().toString());
    json.key("photos").list();
    claim.photos().forEach(slot -> json.item().value(slot.name()));
    json.endList().key("quantity").value(claim.quantity());
    json.key("reason").value(claim.reason().name());
    known(json, "sentFirst", claim.sentFirst());
    optional(json.key("symptom"), claim.symptom());
    json.endObject();
  }

  private static void condition(CanonicalJson json, ReturnFacts.Condition condition) {
    json.object();
    yesNo(json.key("clean"), condition.clean());
    yesNo(json.key("complete"), condition.complete());
    text(json.key("fault"), condition.fault());
    yesNo(json.key("faultFound"), condition.faultFound());
    yesNo(json.key("sealIntact"), condition.sealIntact());
    yesNo(json.key("serialMatches"), condition.serialMatches());
    json.endObject();
  }

  private static void sold(CanonicalJson json, ReturnFacts.Sold sold) {
    json.object();
    known(json, "activated", sold.activated());
    json.key("category").value(sold.category());
    known(json, "courier", sold.courier());
    json.key("currency").value(sold.paidPerUnit().currency().name());
    optional(json.key("dispatchedOn"), sold.dispatchedOn());
    json.key("orderedOn").value(sold.orderedOn().toString());
    json.key("paidPerUnit").value(sold.paidPerUnit().minor());
    text(json.key("receivedOn"), sold.receivedOn());
    json.key("sku").value(sold.sku().value());
    json.key("soldInBox").value(sold.soldInBox());
    json.endObject();
  }

  private static void wanted(CanonicalJson json, ReturnFacts.Wanted wanted) {
    yesNo(json.object().key("inStock"), wanted.inStock());
    json.key("listPrice").value(wanted.listPrice().minor());
    json.key("sku").value(wanted.sku().value());
    json.endObject();
  }

  /** Left out where nothing is known, so that what was stored before it existed reads the same. */
  private static void customer(CanonicalJson json, ReturnFacts.Customer customer) {
    if (customer.equals(ReturnFacts.Customer.UNKNOWN)) {
      return;
    }
    json.key("customer").object();
    known(json, "company", customer.company());
    if (customer.exchangedOn() instanceof Fact.Known<List<LocalDate>>(var days, var source)) {
      json.key("exchangedOn").object().key("source").value(source.name()).key("value").list();
      days.forEach(day -> json.item().value(day.toString()));
      json.endList().endObject();
    }
    json.endObject();
  }

  private static void known(CanonicalJson json, String name, Fact<?> fact) {
    switch (fact) {
      case Fact.Known<?>(Boolean yes, var source) -> {
        json.key(name).object().key("source").value(source.name());
        json.key("value").value(yes.booleanValue()).endObject();
      }
      case Fact.Known<?>(var _, var _) -> text(json.key(name), fact);
      case Fact.Unknown<?>() -> {
        // Left out.
      }
    }
  }

  private static void yesNo(CanonicalJson json, Fact<Boolean> fact) {
    switch (fact) {
      case Fact.Known<Boolean>(var yes, var source) -> {
        json.object().key("source").value(source.name());
        json.key("value").value(yes.booleanValue()).endObject();
      }
      case Fact.Unknown<Boolean>() -> json.nothing();
    }
  }

  private static void text(CanonicalJson json, Fact<?> fact) {
    switch (fact) {
      case Fact.Known<?>(var value, var source) -> {
        json.object().key("source").value(source.name());
        json.key("value").value(value.toString()).endObject();
      }
      case Fact.Unknown<?>() -> json.nothing();
    }
  }

  private static void optional(CanonicalJson json, Optional<?> value) {
    if (value.isPresent()) {
      json.value(value.get().toString());
    } else {
      json.nothing();
    }
  }
}
