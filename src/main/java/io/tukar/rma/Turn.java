package io.tukar.rma;

/** Whose turn a case is: what a status tag says by word, icon and colour. */
public enum Turn {
  CUSTOMER,
  SHOP,
  COURIER,
  DONE,
  REFUSED
}
