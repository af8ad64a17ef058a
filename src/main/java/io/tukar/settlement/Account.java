package io.tukar.settlement;

/** The accounts of the exchange ledger. Debit is positive. */
public enum Account {
  /** What customers owe; negative: what the shop owes them. */
  CUSTOMER,
  /** What the bank's statements show: only an imported statement writes it. */
  BANK,
  /** Transfers that somebody typed or told the bank to make, until a statement shows them. */
  IN_TRANSIT,
  /** What statements brought and nobody has said whose it is. */
  UNMATCHED,
  PRICE_DIFFERENCE,
  SHIPPING,
  /** Replacements sent ahead whose customers kept the goods too. */
  REPLACEMENT_KEPT,
  /** What customers leave with the shop until the goods come whose replacement left first. */
  DEPOSIT,
  /** Small amounts the shop lets go. */
  WAIVED
}
