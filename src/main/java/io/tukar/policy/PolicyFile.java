package io.tukar.policy;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Track;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a policy from its YAML form; docs/policy-format.md describes it. */
public final class PolicyFile {

  /** The policy that comes with the product. */
  public static final String SHIPPED = "/policy/default.yaml";

  private static final int CLAUSES_MAX = 100;
  private static final int ISO_DATE_CHARS = 10;
  private static final int VERSION_MAX = 1_000_000;
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  /**
   * What came of reading.
   *
   * @param policy empty where there are errors
   * @param problems errors and warnings in order of place
   */
  public record Reading(Optional<Policy> policy, List<PolicyProblem> problems) {}

  private PolicyFile() {}

  static Policy shipped() {
    try (var in = Objects.requireNonNull(PolicyFile.class.getResourceAsStream(SHIPPED))) {
      var reading = read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return reading
          .policy()
          .orElseThrow(() -> new IllegalStateException(reading.problems().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a policy and says everything that is wrong with it, by line and column. */
  public static Reading read(String yaml) {
    var problems = new Problems();
    var policy =
        YamlTree.parse(yaml, problems)
            .flatMap(tree -> Fields.of(tree, problems))
            .flatMap(root -> policy(root, problems));
    return new Reading(policy, problems.list());
  }

  private static Optional<Policy> policy(Fields root, Problems problems) {
    var id =
        root.parsed("policy", "lower-case letters, digits and hyphens", PolicyFile::toId)
            .orElse("?");
    var version = root.number("version", 1, VERSION_MAX);
    var effectiveFrom =
        root.parsed(
                "effective-from",
                "a date such as 2026-12-01, or an instant such as 2026-12-01T08:00:00+07:00",
                PolicyFile::toInstant)
            .orElse(Instant.EPOCH);
    var leave = root.word("collective-leave", Vocabulary.LEAVE);
    var clauses = new ArrayList<Clause>();
    var ids = new HashSet<String>();
    var items = root.list("clauses");
    root.done();
    if (items.size() > CLAUSES_MAX) {
      root.error("clauses", "more than " + CLAUSES_MAX + " clauses");
      return Optional.empty();
    }
    for (var item : items) {
      var clause = ClauseFile.read(item, problems);
      if (clause.isPresent()) {
        if (!ids.add(clause.get().head().id())) {
          item.error("id", "another clause has the id " + clause.get().head().id());
        }
        onlyOneOf(clause.get(), clauses, item);
        clauses.add(clause.get());
      }
    }
    if (items.isEmpty() && problems.errors() == 0) {
      root.error("clauses", "a policy without clauses decides nothing");
    }
    if (problems.errors() > 0) {
      return Optional.empty();
    }
    PolicyLint.check(clauses, items, problems);
    return Optional.of(new Policy(id, version, effectiveFrom, leave, clauses));
  }

  /** Two windows, prices or payers for the same goods would contradict each other. */
  private static void onlyOneOf(Clause clause, List<Clause> before, Fields item) {
    var kind = clause.head().kind();
    if (!Policy.SINGLE_KINDS.contains(kind)) {
      return;
    }
    for (var track : Track.values()) {
      if (clause.head().tracks().contains(track) && Policy.count(before, kind, track) > 0) {
        item.error(
            "kind",
            "another clause of kind "
                + kind.word()
                + " concerns the track "
                + Vocabulary.word(track)
                + " already");
      }
    }
  }

  /** A date counts from its first instant in the shop's time zone. */
  private static Optional<Instant> toInstant(String text) {
    var day = Fields.toDate(text);
    if (day.isPresent()) {
      return day.map(date -> date.atStartOfDay(WorkingCalendar.SHOP_ZONE).toInstant());
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant())
          .filter(at -> Fields.toDate(text.substring(0, ISO_DATE_CHARS)).isPresent());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> toId(String text) {
    return ID.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }
}
