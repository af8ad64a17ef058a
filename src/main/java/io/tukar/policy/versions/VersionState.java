package io.tukar.policy.versions;

/** Where a stored version stands. */
public enum VersionState {
  /** Being written; anybody who may change the policy saves it. */
  DRAFT,
  /** Waits for a second manager; its text stands still. */
  IN_REVIEW,
  /** Decides from its instant on; never edited. */
  PUBLISHED,
  /** Given up before it decided anything; its number is not used again. */
  WITHDRAWN
}
