package io.tukar.policy;

import io.tukar.calendar.DayUnit;
import io.tukar.calendar.Deadline;
import io.tukar.kernel.Fault;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Track;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one clause of a policy file. */
final class ClauseFile {

  private static final int BUFFER_DAYS_MAX = 60;
  private static final Pattern ID = Pattern.compile("[A-Z][A-Za-z0-9.-]{0,15}");
  private static final Pattern PERIOD = Pattern.compile("(\\d{1,4}) (working|calendar)");

  private ClauseFile() {}

  /** Empty where something is wrong with it. */
  static Optional<Clause> read(Fields item, Problems problems) {
    var before = problems.errors();
    var kind = item.word("kind", Vocabulary.KINDS);
    if (problems.errors() > before) {
      // Without a kind nobody can tell which fields are known.
      return Optional.empty();
    }
    var head = head(item, kind);
    var clause =
        switch (kind) {
          case WINDOW -> window(head, item);
          case CONDITION -> condition(head, item);
          case RETEST -> new RetestClause(head);
          case LIABILITY -> new LiabilityClause(head, faults(item, "not-covered"));
          case EXCLUSION -> new ExclusionClause(head, categories(item));
          case EVIDENCE -> new EvidenceClause(head, photos(item));
          case STOCK -> new StockClause(head);
          case DIFFERENCE -> new DifferenceClause(head);
          case FREIGHT -> new FreightClause(head, faults(item, "shop-pays"));
          case PACKING -> new PackingClause(head, item.words("in-box"), item.words("without-box"));
          case INFORM -> new InformClause(head);
        };
    item.done();
    return problems.errors() > before ? Optional.empty() : Optional.of(clause);
  }

  private static ClauseHead head(Fields item, ClauseKind kind) {
    var id =
        item.parsed(
                "id",
                "a capital letter, then letters, digits, dots or hyphens",
                text -> ID.matcher(text).matches() ? Optional.of(text) : Optional.empty())
            .orElse("?");
    var severity = item.word("severity", Vocabulary.SEVERITIES);
    if (!allowed(kind).contains(severity)) {
      item.error(
          "severity", "a clause of kind " + kind.word() + " cannot " + Vocabulary.word(severity));
    }
    var tracks =
        item.has("tracks")
            ? EnumSet.copyOf(atLeastOne(item.words("tracks", Vocabulary.TRACKS), item))
            : EnumSet.allOf(Track.class);
    return new ClauseHead(
        id, kind, severity, tracks, item.text("source").strip(), item.words("text"));
  }

  private static List<Track> atLeastOne(List<Track> tracks, Fields item) {
    if (tracks.isEmpty()) {
      item.error("tracks", "tracks must name at least one");
      return List.of(Track.SHOP_FAULT);
    }
    return tracks;
  }

  private static Set<Severity> allowed(ClauseKind kind) {
    return switch (kind) {
      case WINDOW, CONDITION, EXCLUSION, LIABILITY -> EnumSet.of(Severity.BLOCK, Severity.REVIEW);
      case RETEST, EVIDENCE -> EnumSet.of(Severity.REVIEW);
      case STOCK -> EnumSet.of(Severity.BLOCK, Severity.REVIEW, Severity.INFORM);
      case DIFFERENCE, FREIGHT -> EnumSet.of(Severity.CHARGE);
      case PACKING, INFORM -> EnumSet.of(Severity.INFORM);
    };
  }

  private static Clause window(ClauseHead head, Fields item) {
    var days = item.number("days", 1, Deadline.DAYS_MAX);
    var unit = item.word("unit", Vocabulary.UNITS);
    var buffer = item.number("dispatch-buffer-days", 0, BUFFER_DAYS_MAX);
    var other =
        item.has("other-reading")
            ? item.parsed("other-reading", "a period such as 7 calendar", ClauseFile::toPeriod)
            : Optional.<WindowClause.Period>empty();
    return new WindowClause(head, new WindowClause.Period(days, unit), buffer, other);
  }

  private static Clause condition(ClauseHead head, Fields item) {
    var requirements = new ArrayList<ConditionClause.Requirement>();
    for (var required : item.list("requires")) {
      requirements.add(
          new ConditionClause.Requirement(
              required.word("trait", Vocabulary.TRAITS),
              required.word("unknown", Vocabulary.WHEN_UNKNOWN)));
      required.done();
    }
    if (requirements.stream().map(ConditionClause.Requirement::trait).distinct().count()
        < requirements.size()) {
      item.error("requires", "a trait is required twice");
    }
    var waived = new EnumMap<ReturnReason, Set<Trait>>(ReturnReason.class);
    if (item.has("waived")) {
      byReason(item, "waived", Vocabulary.TRAITS)
          .forEach((reason, traits) -> waived.put(reason, Set.copyOf(traits)));
    }
    return new ConditionClause(head, List.copyOf(requirements), Map.copyOf(waived));
  }

  private static Set<Fault> faults(Fields item, String name) {
    return Set.copyOf(item.words(name, Vocabulary.FAULTS));
  }

  private static Set<String> categories(Fields item) {
    var categories = new HashSet<String>();
    item.texts("categories").forEach(text -> categories.add(text.strip().toLowerCase(Locale.ROOT)));
    return Set.copyOf(categories);
  }

  private static Map<ReturnReason, List<PhotoSlot>> photos(Fields item) {
    return Map.copyOf(byReason(item, "photos", Vocabulary.PHOTOS));
  }

  private static <T> Map<ReturnReason, List<T>> byReason(
      Fields item, String name, Map<String, T> known) {
    var read = new EnumMap<ReturnReason, List<T>>(ReturnReason.class);
    item.fields(name)
        .ifPresent(
            fields -> {
              for (var reason : ReturnReason.values()) {
                var word = Vocabulary.word(reason);
                if (fields.has(word)) {
                  read.put(reason, List.copyOf(fields.words(word, known)));
                }
              }
              fields.done();
            });
    return read;
  }

  private static Optional<WindowClause.Period> toPeriod(String text) {
    var match = PERIOD.matcher(text);
    return match.matches()
        ? DayUnit.parse(match.group(2))
            .map(unit -> new WindowClause.Period(Integer.parseInt(match.group(1)), unit))
        : Optional.empty();
  }
}
