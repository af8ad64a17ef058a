package io.tukar.policy.clause;

import java.util.List;

/** Whether a clause concerns a request. */
public sealed interface Scope {

  Scope IN = new In();
  Scope OUT = new Out();
  Scope OTHER_TRACK = new OtherTrack();

  /** It does. */
  record In() implements Scope {}

  /** Its condition is not met. */
  record Out() implements Scope {}

  /** It is written for the other kind of reason. */
  record OtherTrack() implements Scope {}

  /**
   * Nobody can tell yet.
   *
   * @param missing the names of the facts its condition lacks
   */
  record Open(List<String> missing) implements Scope {}
}
