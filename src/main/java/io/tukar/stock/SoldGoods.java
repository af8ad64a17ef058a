package io.tukar.stock;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.OrderNumber;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Sku;
import io.tukar.rows.Writes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Goods that leave the shelf because they were sold. A unit with a serial leaves on a test it
 * passed since it last came back (clause P1); what cases hold is not sold.
 */
@Component
public class SoldGoods {

  private static final String CAUSE = "sold";

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final StockLocks locks;
  private final Papers papers;

  SoldGoods(JdbcClient jdbc, JdbcTemplate batch, StockLocks locks, Papers papers) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.locks = locks;
    this.papers = papers;
  }

  /** The document that a form with this key became. */
  public Optional<Long> documentOf(UUID key) {
    return papers.of(key);
  }

  /** These units, locked until the transaction ends, by their id; before any level of stock. */
  public List<Unit> lock(Collection<Long> unitIds) {
    return jdbc.sql(
            "select "
                + Unit.COLUMNS
                + " from unit u where u.id = any(?) order by u.id for no key update")
        .param(unitIds.toArray(Long[]::new))
        .query(Unit::of)
        .list();
  }

  /** Why this unit may not be sent to who bought it; empty where it may. */
  public static Optional<Refusal> refusal(Unit unit, String field) {
    if (unit.place() != Place.SHELF) {
      return Optional.of(Refusal.of("unit-elsewhere", field, unit.serial(), unit.place()));
    }
    return unit.checked()
        ? Optional.empty()
        : Optional.of(Refusal.of("unit-not-checked", field, unit.serial()));
  }

  /**
   * Lets the goods of an order leave, in the caller's transaction, which is rolled back where this
   * is refused.
   *
   * @param units locked, each checked with {@link #refusal}
   * @param counted goods without serials, by product
   * @param key made with the form; a key is used once
   * @return the document they left on
   */
  public Answer<Long> leave(
      OrderNumber order,
      List<Unit> units,
      Map<Sku, Integer> counted,
      UUID key,
      Instant at,
      Actor by) {
    var leaving = new TreeMap<Sku, Integer>(Comparator.comparing(Sku::value));
    units.forEach(unit -> leaving.merge(unit.sku(), 1, Integer::sum));
    counted.forEach((sku, quantity) -> leaving.merge(sku, quantity, Integer::sum));
    var refusals = new ArrayList<Refusal>();
    leaving.forEach(
        (sku, quantity) -> {
          var level = locks.lock(sku, Place.SHELF);
          var free = level.quantity() - level.held();
          if (free < quantity) {
            refusals.add(Refusal.of("fewer-free", "goods", sku, free));
          }
        });
    if (!refusals.isEmpty()) {
      return new Answer.Refused<>(refusals);
    }
    var paper = papers.write(key, Paper.Kind.SALE, null, order.value(), null, at, by);
    var moves = new ArrayList<Move>();
    var writes = new Writes();
    for (var unit : units) {
      moves.add(sold(unit.sku(), unit.id(), 1));
      writes.one(
          () -> new IllegalStateException("Unit " + unit.id() + " was not locked"),
          "update unit set place = 'CUSTOMER', bin = null where id = ? and place = 'SHELF'",
          unit.id());
    }
    counted.forEach((sku, quantity) -> moves.add(sold(sku, null, quantity)));
    Shelf.moveOn(paper, moves, at, by, writes);
    writes.send(batch);
    return Answer.done(paper.id());
  }

  private static Move sold(Sku sku, @Nullable Long unit, int quantity) {
    return new Move(sku, unit, quantity, Place.SHELF, Place.CUSTOMER, CAUSE);
  }
}
