package io.tukar.rma;

/** Where one line of a case stands; a refused line never sinks the others. */
public enum LineState {
  REQUESTED,
  AUTHORIZED,
  DECLINED,
  WITHDRAWN,
  RECEIVED,
  ACCEPTED,
  REFUSED,
  EXCHANGED,
  SENT_BACK,
  /** Refused, and nobody claimed the goods while they were kept. */
  DISPOSED,
  /** The case ended before the goods came: cancelled or expired. */
  RELEASED;

  /** Something is still to happen with the line before the case can close. */
  public boolean pending() {
    return switch (this) {
      case REQUESTED, AUTHORIZED, RECEIVED, ACCEPTED, REFUSED -> true;
      case DECLINED, WITHDRAWN, EXCHANGED, SENT_BACK, DISPOSED, RELEASED -> false;
    };
  }

  /** It has its verdict. */
  public boolean inspected() {
    return switch (this) {
      case ACCEPTED, REFUSED, EXCHANGED, SENT_BACK, DISPOSED -> true;
      case REQUESTED, AUTHORIZED, DECLINED, WITHDRAWN, RECEIVED, RELEASED -> false;
    };
  }

  /** The units count against what was bought: another case cannot ask for them. */
  public boolean claims() {
    return switch (this) {
      case REQUESTED, AUTHORIZED, RECEIVED, ACCEPTED, REFUSED, EXCHANGED, DISPOSED -> true;
      case DECLINED, WITHDRAWN, SENT_BACK, RELEASED -> false;
    };
  }
}
