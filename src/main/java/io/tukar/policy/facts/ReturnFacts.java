package io.tukar.policy.facts;

import io.tukar.kernel.ContactChannel;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Money;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Symptom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that a decision about one line is made from. Facts of different lines never mix. */
public record ReturnFacts(
    Claim claim, Sold sold, Condition condition, Wanted wanted, Customer customer) {

  /** Of the JSON form; grows when a reader of the older form could misread the newer. */
  public static final int FORMAT = 1;

  /** No line returns more units than this at once. */
  public static final int QUANTITY_MAX = 10_000;

  /**
   * What the customer asks.
   *
   * @param firstContactAt when the customer first turned to the shop about it: this stops the clock
   *     (clause P9)
   * @param quantity units to exchange, 1 to {@link #QUANTITY_MAX}
   * @param photos the slots for which a photo is there
   * @param channel the way of the first contact, where anybody noted it
   * @param sentFirst the goods were sent before anybody asked (clause P9)
   */
  public record Claim(
      Instant firstContactAt,
      ReturnReason reason,
      Optional<Symptom> symptom,
      int quantity,
      Set<PhotoSlot> photos,
      Fact<ContactChannel> channel,
      Fact<Boolean> sentFirst) {

    /** A claim of which neither the channel nor the order of sending and asking is known. */
    public Claim(
        Instant firstContactAt,
        ReturnReason reason,
        Optional<Symptom> symptom,
        int quantity,
        Set<PhotoSlot> photos) {
      this(firstContactAt, reason, symptom, quantity, photos, Fact.unknown(), Fact.unknown());
    }

    public Claim {
      if (quantity < 1 || quantity > QUANTITY_MAX) {
        throw new IllegalArgumentException("A return of " + quantity + " units");
      }
      var slots = EnumSet.noneOf(PhotoSlot.class);
      slots.addAll(photos);
      photos = Collections.unmodifiableSet(slots);
    }
  }

  /**
   * What was sold.
   *
   * @param receivedOn the day of receipt: proved by the courier (source ORDER) or stated (CLAIM)
   * @param dispatchedOn the day the shop sent it; stands in for an unknown receipt
   * @param category the shop's word for the kind of product, as in its catalogue
   * @param paidPerUnit what one unit cost the customer, after discounts, with tax
   * @param soldInBox sold in a product box of its own (clause P11)
   * @param courier who brought it, as the shop names its couriers
   * @param activated a licence or service that was switched on
   */
  public record Sold(
      LocalDate orderedOn,
      Optional<LocalDate> dispatchedOn,
      Fact<LocalDate> receivedOn,
      Sku sku,
      String category,
      Money paidPerUnit,
      boolean soldInBox,
      Fact<String> courier,
      Fact<Boolean> activated) {

    /** Goods of which neither the courier nor any activation is known. */
    public Sold(
        LocalDate orderedOn,
        Optional<LocalDate> dispatchedOn,
        Fact<LocalDate> receivedOn,
        Sku sku,
        String category,
        Money paidPerUnit,
        boolean soldInBox) {
      this(
          orderedOn,
          dispatchedOn,
          receivedOn,
          sku,
          category,
          paidPerUnit,
          soldInBox,
          Fact.unknown(),
          Fact.unknown());
    }

    public Sold {
      if (paidPerUnit.isNegative()) {
        throw new IllegalArgumentException("A negative price");
      }
    }
  }

  /**
   * How the goods are, as far as anybody can tell.
   *
   * @param serialMatches the serial number is the one that was sold
   * @param faultFound false means "no fault found" when the unit was tested
   */
  public record Condition(
      Fact<Boolean> sealIntact,
      Fact<Boolean> clean,
      Fact<Boolean> complete,
      Fact<Boolean> serialMatches,
      Fact<Fault> fault,
      Fact<Boolean> faultFound) {

    /** Nothing claimed and nothing seen. */
    public static final Condition UNKNOWN =
        new Condition(
            Fact.unknown(),
            Fact.unknown(),
            Fact.unknown(),
            Fact.unknown(),
            Fact.unknown(),
            Fact.unknown());
  }

  /**
   * What the customer wants for it.
   *
   * @param listPrice what one new unit costs, with tax, frozen when shown
   * @param inStock enough units are free
   */
  public record Wanted(Sku sku, Money listPrice, Fact<Boolean> inStock) {

    public Wanted {
      if (listPrice.isNegative()) {
        throw new IllegalArgumentException("A negative price");
      }
    }
  }

  /**
   * Who asks.
   *
   * @param company buys for a firm
   * @param exchangedOn the days of the exchanges this customer had before
   */
  public record Customer(Fact<Boolean> company, Fact<List<LocalDate>> exchangedOn) {

    /** More earlier exchanges than this are not counted. */
    public static final int EXCHANGES_MAX = 100;

    /** Nothing known of the customer. */
    public static final Customer UNKNOWN = new Customer(Fact.unknown(), Fact.unknown());
  }

  /** Facts of a customer nothing is known of. */
  public ReturnFacts(Claim claim, Sold sold, Condition condition, Wanted wanted) {
    this(claim, sold, condition, wanted, Customer.UNKNOWN);
  }

  public ReturnFacts {
    // Both sums must be amounts a shop can have, so that no clause can fail on them later.
    var worth = wanted.listPrice().times(claim.quantity());
    worth.compareTo(sold.paidPerUnit().times(claim.quantity()));
  }

  /** The same model again: never a price difference (clause P6). */
  public boolean sameModel() {
    return wanted.sku().equals(sold.sku());
  }

  /** The same facts with other photos. */
  public ReturnFacts withPhotos(Set<PhotoSlot> photos) {
    return with(
        new Claim(
            claim.firstContactAt(),
            claim.reason(),
            claim.symptom(),
            claim.quantity(),
            photos,
            claim.channel(),
            claim.sentFirst()));
  }

  /** The same facts for another number of units, 1 to {@link #QUANTITY_MAX}. */
  public ReturnFacts withQuantity(int units) {
    return with(
        new Claim(
            claim.firstContactAt(),
            claim.reason(),
            claim.symptom(),
            units,
            claim.photos(),
            claim.channel(),
            claim.sentFirst()));
  }

  /** The same facts with another product wanted, which is in stock. */
  public ReturnFacts withWanted(Sku sku, Money price) {
    return with(new Wanted(sku, price, Fact.known(true, Source.SHOP)));
  }

  /** The same facts once more is known of the goods. */
  public ReturnFacts withCondition(Condition seen) {
    return new ReturnFacts(claim, sold, seen, wanted, customer);
  }

  ReturnFacts with(Claim other) {
    return new ReturnFacts(other, sold, condition, wanted, customer);
  }

  ReturnFacts with(Sold other) {
    return new ReturnFacts(claim, other, condition, wanted, customer);
  }

  ReturnFacts with(Wanted other) {
    return new ReturnFacts(claim, sold, condition, other, customer);
  }

  ReturnFacts with(Customer other) {
    return new ReturnFacts(claim, sold, condition, wanted, other);
  }

  /** One form only: equal facts give equal bytes. */
  public byte[] toCanonicalJson() {
    return FactsJson.write(this);
  }
}
