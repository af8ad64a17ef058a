package io.tukar.rma;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.outbox.Notice;
import io.tukar.stock.Holds;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ways out before goods came. What the case claimed and held is let go when it is filed. */
@Component
class SideExits {

  private final CaseFiles files;
  private final Advances advances;
  private final Notes notes;

  SideExits(CaseFiles files, Advances advances, Notes notes) {
    this.files = files;
    this.advances = advances;
    this.notes = notes;
  }

  /** A person declines the whole case, with the reason the customer is told. */
  Answer<Rma> decline(CaseRef ref, @Nullable String reason, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          if (reason == null || reason.isBlank()) {
            return Answer.refused(Refusal.of("reason-needed", "reason"));
          }
          var note =
              notes.add(journal.now().id(), null, Note.Kind.OVERRIDE, reason.strip(), at, by);
          return ended(journal, new RmaEvent.Declined(note), Notice.DECLINED, at, by);
        });
  }

  /** The customer keeps one of several lines. */
  Answer<Rma> withdraw(CaseRef ref, int lineNo, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          var others =
              journal.now().lines().stream()
                  .anyMatch(line -> line.lineNo() != lineNo && line.state().pending());
          if (!others) {
            return Answer.refused(Refusal.of("last-line", "lines", lineNo));
          }
          var refusal = journal.append(new RmaEvent.LineWithdrawn(lineNo), at, by);
          return refusal
              .map(Answer::<Rma>refused)
              .orElseGet(() -> Answer.done(files.file(journal, at)));
        });
  }

  Answer<Rma> cancel(CaseRef ref, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          advances.letGo(journal, at, by);
          return ended(journal, new RmaEvent.Cancelled(), Notice.CANCELLED, at, by);
        });
  }

  Answer<Rma> expire(CaseRef ref, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          var refusal = journal.append(new RmaEvent.Expired(), at, by);
          if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
          }
          journal.tell(Notice.EXPIRED);
          return Answer.done(files.file(journal, Holds.End.EXPIRED, at));
        });
  }

  private Answer<Rma> ended(Journal journal, RmaEvent event, Notice notice, Instant at, Actor by) {
    var refusal = journal.append(event, at, by);
    if (refusal.isPresent()) {
      return Answer.refused(refusal.get());
    }
    journal.tell(notice);
    return Answer.done(files.file(journal, at));
  }
}
