package io.tukar.kernel;

/** What a member of staff does in the shop. */
public enum Role {
  AGENT,
  INSPECTOR,
  FINANCE,
  MANAGER
}
