package io.tukar.policy.file;

import io.tukar.kernel.Fault;
import io.tukar.kernel.Language;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Symptom;
import io.tukar.kernel.Track;
import io.tukar.kernel.Words;
import io.tukar.policy.clause.Clause;
import io.tukar.policy.clause.ClauseHead;
import io.tukar.policy.clause.ConditionClause;
import io.tukar.policy.clause.ContactClause;
import io.tukar.policy.clause.DifferenceClause;
import io.tukar.policy.clause.EvidenceClause;
import io.tukar.policy.clause.ExclusionClause;
import io.tukar.policy.clause.FeeClause;
import io.tukar.policy.clause.FreightClause;
import io.tukar.policy.clause.InformClause;
import io.tukar.policy.clause.LiabilityClause;
import io.tukar.policy.clause.LimitClause;
import io.tukar.policy.clause.PackingClause;
import io.tukar.policy.clause.RefundClause;
import io.tukar.policy.clause.RetestClause;
import io.tukar.policy.clause.StockClause;
import io.tukar.policy.clause.Tender;
import io.tukar.policy.clause.Trait;
import io.tukar.policy.clause.Vocabulary;
import io.tukar.policy.clause.WarrantyClause;
import io.tukar.policy.clause.When;
import io.tukar.policy.clause.WindowClause;
import io.tukar.policy.decision.ClauseKind;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.tree.Fields;
import io.tukar.policy.tree.Problems;
import java.time.LocalTime;
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

  /** What the other reading of a clause is called, behind its id. */
  static final String OTHER = ".other";

  private static final Pattern ID = Pattern.compile("[A-Z][A-Za-z0-9.-]{0,15}");

  private final Fields item;
  private final Problems problems;
  private final Set<Language> languages;

  private ClauseFile(Fields item, Problems problems, Set<Language> languages) {
    this.item = item;
    this.problems = problems;
    this.languages = languages;
  }

  /**
   * A clause, and behind it the other way to read it where it names one.
   *
   * @param other decides only where both readings are switched on
   */
  record Reading(Clause clause, Optional<Clause> other) {}

  /** Empty where something is wrong with it. */
  static Optional<Reading> read(Fields item, Problems problems, Set<Language> languages) {
    return new ClauseFile(item, problems, languages).read();
  }

  private Optional<Reading> read() {
    var before = problems.errors();
    var kind = item.word("kind", Vocabulary.KINDS);
    if (problems.errors() > before) {
      // Without a kind nobody can tell which fields are known.
      return Optional.empty();
    }
    var head = head(kind);
    var reading =
        switch (kind) {
          case WINDOW -> window(head);
          case WARRANTY ->
              alone(new WarrantyClause(head, new TimeLimitFile(item).limit(), symptoms()));
          case CONDITION -> condition(head);
          case RETEST -> alone(new RetestClause(head));
          case LIABILITY -> alone(new LiabilityClause(head, faults("not-covered")));
          case EXCLUSION -> alone(exclusion(head));
          case LIMIT -> alone(limits(head));
          case EVIDENCE -> alone(new EvidenceClause(head, photos()));
          case STOCK -> alone(new StockClause(head));
          case DIFFERENCE -> alone(new DifferenceClause(head, tender()));
          case FEE -> alone(fee(head));
          case FREIGHT -> alone(new FreightClause(head, faults("shop-pays")));
          case PACKING ->
              alone(
                  new PackingClause(
                      head, item.words("in-box", languages), item.words("without-box", languages)));
          case CONTACT -> alone(contact(head));
          case REFUND -> alone(refund(head));
          case INFORM -> alone(new InformClause(head));
        };
    item.done();
    return problems.errors() > before ? Optional.empty() : Optional.of(reading);
  }

  private static Reading alone(Clause clause) {
    return new Reading(clause, Optional.empty());
  }

  private ClauseHead head(ClauseKind kind) {
    var id =
        item.parsed(
                "id",
                new Words(
                    "huruf besar, lalu huruf, angka, titik atau tanda hubung",
                    "a capital letter, then letters, digits, dots or hyphens"),
                text ->
                    ID.matcher(text).matches() && !text.endsWith(OTHER)
                        ? Optional.of(text)
                        : Optional.empty())
            .orElse("?");
    var severity = item.word("severity", Vocabulary.SEVERITIES);
    if (!kind.severities().contains(severity)) {
      item.error(
          "severity",
          new Words(
              "pasal jenis " + kind.word() + " tidak dapat " + Vocabulary.word(severity),
              "a clause of kind " + kind.word() + " cannot " + Vocabulary.word(severity)));
    }
    var tracks =
        item.has("tracks")
            ? EnumSet.copyOf(atLeastOne("tracks", item.words("tracks", Vocabulary.TRACKS)))
            : EnumSet.allOf(Track.class);
    var when =
        item.has("when")
            ? item.scalarAt("when")
                .flatMap(text -> WhenFile.read(text, problems))
                .orElse(When.ALWAYS)
            : When.ALWAYS;
    return new ClauseHead(
        id, kind, severity, tracks, when, source(), item.words("text", languages));
  }

  private String source() {
    var source = item.text("source").strip();
    if (source.isEmpty()) {
      item.error(
          "source",
          new Words(
              "source harus kalimat yang menjadi dasar pasal",
              "source must be the sentence that the clause renders"));
    }
    return source;
  }

  static Words atLeastOne(String name) {
    return new Words(name + " harus menyebut sedikitnya satu", name + " must name at least one");
  }

  private List<Track> atLeastOne(String name, List<Track> tracks) {
    if (tracks.isEmpty()) {
      item.error(name, atLeastOne(name));
      return List.of(Track.SHOP_FAULT);
    }
    return tracks;
  }

  private Reading window(ClauseHead head) {
    var limit = new TimeLimitFile(item).windowLimit();
    return new Reading(
        new WindowClause(head, limit),
        limit
            .inOtherReading()
            .map(other -> new WindowClause(otherwise(head, head.tracks()), other)));
  }

  private Set<Symptom> symptoms() {
    return item.has("symptoms")
        ? Set.copyOf(item.words("symptoms", Vocabulary.SYMPTOMS))
        : Set.of();
  }

  private Reading condition(ClauseHead head) {
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
      item.error(
          "requires", new Words("satu syarat diminta dua kali", "a trait is required twice"));
    }
    var waived = new EnumMap<ReturnReason, Set<Trait>>(ReturnReason.class);
    if (item.has("waived")) {
      byReason("waived", Vocabulary.TRAITS)
          .forEach((reason, traits) -> waived.put(reason, Set.copyOf(traits)));
    }
    var permits =
        item.has("permits-without")
            ? Set.copyOf(item.words("permits-without", Vocabulary.TRAITS))
            : Set.<Trait>of();
    for (var requirement : requirements) {
      if (permits.contains(requirement.trait())) {
        item.error(
            "permits-without",
            new Words(
                "pasal ini mensyaratkan "
                    + requirement.trait().word()
                    + " dan sekaligus membolehkan barang tanpanya",
                "the clause requires "
                    + requirement.trait().word()
                    + " and permits goods without it"));
      }
    }
    var clause = new ConditionClause(head, List.copyOf(requirements), Map.copyOf(waived), permits);
    var other =
        item.has("other-reading")
            ? Optional.of(
                EnumSet.copyOf(
                    atLeastOne("other-reading", item.words("other-reading", Vocabulary.TRACKS))))
            : Optional.<EnumSet<Track>>empty();
    return new Reading(
        clause,
        other.map(
            tracks ->
                new ConditionClause(
                    otherwise(head, tracks), clause.requires(), clause.waived(), permits)));
  }

  private static ClauseHead otherwise(ClauseHead head, Set<Track> tracks) {
    return new ClauseHead(
        head.id() + OTHER,
        head.kind(),
        head.severity(),
        tracks,
        head.when(),
        head.source(),
        head.text());
  }

  private ExclusionClause exclusion(ClauseHead head) {
    if (!item.has("categories") && !item.has("products")) {
      item.error(
          "kind",
          new Words(
              "pengecualian menyebut categories atau products",
              "an exclusion names categories or products"));
    }
    return new ExclusionClause(
        head,
        item.has("categories") ? categories() : Set.of(),
        item.has("products") ? products() : Set.of(),
        item.has("activated") && item.yesNo("activated"));
  }

  private LimitClause limits(ClauseHead head) {
    var units =
        item.has("units-max")
            ? Optional.of(item.number("units-max", 1, ReturnFacts.QUANTITY_MAX))
            : Optional.<Integer>empty();
    var frequency =
        item.has("exchanges-max")
            ? Optional.of(
                new LimitClause.Frequency(
                    item.number("exchanges-max", 1, LimitClause.Frequency.EXCHANGES_MAX),
                    item.number("within-days", 1, LimitClause.Frequency.WITHIN_DAYS_MAX)))
            : Optional.<LimitClause.Frequency>empty();
    if (units.isEmpty() && frequency.isEmpty()) {
      item.error(
          "kind",
          new Words(
              "batas menyebut units-max, atau exchanges-max dan within-days",
              "a limit names units-max, or exchanges-max and within-days"));
    }
    return new LimitClause(head, units, frequency);
  }

  private FeeClause fee(ClauseHead head) {
    if (item.has("amount") == item.has("percent")) {
      item.error(
          "kind",
          new Words(
              "biaya menyebut amount atau percent, salah satu saja",
              "a fee names either an amount or a percent"));
    }
    var rate =
        item.has("amount")
            ? new FeeClause.Rate.Fixed(
                item.longNumber("amount", 1, FeeClause.Rate.Fixed.RUPIAH_MAX))
            : new FeeClause.Rate.Percent(
                item.has("percent")
                    ? item.number("percent", 1, FeeClause.Rate.Percent.PERCENT_MAX)
                    : 1);
    return new FeeClause(head, rate, item.has("waived-for") ? faults("waived-for") : Set.of());
  }

  private List<Tender> tender() {
    if (!item.has("tender")) {
      return List.of(Tender.BANK_TRANSFER);
    }
    var tender = item.words("tender", Vocabulary.TENDERS);
    if (tender.isEmpty()) {
      item.error("tender", atLeastOne("tender"));
    }
    return List.copyOf(tender);
  }

  private ContactClause contact(ClauseHead head) {
    var channels = Set.copyOf(item.words("channels", Vocabulary.CHANNELS));
    if (channels.isEmpty()) {
      item.error("channels", atLeastOne("channels"));
    }
    var opens = time("opens");
    var closes = time("closes");
    if (!opens.isBefore(closes)) {
      item.error(
          "closes", new Words("closes harus setelah opens", "closes must be later than opens"));
    }
    return new ContactClause(
        head,
        channels,
        opens,
        closes,
        item.number("answer-hours", 1, ContactClause.ANSWER_HOURS_MAX));
  }

  private LocalTime time(String name) {
    return item.parsed(
            name, new Words("jam seperti \"09:00\"", "a time such as \"09:00\""), Fields::toTime)
        .orElse(name.equals("opens") ? LocalTime.MIN : LocalTime.MAX);
  }

  private RefundClause refund(ClauseHead head) {
    var grounds = Set.copyOf(item.words("grounds", Vocabulary.GROUNDS));
    if (grounds.isEmpty()) {
      item.error("grounds", atLeastOne("grounds"));
    }
    return new RefundClause(
        head,
        grounds,
        item.number("approvals", RefundClause.APPROVALS_MIN, RefundClause.APPROVALS_MAX));
  }

  private Set<Fault> faults(String name) {
    return Set.copyOf(item.words(name, Vocabulary.FAULTS));
  }

  private Set<String> categories() {
    var categories = new HashSet<String>();
    item.texts("categories").forEach(text -> categories.add(text.strip().toLowerCase(Locale.ROOT)));
    return Set.copyOf(categories);
  }

  private Set<Sku> products() {
    var products = new HashSet<Sku>();
    for (var text : item.texts("products")) {
      Sku.parse(text)
          .ifPresentOrElse(
              products::add,
              () ->
                  item.error(
                      "products",
                      new Words(
                          "products harus SKU, bukan '" + text + "'",
                          "products must be SKUs, not '" + text + "'")));
    }
    return Set.copyOf(products);
  }

  private Map<ReturnReason, List<PhotoSlot>> photos() {
    return Map.copyOf(byReason("photos", Vocabulary.PHOTOS));
  }

  private <T> Map<ReturnReason, List<T>> byReason(String name, Map<String, T> known) {
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
}
