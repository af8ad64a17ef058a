package io.tukar.cashier;

import io.tukar.cashier.BankStatements.Kept;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Between two statements of an account something is missing: the later one does not begin with what
 * the earlier one ended with; or neither tells, and there are days between them.
 *
 * @param after the last day that is known
 * @param before the first day that is known again
 * @param missing what the entries in between come to; null where the files do not tell
 */
public record StatementGap(
    String account, LocalDate after, LocalDate before, @Nullable BigDecimal missing) {

  /**
   * The gaps among these.
   *
   * @param kept with days, by account and first day
   */
  static List<StatementGap> among(List<Kept> kept) {
    var gaps = new ArrayList<StatementGap>();
    Kept latest = null;
    for (var next : kept) {
      var first = next.firstDay();
      var last = next.lastDay();
      if (first == null || last == null) {
        continue;
      }
      if (latest == null || !latest.account().equals(next.account())) {
        latest = next;
        continue;
      }
      var until = latest.lastDay();
      if (until != null && first.isAfter(until)) {
        gap(latest, until, next, first).ifPresent(gaps::add);
      }
      if (until == null || !last.isBefore(until)) {
        latest = next;
      }
    }
    return gaps;
  }

  private static Optional<StatementGap> gap(
      Kept earlier, LocalDate until, Kept later, LocalDate first) {
    var closing = earlier.closing();
    var opening = later.opening();
    if (closing != null && opening != null) {
      return closing.compareTo(opening) == 0
          ? Optional.empty()
          : Optional.of(new StatementGap(later.account(), until, first, opening.subtract(closing)));
    }
    return first.isAfter(until.plusDays(1))
        ? Optional.of(new StatementGap(later.account(), until, first, null))
        : Optional.empty();
  }
}
