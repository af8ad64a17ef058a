package io.tukar.policy.versions;

import static io.tukar.policy.versions.VersionRows.utc;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Role;
import io.tukar.policy.edit.PolicyText;
import io.tukar.policy.file.PolicyFile;
import io.tukar.rows.AllOrNothing;
import io.tukar.rows.Writes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The verbs by which a shop changes its policy: draft, save, submit, send back, approve, withdraw.
 * Rolling back is a new draft with an older text. Each is one transaction and can be repeated.
 */
@Component
public class PolicyOffice {

  /** Characters of a word given with a step. */
  public static final int NOTE_CHARS_MAX = 1_000;

  /** Drafts, and versions in review, at a time. */
  public static final int OPEN_MAX = 20;

  private final VersionRows rows;
  private final AllOrNothing verbs;
  private final PolicyVersions versions;
  private final Policies policies;

  PolicyOffice(VersionRows rows, AllOrNothing verbs, PolicyVersions versions, Policies policies) {
    this.rows = rows;
    this.verbs = verbs;
    this.versions = versions;
    this.policies = policies;
  }

  /**
   * A draft to be made.
   *
   * @param from the version whose text it begins with: the latest, or an older one to roll back to
   * @param effectiveFrom a day, counted in the shop's time zone
   * @param key the same for a form sent twice
   */
  public record NewDraft(int from, LocalDate effectiveFrom, UUID key) {}

  /** Begins a draft with the next number. */
  public Answer<PolicyVersion> draft(NewDraft wanted, Actor.Staff by, Instant at) {
    if (by.role() != Role.MANAGER) {
      return Answer.refused(Refusal.of("policy-managers-only", ""));
    }
    var starts = wanted.effectiveFrom().atStartOfDay(WorkingCalendar.SHOP_ZONE).toInstant();
    if (starts.isBefore(at)) {
      return Answer.refused(
          Refusal.of("policy-effective-past", "effectiveFrom", wanted.effectiveFrom()));
    }
    return whole(
        () -> {
          rows.lockNumbers();
          var before = rows.byKey(wanted.key());
          if (before.isPresent()) {
            return Answer.done(before.get());
          }
          var text = versions.text(wanted.from());
          if (text.isEmpty()) {
            return Answer.refused(Refusal.of("policy-no-such-version", "from", wanted.from()));
          }
          if (rows.open() >= OPEN_MAX) {
            return Answer.refused(Refusal.of("policy-too-many-open", "", OPEN_MAX));
          }
          return Answer.done(write(wanted, text.get(), by, at));
        });
  }

  private PolicyVersion write(NewDraft wanted, String text, Actor.Staff by, Instant at) {
    var number = rows.nextNumber();
    var draft =
        PolicyText.of(text)
            .withHead("version", String.valueOf(number))
            .withHead("effective-from", wanted.effectiveFrom().toString())
            .text();
    var writes = new Writes();
    rows.insert(writes, wanted, number, draft, by, at);
    rows.step(writes, number, VersionStep.Kind.DRAFTED, TextHash.of(draft), "", by, at);
    rows.send(writes);
    return versions.find(number).orElseThrow().version();
  }

  /** Keeps a draft's text as it was written, sound or not. */
  public Answer<PolicyVersion> save(VersionRef ref, String typed, Actor.Staff by, Instant at) {
    var text = PolicyText.of(typed).text();
    if (text.getBytes(StandardCharsets.UTF_8).length > PolicyFile.BYTES_MAX) {
      return Answer.refused(
          Refusal.of("policy-text-too-long", "text", PolicyFile.BYTES_MAX / 1024));
    }
    if (text.indexOf('\0') >= 0) {
      return Answer.refused(Refusal.of("policy-text-unreadable", "text"));
    }
    return changed(
        ref,
        by,
        (before, writes) -> {
          var same = before.text().equals(text);
          if (before.version().state() != VersionState.DRAFT) {
            return refused(before.version(), ref);
          }
          if (same && before.version().savedBy() == by.id()) {
            return Optional.empty();
          }
          if (isStale(before.version(), ref)) {
            return stale(before.version());
          }
          if (same) {
            return Optional.empty();
          }
          rows.update(
              writes,
              before.version(),
              "text = ?, sha256 = ?, saved_by = ?, saved_at = ?",
              text,
              TextHash.of(text),
              by.id(),
              utc(at));
          rows.step(writes, ref.number(), VersionStep.Kind.SAVED, TextHash.of(text), "", by, at);
          return Optional.empty();
        });
  }

  /** Hands a draft without errors to a second manager. */
  public Answer<PolicyVersion> submit(VersionRef ref, String note, Actor.Staff by, Instant at) {
    return changed(
        ref,
        by,
        note,
        (before, writes) -> {
          var version = before.version();
          if (isRepeated(version, ref, VersionState.IN_REVIEW)) {
            return Optional.empty();
          }
          if (version.state() != VersionState.DRAFT || isStale(version, ref)) {
            return refused(version, ref);
          }
          var check = Publishable.check(before, at);
          if (check instanceof Answer.Refused<Instant>(var reasons)) {
            return Optional.of(reasons);
          }
          rows.update(
              writes,
              version,
              "state = 'IN_REVIEW', submitted_by = ?, submitted_at = ?, effective_from = ?, note ="
                  + " ?",
              by.id(),
              utc(at),
              utc(((Answer.Done<Instant>) check).value()),
              note.strip());
          rows.step(writes, before, VersionStep.Kind.SUBMITTED, note, by, at);
          return Optional.empty();
        });
  }

