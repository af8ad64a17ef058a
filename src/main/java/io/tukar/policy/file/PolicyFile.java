package io.tukar.policy.file;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Language;
import io.tukar.kernel.Words;
import io.tukar.policy.Jurisdiction;
import io.tukar.policy.Policy;
import io.tukar.policy.PolicyBook;
import io.tukar.policy.Readings;
import io.tukar.policy.clause.Vocabulary;
import io.tukar.policy.lint.PolicyLint;
import io.tukar.policy.tree.Fields;
import io.tukar.policy.tree.PolicyProblem;
import io.tukar.policy.tree.Problems;
import io.tukar.policy.tree.YamlTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a policy from its YAML form; docs/policy-format.md describes it. */
public final class PolicyFile {

  /** The policy that comes with the product. */
  public static final String SHIPPED = "/policy/default.yaml";

  /** UTF-8 bytes of a policy's text. */
  public static final int BYTES_MAX = YamlTree.BYTES_MAX;

  /** Indonesia's time zones. */
  private static final List<String> ZONES =
      List.of("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura");

  private static final Map<String, Language> LANGUAGES =
      Vocabulary.of(Language.values(), Language::code);
  private static final Map<String, Readings> READINGS =
      Vocabulary.of(Readings.values(), Vocabulary::word);
  private static final Map<String, Jurisdiction> JURISDICTIONS =
      Vocabulary.byName(Jurisdiction.values());

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

  /** The policy that comes with the product, on Indonesia's working days. */
  public static PolicyBook shipped() {
    return Shipped.BOOK;
  }

  /** Read once, when first asked for. */
  private static final class Shipped {
    static final PolicyBook BOOK =
        new PolicyBook(List.of(readShipped()), WorkingCalendar.indonesia());
  }

  private static Policy readShipped() {
    try (var in = Objects.requireNonNull(PolicyFile.class.getResourceAsStream(SHIPPED))) {
      var reading = load(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return reading
          .policy()
          .orElseThrow(() -> new IllegalStateException(reading.problems().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a policy and says everything that is wrong with it, by line and column: also where its
   * clauses contradict each other, never decide, or leave a gap.
   */
  public static Reading read(String yaml) {
    return read(yaml, Check.ALL, Instant.MIN);
  }

  /** The same of a draft that is to be published at this instant: it may not begin before. */
  public static Reading readDraft(String yaml, Instant at) {
    return read(yaml, Check.ALL, at);
  }

  /** Reads a policy that was checked before; says only what cannot be read. */
  public static Reading load(String yaml) {
    return read(yaml, Check.FORM, Instant.MIN);
  }

  private static Reading read(String yaml, Check check, Instant publishedAt) {
    var problems = new Problems();
    var policy =
        YamlTree.parse(yaml, problems)
            .flatMap(tree -> Fields.of(tree, problems))
            .flatMap(root -> policy(root, problems, check, publishedAt));
    return new Reading(policy, problems.list());
  }

  /** How much of a policy is looked at. */
  private enum Check {
    /** What it says can be read. */
    FORM,
    /** And it makes sense, over every kind of request. */
    ALL
  }

  private static Optional<Policy> policy(
      Fields root, Problems problems, Check check, Instant publishedAt) {
    var zone =
        root.has("time-zone")
            ? root.parsed(
                    "time-zone",
                    new Words("salah satu dari " + ZONES, "one of " + ZONES),
                    PolicyFile::toZone)
                .orElse(WorkingCalendar.SHOP_ZONE)
            : WorkingCalendar.SHOP_ZONE;
    var id =
        root.parsed(
                "policy",
                new Words(
                    "huruf kecil, angka dan tanda hubung",
                    "lower-case letters, digits and hyphens"),
                PolicyFile::toId)
            .orElse("?");
    var version = root.number("version", 1, VERSION_MAX);
    var effectiveFrom =
        root.parsed(
                "effective-from",
                new Words(
                    "tanggal seperti 2026-12-01, atau saat seperti 2026-12-01T08:00:00+07:00",
                    "a date such as 2026-12-01, or an instant such as 2026-12-01T08:00:00+07:00"),
                text -> toInstant(text, zone))
            .orElse(Instant.EPOCH);
    var leave = root.word("collective-leave", Vocabulary.LEAVE);
    var jurisdiction = root.word("jurisdiction", JURISDICTIONS);
    var languages = languages(root);
    var readings = root.has("readings") ? root.word("readings", READINGS) : Readings.FOLLOWED;
    var clauses = new ArrayList<PolicyLint.Placed>();
    var ids = new HashSet<String>();
    var items = root.list("clauses");
    root.done();
    if (items.size() > CLAUSES_MAX) {
      root.error(
          "clauses",
          new Words(
              "lebih dari " + CLAUSES_MAX + " pasal", "more than " + CLAUSES_MAX + " clauses"));
      return Optional.empty();
    }
    for (var item : items) {
      var read = ClauseFile.read(item, problems, languages);
      if (read.isPresent()) {
        var clause = read.get().clause();
        if (!ids.add(clause.head().id())) {
          item.error(
              "id",
              new Words(
                  "pasal lain sudah bernomor " + clause.head().id(),
                  "another clause has the id " + clause.head().id()));
        }
        clauses.add(new PolicyLint.Placed(clause, item));
        if (readings == Readings.BOTH) {
          read.get().other().ifPresent(other -> clauses.add(new PolicyLint.Placed(other, item)));
        }
      }
    }
    if (items.isEmpty() && problems.errors() == 0) {
      root.error(
          "clauses",
          new Words(
              "kebijakan tanpa pasal tidak memutuskan apa pun",
              "a policy without clauses decides nothing"));
    }
    if (problems.errors() > 0) {
      return Optional.empty();
    }
    var policy =
        new Policy(
            id,
            version,
            effectiveFrom,
            zone,
            leave,
            jurisdiction,
            languages,
            readings,
            clauses.stream().map(PolicyLint.Placed::clause).toList());
    if (policy.beginsBefore(publishedAt)) {
      root.error(
          "effective-from",
          new Words(
              "effective-from "
                  + root.text("effective-from")
                  + " sudah lewat; sebuah versi berlaku mulai saat yang akan datang",
              "effective-from "
                  + root.text("effective-from")
                  + " is in the past; a version takes effect at a later instant"));
    }
    if (check == Check.ALL) {
      PolicyLint.check(policy, clauses, problems);
    }
    return problems.errors() > 0 ? Optional.empty() : Optional.of(policy);
  }

  private static Set<Language> languages(Fields root) {
    var languages = root.words("languages", LANGUAGES);
    if (languages.isEmpty() && root.has("languages")) {
      root.error("languages", ClauseFile.atLeastOne("languages"));
    }
    return languages.isEmpty() ? EnumSet.allOf(Language.class) : EnumSet.copyOf(languages);
  }

  private static Optional<ZoneId> toZone(String text) {
    return ZONES.contains(text) ? Optional.of(ZoneId.of(text)) : Optional.empty();
  }

  /** A date counts from its first instant in the policy's time zone. */
  private static Optional<Instant> toInstant(String text, ZoneId zone) {
    var day = Fields.toDate(text);
    if (day.isPresent()) {
      return day.map(date -> date.atStartOfDay(zone).toInstant());
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
