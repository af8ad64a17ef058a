package io.tukar.policy.replay;

import io.tukar.policy.decision.Outcome;
import java.util.List;
import java.util.Map;

/**
 * What a draft would have decided otherwise.
 *
 * @param calendar the holiday set it was counted with
 * @param decided the lines by the outcome they had
 * @param turns from which outcome to which, the most first
 * @param byReason the most flips first
 * @param byProduct by SKU, the most flips first
 * @param byClause by the clauses that are the reason, the most flips first
 */
public record SimulationReport(
    String policyId,
    int policyVersion,
    String calendar,
    Count all,
    Map<Outcome, Long> decided,
    List<Turned> turns,
    List<Group> byReason,
    List<Group> byProduct,
    List<Group> byClause) {

  /** From one outcome to another; to the same where only who pays what is otherwise. */
  public record Turn(Outcome was, Outcome would) {}

  /** How many lines turn so. */
  public record Turned(Turn turn, long lines) {}

  /** Lines that have something in common. */
  public record Group(String name, Count count) {}

  /**
   * Lines counted.
   *
   * @param flips lines the draft decides otherwise, the outcome or who pays what
   * @param kinder flips that are better for the customer
   * @param harsher flips that are not
   * @param was who paid what as it was decided
   * @param would by the draft
   */
  public record Count(long lines, long flips, long kinder, long harsher, Sums was, Sums would) {}

  /**
   * Who pays what on lines that were not declined.
   *
   * @param charged price differences customers pay, whole rupiah
   * @param paidBack price differences the shop pays back, whole rupiah
   * @param fees whole rupiah
   * @param byShop lines whose way to the shop the shop pays
   * @param byCustomer lines whose way to the shop the customer pays
   * @param undecided lines of which the inspection says who pays
   */
  public record Sums(
      long charged, long paidBack, long fees, long byShop, long byCustomer, long undecided) {

    /** What customers pay after what they get back, whole rupiah. */
    public long fromCustomers() {
      return charged - paidBack + fees;
    }
  }

  /** The lines that turn from one outcome to another, or stay with it on other terms. */
  public long turned(Outcome was, Outcome would) {
    return turns.stream()
        .filter(turned -> turned.turn().equals(new Turn(was, would)))
        .mapToLong(Turned::lines)
        .sum();
  }

  public SimulationReport {
    decided = Map.copyOf(decided);
    turns = List.copyOf(turns);
    byReason = List.copyOf(byReason);
    byProduct = List.copyOf(byProduct);
    byClause = List.copyOf(byClause);
  }
}
