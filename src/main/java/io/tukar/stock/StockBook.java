package io.tukar.stock;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.rows.AllOrNothing;
import io.tukar.rows.Writes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Changes of stock that no case causes: deliveries, counts, and goods carried from place to place.
 * Each is one transaction with its paper, and done once however often its form is sent.
 */
@Component
public class StockBook {

  public static final int REASON_CHARS_MAX = 500;
  private static final int COUNTED_MAX = 1_000_000;

  private final AllOrNothing verbs;
  private final JdbcTemplate batch;
  private final Catalogue catalogue;
  private final Units units;
  private final StockLocks locks;
  private final Papers papers;
  private final VendorBound bound;

  StockBook(
      AllOrNothing verbs,
      JdbcTemplate batch,
      Catalogue catalogue,
      Units units,
      StockLocks locks,
      Papers papers,
      VendorBound bound) {
    this.verbs = verbs;
    this.batch = batch;
    this.catalogue = catalogue;
    this.units = units;
    this.locks = locks;
    this.papers = papers;
    this.bound = bound;
  }

  /**
   * Goods came from a supplier and are put on the shelf.
   *
   * @param key made with the form
   * @return the paper's id
   */
  public Answer<Long> deliver(Delivery delivery, UUID key, Instant at, Actor by) {
    return once(
        key,
        () -> {
          var refusals = new DeliveryCheck(catalogue, units, papers).refusals(delivery);
          if (!refusals.isEmpty()) {
            return new Answer.Refused<>(refusals);
          }
          var paper =
              papers.write(
                  key,
                  Paper.Kind.DELIVERY,
                  delivery.supplier(),
                  delivery.reference(),
                  null,
                  at,
                  by);
          var moves = new ArrayList<Move>();
          for (var line : delivery.lines()) {
            for (var tag : line.tags()) {
              var unit = units.add(line.sku(), tag, Place.SHELF, line.lot(), line.bin());
              moves.add(move(line.sku(), unit, 1));
            }
            var nameless = line.quantity() - line.tags().size();
            if (nameless > 0) {
              moves.add(move(line.sku(), null, nameless));
            }
          }
          return moved(paper, moves, at, by);
        });
  }

  private static Move move(Sku sku, @Nullable Long unitId, int quantity) {
    return new Move(sku, unitId, quantity, Place.SUPPLIER, Place.SHELF, "delivered");
  }

