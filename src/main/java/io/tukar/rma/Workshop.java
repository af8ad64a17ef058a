package io.tukar.rma;

import io.tukar.evidence.Album;
import io.tukar.evidence.Photo;
import io.tukar.evidence.PhotoSource;
import io.tukar.evidence.Photos;
import io.tukar.inspection.UnitLooks;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.Refusal;
import io.tukar.outbox.Notice;
import io.tukar.policy.decision.Decision;
import io.tukar.policy.replay.Decisions;
import io.tukar.policy.versions.Policies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Goods come back: received, then inspected line by line with the policy on what is seen. */
@Component
class Workshop {

  private final CaseFiles files;
  private final Decisions decisions;
  private final Policies policies;
  private final Notes notes;
  private final Promises promises;
  private final UnitLooks looks;
  private final Conditions conditions;
  private final PutAway putAway;
  private final Photos photos;
  private final History history;

  Workshop(
      CaseFiles files,
      Decisions decisions,
      Policies policies,
      Notes notes,
      Promises promises,
      UnitLooks looks,
      Conditions conditions,
      PutAway putAway,
      Photos photos,
      History history) {
    this.files = files;
    this.decisions = decisions;
    this.policies = policies;
    this.notes = notes;
    this.promises = promises;
    this.looks = looks;
    this.conditions = conditions;
    this.putAway = putAway;
    this.photos = photos;
    this.history = history;
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
          for (int i = 0; i < judged.size(); i++) {
            judged.get(i).refusal("lines[" + i + "].").ifPresent(refusals::add);
          }
          refusals.addAll(secondLooks(rma, judged, by));
          if (!refusals.isEmpty()) {
            return new Answer.Refused<>(refusals);
          }
          var findings = judged.stream().map(line -> finding(rma.id(), line, at, by)).toList();
          var due = promises.shop(at, Promises.SETTLEMENT);
          var refusal = journal.append(new RmaEvent.Inspected(findings, due), at, by);
          if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
          }
          Decisions.keep(
              rma.id(), judged.stream().map(JudgedLine::judged).toList(), at, journal.writes());
          for (var one : judged) {
            putAway.inspected(journal, one.line(), one.reported(), one.looks(), at, by);
          }
          if (journal.now().status() == RmaStatus.INSPECTED) {
            journal.tell(Notice.INSPECTED);
          }
          return Answer.done(files.file(journal, at));
        });
  }

  /** What the policy would say of each line; nothing is written. */
  Answer<Map<Integer, Decision>> preview(Rma rma, List<LineInspection> lines) {
    var refusals = new ArrayList<Refusal>();
    var judged = judge(rma, lines, refusals);
    return refusals.isEmpty()
        ? Answer.done(
            judged.stream()
                .collect(
                    Collectors.toMap(one -> one.line().lineNo(), one -> one.judged().decision())))
        : new Answer.Refused<>(refusals);
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
      looks.lockLine(rma.id(), reported.lineNo());
      var looked = looks.open(rma.id(), reported.lineNo());
      if (looked.isEmpty()) {
        refusals.addAll(elsewhere(rma, line.get(), reported, "lines[" + i + "].serials"));
      }
      var facts = kept.withCondition(conditions.of(rma, line.get(), reported, looked));
      var decision = policies.current().judge(facts);
      judged.add(
          new JudgedLine(
              line.get(),
              reported,
              looked,
              new Decisions.Judged(reported.lineNo(), Decisions.Stage.INSPECTION, facts, decision),
              filmed(rma, line.get())));
    }
    return judged;
  }

  /** Units that lie here for another case cannot have come with this one. */
  private List<Refusal> elsewhere(Rma rma, RmaLine line, LineInspection reported, String field) {
    return reported.seen().serials().stream()
        .filter(serial -> looks.goesBackElsewhere(line.sku(), serial, rma.id(), line.lineNo()))
        .map(serial -> Refusal.of("unit-goes-back-elsewhere", field, serial))
        .toList();
  }

  /** A contested finding is looked at by somebody else than who found it. */
  private List<Refusal> secondLooks(Rma rma, List<JudgedLine> judged, Actor by) {
    if (judged.stream().noneMatch(one -> one.line().again())) {
      return List.of();
    }
    var finders = new HashMap<Integer, String>();
    for (var happened : history.of(rma.id())) {
      if (happened.event() instanceof RmaEvent.Inspected inspected) {
        inspected.lines().forEach(line -> finders.put(line.lineNo(), happened.actor()));
      }
    }
    return judged.stream()
        .map(JudgedLine::line)
        .filter(line -> line.again() && by.reference().equals(finders.get(line.lineNo())))
        .map(line -> Refusal.of("second-look-by-another", "", line.lineNo()))
        .toList();
  }

  /** The inspector filmed or photographed the retest of this line. */
  private boolean filmed(Rma rma, RmaLine line) {
    return photos.list(new Album.OfCase(rma.id())).stream()
        .map(Photo::caption)
        .anyMatch(
            caption ->
                caption.source() == PhotoSource.INSPECTOR
                    && caption.slot() == PhotoSlot.FAULT
                    && line.shares(caption.lineNo()));
  }

  private RmaEvent.LineFinding finding(long rmaId, JudgedLine line, Instant at, Actor by) {
    var reported = line.reported();
    var remark = reported.remark();
    var note =
        remark == null || remark.isBlank()
            ? null
            : notes.add(rmaId, reported.lineNo(), Note.Kind.INSPECTION, remark.strip(), at, by);
    return new RmaEvent.LineFinding(
        reported.lineNo(),
        reported.verdict(),
        reported.fault(),
        reported.disposition(),
        line.accepted(),
        line.judged().decision().payerToShop(),
        line.judged().decision().payerToCustomer(),
        note);
  }
}
