package io.tukar.stock;

import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * What a count changes. A unit that was not seen is lost, one that was lost and is seen is found
 * again; goods whose serial nobody knows are corrected by number.
 *
 * @param moves with the units that are known already
 * @param found serials nobody knew: each becomes a unit in the place, one of those that lay there
 *     without a name, or one more
 */
record CountPlan(List<Move> moves, List<SerialNumber> found) {

  private static final String CAUSE = "counted";

  CountPlan {
    moves = List.copyOf(moves);
    found = List.copyOf(found);
  }

  /**
   * @param book how many the books say are in the place
   * @param here the units the books say are in the place
   * @param lost units among the seen that the books say are lost
   */
  static CountPlan of(Count count, int book, Collection<Unit> here, Map<SerialNumber, Unit> lost) {
    var moves = new ArrayList<Move>();
    var seen = new HashSet<>(count.seen());
    var known = new HashSet<SerialNumber>();
    for (var unit : here) {
      known.add(unit.serial());
      if (!seen.contains(unit.serial())) {
        moves.add(new Move(count.sku(), unit.id(), 1, count.place(), Place.LOST, CAUSE));
      }
    }
    var found = new ArrayList<SerialNumber>();
    for (var serial : count.seen()) {
      var again = lost.get(serial);
      if (again != null) {
        moves.add(new Move(count.sku(), again.id(), 1, Place.LOST, count.place(), CAUSE));
      } else if (!known.contains(serial)) {
        found.add(serial);
      }
    }
    var nameless = book - here.size();
    var more = count.counted() - seen.size() + found.size() - nameless;
    if (more > 0) {
      moves.add(move(count.sku(), more, Place.CORRECTION, count.place()));
    } else if (more < 0) {
      moves.add(move(count.sku(), -more, count.place(), Place.CORRECTION));
    }
    return new CountPlan(moves, found);
  }

  private static Move move(Sku sku, int quantity, Place from, Place to) {
    return new Move(sku, null, quantity, from, to, CAUSE);
  }
}
