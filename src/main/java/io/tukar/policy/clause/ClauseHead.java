package io.tukar.policy.clause;

import io.tukar.kernel.Track;
import io.tukar.kernel.Words;
import io.tukar.policy.decision.AskedOf;
import io.tukar.policy.decision.ClauseKind;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.decision.Severity;
import io.tukar.policy.decision.Truth;
import io.tukar.policy.facts.ReturnFacts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What every clause has, whatever its kind, and the findings in its name. Immutable. */
public final class ClauseHead {

  public static final Words NOT_CONCERNED =
      new Words(
          "Pasal ini tidak berlaku untuk alasan yang dipilih.",
          "This clause does not concern the chosen reason.");

  private static final Words OUT_OF_SCOPE =
      new Words(
          "Pasal ini tidak berlaku untuk pengajuan ini.",
          "This clause does not concern this request.");

  private static final Supplier<Finding.Why> OTHER_REASON = Finding.plainly(NOT_CONCERNED);

  private final String id;
  private final ClauseKind kind;
  private final Severity severity;
  private final Set<Track> tracks;
  private final When when;
  private final String source;
  private final Words text;

  /** What is found whenever the reason is of the other track, made once. */
  private final Finding notConcerned;

  private final Finding said;

  /**
   * @param tracks the tracks it concerns
   * @param when the condition under which it concerns anybody
   * @param source the sentence of the shop's published procedure that it renders
   * @param text the clause as customers read it
   */
  public ClauseHead(
      String id,
      ClauseKind kind,
      Severity severity,
      Set<Track> tracks,
      When when,
      String source,
      Words text) {
    this.id = id;
    this.kind = kind;
    this.severity = severity;
    var concerned = EnumSet.noneOf(Track.class);
    concerned.addAll(tracks);
    this.tracks = Collections.unmodifiableSet(concerned);
    this.when = when;
    this.source = source;
    this.text = text;
    this.notConcerned = apart(OTHER_REASON);
    this.said = holds(Finding.plainly(text));
  }

  public String id() {
    return id;
  }

  public ClauseKind kind() {
    return kind;
  }

  public Severity severity() {
    return severity;
  }

  public Set<Track> tracks() {
    return tracks;
  }

  public When when() {
    return when;
  }

  public String source() {
    return source;
  }

  public Words text() {
    return text;
  }

  Finding holds(Words explanation, List<Finding.Input> inputs) {
    return holds(() -> new Finding.Why(explanation, inputs));
  }

  Finding holds(Supplier<Finding.Why> why) {
    return finding(Truth.HOLDS, AskedOf.NOBODY, why, List.of());
  }

  Finding fails(Words explanation, List<Finding.Input> inputs) {
    return fails(() -> new Finding.Why(explanation, inputs));
  }

  Finding fails(Supplier<Finding.Why> why) {
    var asked = severity == Severity.REVIEW ? AskedOf.SHOP : AskedOf.NOBODY;
    return finding(Truth.FAILS, asked, why, List.of());
  }

  Finding open(AskedOf asked, Words explanation, List<Finding.Input> inputs, List<String> missing) {
    return open(asked, () -> new Finding.Why(explanation, inputs), missing);
  }

  Finding open(AskedOf asked, Supplier<Finding.Why> why, List<String> missing) {
    return finding(Truth.OPEN, asked, why, missing);
  }

  /** The clause says its text and decides nothing. */
  Finding says() {
    return said;
  }

  /** The reason chosen is of the other track. */
  Finding notConcerned() {
    return notConcerned;
  }

  /** The clause's own condition is not met. */
  Finding outOfScope(ReturnFacts facts) {
    return apart(() -> new Finding.Why(OUT_OF_SCOPE, when.inputs(facts)));
  }

  /** Nobody can tell yet whether the clause's own condition is met. */
  Finding scopeOpen(ReturnFacts facts, List<String> missing) {
    // Who merely informs or charges holds nobody up.
    var decides = severity == Severity.BLOCK || severity == Severity.REVIEW;
    return open(
        decides ? AskedOf.SHOP : AskedOf.NOBODY,
        () -> new Finding.Why(scopeWords(missing), when.inputs(facts)),
        missing);
  }

  private static Words scopeWords(List<String> missing) {
    var id = new ArrayList<String>();
    var en = new ArrayList<String>();
    for (var name : missing) {
      FactKeys.named(name)
          .ifPresent(
              key -> {
                id.add(key.words().id());
                en.add(key.words().en());
              });
    }
    return new Words(
        "Apakah pasal ini berlaku bergantung pada: " + String.join(", ", id) + ".",
        "Whether this clause applies depends on: " + String.join(", ", en) + ".");
  }

  private Finding apart(Supplier<Finding.Why> why) {
    return new Finding(
        id, kind, false, Truth.HOLDS, severity, AskedOf.NOBODY, text, why, List.of());
  }

  private Finding finding(
      Truth truth, AskedOf asked, Supplier<Finding.Why> why, List<String> missing) {
    return new Finding(id, kind, true, truth, severity, asked, text, why, missing);
  }
}
