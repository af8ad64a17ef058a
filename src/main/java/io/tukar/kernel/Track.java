package io.tukar.kernel;

/**
 * Which of the two readings of an exchange applies: clause P3 (shop fault) or P4 (customer choice).
 */
public enum Track {
  SHOP_FAULT,
  CUSTOMER_CHOICE
}
