package io.tukar.policy.clause;

import io.tukar.kernel.Words;

/** A way to pay a price difference (clause P6). */
public enum Tender {
  BANK_TRANSFER("lewat transfer bank", "by bank transfer"),
  CASH("secara tunai di toko", "in cash at the shop");

  private final String id;
  private final String en;

  Tender(String id, String en) {
    this.id = id;
    this.en = en;
  }

  /** As it stands in a sentence. */
  public Words words() {
    return new Words(id, en);
  }
}
