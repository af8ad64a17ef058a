package io.tukar.rma;

import io.tukar.inspection.Disposition;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.SerialNumber;
import io.tukar.orders.OrderBook;
import io.tukar.outbox.Notice;
import io.tukar.policy.decision.Outcome;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import io.tukar.policy.replay.Decisions;
import io.tukar.policy.versions.Policies;
import io.tukar.stock.Move;
import io.tukar.stock.Place;
import io.tukar.stock.Shelf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Goods that came back are inspected line by line, with the policy on what is seen. */
@Component
class Workshop {

  private final CaseFiles files;
  private final Shelf shelf;
  private final OrderBook orders;
  private final Decisions decisions;
  private final Policies policies;
  private final Notes notes;
  private final Promises promises;

  Workshop(
      CaseFiles files,
      Shelf shelf,
      OrderBook orders,
      Decisions decisions,
      Policies policies,
      Notes notes,
      Promises promises) {
    this.files = files;
    this.shelf = shelf;
    this.orders = orders;
    this.decisions = decisions;
    this.policies = policies;
    this.notes = notes;
    this.promises = promises;
  }

  /** Verdicts for lines; each is judged again on what was seen. */
  Answer<Rma> inspect(CaseRef ref, List<LineInspection> lines, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          if (lines.isEmpty()) {
            return Answer.refused(Refusal.of("lines-empty", "lines"));
          }
          var rma = journal.now();
          var refusals = new ArrayList<Refusal>();
          var judged = judge(rma, lines, refusals);
          if (!refusals.isEmpty()) {
            return new Answer.Refused<>(refusals);
          }
          var findings =
              judged.stream().map(line -> line.finding(notes, rma.id(), at, by)).toList();
          var due = promises.shop(at, Promises.SETTLEMENT);
          var refusal = journal.append(new RmaEvent.Inspected(findings, due), at, by);
          if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
          }
          Decisions.keep(
              rma.id(), judged.stream().map(JudgedLine::judged).toList(), at, journal.writes());
          putAway(journal, judged, at, by);
          if (journal.now().status() == RmaStatus.INSPECTED) {
            journal.tell(Notice.INSPECTED);
          }
          return Answer.done(files.file(journal, at));
        });
  }

  /** A line with what was seen, what the policy says of it, and what the inspector makes of it. */
  private record JudgedLine(
      LineInspection reported, Decisions.Judged judged, boolean accepted, Disposition disposition) {

    RmaEvent.LineFinding finding(Notes notes, long rmaId, Instant at, Actor by) {
      var remark = reported.remark();
      var note =
          remark == null || remark.isBlank()
              ? null
              : notes.add(rmaId, reported.lineNo(), Note.Kind.INSPECTION, remark.strip(), at, by);
      return new RmaEvent.LineFinding(
          reported.lineNo(),
          reported.verdict(),
          reported.fault(),
          disposition,
          accepted,
          judged.decision().payerToShop(),
          judged.decision().payerToCustomer(),
          note);
    }
  }

  private List<JudgedLine> judge(Rma rma, List<LineInspection> lines, List<Refusal> refusals) {
    var latest = decisions.latestFacts(rma.id());
    var judged = new ArrayList<JudgedLine>();
    var seen = new HashSet<Integer>();
    for (int i = 0; i < lines.size(); i++) {
      var reported = lines.get(i);
      var kept = latest.get(reported.lineNo());
      var line = rma.line(reported.lineNo());
      if (line.isEmpty() || kept == null || !seen.add(reported.lineNo())) {
        refusals.add(Refusal.of("no-such-line", "lines[" + i + "].line", reported.lineNo()));
        continue;
      }
      var facts = kept.withCondition(condition(reported, line.get()));
      var decision = policies.current().judge(facts);
      var one =
          new Decisions.Judged(reported.lineNo(), Decisions.Stage.INSPECTION, facts, decision);
      decide(reported, one, "lines[" + i + "].", line.get().quantity(), refusals)
          .ifPresent(judged::add);
    }
    return judged;
  }

  private ReturnFacts.Condition condition(LineInspection reported, RmaLine line) {
    var seen = reported.seen();
    return new ReturnFacts.Condition(
        seen(seen.sealIntact()),
        seen(seen.clean()),
        seen(seen.complete()),
        serialMatches(seen.serials(), line),
        Fact.known(reported.fault(), Source.INSPECTION),
        reported.verdict() == Verdict.NO_FAULT_FOUND
            ? Fact.known(false, Source.INSPECTION)
            : seen(seen.faultFound()));
  }

  private Fact<Boolean> serialMatches(List<SerialNumber> seen, RmaLine line) {
    var sold = seen.isEmpty() ? List.<SerialNumber>of() : orders.serialsOf(line.soldItemId());
    return sold.isEmpty() ? Fact.unknown() : Fact.known(sold.containsAll(seen), Source.INSPECTION);
  }

  private static Fact<Boolean> seen(@Nullable Boolean value) {
    return Fact.of(Optional.ofNullable(value), Source.INSPECTION);
  }

  private static Optional<JudgedLine> decide(
      LineInspection reported,
      Decisions.Judged judged,
      String field,
      int quantity,
      List<Refusal> refusals) {
    var outcome = judged.decision().outcome();
    var remarked = reported.remark() != null && !reported.remark().isBlank();
    boolean accepted;
    if (reported.accept() == null) {
      if (outcome == Outcome.REVIEW) {
        refusals.add(Refusal.of("accept-needed", field + "accept"));
        return Optional.empty();
      }
      accepted = outcome != Outcome.DECLINED;
    } else {
      accepted = reported.accept();
      var against = outcome == Outcome.REVIEW || accepted == (outcome == Outcome.DECLINED);
      if (against && !remarked) {
        refusals.add(Refusal.of("reason-needed", field + "remark"));
        return Optional.empty();
      }
    }
    if (accepted == (reported.disposition() == Disposition.SEND_BACK)) {
      refusals.add(Refusal.of("disposition-does-not-fit", field + "disposition"));
      return Optional.empty();
    }
    if (reported.seen().serials().size() > quantity) {
      refusals.add(Refusal.of("serials-too-many", field + "serials", quantity));
      return Optional.empty();
    }
    return Optional.of(new JudgedLine(reported, judged, accepted, reported.disposition()));
  }

  private void putAway(Journal journal, List<JudgedLine> judged, Instant at, Actor by) {
    var rma = journal.now();
    var moves = new ArrayList<Move>();
    for (var one : judged) {
      var line = rma.line(one.reported().lineNo()).orElseThrow();
      var to = one.disposition().place();
      var serials = one.reported().seen().serials();
      var units =
          serials.isEmpty()
              ? Map.<SerialNumber, Long>of()
              : shelf.returned(line.sku(), serials, to);
      if (to == Place.QUARANTINE) {
        continue;
      }
      units
          .values()
          .forEach(
              unit -> moves.add(new Move(line.sku(), unit, 1, Place.QUARANTINE, to, "inspected")));
      var rest = line.quantity() - units.size();
      if (rest > 0) {
        moves.add(new Move(line.sku(), null, rest, Place.QUARANTINE, to, "inspected"));
      }
    }
    Shelf.move(moves, rma.id(), at, by, journal.writes());
  }
}
