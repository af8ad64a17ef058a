package io.tukar.policy.file;

import static io.tukar.policy.PolicyForTests.clause;
import static io.tukar.policy.PolicyForTests.policy;
import static io.tukar.policy.PolicyForTests.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.kernel.Track;
import io.tukar.policy.clause.DifferenceClause;
import io.tukar.policy.clause.Tender;
import io.tukar.policy.tree.PolicyProblem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a clause of each kind may not say. */
class ClauseFileTest {

  private static final String WINDOW = "days: 7/unit: working/dispatch-buffer: {default: 7}";
  private static final String HOURS = "opens: \"09:00\"/closes: \"17:00\"/answer-hours: 4";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "condition | review | requires: [{trait: clean, unknown: review, x: 1}] | unknown field 'x'",
        "condition | review | requires: [{trait: clean, unknown: review}, {trait: clean, unknown:"
            + " review}] | a trait is required twice",
        "condition | review | requires: [{trait: clean, unknown: review}]/permits-without: [clean]"
            + " | the clause requires clean and permits goods without it",
        "condition | review | requires: clean | requires must be a list",
        "condition | review | requires: [clean] | expected fields",
        "condition | review | requires: []/waived: {changed-mind: [shiny]} | unknown changed-mind",
        "condition | review | requires: []/other-reading: [] | other-reading must name at least one",
        "contact | inform | channels: []/" + HOURS + " | channels must name at least one",
        "contact | inform | channels: [phone]/opens: \"17:00\"/closes: \"09:00\"/answer-hours: 4"
            + " | closes must be later than opens",
        "contact | inform | channels: [phone]/opens: \"09:00\"/closes: \"09:00\"/answer-hours: 4"
            + " | closes must be later than opens",
        "contact | inform | channels: [phone]/opens: \"9am\"/closes: \"09:00\"/answer-hours: 4"
            + " | opens must be a time such as \"09:00\", not '9am'",
        "contact | inform | channels: [phone]/opens: \"09:00\"/closes: \"24:00\"/answer-hours: 4"
            + " | closes must be a time such as \"09:00\", not '24:00'",
        "contact | inform | channels: [phone]/opens: \"09:00\"/closes: \"17:00\"/answer-hours: 201"
            + " | answer-hours must be 1 to 200, not 201",
        "exclusion | block | activated: true | an exclusion names categories or products",
        "exclusion | block | products: [T 31] | products must be SKUs, not 'T 31'",
        "exclusion | block | categories: [[a]] | expected a single value",
        "fee | charge | waived-for: [shop] | a fee names either an amount or a percent",
        "fee | charge | amount: 5/percent: 5 | a fee names either an amount or a percent",
        "fee | charge | percent: 101 | percent must be 1 to 100, not 101",
        "fee | charge | amount: 0 | amount must be 1 to 1000000000, not 0",
        "limit | review | {} | a limit names units-max, or exchanges-max and within-days",
        "limit | review | exchanges-max: 2 | the field within-days is missing",
        "difference | charge | tender: [] | tender must name at least one",
        "difference | charge | tender: [gold] | unknown tender 'gold'",
        "refund | review | grounds: []/approvals: 2 | grounds must name at least one",
        "window | block | days: 7/unit: working/dispatch-buffer: {JNE: 3} | the field default is"
            + " missing",
        "window | block | days: 7/unit: working/dispatch-buffer: {default: 61}"
            + " | default must be 0 to 60, not 61",
        "window | block | days: 7/unit: working/dispatch-buffer: 7 | expected fields",
        "window | block | "
            + WINDOW
            + "/other-reading: 0 calendar | other-reading must be a period",
        "window | block | " + WINDOW + "/other-reading: 7 weeks | other-reading must be a period",
        "window | block | " + WINDOW + "/cut-off: noon | cut-off must be a time",
        "window | block | " + WINDOW + "/when: [a] | expected a single value",
        "window | block | " + WINDOW + "/tracks: [] | tracks must name at least one",
        "evidence | review | photos: {x: [label]} | unknown field 'x'",
        "lottery | review | days: 3 | unknown kind 'lottery'",
      })
  void whatAClauseMayNotSayIsTold(String kind, String severity, String fields, String message) {
    var reading = PolicyFile.load(yaml(clauseOf(kind, severity, fields)));

    assertThat(reading.policy()).isEmpty();
    assertThat(reading.problems())
        .extracting(PolicyProblem::message)
        .anySatisfy(told -> assertThat(told).contains(message));
  }

  @ParameterizedTest
  @CsvSource({"a9, false", "A9, true", "A9.other, false", "A.-b, true", "A2345678901234567, false"})
  void aClausesIdIsShortAndBeginsWithACapitalLetter(String id, boolean good) {
    var reading = PolicyFile.load(yaml(clause(id, "inform", "inform")));

    assertThat(reading.policy().isPresent()).isEqualTo(good);
  }

  @Test
  void aTextLacksNoLanguageOfThePolicyAndNamesNoOther() {
    var whole = yaml(clause("I", "inform", "inform"));

    assertThat(messages(whole.replace("      en: Text of clause I\n", "")))
        .containsExactly("text is missing in the language en");
    assertThat(messages(whole.replace("en: Text", "fr: Texte")))
        .contains("text is missing in the language en")
        .anyMatch(message -> message.startsWith("unknown field 'fr'"));
    assertThat(messages(whole.replace("en: Text of clause I", "en: \"  \"")))
        .containsExactly("text is missing in the language en");
    var indonesian = whole.replace("[id, en]", "[id]").replace("      en: Text of clause I\n", "");
    assertThat(PolicyFile.load(indonesian).policy().orElseThrow().text("I").orElseThrow().en())
        .isEqualTo("Teks pasal I");
    assertThat(messages(whole.replace("[id, en]", "[]")))
        .containsExactly("languages must name at least one");
  }

  @Test
  void aDifferenceIsPaidByBankTransferUnlessItsTenderIsNamed() {
    assertThat(tender("{}")).containsExactly(Tender.BANK_TRANSFER);
    for (var tender : Tender.values()) {
      var word = tender.name().toLowerCase(Locale.ROOT).replace('_', '-');
      assertThat(tender("tender: [" + word + "]")).containsExactly(tender);
    }
  }

  @Test
  void bothReadingsOfAClauseDecideWhereThePolicyFollowsBoth() {
    var window = clauseOf("window", "block", WINDOW + "/other-reading: 14 calendar");
    var condition =
        clause(
            "C",
            "condition",
            "review",
            "tracks: [shop-fault]",
            "requires: []",
            "other-reading: [customer-choice]");
    var followed = policy(window, condition);
    var both =
        PolicyFile.load(yaml(window, condition).replace("clauses:", "readings: both\nclauses:"))
            .policy()
            .orElseThrow();

    assertThat(followed.clauseIds()).containsExactly("K", "C");
    assertThat(both.clauseIds()).containsExactly("K", "K.other", "C", "C.other");
    assertThat(both.clauses().getLast().head().tracks()).containsExactly(Track.CUSTOMER_CHOICE);
  }

  @Test
  void aPolicyHasClausesButNotMoreThanAnybodyReads() {
    assertThat(messages(yaml().replace("clauses:", "clauses: []")))
        .containsExactly("a policy without clauses decides nothing");
    assertThat(PolicyFile.load(yaml(informs(100))).policy().orElseThrow().clauses()).hasSize(100);
    assertThat(messages(yaml(informs(101)))).containsExactly("more than 100 clauses");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-01-01, 2024-12-31T17:00:00Z",
    "2025-01-01T08:00:00+07:00, 2025-01-01T01:00:00Z",
    "2025-01-01T08:00:00Z, 2025-01-01T08:00:00Z",
  })
  void aPolicyBeginsWithADayOrAtAnInstant(String from, Instant begins) {
    var text = yaml(clause("I", "inform", "inform")).replace("2025-01-01", from);

    assertThat(PolicyFile.load(text).policy().orElseThrow().effectiveFrom()).isEqualTo(begins);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-01-01, 1969-12-31T08:00:00Z, effective-from must be a date",
    "jurisdiction: ID, 'jurisdiction: ID\ntime-zone: Europe/Paris', time-zone must be one of",
    "jurisdiction: ID, 'jurisdiction: ID\nextra: 1', unknown field 'extra'",
    "jurisdiction: ID, 'jurisdiction: ID\nreadings: none', unknown readings 'none'",
  })
  void whatAPoliciesHeadMayNotSayIsTold(String from, String to, String message) {
    assertThat(messages(yaml(clause("I", "inform", "inform")).replace(from, to)))
        .anySatisfy(told -> assertThat(told).startsWith(message));
  }

  private static List<Tender> tender(String field) {
    var clause = policy(clauseOf("difference", "charge", field)).clauses().getFirst();
    return ((DifferenceClause) clause).tender();
  }

  private static String[] informs(int count) {
    return Stream.iterate(1, number -> number + 1)
        .limit(count)
        .map(number -> clause("I" + number, "inform", "inform"))
        .toArray(String[]::new);
  }

  private static List<String> messages(String yaml) {
    var reading = PolicyFile.load(yaml);
    assertThat(reading.policy()).isEmpty();
    return reading.problems().stream().map(PolicyProblem::message).toList();
  }

  private static String clauseOf(String kind, String severity, String fields) {
    return clause("K", kind, severity, fields.equals("{}") ? new String[0] : fields.split("/"));
  }
}