  /** Gives a version in review back to be written on, and says why. */
  public Answer<PolicyVersion> sendBack(VersionRef ref, String word, Actor.Staff by, Instant at) {
    if (word.isBlank()) {
      return Answer.refused(Refusal.of("policy-word-missing", "note"));
    }
    return changed(
        ref,
        by,
        word,
        (before, writes) -> {
          var version = before.version();
          if (isRepeated(version, ref, VersionState.DRAFT)) {
            return Optional.empty();
          }
          if (version.state() != VersionState.IN_REVIEW || isStale(version, ref)) {
            return refused(version, ref);
          }
          rows.update(
              writes, version, "state = 'DRAFT', effective_from = null, note = ?", word.strip());
          rows.step(writes, before, VersionStep.Kind.SENT_BACK, word, by, at);
          return Optional.empty();
        });
  }

  /** Publishes what a colleague wrote: from its instant on it decides. */
  public Answer<PolicyVersion> approve(VersionRef ref, String note, Actor.Staff by, Instant at) {
    return changed(
        ref,
        by,
        note,
        (before, writes) -> {
          var version = before.version();
          if (version.state() == VersionState.PUBLISHED
              && version.reviewerId().equals(Optional.of(by.id()))) {
            return Optional.empty();
          }
          if (version.state() != VersionState.IN_REVIEW || isStale(version, ref)) {
            return refused(version, ref);
          }
          if (versions.isWrittenBy(by.id(), ref.number())) {
            return Optional.of(List.of(Refusal.of("policy-own-text", "")));
          }
          var check = Publishable.check(before, at);
          if (check instanceof Answer.Refused<Instant>(var reasons)) {
            return Optional.of(reasons);
          }
          rows.lockNumbers();
          var starts = ((Answer.Done<Instant>) check).value();
          var other = rows.publishedAt(starts);
          if (other.isPresent()) {
            return Optional.of(
                List.of(
                    Publishable.atEffectiveFrom(before, "policy-effective-taken", other.get())));
          }
          rows.update(
              writes,
              version,
              "state = 'PUBLISHED', reviewer_id = ?, published_at = ?, note = ?",
              by.id(),
              utc(at),
              note.strip());
          rows.step(writes, before, VersionStep.Kind.PUBLISHED, note, by, at);
          rows.countUp(writes);
          return Optional.empty();
        });
  }

  /** Gives a version up that has decided nothing yet. */
  public Answer<PolicyVersion> withdraw(VersionRef ref, String note, Actor.Staff by, Instant at) {
    return changed(
        ref,
        by,
        note,
        (before, writes) -> {
          var version = before.version();
          if (isRepeated(version, ref, VersionState.WITHDRAWN)) {
            return Optional.empty();
          }
          if (version.state() == VersionState.WITHDRAWN || isStale(version, ref)) {
            return refused(version, ref);
          }
          if (version.state() == VersionState.PUBLISHED) {
            if (version.effectiveFrom().filter(starts -> starts.isAfter(at)).isEmpty()) {
              return Optional.of(List.of(Refusal.of("policy-in-force", "")));
            }
            rows.countUp(writes);
          }
          rows.update(
              writes,
              version,
              "state = 'WITHDRAWN', withdrawn_at = ?, note = ?",
              utc(at),
              note.strip());
          rows.step(writes, before, VersionStep.Kind.WITHDRAWN, note, by, at);
          return Optional.empty();
        });
  }

  private interface Change
      extends BiFunction<PolicyVersions.Kept, Writes, Optional<List<Refusal>>> {}

  private Answer<PolicyVersion> changed(
      VersionRef ref, Actor.Staff by, String note, Change change) {
    return note.strip().length() > NOTE_CHARS_MAX
        ? Answer.refused(Refusal.of("policy-note-too-long", "note", NOTE_CHARS_MAX))
        : note.indexOf('\0') >= 0
            ? Answer.refused(Refusal.of("policy-text-unreadable", "note"))
            : changed(ref, by, change);
  }

  /** Locks the version, lets the change look at it, and writes what it collects. */
  private Answer<PolicyVersion> changed(VersionRef ref, Actor.Staff by, Change change) {
    if (by.role() != Role.MANAGER) {
      return Answer.refused(Refusal.of("policy-managers-only", ""));
    }
    return whole(
        () -> {
          rows.lock(ref.number());
          var before = versions.find(ref.number());
          if (before.isEmpty()) {
            return Answer.refused(Refusal.of("policy-no-such-version", "", ref.number()));
          }
          var writes = new Writes();
          var refused = change.apply(before.get(), writes);
          if (refused.isPresent()) {
            return new Answer.Refused<>(refused.get());
          }
          rows.send(writes);
          return Answer.done(versions.find(ref.number()).orElseThrow().version());
        });
  }

  /** What it published decides at once. */
  private Answer<PolicyVersion> whole(Supplier<Answer<PolicyVersion>> work) {
    var answer = verbs.run(work);
    policies.look();
    return answer;
  }

  /** The same verb again, whose first answer was lost: the version is as it left it. */
  private static boolean isRepeated(PolicyVersion version, VersionRef ref, VersionState reached) {
    return version.state() == reached && version.row() == ref.row() + 1;
  }

  private static boolean isStale(PolicyVersion version, VersionRef ref) {
    return version.row() != ref.row();
  }

  private static Optional<List<Refusal>> stale(PolicyVersion version) {
    return Optional.of(List.of(Refusal.of("policy-stale", "", version.number())));
  }

  private static Optional<List<Refusal>> refused(PolicyVersion version, VersionRef ref) {
    return isStale(version, ref)
        ? stale(version)
        : Optional.of(List.of(Refusal.of("policy-not-now", "", version.number(), version.state())));
  }
}
