package io.tukar.evidence;

import io.tukar.kernel.Refusal;

/** What became of an upload. */
public sealed interface Intake {

  /** It is a photo; its re-encoded bytes lie in the store. */
  record Accepted(StoredPhoto photo) implements Intake {}

  /** It is not taken, and why; nothing of it was kept. */
  record Rejected(Refusal refusal) implements Intake {}
}
