package io.tukar.policy.clause;

import io.tukar.kernel.Words;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;

/** A way goods must be that a condition clause can require. */
public enum Trait {
  SEAL_INTACT("seal-intact", "condition.sealIntact", "segel utuh", "seal intact"),
  CLEAN("clean", "condition.clean", "bersih", "clean"),
  COMPLETE("complete", "condition.complete", "kelengkapan lengkap", "complete"),
  SERIAL_MATCHES(
      "serial-matches",
      "condition.serialMatches",
      "nomor seri sesuai penjualan",
      "serial number as sold");

  private final String word;
  private final String factName;
  private final String id;
  private final String en;

  Trait(String word, String factName, String id, String en) {
    this.word = word;
    this.factName = factName;
    this.id = id;
    this.en = en;
  }

  /** The word for it in a policy file. */
  public String word() {
    return word;
  }

  /** Its path in the facts. */
  String factName() {
    return factName;
  }

  /** As people read it. */
  public Words words() {
    return new Words(id, en);
  }

  Fact<Boolean> in(ReturnFacts.Condition condition) {
    return switch (this) {
      case SEAL_INTACT -> condition.sealIntact();
      case CLEAN -> condition.clean();
      case COMPLETE -> condition.complete();
      case SERIAL_MATCHES -> condition.serialMatches();
    };
  }

  /** The fact that tells whether goods are this way. */
  public FactKey<Boolean> key() {
    return switch (this) {
      case SEAL_INTACT -> FactKeys.SEAL_INTACT;
      case CLEAN -> FactKeys.CLEAN;
      case COMPLETE -> FactKeys.COMPLETE;
      case SERIAL_MATCHES -> FactKeys.SERIAL_MATCHES;
    };
  }

  /** What came without a box never had a seal. */
  boolean concerns(ReturnFacts facts) {
    return this != SEAL_INTACT || facts.sold().soldInBox();
  }
}
