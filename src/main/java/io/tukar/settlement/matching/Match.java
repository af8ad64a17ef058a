package io.tukar.settlement.matching;

import io.tukar.kernel.Money;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a receipt may be for.
 *
 * @param parts the cases it pays and how much of it goes to each; together the whole receipt
 * @param reasons what speaks for it and against it, the strongest first
 * @param sure may be posted without a person having looked
 */
public record Match(List<Part> parts, Set<Reason> reasons, boolean sure) {

  /** A receipt's share for one case; more than the case owes is owed back by the shop. */
  public record Part(OpenAmount open, Money amount) {}

  public Match {
    parts = List.copyOf(parts);
    reasons = Collections.unmodifiableSet(EnumSet.copyOf(reasons));
  }

  /** How likely it is, 0 to 100. */
  public int score() {
    var points = reasons.stream().mapToInt(Reason::points).sum();
    return Math.clamp(points, 0, 100);
  }
}
