package io.tukar.rma;

/** Knows whether a case's money is on its way through the bank's file. */
@FunctionalInterface
public interface PayoutWatch {

  /** True from the proposal of a payout until it is confirmed, rejected or failed. */
  boolean open(long rmaId);
}
