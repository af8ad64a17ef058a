package io.tukar.policy.clause;

import io.tukar.kernel.Currency;
import io.tukar.kernel.Money;

/** Money as people write it: {@code Rp1.234.567}; another currency as {@code USD 1.234,50}. */
public final class Amount {

  private static final int GROUP = 3;

  private Amount() {}

  /** The same in both languages. */
  public static String inWords(Money money) {
    var scale = money.currency().scale();
    var digits = new StringBuilder(Long.toString(Math.abs(money.minor())));
    while (digits.length() <= scale) {
      digits.insert(0, '0');
    }
    var whole = digits.length() - scale;
    if (scale > 0) {
      digits.insert(whole, ',');
    }
    for (var at = whole - GROUP; at > 0; at -= GROUP) {
      digits.insert(at, '.');
    }
    var sign = money.isNegative() ? "-" : "";
    var unit = money.currency() == Currency.IDR ? "Rp" : money.currency() + " ";
    return sign + unit + digits;
  }
}
