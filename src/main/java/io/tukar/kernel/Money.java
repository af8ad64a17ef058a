package io.tukar.kernel;

import static java.util.Objects.requireNonNull;

/** An amount in minor units of one currency; whole rupiah in Indonesia. Arithmetic never wraps. */
public record Money(long minor, Currency currency) implements Comparable<Money> {

  /** No single amount of a shop is larger: 10^13 minor units. */
  public static final long MINOR_UNITS_MAX = 10_000_000_000_000L;

  public Money {
    requireNonNull(currency);
    if (Math.abs(minor) > MINOR_UNITS_MAX) {
      throw new IllegalArgumentException("An amount beyond the bound: " + minor);
    }
  }

  public static Money rupiah(long amount) {
    return new Money(amount, Currency.IDR);
  }

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
  }

  public Money times(int quantity) {
    return new Money(Math.multiplyExact(minor, (long) quantity), currency);
  }

  public Money negated() {
    return new Money(-minor, currency);
  }

  public boolean isZero() {
    return minor == 0;
  }

  public boolean isPositive() {
    return minor > 0;
  }

  public boolean isNegative() {
    return minor < 0;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, sameCurrency(other).minor);
  }

  private Money sameCurrency(Money other) {
    if (other.currency != currency) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " do not mix");
    }
    return other;
  }
}
