package io.tukar.staff;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Role;

/**
 * Somebody who works in the shop and may sign in.
 *
 * @param epoch counts what ended their older sessions: a new password, a leave
 */
public record Member(long id, String login, String name, Role role, int epoch) {

  /** As they stand in the events. */
  public Actor.Staff actor() {
    return new Actor.Staff(id, role);
  }

  /** Whether their role lets them. */
  public boolean may(May verb) {
    return verb.allows(role);
  }

  /** Without the name, which is personal data. */
  @Override
  public String toString() {
    return "Member[" + id + ", " + role + "]";
  }
}
