package io.tukar.rma;

import io.tukar.calendar.ShopCalendar;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.outbox.Notice;
import io.tukar.outbox.Param;
import io.tukar.policy.PolicyBook;
import io.tukar.policy.decision.Decision;
import io.tukar.policy.replay.Decisions;
import io.tukar.policy.versions.Policies;
import io.tukar.stock.Holds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes one open case through a change of the days off: when it is due is counted anew, and what
 * waits for a person because its window was late or provisional is judged anew. The kinder stands.
 */
@Component
class Recounting {

  private static final Actor CLOCK = new Actor.Clock();

  private final CaseFiles files;
  private final History history;
  private final Decisions decisions;
  private final Policies policies;
  private final Gatekeeper gatekeeper;
  private final Holds holds;
  private final ShopCalendar calendar;

  Recounting(
      CaseFiles files,
      History history,
      Decisions decisions,
      Policies policies,
      Gatekeeper gatekeeper,
      Holds holds,
      ShopCalendar calendar) {
    this.files = files;
    this.history = history;
    this.decisions = decisions;
    this.policies = policies;
    this.gatekeeper = gatekeeper;
    this.holds = holds;
    this.calendar = calendar;
  }

  /**
   * What other days off mean for a case.
   *
   * @param anew the lines whose decision becomes another one
   * @param verdicts of every line that waits, those of {@code anew} among them
   * @param decided whether a line's outcome is another one
   */
  record Change(
      Optional<Recount.Moved> moved,
      List<Decisions.Judged> anew,
      List<Gatekeeper.LineVerdict> verdicts,
      boolean decided) {

    boolean isEmpty() {
      return moved.isEmpty() && anew.isEmpty();
    }
  }

  /** What these days off mean for a case that happened so; nothing is written. */
  Change look(Rma rma, List<Happened> happened, WorkingCalendar days, Instant now) {
    var counted = new Promises(at -> policies.current().inForceAt(at).serviceHours(days));
    var moved = Recount.of(rma, happened, counted, now);
    return rma.status() == RmaStatus.REQUESTED
        ? judged(rma, moved, policies.current().on(days))
        : new Change(moved, List.of(), List.of(), false);
  }

  private Change judged(Rma rma, Optional<Recount.Moved> moved, PolicyBook book) {
    var anew = new ArrayList<Decisions.Judged>();
    var verdicts = new ArrayList<Gatekeeper.LineVerdict>();
    var decided = false;
    for (var kept : decisions.latest(rma.id()).values()) {
      var line = rma.line(kept.lineNo());
      if (line.isEmpty() || line.get().state() != LineState.REQUESTED) {
        continue;
      }
      var other =
          turnsOnTheDays(kept)
              ? book.judgeAnew(kept.facts(), kept.decision())
              : Optional.<Decision>empty();
      if (other.isPresent()) {
        anew.add(
            new Decisions.Judged(
                kept.lineNo(), Decisions.Stage.CALENDAR, kept.facts(), other.get()));
        decided |= other.get().outcome() != kept.decision().outcome();
      }
      verdicts.add(new Gatekeeper.LineVerdict(kept.lineNo(), other.orElse(kept.decision())));
    }
    return new Change(moved, anew, verdicts, decided);
  }

  /** Other days off can only help whom the old ones made late, or left in doubt. */
  private static boolean turnsOnTheDays(Decisions.Kept kept) {
    return kept.decision()
        .deadline()
        .filter(due -> due.provisional() || !due.metBy(kept.facts().claim().firstContactAt()))
        .isPresent();
  }

  /** Makes the change; refused where there is none any more. Within a transaction. */
  Answer<Rma> recount(CaseRef ref, Instant at) {
    return files.change(
        ref,
        journal -> {
          var days = calendar.current();
          var rma = journal.now();
          var change = look(rma, history.of(rma.id()), days, at);
          var due = rma.dueAt();
          if (change.isEmpty() || due == null) {
            return Answer.refused(Refusal.of("not-now", "", RmaEvent.Kind.RECOUNTED, rma.status()));
          }
          var refusal = journal.append(event(change, due, days), at, CLOCK);
          if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
          }
          change.moved().ifPresent(moved -> tell(journal, moved));
          Decisions.keep(rma.id(), change.anew(), at, journal.writes());
          if (change.decided()) {
            gatekeeper.follow(journal, change.verdicts(), at, CLOCK);
          }
          return Answer.done(files.file(journal, at));
        });
  }

  private static RmaEvent.Recounted event(Change change, Instant due, WorkingCalendar days) {
    return new RmaEvent.Recounted(
        due,
        change.moved().map(Recount.Moved::to).orElse(due),
        change.moved().map(Recount.Moved::shipBy).orElse(null),
        change.anew().stream().map(Decisions.Judged::lineNo).toList(),
        days.id());
  }

  private void tell(Journal journal, Recount.Moved moved) {
    if (moved.shipBy() != null) {
      // What is set aside waits as long as the customer may take.
      holds.extend(journal.now().id(), moved.to());
    }
    var step = step(journal.now());
    if (step != null) {
      journal.tell(
          Notice.DATE_MOVED,
          said ->
              said.with(Param.STEP, step)
                  .with(Param.DAY_BEFORE, Promises.day(moved.from()))
                  .with(Param.DAY_NOW, Promises.day(moved.to())));
    }
  }

  /** What the customer has until then to do; null where the date is not theirs. */
  private static @Nullable String step(Rma rma) {
    return switch (rma.status()) {
      case NEEDS_EVIDENCE -> "PHOTOS";
      case AUTHORIZED -> rma.parcelSent() ? null : "SHIP";
      case SETTLED -> rma.balance().isPositive() ? "PAY" : null;
      case DISPATCHED -> "ANSWER";
      case REQUESTED, RECEIVED, INSPECTED, CLOSED, DECLINED, CANCELLED, EXPIRED -> null;
    };
  }
}
