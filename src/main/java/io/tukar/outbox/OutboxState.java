package io.tukar.outbox;

/** How far a message came. */
public enum OutboxState {
  /** To be said, or being said. */
  PENDING,
  SENT,
  /** The other side will not take it. */
  REFUSED,
  /** It may have gone out; a person looks at it. */
  UNKNOWN,
  /** Tried as often as allowed. */
  PARKED,
  /** Shown on the portal and the desk only. */
  NO_CHANNEL
}
