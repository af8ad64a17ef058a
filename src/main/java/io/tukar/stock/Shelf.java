package io.tukar.stock;

import io.tukar.kernel.Actor;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.rows.Writes;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What lies where. Every change is an appended move; what is on hand is their sum, kept beside them
 * in the same transaction and proven by {@code tukar verify}.
 */
@Repository
public class Shelf {

  private final JdbcClient jdbc;

  Shelf(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Appends the moves of a case and changes what lies where, SKU by SKU in the order of the codes.
   */
  public static void move(
      List<Move> moves, @Nullable Long rmaId, Instant at, Actor by, Writes writes) {
    append(moves, rmaId, null, at, by, writes);
  }

  /** As {@link #move}, on paper instead of a case. */
  static void moveOn(Paper paper, List<Move> moves, Instant at, Actor by, Writes writes) {
    append(moves, null, paper.id(), at, by, writes);
  }

  private static void append(
      List<Move> moves,
      @Nullable Long rmaId,
      @Nullable Long documentId,
      Instant at,
      Actor by,
      Writes writes) {
    var onHand = new TreeMap<String, Integer>();
    var elsewhere = new TreeMap<String, Map<Place, Integer>>();
    for (var move : moves) {
      change(onHand, elsewhere, move, move.to(), move.quantity());
      change(onHand, elsewhere, move, move.from(), -move.quantity());
    }
    onHand.forEach((sku, change) -> count(sku, change, writes));
    elsewhere.forEach(
        (sku, places) -> places.forEach((place, change) -> count(sku, place, change, writes)));
    for (var move : moves) {
      writes.any(
          """
          insert into stock_move
            (sku, unit_id, quantity, from_place, to_place, rma_id, document_id, cause, at, actor)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          move.sku().value(),
          move.unitId(),
          move.quantity(),
          move.from().name(),
          move.to().name(),
          rmaId,
          documentId,
          move.cause(),
          at.atOffset(ZoneOffset.UTC),
          by.reference());
    }
  }

  private static void count(String sku, int change, Writes writes) {
    if (change > 0) {
      writes.any(
          """
          insert into stock_level (sku, on_hand) values (?, ?)
          on conflict (sku) do update set on_hand = stock_level.on_hand + excluded.on_hand
          """,
          sku,
          change);
    } else if (change < 0) {
      // No upsert: the row to be inserted would be checked first, and be below zero.
      writes.one(
          () -> new IllegalStateException("Nothing of " + sku + " was ever on the shelf"),
          "update stock_level set on_hand = on_hand + ? where sku = ?",
          change,
          sku);
    }
  }

  private static void count(String sku, Place place, int change, Writes writes) {
    if (change > 0) {
      writes.any(
          """
          insert into stock_place (sku, place, quantity) values (?, ?, ?)
          on conflict (sku, place)
          do update set quantity = stock_place.quantity + excluded.quantity
          """,
          sku,
          place.name(),
          change);
    } else if (change < 0) {
      writes.one(
          () -> new IllegalStateException("Nothing of " + sku + " was ever in " + place),
          "update stock_place set quantity = quantity + ? where sku = ? and place = ?",
          change,
          sku,
          place.name());
    }
  }

  private static void change(
      Map<String, Integer> onHand,
      Map<String, Map<Place, Integer>> elsewhere,
      Move move,
      Place place,
      int quantity) {
    var sku = move.sku().value();
    if (place == Place.SHELF) {
      onHand.merge(sku, quantity, Integer::sum);
    } else if (place.counted()) {
      elsewhere
          .computeIfAbsent(sku, code -> new EnumMap<>(Place.class))
          .merge(place, quantity, Integer::sum);
    }
  }

  /**
   * Ships what the case holds for the line: the holds are resolved, the units leave the shelf.
   *
   * @param serials the units chosen, one for each held unit; empty for a product without serials
   * @return how many units left; the caller rolls back where that is not what it meant to ship
   */
  public Shipped ship(
      long rmaId, int lineNo, Sku sku, List<SerialNumber> serials, Instant at, Actor by) {
    return jdbc.sql(
            """
            with units as (
              update unit set place = 'CUSTOMER'
              where sku = :sku and serial = any(:serials) and place = 'SHELF'
                and qc_passed_at is not null
              returning id
            ), chosen as (
              select id, row_number() over () as n from units
            ), held as (
              select id, row_number() over (order by id) as n from hold
              where rma_id = :rma and line_no = :line and state = 'HELD'
            ), shipped as (
              update hold set state = 'SHIPPED', resolved_at = :at, unit_id = chosen.id
              from held left join chosen using (n) where hold.id = held.id
              returning hold.unit_id
            ), counted as (
              select count(*)::int as n from shipped
            ), shelf as (
              update stock_level set on_hand = on_hand - counted.n, held = held - counted.n
              from counted where sku = :sku
            ), moved as (
              insert into stock_move
                (sku, unit_id, quantity, from_place, to_place, rma_id, cause, at, actor)
              select :sku, unit_id, 1, 'SHELF', 'CUSTOMER', :rma, 'dispatched', :at, :by from shipped
            )
            select counted.n as holds, (select count(*)::int from units) as units,
                   exists (select 1 from product where sku = :sku and serialised) as serialised
            from counted
            """)
        .param("sku", sku.value())
        .param("serials", serials.stream().map(SerialNumber::value).toArray(String[]::new))
        .param("rma", rmaId)
        .param("line", lineNo)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.reference())
        .query(
            (row, n) ->
                new Shipped(row.getInt("holds"), row.getInt("units"), row.getBoolean("serialised")))
        .single();
  }

  /**
   * How many holds were resolved by a shipment, how many units with a serial left for them, and
   * whether the product's units have serials, each of which must then be named.
   */
  public record Shipped(int holds, int units, boolean serialised) {}

  /** The unit with this serial, wherever it is. */
  public Optional<Unit> unit(Sku sku, SerialNumber serial) {
    return jdbc.sql("select " + Unit.COLUMNS + " from unit u where u.sku = ? and u.serial = ?")
        .param(sku.value())
        .param(serial.value())
        .query(Unit::of)
        .optional();
  }

  /** Units on the shelf that passed quality control and that nobody has shipped, by serial. */
  public List<SerialNumber> shippable(Sku sku, int most) {
    return jdbc.sql(
            """
            select serial from unit
            where sku = ? and place = 'SHELF' and qc_passed_at is not null order by id limit ?
            """)
        .param(sku.value())
        .param(most)
        .query((row, n) -> new SerialNumber(row.getString(1)))
        .list();
  }

  /**
   * Puts returned units where their disposition sends them; a unit that came back has no valid
   * quality check until it passes one anew (clause P1), and no release from its last owner. Its
   * grade follows: opened, where it is sold as open box; defective, where it goes to be mended or
   * scrapped; as it was, where it is sold again or sent back.
   */
  public Map<SerialNumber, Long> returned(Sku sku, List<SerialNumber> serials, Place to) {
    var grade =
        switch (to) {
          case OPEN_BOX -> Unit.Grade.OPENED.name();
          case REPAIR, VENDOR, SCRAP -> Unit.Grade.DEFECTIVE.name();
          case SHELF, QUARANTINE, SUPPLIER, CUSTOMER, LOST, CORRECTION -> null;
        };
    var ids = new HashMap<SerialNumber, Long>();
    for (var serial : serials) {
      ids.put(
          serial,
          jdbc.sql(
                  """
                  insert into unit (sku, serial, place, release_due, grade)
                  values (:sku, :serial, :place, true, coalesce(:grade, 'NEW'))
                  on conflict (sku, serial)
                  do update set place = excluded.place, qc_passed_at = null, qc_by = null,
                                qc_test_id = null, release_due = true,
                                grade = coalesce(:grade, unit.grade)
                  returning id
                  """)
              .param("sku", sku.value())
              .param("serial", serial.value())
              .param("place", to.name())
              .param("grade", grade, Types.VARCHAR)
              .query(Long.class)
              .single());
    }
    return ids;
  }
}
