package io.tukar.packing;

import io.tukar.kernel.Refusal;
import io.tukar.kernel.Sku;
import io.tukar.orders.Order;
import io.tukar.orders.SoldItem;
import io.tukar.stock.SoldGoods;
import io.tukar.stock.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of an order is still to be sent, and which line takes what was scanned: the first with that
 * product of which something is missing.
 */
public final class PackingList {

  private final Order order;
  private final List<Line> lines;

  /**
   * One line of the order.
   *
   * @param serialised its units are scanned; others are counted
   * @param sent how many have left already
   */
  public record Line(SoldItem item, boolean serialised, int sent) {

    /** How many are still to be sent. */
    public int missing() {
      return item.quantity() - sent;
    }
  }

  PackingList(Order order, List<Line> lines) {
    this.order = order;
    this.lines = List.copyOf(lines);
  }

  public Order order() {
    return order;
  }

  public List<Line> lines() {
    return lines;
  }

  /** Everything has been sent. */
  public boolean complete() {
    return lines.stream().allMatch(line -> line.missing() == 0);
  }

  /**
   * Which line each unit fills.
   *
   * @param units by line number, in the order they were scanned
   * @param refusals of those that fit nowhere or may not leave, at this field
   */
  public record Filled(Map<Integer, List<Unit>> units, List<Refusal> refusals) {

    /** How many units of a line were scanned. */
    public int of(int lineNo) {
      return units.getOrDefault(lineNo, List.of()).size();
    }
  }

  /** Puts units to the lines. */
  public Filled fill(Collection<Unit> units, String field) {
    var filled = new HashMap<Integer, List<Unit>>();
    var refusals = new ArrayList<Refusal>();
    for (var unit : units) {
      var mayNot = SoldGoods.refusal(unit, field);
      var line = mayNot.isPresent() ? Optional.<Line>empty() : taker(unit.sku(), filled);
      if (mayNot.isPresent()) {
        refusals.add(mayNot.get());
      } else if (line.isPresent()) {
        filled.computeIfAbsent(line.get().item().lineNo(), no -> new ArrayList<>()).add(unit);
      } else {
        refusals.add(
            Refusal.of(
                sells(unit.sku()) ? "packed-all-of-it" : "unit-of-no-line",
                field,
                unit.serial(),
                unit.sku()));
      }
    }
    return new Filled(filled, refusals);
  }

  private boolean sells(Sku sku) {
    return lines.stream().anyMatch(line -> line.item().sku().equals(sku));
  }

  private Optional<Line> taker(Sku sku, Map<Integer, List<Unit>> filled) {
    return lines.stream()
        .filter(line -> line.item().sku().equals(sku))
        .filter(
            line -> filled.getOrDefault(line.item().lineNo(), List.of()).size() < line.missing())
        .findFirst();
  }

  /** Why these goods without serials cannot be packed; empty where they can. */
  List<Refusal> refusals(Map<Integer, Integer> counted) {
    var refusals = new ArrayList<Refusal>();
    counted.forEach(
        (no, quantity) -> {
          var field = "count-" + no;
          var line = lines.stream().filter(one -> one.item().lineNo() == no).findFirst();
          if (line.isEmpty()) {
            refusals.add(Refusal.of("line-unknown", field, no));
          } else if (line.get().serialised()) {
            refusals.add(Refusal.of("pack-by-serial", field, line.get().item().sku()));
          } else if (quantity < 1 || quantity > line.get().missing()) {
            refusals.add(Refusal.of("pack-at-most", field, line.get().missing()));
          }
        });
    return refusals;
  }

  /** The line with this number. */
  Line line(int no) {
    return lines.stream().filter(line -> line.item().lineNo() == no).findFirst().orElseThrow();
  }
}
