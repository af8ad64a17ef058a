package io.tukar.policy.file;

import io.tukar.calendar.Deadline;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Currency;
import io.tukar.kernel.Money;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.Words;
import io.tukar.policy.Policy;
import io.tukar.policy.PolicyBook;
import io.tukar.policy.clause.ClauseHead;
import io.tukar.policy.clause.Vocabulary;
import io.tukar.policy.decision.AskedOf;
import io.tukar.policy.decision.Decision;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.decision.Lazy;
import io.tukar.policy.decision.Opening;
import io.tukar.policy.decision.Outcome;
import io.tukar.policy.decision.Payer;
import io.tukar.policy.decision.Severity;
import io.tukar.policy.decision.Truth;
import io.tukar.policy.facts.Source;
import io.tukar.policy.tree.Fields;
import io.tukar.policy.tree.JsonTree;
import io.tukar.policy.tree.Problems;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads a {@link Decision} back from its JSON form. */
public final class DecisionFile {

  private static final Map<String, Outcome> OUTCOMES = Vocabulary.byName(Outcome.values());
  private static final Map<String, Payer> PAYERS = Vocabulary.byName(Payer.values());
  private static final Map<String, Truth> TRUTHS = Vocabulary.byName(Truth.values());
  private static final Map<String, Severity> SEVERITIES = Vocabulary.byName(Severity.values());
  private static final Map<String, AskedOf> ASKED = Vocabulary.byName(AskedOf.values());
  private static final Map<String, Source> SOURCES = Vocabulary.byName(Source.values());
  private static final Map<String, PhotoSlot> PHOTOS = Vocabulary.byName(PhotoSlot.values());
  private static final Map<String, Currency> CURRENCIES = Vocabulary.byName(Currency.values());

  private DecisionFile() {}

  /**
   * Reads a decision back from its canonical form, with the clauses' texts where the version is in
   * this book. Empty where the bytes are no decision of this format.
   */
  public static Optional<Decision> read(byte[] json, PolicyBook book) {
    var problems = new Problems();
    var decision =
        JsonTree.parse(new String(json, StandardCharsets.UTF_8), problems)
            .flatMap(tree -> Fields.of(tree, problems))
            .map(root -> decision(root, book));
    return problems.errors() == 0 ? decision : Optional.empty();
  }

  private static Decision decision(Fields root, PolicyBook book) {
    root.number("format", Decision.FORMAT, Decision.FORMAT);
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
    var why = new Finding.Why(explanation, inputs(fields));
    return new Finding(
        clause,
        fields.word("kind", Vocabulary.KINDS),
        applies,
        fields.word("truth", TRUTHS),
        fields.word("severity", SEVERITIES),
        fields.has("askedOf") ? fields.word("askedOf", ASKED) : AskedOf.NOBODY,
        text.orElse(explanation),
        () -> why,
        fields.has("missing") ? fields.texts("missing") : List.of());
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
                    .parsed("zone", new Words("zona waktu", "a time zone"), DecisionFile::toZone)
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
            ? fields.parsed(
                "cutOff", new Words("jam seperti 17:00", "a time such as 17:00"), Fields::toTime)
            : Optional.empty());
  }

  private static Optional<ZoneId> toZone(String text) {
    return ZoneId.getAvailableZoneIds().contains(text)
        ? Optional.of(ZoneId.of(text))
        : Optional.empty();
  }
}
