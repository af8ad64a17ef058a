package io.tukar.api.wire;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Role;

/** The shop software that asks: its token and what that token may do. */
public record Caller(long tokenId, Role role) {

  /** The request attribute that holds it. */
  static final String ATTRIBUTE = Caller.class.getName();

  /** As it stands in the events. */
  public Actor actor() {
    return new Actor.Integration(tokenId, role);
  }
}
