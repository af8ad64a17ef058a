package io.tukar.policy;

import io.tukar.calendar.Deadline;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.CanonicalJson;
import io.tukar.kernel.Currency;
import io.tukar.kernel.Money;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.Words;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The JSON form of a {@link Decision}. */
final class DecisionFile {

  /** Grows when a reader of the older form could misread the newer. */
  static final int FORMAT = 1;

  private static final int CHARS_EXPECTED = 8192;

  private static final Map<String, Outcome> OUTCOMES = Vocabulary.byName(Outcome.values());
  private static final Map<String, Payer> PAYERS = Vocabulary.byName(Payer.values());
  private static final Map<String, Truth> TRUTHS = Vocabulary.byName(Truth.values());
  private static final Map<String, Severity> SEVERITIES = Vocabulary.byName(Severity.values());
  private static final Map<String, AskedOf> ASKED = Vocabulary.byName(AskedOf.values());
  private static final Map<String, Source> SOURCES = Vocabulary.byName(Source.values());
  private static final Map<String, PhotoSlot> PHOTOS = Vocabulary.byName(PhotoSlot.values());
  private static final Map<String, Currency> CURRENCIES = Vocabulary.byName(Currency.values());

  private DecisionFile() {}

  static byte[] write(Decision decision) {
    var json = new CanonicalJson(CHARS_EXPECTED).object();
    deadline(json.key("deadline"), decision.deadline());
    money(json.key("difference"), decision.difference());
    if (!decision.fee().isZero()) {
      money(json.key("fee"), decision.fee());
    }
    json.key("findings").list();
    decision.findings().forEach(finding -> finding(json.item(), finding));
    json.endList().key("format").value(FORMAT);
    json.key("holidaySet").value(decision.holidaySet());
    json.key("missingPhotos").list();
    decision.missingPhotos().forEach(slot -> json.item().value(slot.name()));
    json.endList();
    openings(json, decision.openings());
    deadline(json.key("otherReading"), decision.otherReading());
    json.key("outcome").value(decision.outcome().name());
    json.key("payerToCustomer").value(decision.payerToCustomer().name());
    json.key("payerToShop").value(decision.payerToShop().name());
    json.key("policyId").value(decision.policyId());
    json.key("policyVersion").value(decision.policyVersion());
    return json.endObject().toBytes();
  }

  private static void money(CanonicalJson json, Money money) {
    json.object().key("currency").value(money.currency().name());
    json.key("minor").value(money.minor()).endObject();
  }

  private static void openings(CanonicalJson json, List<Opening> openings) {
    if (openings.isEmpty()) {
      return;
    }
    json.key("openings").list();
    for (var opening : openings) {
      json.item().object().key("answers").list();
      for (var answer : opening.answers()) {
        json.item().object().key("outcome").value(answer.outcome().name());
        json.key("value").value(answer.value());
        words(json.key("words"), answer.words());
        json.endObject();
      }
      json.endList().key("askedOf").value(opening.askedOf().name());
      json.key("clauses").list();
      opening.clauses().forEach(clause -> json.item().value(clause));
      json.endList().key("fact").value(opening.fact());
      words(json.key("words"), opening.words());
      json.endObject();
    }
    json.endList();
  }

  private static void finding(CanonicalJson json, Finding finding) {
    json.object();
    if (!finding.applies()) {
      json.key("applies").value(false);
    }
    if (finding.askedOf() != AskedOf.NOBODY) {
      json.key("askedOf").value(finding.askedOf().name());
    }
    json.key("clause").value(finding.clause());
    // What merely informs explains itself; the policy version holds its text.
    if (finding.applies() && !finding.explanation().equals(finding.text())) {
      words(json.key("explanation"), finding.explanation());
    }
    if (!finding.inputs().isEmpty()) {
      json.key("inputs").list();
      for (var input : finding.inputs()) {
        json.item().object().key("name").value(input.name());
        json.key("source").value(input.source().name());
        json.key("value").value(input.value()).endObject();
      }
      json.endList();
    }
    json.key("kind").value(finding.kind().word());
    if (!finding.missing().isEmpty()) {
      json.key("missing").list();
      finding.missing().forEach(name -> json.item().value(name));
      json.endList();
    }
    json.key("severity").value(finding.severity().name());
    json.key("truth").value(finding.truth().name()).endObject();
  }

  private static void deadline(CanonicalJson json, Optional<Deadline> deadline) {
    if (deadline.isEmpty()) {
      json.nothing();
      return;
    }
    var due = deadline.get();
    json.object();
    due.cutOff().ifPresent(time -> json.key("cutOff").value(time.toString()));
    json.key("date").value(due.date().toString());
    json.key("days").value(due.days());
    json.key("endsAt").value(due.endsAt().toString());
    json.key("provisional").value(due.provisional());
    json.key("received").value(due.received().toString());
    json.key("skipped").list();
    for (var skip : due.skipped()) {
      json.item().object().key("date").value(skip.date().toString());
      if (!skip.reason().equals(WorkingCalendar.WEEKEND)) {
        words(json.key("reason"), skip.reason());
      }
      json.key("weekend").value(skip.weekend()).endObject();
    }
    json.endList().key("undecreedYears").list();
    due.undecreedYears().forEach(year -> json.item().value(year));
    json.endList().key("unit").value(due.unit().word());
    json.key("zone").value(due.zone().getId()).endObject();
  }

