package io.tukar.kernel;

/** The way a customer first turned to the shop about an exchange (clauses P9, P10 and P13). */
public enum ContactChannel {
  PORTAL,
  WHATSAPP,
  EMAIL,
  PHONE,
  COUNTER
}
