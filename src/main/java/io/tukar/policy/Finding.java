package io.tukar.policy;

import io.tukar.kernel.Words;
import java.util.List;

/**
 * What one clause says of the facts, with its reasons.
 *
 * @param clause the clause's id, such as {@code P2}
 * @param applies whether the clause concerns this reason at all; where not, it HOLDS
 * @param askedOf who can settle it where it is OPEN or needs a word; NOBODY where it is settled
 * @param text the clause as the shop words it
 * @param explanation why, with the arithmetic
 * @param inputs the facts it went by
 * @param missing the names of the facts it lacks
 */
public record Finding(
    String clause,
    ClauseKind kind,
    boolean applies,
    Truth truth,
    Severity severity,
    AskedOf askedOf,
    Words text,
    Words explanation,
    List<Input> inputs,
    List<String> missing) {

  /** A fact as a clause read it: its name and value in the form of the facts' JSON. */
  public record Input(String name, String value, Source source) {}

  public Finding {
    inputs = List.copyOf(inputs);
    missing = List.copyOf(missing);
  }
}
