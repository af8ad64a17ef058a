package io.tukar.policy.clause;

import io.tukar.kernel.ContactChannel;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Money;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Symptom;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Facts taken apart to change some of them; made whole again by {@link #done()}. */
final class FactsDraft {

  Instant firstContactAt;
  ReturnReason reason;
  Optional<Symptom> symptom;
  int quantity;
  Set<PhotoSlot> photos;
  Fact<ContactChannel> channel;
  Fact<Boolean> sentFirst;
  LocalDate orderedOn;
  Optional<LocalDate> dispatchedOn;
  Fact<LocalDate> receivedOn;
  Sku sku;
  String category;
  Money paidPerUnit;
  boolean soldInBox;
  Fact<String> courier;
  Fact<Boolean> activated;
  Fact<Boolean> sealIntact;
  Fact<Boolean> clean;
  Fact<Boolean> complete;
  Fact<Boolean> serialMatches;
  Fact<Fault> fault;
  Fact<Boolean> faultFound;
  Sku wantedSku;
  Money listPrice;
  Fact<Boolean> inStock;
  Fact<Boolean> company;
  Fact<List<LocalDate>> exchangedOn;

  FactsDraft(ReturnFacts facts) {
    var claim = facts.claim();
    firstContactAt = claim.firstContactAt();
    reason = claim.reason();
    symptom = claim.symptom();
    quantity = claim.quantity();
    photos = claim.photos();
    channel = claim.channel();
    sentFirst = claim.sentFirst();
    var sold = facts.sold();
    orderedOn = sold.orderedOn();
    dispatchedOn = sold.dispatchedOn();
    receivedOn = sold.receivedOn();
    sku = sold.sku();
    category = sold.category();
    paidPerUnit = sold.paidPerUnit();
    soldInBox = sold.soldInBox();
    courier = sold.courier();
    activated = sold.activated();
    var seen = facts.condition();
    sealIntact = seen.sealIntact();
    clean = seen.clean();
    complete = seen.complete();
    serialMatches = seen.serialMatches();
    fault = seen.fault();
    faultFound = seen.faultFound();
    wantedSku = facts.wanted().sku();
    listPrice = facts.wanted().listPrice();
    inStock = facts.wanted().inStock();
    company = facts.customer().company();
    exchangedOn = facts.customer().exchangedOn();
  }

  ReturnFacts done() {
    return new ReturnFacts(
        new ReturnFacts.Claim(
            firstContactAt, reason, symptom, quantity, photos, channel, sentFirst),
        new ReturnFacts.Sold(
            orderedOn,
            dispatchedOn,
            receivedOn,
            sku,
            category,
            paidPerUnit,
            soldInBox,
            courier,
            activated),
        new ReturnFacts.Condition(sealIntact, clean, complete, serialMatches, fault, faultFound),
        new ReturnFacts.Wanted(wantedSku, listPrice, inStock),
        new ReturnFacts.Customer(company, exchangedOn));
  }
}
