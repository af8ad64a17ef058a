package io.tukar.rma;

/** The replacement's track of a line (clause P5). */
public enum Goods {
  /** Nothing is set aside: not decided yet, or let go. */
  NONE,
  HELD,
  /** Out of stock; the customer waits. */
  WAITING,
  SHIPPED
}
