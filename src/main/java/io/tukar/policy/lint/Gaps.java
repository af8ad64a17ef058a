package io.tukar.policy.lint;

import io.tukar.kernel.Track;
import io.tukar.kernel.Words;
import io.tukar.policy.clause.FactKey;
import io.tukar.policy.clause.FactKeys;
import io.tukar.policy.clause.Vocabulary;
import io.tukar.policy.decision.ClauseKind;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.tree.Problems;
import io.tukar.policy.tree.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Requests for which nobody says until when, on what photos, or who pays. */
final class Gaps {

  /** A question every request raises, and the kinds of clause that answer it. */
  private record Question(ClauseKind first, Set<ClauseKind> kinds) {}

  private static final List<Question> QUESTIONS =
      List.of(
          new Question(ClauseKind.WINDOW, Set.of(ClauseKind.WINDOW, ClauseKind.WARRANTY)),
          new Question(ClauseKind.EVIDENCE, Set.of(ClauseKind.EVIDENCE)),
          new Question(ClauseKind.DIFFERENCE, Set.of(ClauseKind.DIFFERENCE)),
          new Question(ClauseKind.FREIGHT, Set.of(ClauseKind.FREIGHT)));

  private final FactSpace space;
  private final Problems problems;

  Gaps(FactSpace space, Problems problems) {
    this.space = space;
    this.problems = problems;
  }

  void check(List<PolicyLint.Placed> clauses) {
    for (var question : QUESTIONS) {
      var answering =
          clauses.stream().filter(placed -> question.kinds().contains(placed.kind())).toList();
      var place = (answering.isEmpty() ? clauses : answering).getFirst().item().place();
      for (var track : Track.values()) {
        gap(question, track, answering, place);
      }
    }
  }

  private void gap(Question question, Track track, List<PolicyLint.Placed> answering, Tree place) {
    var kind = question.first().word();
    if (answering.stream().noneMatch(placed -> placed.clause().head().tracks().contains(track))) {
      problems.warning(
          place,
          new Words(
              "tidak ada pasal jenis " + kind + " untuk jalur " + Vocabulary.word(track),
              "no clause of kind " + kind + " concerns the track " + Vocabulary.word(track)));
      return;
    }
    var asked = new HashSet<FactKey<?>>();
    for (var placed : answering) {
      asked.addAll(placed.clause().head().when().asked().values());
      if (placed.kind() == ClauseKind.WARRANTY) {
        asked.add(FactKeys.SYMPTOM);
      }
    }
    var keys = new HashSet<>(asked);
    keys.add(FactKeys.REASON);
    Predicate<ReturnFacts> open =
        facts ->
            facts.claim().reason().track() == track
                && answering.stream().noneMatch(placed -> placed.clause().mayConcern(facts));
    space
        .over(keys)
        .filter(open)
        .findFirst()
        .ifPresent(
            example -> {
              var small = space.smallest(example, keys, open);
              var told = space.told(small, keys, asked);
              problems.warning(
                  place,
                  new Words(
                      "tidak ada pasal jenis " + kind + " untuk pengajuan ini: " + told.id(),
                      "no clause of kind " + kind + " concerns this request: " + told.en()));
            });
  }
}
