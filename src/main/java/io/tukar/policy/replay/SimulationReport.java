package io.tukar.policy.replay;

import io.tukar.policy.decision.Outcome;
import java.util.List;

/**
 * What a draft would have decided otherwise.
 *
 * @param calendar the holiday set it was counted with
 * @param turns from which outcome to which, the most first
 * @param byReason the most flips first
 * @param byProduct by SKU, the most flips first
 * @param byClause by the clauses that are the reason, the most flips first
 * @param shown the first flips, at most {@value Simulation#SHOWN_MAX}
 */
public record SimulationReport(
    String policyId,
    int policyVersion,
    String calendar,
    Count all,
    List<Turned> turns,
    List<Group> byReason,
    List<Group> byProduct,
    List<Group> byClause,
    List<Flip> shown) {

  /** From one outcome to another; to the same where only who pays what is otherwise. */
  public record Turn(Outcome was, Outcome would) {}

  /** How many lines turn so. */
  public record Turned(Turn turn, long lines) {}

  /** Lines that have something in common. */
  public record Group(String name, Count count) {}

  /**
   * Lines counted, and rupiah.
   *
   * @param flips lines the draft decides otherwise, the outcome or who pays what
   * @param kinder flips that are better for the customer
   * @param harsher flips that are not
   * @param customersPaid price differences and fees as they were decided, whole rupiah
   * @param customersWouldPay by the draft
   * @param shopPaidShipping lines of which the shop paid the shipping
   * @param shopWouldPayShipping by the draft
   */
  public record Count(
      long lines,
      long flips,
      long kinder,
      long harsher,
      long customersPaid,
      long customersWouldPay,
      long shopPaidShipping,
      long shopWouldPayShipping) {}

  public SimulationReport {
    turns = List.copyOf(turns);
    byReason = List.copyOf(byReason);
    byProduct = List.copyOf(byProduct);
    byClause = List.copyOf(byClause);
    shown = List.copyOf(shown);
  }
}
