package io.tukar.stock;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Sku;
import io.tukar.rows.Writes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What lies in {@link Place#VENDOR}, and how it leaves: the stock side of a vendor's batches, done
 * within the caller's transaction. The batch is locked before anything here.
 */
@Component
public class VendorGoods {

  private final JdbcTemplate batch;
  private final Catalogue catalogue;
  private final Units units;
  private final StockLocks locks;
  private final Papers papers;
  private final VendorBound bound;

  VendorGoods(
      JdbcTemplate batch,
      Catalogue catalogue,
      Units units,
      StockLocks locks,
      Papers papers,
      VendorBound bound) {
    this.batch = batch;
    this.catalogue = catalogue;
    this.units = units;
    this.locks = locks;
    this.papers = papers;
    this.bound = bound;
  }

  /**
   * What comes of goods at a vendor's.
   *
   * @param unitId the unit, where it is known; then the quantity is 1
   * @param to where it goes; a supplier's where it is replaced or credited
   * @param replaced as much of the product comes to the shelf instead
   * @param replacement the label of the unit that comes for a known one; null for a number
   * @param repaired somebody had it open: it is not new again
   */
  public record Back(
      Sku sku,
      @Nullable Long unitId,
      int quantity,
      Place to,
      boolean replaced,
      Delivery.@Nullable Tag replacement,
      boolean repaired) {}

  /**
   * What was booked.
   *
   * @param paper id of the paper behind the moves
   * @param replacement the unit that came; null where none is known
   */
  public record Booked(long paper, @Nullable Long replacement) {}

  /**
   * How many of a product without a serial wait and are in no batch; the product's level is locked
   * until the transaction ends.
   */
  public int namelessWaiting(Sku sku) {
    return nameless(sku) - bound.nameless(sku);
  }

  private int nameless(Sku sku) {
    var there = locks.lock(sku, Place.VENDOR).quantity();
    return there - units.in(sku, Place.VENDOR).size();
  }

  /** Those of these units that are in a batch without an answer. */
  public boolean isBound(long unitId) {
    return !bound.of(List.of(unitId)).isEmpty();
  }

  /** The paper that was made of a form with this key. */
  public Optional<Long> paperOf(UUID key) {
    return papers.of(key);
  }

  /**
   * Books what came back. Whatever comes to the shelf passes a test before it leaves (clause P1); a
   * release from its last owner stays due where it was.
   *
   * @param key made with the form
   * @param reference the vendor's number for it
   */
  public Answer<Booked> book(
      Back back, UUID key, String vendor, String reference, Instant at, Actor by) {
    var tag = back.replacement();
    var known = tag == null ? List.<Unit>of() : units.with(back.sku(), List.of(tag.serial()));
    var ids = new ArrayList<Long>(known.stream().map(Unit::id).toList());
    if (back.unitId() != null) {
      ids.add(back.unitId());
    }
    var locked = units.lock(ids);
    for (var unit : locked) {
      var old = Long.valueOf(unit.id()).equals(back.unitId());
      if (unit.place() != (old ? Place.VENDOR : Place.SUPPLIER)) {
        return Answer.refused(
            Refusal.of("unit-elsewhere", old ? "" : "serial", unit.serial(), unit.place()));
      }
    }
    if (tag != null) {
      var refusal = refusal(back.sku(), tag);
      if (refusal.isPresent()) {
        return Answer.refused(refusal.get());
      }
    }
    // A new unit's row comes before the levels, as all units do.
    var came = tag == null ? null : came(back.sku(), tag, known);
    var nameless = nameless(back.sku());
    if (back.unitId() == null && back.quantity() > nameless) {
      return Answer.refused(Refusal.of("fewer-there", "quantity", nameless));
    }
    var paper = papers.write(key, Paper.Kind.VENDOR, vendor, reference, null, at, by);
    write(back, came, paper, at, by);
    return Answer.done(new Booked(paper.id(), came));
  }

  private Optional<Refusal> refusal(Sku sku, Delivery.Tag tag) {
    var product = catalogue.products(List.of(sku)).get(sku);
    if (product == null || !product.serialised()) {
      return Optional.of(Refusal.of("product-without-serials", "serial", sku));
    }
    var mac = tag.mac();
    return mac == null
        ? Optional.empty()
        : units.withMac(List.of(mac)).stream()
            .filter(unit -> !unit.isSerial(sku, tag.serial()))
            .findFirst()
            .map(unit -> Refusal.of("mac-of-other-unit", "mac", unit.serial()));
  }

  /** The unit that came: a new one, or one that was at the vendor's for good. */
  private long came(Sku sku, Delivery.Tag tag, List<Unit> known) {
    return known.isEmpty() ? units.add(sku, tag, Place.SHELF, null, null) : known.getFirst().id();
  }

  private void write(Back back, @Nullable Long came, Paper paper, Instant at, Actor by) {
    var moves = new ArrayList<Move>();
    moves.add(
        new Move(
            back.sku(),
            back.unitId(),
            back.quantity(),
            Place.VENDOR,
            back.to(),
            "vendor's answer"));
    if (back.replaced()) {
      moves.add(
          new Move(back.sku(), came, back.quantity(), Place.SUPPLIER, Place.SHELF, "replaced"));
    }
    var writes = new Writes();
    Shelf.moveOn(paper, moves, at, by, writes);
    if (back.unitId() != null) {
      put(back.unitId(), back.to(), back.repaired(), writes);
    }
    if (came != null) {
      writes.any(
          """
          update unit set place = 'SHELF', grade = 'REFURBISHED',
            qc_passed_at = null, qc_by = null, qc_test_id = null
          where id = ? and place = 'SUPPLIER'
          """,
          came);
    }
    writes.send(batch);
  }

  private static void put(long unitId, Place to, boolean repaired, Writes writes) {
    writes.any(
        """
        update unit
        set place = ?, bin = null, qc_passed_at = null, qc_by = null, qc_test_id = null,
            grade = case when ? then 'REFURBISHED' else grade end
        where id = ?
        """,
        to.name(),
        repaired,
        unitId);
  }
}
