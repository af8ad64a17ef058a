package io.tukar.settlement.matching;

import io.tukar.kernel.Money;
import io.tukar.settlement.matching.Match.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells whose money a receipt is (clause P6: the replacement ships once the transfer is posted).
 * Pure: what is open and what the bank wrote goes in, guesses with their reasons come out.
 *
 * <p>Sure is only what cannot be another's: the coded amount of one case alone, with no other case
 * named; or a case's number beside its amount. A name alone is never sure, since payers write other
 * names and namesakes exist.
 */
public final class Matcher {

  /** So many guesses are shown for a receipt. */
  public static final int MATCHES_MAX = 5;

  /** Of a customer with more open cases no sums are tried. */
  private static final int SUMMED_MAX = 8;

  private static final Comparator<Match> LIKELIEST =
      Comparator.comparing(Match::sure)
          .thenComparingInt(Match::score)
          .reversed()
          .thenComparingLong(match -> match.parts().getFirst().open().caseId());

  private final OpenAmounts open;

  /**
   * @param open at most one amount of a case
   */
  public Matcher(Collection<OpenAmount> open) {
    this.open = new OpenAmounts(open);
  }

  /** What a receipt may be for, the likeliest first; empty where nothing speaks for any case. */
  public List<Match> matches(Receipt receipt) {
    var remark = Remark.of(receipt.remark());
    var numbered = open.numbered(remark);
    var named = open.named(remark);
    var amount = receipt.amount().minor();
    var candidates = new LinkedHashSet<OpenAmount>(numbered);
    candidates.addAll(open.asked(amount));
    candidates.addAll(named);
    candidates.addAll(telling(open.owed(amount)));
    candidates.addAll(open.owedWithin(amount));
    var matches = new ArrayList<Match>();
    for (var candidate : candidates) {
      matches.add(single(receipt, candidate, remark, numbered));
    }
    matches.addAll(sums(receipt, remark, numbered, named));
    return matches.stream()
        .filter(match -> match.score() > 0)
        .sorted(LIKELIEST)
        .limit(MATCHES_MAX)
        .toList();
  }

  /**
   * The sure matches of many receipts: each receipt once and each case once. Who comes first by
   * date and then by id gets the case; a second transfer of the same amount is for a person to look
   * at.
   */
  public Map<Receipt, Match> sure(Collection<Receipt> receipts) {
    var taken = new HashSet<Long>();
    var sure = new LinkedHashMap<Receipt, Match>();
    receipts.stream()
        .sorted(Comparator.comparing(Receipt::date).thenComparingLong(Receipt::id))
        .forEach(
            receipt -> {
              var best = matches(receipt);
              if (!best.isEmpty()
                  && best.getFirst().sure()
                  && best.getFirst().parts().stream()
                      .noneMatch(part -> taken.contains(part.open().caseId()))) {
                best.getFirst().parts().forEach(part -> taken.add(part.open().caseId()));
                sure.put(receipt, best.getFirst());
              }
            });
    return sure;
  }

  private static List<OpenAmount> telling(List<OpenAmount> found) {
    return found.size() <= OpenAmounts.TELLING_MAX ? found : List.of();
  }

  private Match single(
      Receipt receipt, OpenAmount candidate, Remark remark, Set<OpenAmount> numbered) {
    var amount = receipt.amount().minor();
    var reasons = EnumSet.of(amountOf(amount, candidate));
    words(List.of(candidate), remark, numbered, reasons);
    var exact = amount == candidate.asked().minor() || amount == candidate.owed().minor();
    if (exact && isShared(amount, candidate)) {
      reasons.add(Reason.AMOUNT_SHARED);
    }
    var byCode =
        reasons.contains(Reason.AMOUNT_WITH_CODE) && !reasons.contains(Reason.AMOUNT_SHARED);
    var sure =
        exact
            && (byCode || reasons.contains(Reason.NUMBER))
            && !reasons.contains(Reason.OTHER_NUMBER);
    return new Match(List.of(new Part(candidate, receipt.amount())), reasons, sure);
  }

  private static Reason amountOf(long amount, OpenAmount candidate) {
    if (candidate.isCoded() && amount == candidate.asked().minor()) {
      return Reason.AMOUNT_WITH_CODE;
    }
    var missing = candidate.owed().minor() - amount;
    if (missing == 0) {
      return Reason.AMOUNT_OWED;
    }
    if (missing < 0) {
      return Reason.AMOUNT_ABOVE;
    }
    return missing <= OpenAmount.CODE_MAX ? Reason.AMOUNT_WITH_OTHER_CODE : Reason.AMOUNT_IN_PART;
  }

  private void words(
      List<OpenAmount> parts, Remark remark, Set<OpenAmount> numbered, Set<Reason> reasons) {
    if (numbered.containsAll(parts)) {
      reasons.add(Reason.NUMBER);
    }
    if (numbered.stream().anyMatch(other -> !parts.contains(other))
        || (numbered.isEmpty() && !remark.numbers().isEmpty())) {
      reasons.add(Reason.OTHER_NUMBER);
    }
    if (open.isNamed(parts.getFirst(), remark)) {
      reasons.add(Reason.NAME);
    }
  }

  private boolean isShared(long amount, OpenAmount candidate) {
    return open.asked(amount).stream().anyMatch(other -> !other.equals(candidate))
        || open.owed(amount).stream().anyMatch(other -> !other.equals(candidate));
  }

  /** Two cases of one customer who is known by name or number, paid with one transfer. */
  private List<Match> sums(
      Receipt receipt, Remark remark, Set<OpenAmount> numbered, Set<OpenAmount> named) {
    var customers = new LinkedHashSet<Long>();
    numbered.forEach(one -> customers.add(one.customer()));
    named.forEach(one -> customers.add(one.customer()));
    var found = new ArrayList<Match>();
    for (var customer : customers) {
      var cases = open.ofCustomer(customer);
      if (cases.size() > SUMMED_MAX) {
        continue;
      }
      for (int a = 0; a < cases.size(); a++) {
        for (int b = a + 1; b < cases.size(); b++) {
          var parts = shares(receipt.amount(), cases.get(a), cases.get(b));
          if (!parts.isEmpty()) {
            var reasons = EnumSet.of(Reason.AMOUNT_OF_SEVERAL);
            words(List.of(cases.get(a), cases.get(b)), remark, numbered, reasons);
            var sure = reasons.contains(Reason.NUMBER) && !reasons.contains(Reason.OTHER_NUMBER);
            found.add(new Match(parts, reasons, sure));
          }
        }
      }
    }
    return found;
  }

  /** How the amount falls on two cases, with or without their codes; empty where it does not. */
  private static List<Part> shares(Money amount, OpenAmount one, OpenAmount other) {
    for (var first : List.of(one.asked(), one.owed())) {
      for (var second : List.of(other.asked(), other.owed())) {
        if (first.plus(second).equals(amount)) {
          return List.of(new Part(one, first), new Part(other, second));
        }
      }
    }
    return List.of();
  }
}
