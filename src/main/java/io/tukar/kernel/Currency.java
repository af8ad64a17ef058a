package io.tukar.kernel;

/**
 * A currency and the number of decimals people use with it (rupiah: none, whatever ISO 4217 says).
 */
public enum Currency {
  IDR(0),
  USD(2),
  SGD(2),
  MYR(2);

  private final int scale;

  Currency(int scale) {
    this.scale = scale;
  }

  /** Decimals between the minor unit that {@link Money} counts and the unit people write. */
  public int scale() {
    return scale;
  }
}
