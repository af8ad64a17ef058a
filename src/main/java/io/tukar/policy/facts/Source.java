package io.tukar.policy.facts;

import io.tukar.kernel.Words;

/** Where a fact comes from; an observation later replaces a claim. */
public enum Source {
  /** The order and its delivery, as the shop's records have them. */
  ORDER("catatan pesanan", "order record"),
  /** The customer's word. */
  CLAIM("keterangan pelanggan", "customer's statement"),
  /** Seen on a photo. */
  PHOTO("foto", "photo"),
  /** Seen by the inspector. */
  INSPECTION("hasil pengecekan", "inspection"),
  /** The shop's stock and price lists. */
  SHOP("data toko", "shop's data");

  private final String id;
  private final String en;

  Source(String id, String en) {
    this.id = id;
    this.en = en;
  }

  /** As people read it. */
  public Words words() {
    return new Words(id, en);
  }
}
