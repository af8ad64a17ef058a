package io.tukar.rma;

/** The door a request came through (clause P10: one intake, many doors). */
public enum Channel {
  PORTAL,
  API,
  DESK
}