  private static void words(CanonicalJson json, Words words) {
    json.object().key("en").value(words.en()).key("id").value(words.id()).endObject();
  }

  /** Empty where the bytes are no decision of this format. */
  static Optional<Decision> read(byte[] json, PolicyBook book) {
    var problems = new Problems();
    var decision =
        JsonTree.parse(new String(json, StandardCharsets.UTF_8), problems)
            .flatMap(tree -> Fields.of(tree, problems))
            .map(root -> decision(root, book));
    return problems.errors() == 0 ? decision : Optional.empty();
  }

  private static Decision decision(Fields root, PolicyBook book) {
    root.number("format", FORMAT, FORMAT);
    var policyId = root.text("policyId");
    var policyVersion = root.number("policyVersion", 1, Integer.MAX_VALUE);
    var policy = book.version(policyId, policyVersion);
    return new Decision(
        policyId,
        policyVersion,
        root.text("holidaySet"),
        root.word("outcome", OUTCOMES),
        root.list("findings").stream().map(item -> finding(item, policy)).toList(),
        readDeadline(root, "deadline"),
        readDeadline(root, "otherReading"),
        root.words("missingPhotos", PHOTOS),
        root.word("payerToShop", PAYERS),
        root.word("payerToCustomer", PAYERS),
        root.fields("difference").map(DecisionFile::money).orElse(Money.rupiah(0)),
        root.has("fee")
            ? root.fields("fee").map(DecisionFile::money).orElse(Money.rupiah(0))
            : Money.rupiah(0),
        kept(
            root.has("openings")
                ? root.list("openings").stream().map(DecisionFile::opening).toList()
                : List.of()));
  }

  private static Supplier<List<Opening>> kept(List<Opening> openings) {
    return new Lazy<>(() -> openings);
  }

  private static Money money(Fields fields) {
    return new Money(
        fields.longNumber("minor", -Money.MINOR_UNITS_MAX, Money.MINOR_UNITS_MAX),
        fields.word("currency", CURRENCIES));
  }

  private static Opening opening(Fields fields) {
    return new Opening(
        fields.text("fact"),
        fields.words("words"),
        fields.word("askedOf", ASKED),
        fields.texts("clauses"),
        fields.list("answers").stream()
            .map(
                answer ->
                    new Opening.Answer(
                        answer.text("value"),
                        answer.words("words"),
                        answer.word("outcome", OUTCOMES)))
            .toList());
  }

  private static Finding finding(Fields fields, Optional<Policy> policy) {
    var clause = fields.text("clause");
    var text = policy.flatMap(version -> version.text(clause));
    var applies = fields.has("applies") ? fields.yesNo("applies") : true;
    var explanation =
        fields.has("explanation")
            ? fields.words("explanation")
            : applies ? text.orElse(new Words(clause, clause)) : ClauseHead.NOT_CONCERNED;
    return new Finding(
        clause,
        fields.word("kind", Vocabulary.KINDS),
        applies,
        fields.word("truth", TRUTHS),
        fields.word("severity", SEVERITIES),
        fields.has("askedOf") ? fields.word("askedOf", ASKED) : AskedOf.NOBODY,
        text.orElse(explanation),
        said(new Finding.Why(explanation, inputs(fields))),
        fields.has("missing") ? fields.texts("missing") : List.of());
  }

  private static Supplier<Finding.Why> said(Finding.Why why) {
    return new Lazy<>(() -> why);
  }

  private static List<Finding.Input> inputs(Fields fields) {
    return fields.has("inputs")
        ? fields.list("inputs").stream()
            .map(
                input ->
                    new Finding.Input(
                        input.text("name"), input.text("value"), input.word("source", SOURCES)))
            .toList()
        : List.of();
  }

  private static Optional<Deadline> readDeadline(Fields root, String name) {
    if (!root.has(name)) {
      return Optional.empty();
    }
    return root.fields(name)
        .flatMap(
            fields ->
                fields
                    .parsed("zone", "a time zone", DecisionFile::toZone)
                    .map(zone -> deadline(fields, zone)));
  }

  private static Deadline deadline(Fields fields, ZoneId zone) {
    return new Deadline(
        fields.date("received"),
        fields.number("days", 0, Deadline.DAYS_MAX),
        fields.word("unit", Vocabulary.UNITS),
        fields.date("date"),
        zone,
        fields.list("skipped").stream()
            .map(
                skip ->
                    new Deadline.Skipped(
                        skip.date("date"),
                        skip.has("reason") ? skip.words("reason") : WorkingCalendar.WEEKEND,
                        skip.yesNo("weekend")))
            .toList(),
        fields.texts("undecreedYears").stream().map(Integer::valueOf).toList(),
        fields.has("cutOff")
            ? fields.parsed("cutOff", "a time such as 17:00", Fields::toTime)
            : Optional.empty());
  }

  private static Optional<ZoneId> toZone(String text) {
    return ZoneId.getAvailableZoneIds().contains(text)
        ? Optional.of(ZoneId.of(text))
        : Optional.empty();
  }
}
