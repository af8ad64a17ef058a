package io.tukar.policy;

import io.tukar.kernel.CanonicalJson;
import java.util.Optional;

/** The JSON form of {@link ReturnFacts}. */
public final class FactsFile {

  /** Grows when a reader of the older form could misread the newer. */
  static final int FORMAT = 1;

  private static final int CHARS_EXPECTED = 1024;

  private FactsFile() {}

  static byte[] write(ReturnFacts facts) {
    var json = new CanonicalJson(CHARS_EXPECTED).object();
    json.key("claim");
    claim(json, facts.claim());
    json.key("condition");
    condition(json, facts.condition());
    json.key("format").value(FORMAT);
    json.key("sold");
    sold(json, facts.sold());
    json.key("wanted");
    wanted(json, facts.wanted());
    return json.endObject().toBytes();
  }

  private static void claim(CanonicalJson json, ReturnFacts.Claim claim) {
    json.object().key("firstContactAt").value(claim.firstContactAt().toString());
    json.key("photos").list();
    claim.photos().forEach(slot -> json.item().value(slot.name()));
    json.endList().key("quantity").value(claim.quantity());
    json.key("reason").value(claim.reason().name());
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
    json.object().key("category").value(sold.category());
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
