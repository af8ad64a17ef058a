package io.tukar.policy;

import static io.tukar.kernel.PhotoSlot.BOX;
import static io.tukar.kernel.PhotoSlot.FAULT;
import static io.tukar.kernel.PhotoSlot.LABEL;
import static io.tukar.kernel.PhotoSlot.SEAL;
import static io.tukar.kernel.PhotoSlot.UNIT;

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
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Facts of an IP phone received on Friday 13 March 2026, before Nyepi and Idulfitri. */
public final class ReturnFactsFixture {

  public static final LocalDate RECEIVED = LocalDate.of(2026, 3, 13);
  public static final Set<PhotoSlot> ALL_PHOTOS = EnumSet.allOf(PhotoSlot.class);

  private static final Sku PHONE = new Sku("T31P");

  private ReturnFactsFixture() {}

  /** Dead on arrival, told on the Monday after, every photo there: nothing stands against it. */
  public static ReturnFacts deadPhone() {
    return facts(ReturnReason.DEAD_ON_ARRIVAL, ReturnFacts.Condition.UNKNOWN);
  }

  /** A change of mind about a sealed phone. */
  public static ReturnFacts unwantedPhone() {
    return facts(ReturnReason.CHANGED_MIND, asReceived());
  }

  public static ReturnFacts facts(ReturnReason reason, ReturnFacts.Condition condition) {
    return new ReturnFacts(
        new ReturnFacts.Claim(
            wib("2026-03-16T10:15"), reason, Optional.of(Symptom.NO_POWER), 1, ALL_PHOTOS),
        new ReturnFacts.Sold(
            LocalDate.of(2026, 3, 9),
            Optional.of(LocalDate.of(2026, 3, 10)),
            Fact.known(RECEIVED, Source.ORDER),
            PHONE,
            "ip-phone",
            Money.rupiah(1_500_000),
            true),
        condition,
        new ReturnFacts.Wanted(PHONE, Money.rupiah(1_550_000), Fact.known(true, Source.SHOP)));
  }

  public static ReturnFacts.Condition asReceived() {
    return condition(true, true, true, true);
  }

  public static ReturnFacts.Condition condition(
      boolean seal, boolean clean, boolean complete, boolean serial) {
    return new ReturnFacts.Condition(
        Fact.known(seal, Source.CLAIM),
        Fact.known(clean, Source.CLAIM),
        Fact.known(complete, Source.CLAIM),
        Fact.known(serial, Source.INSPECTION),
        Fact.unknown(),
        Fact.unknown());
  }

  public static ReturnFacts contact(ReturnFacts facts, String at) {
    var claim = facts.claim();
    return new ReturnFacts(
        new ReturnFacts.Claim(
            wib(at), claim.reason(), claim.symptom(), claim.quantity(), claim.photos()),
        facts.sold(),
        facts.condition(),
        facts.wanted());
  }

  public static ReturnFacts received(
      ReturnFacts facts, Fact<LocalDate> receivedOn, Optional<LocalDate> dispatchedOn) {
    var sold = facts.sold();
    return with(
        facts,
        new ReturnFacts.Sold(
            sold.orderedOn(),
            dispatchedOn,
            receivedOn,
            sold.sku(),
            sold.category(),
            sold.paidPerUnit(),
            sold.soldInBox()));
  }

  public static ReturnFacts sold(ReturnFacts facts, String category, boolean soldInBox) {
    var sold = facts.sold();
    return with(
        facts,
        new ReturnFacts.Sold(
            sold.orderedOn(),
            sold.dispatchedOn(),
            sold.receivedOn(),
            sold.sku(),
            category,
            sold.paidPerUnit(),
            soldInBox));
  }

  public static ReturnFacts found(ReturnFacts facts, Fact<Fault> fault, Fact<Boolean> faultFound) {
    var seen = facts.condition();
    return facts.withCondition(
        new ReturnFacts.Condition(
            seen.sealIntact(),
            seen.clean(),
            seen.complete(),
            seen.serialMatches(),
            fault,
            faultFound));
  }

  public static ReturnFacts wanting(ReturnFacts facts, String sku, long price, int quantity) {
    var claim = facts.claim();
    return new ReturnFacts(
        new ReturnFacts.Claim(
            claim.firstContactAt(), claim.reason(), claim.symptom(), quantity, claim.photos()),
        facts.sold(),
        facts.condition(),
        new ReturnFacts.Wanted(new Sku(sku), Money.rupiah(price), facts.wanted().inStock()));
  }

  public static ReturnFacts stocked(ReturnFacts facts, Fact<Boolean> inStock) {
    return new ReturnFacts(
        facts.claim(),
        facts.sold(),
        facts.condition(),
        new ReturnFacts.Wanted(facts.wanted().sku(), facts.wanted().listPrice(), inStock));
  }

  public static Instant wib(String local) {
    return LocalDateTime.parse(local).atZone(WorkingCalendar.SHOP_ZONE).toInstant();
  }

  public static List<PhotoSlot> photosOf(ReturnReason reason) {
    return switch (reason) {
      case DEAD_ON_ARRIVAL, MALFUNCTION -> List.of(LABEL, UNIT, FAULT, BOX);
      case DAMAGED_ON_ARRIVAL -> List.of(LABEL, FAULT, BOX, PhotoSlot.PACKAGING);
      case WRONG_ITEM -> List.of(LABEL, UNIT, BOX);
      case INCOMPLETE -> List.of(LABEL, PhotoSlot.CONTENTS, BOX);
      case CHANGED_MIND, ORDERED_WRONG_MODEL -> List.of(SEAL, LABEL, UNIT, BOX);
    };
  }

  private static ReturnFacts with(ReturnFacts facts, ReturnFacts.Sold sold) {
    return new ReturnFacts(facts.claim(), sold, facts.condition(), facts.wanted());
  }
}
