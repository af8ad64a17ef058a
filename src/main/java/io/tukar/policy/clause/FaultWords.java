package io.tukar.policy.clause;

import io.tukar.kernel.Fault;
import io.tukar.kernel.Words;

/** Whose fault, as a customer reads it. */
public final class FaultWords {

  private FaultWords() {}

  /** As it stands in a sentence. */
  public static Words of(Fault fault) {
    return switch (fault) {
      case SHOP -> new Words("kesalahan toko", "the shop's mistake");
      case CUSTOMER -> new Words("kerusakan di pihak pelanggan", "damage on the customer's side");
      case COURIER -> new Words("kerusakan oleh kurir", "damage by the courier");
      case UNDETERMINED -> new Words("tidak dapat dipastikan", "not to be determined");
    };
  }
}
