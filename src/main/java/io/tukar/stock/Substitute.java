package io.tukar.stock;

import io.tukar.kernel.Sku;

/** A product that may stand in for another that is out of stock (clause P5). */
public record Substitute(Sku sku, Kind kind) {

  /** A product has no more of them. */
  public static final int MAX = 20;

  /** How it compares. */
  public enum Kind {
    /** As good. */
    EQUIVALENT,
    /** Better. */
    UPGRADE
  }
}
