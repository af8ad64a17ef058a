package io.tukar.desk.bank;

import io.tukar.kernel.Language;
import io.tukar.web.Frame;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of a bank, which has sen where the shop has whole rupiah. */
final class Rupiah {

  private Rupiah() {}

  /** {@code Rp1.234,50}; without the sen where there are none. */
  static String of(Frame frame, BigDecimal amount) {
    var size = amount.abs().setScale(2, RoundingMode.UNNECESSARY);
    var whole = size.toBigInteger().longValueExact();
    var sen = size.remainder(BigDecimal.ONE).movePointRight(2).intValueExact();
    var mark = frame.language() == Language.ID ? "," : ".";
    return (amount.signum() < 0 ? "−Rp" : "Rp")
        + frame.formats().number(whole)
        + (sen == 0 ? "" : mark + "%02d".formatted(sen));
  }
}
