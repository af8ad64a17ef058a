package io.tukar.policy.decision;

import io.tukar.kernel.Words;
import io.tukar.policy.facts.Source;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one clause says of the facts, with its reasons.
 *
 * @param clause the clause's id, such as {@code P2}
 * @param applies whether the clause concerns this request at all; where not, it HOLDS
 * @param askedOf who can settle it where it is OPEN or needs a word; NOBODY where it is settled
 * @param text the clause as the shop words it
 * @param why the reasons, put into words each time somebody reads them
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
    Supplier<Why> why,
    List<String> missing) {

  /** A fact as a clause read it: its name and value in the form of the facts' JSON. */
  public record Input(String name, String value, Source source) {}

  /**
   * The reasons of a finding.
   *
   * @param explanation with the arithmetic
   * @param inputs the facts it went by
   */
  public record Why(Words explanation, List<Input> inputs) {

    public Why {
      inputs = List.copyOf(inputs);
    }
  }

  public Finding {
    missing = List.copyOf(missing);
  }

  /** A reason that is the same whatever the facts. */
  public static Supplier<Why> plainly(Words explanation) {
    var why = new Why(explanation, List.of());
    return () -> why;
  }

  /** Why, with the arithmetic. */
  public Words explanation() {
    return why.get().explanation();
  }

  /** The facts it went by. */
  public List<Input> inputs() {
    return why.get().inputs();
  }

  /** A fact is lacking. */
  public boolean isOpen() {
    return truth == Truth.OPEN;
  }

  /** Findings are equal where they say the same, however their reasons are made. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Finding that
        && clause.equals(that.clause)
        && kind == that.kind
        && applies == that.applies
        && truth == that.truth
        && severity == that.severity
        && askedOf == that.askedOf
        && text.equals(that.text)
        && missing.equals(that.missing)
        && why.get().equals(that.why.get());
  }

  @Override
  public int hashCode() {
    return Objects.hash(clause, kind, applies, truth, severity, askedOf, text, missing);
  }
}
