package io.tukar.settlement.statement;

import java.util.Locale;
import java.util.Set;

/** The currency a statement is in; the shop's is rupiah. */
final class Currencies {

  private static final Set<String> RUPIAH = Set.of("IDR", "RP", "RP.", "RUPIAH", "360");

  private Currencies() {}

  static void rupiah(long row, String word) throws BadStatement {
    if (!RUPIAH.contains(word.toUpperCase(Locale.ROOT))) {
      throw BadStatement.at(row, "the account is in " + word + ", not in rupiah");
    }
  }
}