  /** What is there was counted; the books follow. */
  public Answer<Long> count(Count count, UUID key, Instant at, Actor by) {
    return once(
        key,
        () -> {
          var refusal = reasonRefusal(count.reason()).or(() -> refusal(count));
          if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
          }
          locks.lockUnits(count.sku());
          var level = locks.lock(count.sku(), count.place());
          if (count.counted() < level.held()) {
            return Answer.refused(Refusal.of("count-below-held", "counted", level.held()));
          }
          var seen =
              units.with(count.sku(), count.seen()).stream()
                  .collect(Collectors.toMap(Unit::serial, Function.identity()));
          var away =
              seen.values().stream()
                  .filter(unit -> unit.place() != count.place() && unit.place() != Place.LOST)
                  .findFirst();
          if (away.isPresent()) {
            return Answer.refused(
                Refusal.of("unit-elsewhere", "serials", away.get().serial(), away.get().place()));
          }
          var plan =
              CountPlan.of(
                  count, level.quantity(), units.in(count.sku(), count.place()), lost(seen));
          var inBatch = bound.refusal(count, plan);
          if (inBatch.isPresent()) {
            return Answer.refused(inBatch.get());
          }
          var paper =
              papers.write(key, Paper.Kind.COUNT, null, null, count.reason().strip(), at, by);
          plan.found()
              .forEach(
                  serial ->
                      units.add(
                          count.sku(), new Delivery.Tag(serial, null), count.place(), null, null));
          return moved(paper, plan.moves(), at, by);
        });
  }

  private static Map<SerialNumber, Unit> lost(Map<SerialNumber, Unit> seen) {
    return seen.entrySet().stream()
        .filter(unit -> unit.getValue().place() == Place.LOST)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Goods are carried to another place in the shop. */
  public Answer<Long> transfer(Transfer transfer, UUID key, Instant at, Actor by) {
    return once(
        key,
        () -> {
          var refusal = reasonRefusal(transfer.reason()).or(() -> refusal(transfer));
          if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
          }
          locks.lockUnits(transfer.sku());
          var level = locks.lock(transfer.sku(), transfer.from());
          if (transfer.quantity() > level.quantity() - level.held()) {
            return Answer.refused(
                Refusal.of("fewer-there", "quantity", level.quantity() - level.held()));
          }
          return switch (units(transfer)) {
            case Answer.Refused<List<Unit>>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<List<Unit>>(var known) ->
                carry(transfer, known, level.quantity(), key, at, by);
          };
        });
  }

  private Answer<Long> carry(
      Transfer transfer, List<Unit> known, int there, UUID key, Instant at, Actor by) {
    var nameless = transfer.quantity() - known.size();
    var namelessThere = there - units.in(transfer.sku(), transfer.from()).size();
    var inBatch = bound.refusal(transfer, known, namelessThere);
    if (inBatch.isPresent()) {
      return Answer.refused(inBatch.get());
    }
    if (nameless > namelessThere) {
      return Answer.refused(
          Refusal.of("carried-without-serial", "serials", Math.max(0, namelessThere)));
    }
    var paper =
        papers.write(key, Paper.Kind.TRANSFER, null, null, transfer.reason().strip(), at, by);
    var moves = new ArrayList<Move>();
    known.forEach(unit -> moves.add(carried(transfer, unit.id(), 1)));
    if (nameless > 0) {
      moves.add(carried(transfer, null, nameless));
    }
    return moved(paper, moves, at, by);
  }

  private static Move carried(Transfer transfer, @Nullable Long unitId, int quantity) {
    return new Move(transfer.sku(), unitId, quantity, transfer.from(), transfer.to(), "carried");
  }

  private Answer<List<Unit>> units(Transfer transfer) {
    var known =
        units.with(transfer.sku(), transfer.serials()).stream()
            .collect(Collectors.toMap(Unit::serial, Function.identity()));
    var refusals = new ArrayList<Refusal>();
    for (var serial : transfer.serials()) {
      var unit = known.get(serial);
      if (unit == null) {
        refusals.add(Refusal.of("unit-unknown", "serials", serial));
      } else if (unit.place() != transfer.from()) {
        refusals.add(Refusal.of("unit-elsewhere", "serials", serial, unit.place()));
      }
    }
    return refusals.isEmpty()
        ? Answer.done(List.copyOf(known.values()))
        : new Answer.Refused<>(refusals);
  }

  private Answer<Long> moved(Paper paper, List<Move> moves, Instant at, Actor by) {
    var writes = new Writes();
    Shelf.moveOn(paper, moves, at, by, writes);
    moves.stream()
        .filter(move -> move.unitId() != null && move.from() != Place.SUPPLIER)
        .forEach(
            move ->
                // Wherever it comes from: what lay elsewhere is tested anew before it is shipped.
                writes.any(
                    """
                    update unit
                    set place = ?, bin = null, qc_passed_at = null, qc_by = null, qc_test_id = null
                    where id = ?
                    """,
                    move.to().name(),
                    move.unitId()));
    writes.send(batch);
    return Answer.done(paper.id());
  }

  private Optional<Refusal> refusal(Count count) {
    if (count.counted() < 0 || count.counted() > COUNTED_MAX) {
      return Optional.of(Refusal.of("counted-out-of-bounds", "counted", COUNTED_MAX));
    }
    if (!count.place().counted() || count.place() == Place.LOST) {
      return Optional.of(Refusal.of("choice-missing", "place"));
    }
    if (catalogue.products(List.of(count.sku())).isEmpty()) {
      return Optional.of(Refusal.of("sku-unknown", "sku", count.sku()));
    }
    if (count.seen().size() > count.counted()) {
      return Optional.of(Refusal.of("serials-too-many", "serials", count.counted()));
    }
    return scannedTwice(count.seen());
  }

  private static Optional<Refusal> scannedTwice(List<SerialNumber> serials) {
    var once = new HashSet<SerialNumber>();
    return serials.stream()
        .filter(serial -> !once.add(serial))
        .findFirst()
        .map(serial -> Refusal.of("serial-scanned-twice", "serials", serial));
  }

  private Optional<Refusal> refusal(Transfer transfer) {
    if (transfer.from() == transfer.to()
        || !transfer.from().counted()
        || !transfer.to().counted()
        || transfer.to() == Place.LOST) {
      return Optional.of(Refusal.of("choice-missing", "to"));
    }
    if (transfer.quantity() < 1) {
      return Optional.of(Refusal.of("quantity-not-positive", "quantity"));
    }
    if (catalogue.products(List.of(transfer.sku())).isEmpty()) {
      return Optional.of(Refusal.of("sku-unknown", "sku", transfer.sku()));
    }
    if (transfer.serials().size() > transfer.quantity()) {
      return Optional.of(Refusal.of("serials-too-many", "serials", transfer.quantity()));
    }
    return scannedTwice(transfer.serials());
  }

  private static Optional<Refusal> reasonRefusal(String reason) {
    return reason.isBlank() || reason.strip().length() > REASON_CHARS_MAX
        ? Optional.of(Refusal.of("stock-reason-needed", "reason", REASON_CHARS_MAX))
        : Optional.empty();
  }

  /** A form that is sent twice, also at the same moment, is one paper. */
  private Answer<Long> once(UUID key, Supplier<Answer<Long>> verb) {
    return verbs.runBesideOthers(
        () -> {
          var answer = papers.of(key).map(Answer::done).orElseGet(verb);
          // The same form may have come through meanwhile: then that is what stood in the way.
          return answer instanceof Answer.Refused
              ? papers.of(key).map(Answer::done).orElse(answer)
              : answer;
        });
  }
}
