package io.tukar.rma;

import io.tukar.inspection.Arrivals;
import io.tukar.inspection.UnitLook;
import io.tukar.inspection.UnitLooks;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.policy.replay.Decisions;
import io.tukar.policy.versions.Policies;
import io.tukar.stock.Holds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Makes one line into two: some units deserve another verdict than the rest, and a line has one.
 * What was asked, paid and promised is the same for both; what is set aside is divided with the
 * units.
 */
@Component
class Splits {

  private final CaseFiles files;
  private final UnitLooks looks;
  private final Arrivals arrivals;
  private final Holds holds;
  private final Decisions decisions;
  private final Policies policies;

  Splits(
      CaseFiles files,
      UnitLooks looks,
      Arrivals arrivals,
      Holds holds,
      Decisions decisions,
      Policies policies) {
    this.files = files;
    this.looks = looks;
    this.arrivals = arrivals;
    this.holds = holds;
    this.decisions = decisions;
    this.policies = policies;
  }

  /**
   * The units that were looked at in these looks become a line of their own, with what was found.
   *
   * @param apart ids of open looks at the line's units
   */
  Answer<Rma> units(CaseRef ref, int lineNo, Set<Long> apart, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          looks.lockLine(ref.id(), lineNo);
          var chosen =
              looks.open(ref.id(), lineNo).stream()
                  .filter(look -> look.serial() != null && apart.contains(look.id()))
                  .toList();
          if (isDone(journal.now(), lineNo, apart)) {
            return Answer.done(journal.now());
          }
          if (chosen.isEmpty() || chosen.size() != apart.size()) {
            return Answer.refused(Refusal.of("units-to-split-missing", "apart"));
          }
          return split(journal, lineNo, chosen.size(), chosen, at, by);
        });
  }

  /** The same form came twice: these units are a line of their own already. */
  private boolean isDone(Rma rma, int lineNo, Set<Long> apart) {
    return rma.lines().stream()
        .filter(line -> line.lineNo() != lineNo)
        .map(line -> looks.open(rma.id(), line.lineNo()))
        .filter(own -> !own.isEmpty())
        .anyMatch(own -> own.stream().map(UnitLook::id).collect(Collectors.toSet()).equals(apart));
  }

  /**
   * So many units become a line of their own: goods without serials, or units that nobody looked at
   * yet. What was found of goods that were looked at together stays with the rest.
   */
  Answer<Rma> number(CaseRef ref, int lineNo, int quantity, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          looks.lockLine(ref.id(), lineNo);
          var event = new RmaEvent.LineSplit(lineNo, journal.now().nextLineNo(), quantity);
          var mayNot = journal.now().check(event);
          if (mayNot.isPresent()) {
            return Answer.refused(mayNot.get());
          }
          var open = looks.open(ref.id(), lineNo);
          var left = journal.now().line(lineNo).orElseThrow().quantity() - quantity;
          if (open.stream().filter(look -> look.serial() != null).count() > left) {
            return Answer.refused(Refusal.of("units-looked-at", "split"));
          }
          var here = arrivals.waiting(ref.id()).getOrDefault(lineNo, 0);
          if (here >= left) {
            return Answer.refused(Refusal.of("units-here-already", "split", here));
          }
          open.stream()
              .filter(look -> look.serial() == null)
              .forEach(look -> UnitLooks.lessen(look.id(), left, journal.writes()));
          return split(journal, lineNo, quantity, List.of(), at, by);
        });
  }

  private Answer<Rma> split(
      Journal journal, int lineNo, int quantity, List<UnitLook> moved, Instant at, Actor by) {
    var into = journal.now().nextLineNo();
    var refusal = apart(journal, lineNo, quantity, at, by);
    if (refusal.isPresent()) {
      return Answer.refused(refusal.get());
    }
    moved.forEach(look -> UnitLooks.moveTo(look.id(), into, journal.writes()));
    return Answer.done(files.file(journal, at));
  }

  /** Sets so many units apart in a case that is still being changed; why not, where refused. */
  Optional<Refusal> apart(Journal journal, int lineNo, int quantity, Instant at, Actor by) {
    var rma = journal.now();
    var into = rma.nextLineNo();
    var refusal = journal.append(new RmaEvent.LineSplit(lineNo, into, quantity), at, by);
    if (refusal.isEmpty()) {
      holds.divide(rma.id(), lineNo, into, quantity);
      judgeAnew(journal, lineNo, into, at);
    }
    return refusal;
  }

  /** Each line is judged on its own number of units from now on. */
  private void judgeAnew(Journal journal, int lineNo, int into, Instant at) {
    var rma = journal.now();
    var facts = decisions.latestFacts(rma.id()).get(lineNo);
    if (facts == null) {
      throw new IllegalStateException("A line that was never judged");
    }
    var judged =
        List.of(lineNo, into).stream()
            .map(
                no -> {
                  var own = facts.withQuantity(rma.line(no).orElseThrow().quantity());
                  return new Decisions.Judged(
                      no, Decisions.Stage.SPLIT, own, policies.current().judge(own));
                })
            .toList();
    Decisions.keep(rma.id(), judged, at, journal.writes());
  }
}
