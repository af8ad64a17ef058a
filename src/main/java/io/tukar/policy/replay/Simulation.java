package io.tukar.policy.replay;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Sku;
import io.tukar.policy.Policy;
import io.tukar.policy.PolicyBook;
import io.tukar.policy.clause.Vocabulary;
import io.tukar.policy.decision.Decision;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.decision.Outcome;
import io.tukar.policy.decision.Severity;
import io.tukar.policy.decision.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides past lines anew by a draft and counts what would be otherwise. Its memory does not grow
 * with the number of lines. Not for two threads at once: each takes its own, {@link #add} joins.
 */
final class Simulation {

  /** So many products are counted apart; what comes later counts as one. */
  private static final int PRODUCTS_MAX = 10_000;

  private final Policy draft;
  private final PolicyBook book;
  private final WorkingCalendar calendar;
  private final Map<ReturnReason, Tally> byReason = new EnumMap<>(ReturnReason.class);
  private final Map<String, Tally> byProduct = new HashMap<>();
  private final Map<String, Tally> byClause = new HashMap<>();
  private final Map<SimulationReport.Turn, Long> turns = new HashMap<>();
  private final Tally all = new Tally();
  private final Map<Outcome, Long> decided = new EnumMap<>(Outcome.class);

  Simulation(Policy draft, PolicyBook book) {
    this.draft = draft;
    this.book = book;
    this.calendar = book.calendar();
  }

  /** One past line; the flip, where the draft decides it otherwise. */
  Optional<Flip> replay(Past past) {
    var decision = draft.decide(past.facts(), calendar);
    var would = Past.Result.of(decision);
    var flip =
        would.same(past.result())
            ? Optional.<Flip>empty()
            : Optional.of(flip(past, would, decision));
    var claim = past.facts().claim();
    decided.merge(past.result().outcome(), 1L, Long::sum);
    count(all, past, would, flip);
    count(tally(byReason, claim.reason()), past, would, flip);
    count(product(past.facts().sold().sku()), past, would, flip);
    flip.ifPresent(
        otherwise -> {
          turns.merge(new SimulationReport.Turn(otherwise.was(), otherwise.would()), 1L, Long::sum);
          otherwise.clauses().forEach(clause -> count(tally(byClause, clause), past, would, flip));
        });
    return flip;
  }

  private Tally product(Sku sku) {
    return byProduct.size() < PRODUCTS_MAX || byProduct.containsKey(sku.value())
        ? tally(byProduct, sku.value())
        : tally(byProduct, "…");
  }

  private static <K> Tally tally(Map<K, Tally> tallies, K key) {
    return tallies.computeIfAbsent(key, any -> new Tally());
  }

  private static void count(Tally tally, Past past, Past.Result would, Optional<Flip> flip) {
    tally.lines++;
    tally.was.count(past.result());
    tally.would.count(would);
    if (flip.isPresent()) {
      tally.flips++;
      tally.kinder += flip.get().kinder() ? 1 : 0;
    }
  }

  private Flip flip(Past past, Past.Result would, Decision decision) {
    var was = past.result();
    return new Flip(
        past.rmaId(),
        past.lineNo(),
        past.facts().claim().reason(),
        past.facts().sold().sku(),
        was.outcome(),
        would.outcome(),
        was.payer(),
        would.payer(),
        would.due() - was.due(),
        why(past, decision));
  }

  /** The clauses that answer otherwise than in the version that decided, or are new. */
  private List<String> why(Past past, Decision would) {
    var before = book.version(draft.id(), past.result().policyVersion());
    if (before.isEmpty()) {
      return deciding(would);
    }
    var decided = before.get().decide(past.facts(), calendar);
    var was = new HashMap<String, Finding>();
    decided.findings().forEach(finding -> was.put(finding.clause(), finding));
    var clauses = new ArrayList<String>();
    for (var finding : would.findings()) {
      var earlier = was.remove(finding.clause());
      if (earlier == null
          ? FindingChange.weighs(finding)
          : FindingChange.differs(decided, earlier, would, finding)) {
        clauses.add(finding.clause());
      }
    }
    was.values().stream().filter(FindingChange::weighs).map(Finding::clause).forEach(clauses::add);
    return clauses.isEmpty() ? deciding(would) : clauses;
  }

  private static List<String> deciding(Decision decision) {
    return decision.findings().stream()
        .filter(finding -> finding.truth() != Truth.HOLDS)
        .filter(
            finding ->
                finding.severity() == Severity.BLOCK || finding.severity() == Severity.REVIEW)
        .map(Finding::clause)
        .toList();
  }

  /** What another has counted. */
  void add(Simulation other) {
    all.add(other.all);
    other.byReason.forEach((reason, tally) -> tally(byReason, reason).add(tally));
    other.byProduct.forEach((product, tally) -> tally(byProduct, product).add(tally));
    other.byClause.forEach((clause, tally) -> tally(byClause, clause).add(tally));
    other.turns.forEach((turn, count) -> turns.merge(turn, count, Long::sum));
    other.decided.forEach((outcome, count) -> decided.merge(outcome, count, Long::sum));
  }

  SimulationReport report() {
    return new SimulationReport(
        draft.id(),
        draft.version(),
        calendar.id(),
        all.count(),
        decided,
        turns.entrySet().stream()
            .map(entry -> new SimulationReport.Turned(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparingLong(SimulationReport.Turned::lines).reversed())
            .toList(),
        counts(byReason, Vocabulary::word),
        counts(byProduct, Function.identity()),
        counts(byClause, Function.identity()));
  }

  /** The most flips first. */
  private static <K> List<SimulationReport.Group> counts(
      Map<K, Tally> tallies, Function<K, String> name) {
    return tallies.entrySet().stream()
        .map(
            entry ->
                new SimulationReport.Group(name.apply(entry.getKey()), entry.getValue().count()))
        .sorted(
            Comparator.<SimulationReport.Group>comparingLong(group -> group.count().flips())
                .reversed()
                .thenComparing(SimulationReport.Group::name))
        .toList();
  }

  /** Counts as they grow. */
  private static final class Tally {
    private long lines;
    private long flips;
    private long kinder;
    private final Bill was = new Bill();
    private final Bill would = new Bill();

    void add(Tally other) {
      lines += other.lines;
      flips += other.flips;
      kinder += other.kinder;
      was.add(other.was);
      would.add(other.would);
    }

    SimulationReport.Count count() {
      return new SimulationReport.Count(
          lines, flips, kinder, flips - kinder, was.sums(), would.sums());
    }
  }

  /** Who pays what, summed up. Of a declined line nobody pays anything. */
  private static final class Bill {
    private long charged;
    private long paidBack;
    private long fees;
    private long byShop;
    private long byCustomer;
    private long undecided;

    void count(Past.Result result) {
      if (result.outcome() == Outcome.DECLINED) {
        return;
      }
      charged += Math.max(0, result.difference());
      paidBack += Math.max(0, -result.difference());
      fees += result.fee();
      switch (result.payer()) {
        case SHOP -> byShop++;
        case CUSTOMER -> byCustomer++;
        case UNDECIDED -> undecided++;
      }
    }

    void add(Bill other) {
      charged += other.charged;
      paidBack += other.paidBack;
      fees += other.fees;
      byShop += other.byShop;
      byCustomer += other.byCustomer;
      undecided += other.undecided;
    }

    SimulationReport.Sums sums() {
      return new SimulationReport.Sums(charged, paidBack, fees, byShop, byCustomer, undecided);
    }
  }
}
