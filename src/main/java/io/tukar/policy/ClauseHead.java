package io.tukar.policy;

import io.tukar.kernel.Track;
import io.tukar.kernel.Words;
import java.util.List;
import java.util.Set;

/**
 * What every clause has, whatever its kind.
 *
 * @param tracks the tracks it concerns
 * @param source the sentence of the shop's published procedure that it renders
 * @param text the clause as customers read it
 */
record ClauseHead(
    String id, ClauseKind kind, Severity severity, Set<Track> tracks, String source, Words text) {

  static final Words NOT_CONCERNED =
      new Words(
          "Pasal ini tidak berlaku untuk alasan yang dipilih.",
          "This clause does not concern the chosen reason.");

  ClauseHead {
    tracks = Set.copyOf(tracks);
  }

  Finding holds(Words explanation, List<Finding.Input> inputs) {
    return finding(Truth.HOLDS, AskedOf.NOBODY, explanation, inputs, List.of());
  }

  Finding fails(Words explanation, List<Finding.Input> inputs) {
    var asked = severity == Severity.REVIEW ? AskedOf.SHOP : AskedOf.NOBODY;
    return finding(Truth.FAILS, asked, explanation, inputs, List.of());
  }

  Finding open(AskedOf asked, Words explanation, List<Finding.Input> inputs, List<String> missing) {
    return finding(Truth.OPEN, asked, explanation, inputs, missing);
  }

  Finding notConcerned() {
    return new Finding(
        id,
        kind,
        false,
        Truth.HOLDS,
        severity,
        AskedOf.NOBODY,
        text,
        NOT_CONCERNED,
        List.of(),
        List.of());
  }

  private Finding finding(
      Truth truth,
      AskedOf asked,
      Words explanation,
      List<Finding.Input> inputs,
      List<String> missing) {
    return new Finding(id, kind, true, truth, severity, asked, text, explanation, inputs, missing);
  }
}
