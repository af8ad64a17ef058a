package io.tukar.policy.file;

import static io.tukar.policy.ReturnFactsFixture.asReceived;
import static io.tukar.policy.ReturnFactsFixture.facts;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.kernel.ContactChannel;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Money;
import io.tukar.kernel.ReturnReason;
import io.tukar.policy.clause.FactKeys;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsFileTest {

  private static final String LEAST =
      """
      {"claim": {"firstContactAt": "2026-03-16T03:15:00Z", "reason": "DEAD_ON_ARRIVAL"},
       "sold": {"orderedOn": "2026-03-09", "sku": "T31P", "paidPerUnit": 1500000},
       "wanted": {"sku": "T33G", "listPrice": 1550000}}
      """;

  @Test
  void theLeastThatCanBeSaidLeavesTheRestUnknown() {
    var facts = read(LEAST);

    assertThat(facts.claim().firstContactAt()).isEqualTo(Instant.parse("2026-03-16T03:15:00Z"));
    assertThat(facts.claim().quantity()).isEqualTo(1);
    assertThat(facts.claim().photos()).isEmpty();
    assertThat(facts.claim().symptom()).isEmpty();
    assertThat(facts.sold().soldInBox()).isTrue();
    assertThat(facts.sold().category()).isEmpty();
    assertThat(facts.sold().dispatchedOn()).isEmpty();
    assertThat(facts.sold().receivedOn()).isEqualTo(Fact.unknown());
    assertThat(facts.sold().paidPerUnit()).isEqualTo(Money.rupiah(1_500_000));
    assertThat(facts.condition()).isEqualTo(ReturnFacts.Condition.UNKNOWN);
    assertThat(facts.customer()).isEqualTo(ReturnFacts.Customer.UNKNOWN);
  }

  @Test
  void everythingThatCanBeKnownComesBackFromItsJson() {
    var seen = asReceived();
    var facts =
        facts(ReturnReason.MALFUNCTION, seen)
            .withCondition(
                new ReturnFacts.Condition(
                    seen.sealIntact(),
                    seen.clean(),
                    seen.complete(),
                    seen.serialMatches(),
                    Fact.known(Fault.COURIER, Source.INSPECTION),
                    Fact.known(true, Source.INSPECTION)));
    facts = FactKeys.CHANNEL.set(facts, Fact.known(ContactChannel.PHONE, Source.CLAIM));
    facts = FactKeys.SENT_FIRST.set(facts, Fact.known(true, Source.CLAIM));
    facts = FactKeys.COURIER.set(facts, Fact.known("JNE", Source.ORDER));
    facts = FactKeys.ACTIVATED.set(facts, Fact.known(false, Source.SHOP));
    facts = FactKeys.COMPANY.set(facts, Fact.known(true, Source.SHOP));
    var before = List.of(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 2, 6));
    facts = FactKeys.EXCHANGED_ON.set(facts, Fact.known(before, Source.SHOP));

    assertThat(read(new String(facts.toCanonicalJson(), StandardCharsets.UTF_8))).isEqualTo(facts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"claim\": { | \"format\": 2, \"claim\": { | format must be 1 to 1, not 2",
        "\"claim\": { | \"extra\": 2, \"claim\": { | unknown field 'extra'",
        "\"reason\" | \"extra\": 2, \"reason\" | unknown field 'extra'",
        "\"orderedOn\" | \"extra\": 2, \"orderedOn\" | unknown field 'extra'",
        "\"listPrice\" | \"extra\": 2, \"listPrice\" | unknown field 'extra'",
        "\"claim\": { | \"condition\": {\"extra\": 2}, \"claim\": { | unknown field 'extra'",
        "\"claim\": { | \"customer\": {\"extra\": 2}, \"claim\": { | unknown field 'extra'",
        "\"reason\" | \"sentFirst\": {\"value\": true, \"source\": \"SHOP\", \"x\": 1}, \"reason\""
            + " | unknown field 'x'",
        "\"reason\" | \"sentFirst\": {\"value\": true, \"source\": \"X\"}, \"reason\""
            + " | unknown source 'X'",
        "\"reason\" | \"sentFirst\": true, \"reason\" | expected fields",
        "\"reason\" | \"photos\": [\"LABEL\", \"LABEL\"], \"reason\" | stands here twice",
        "\"reason\" | \"photos\": \"LABEL\", \"reason\" | photos must be a list",
        "\"reason\" | \"quantity\": 10001, \"reason\" | quantity must be 1 to 10000, not 10001",
        "\"reason\" | \"quantity\": 0, \"reason\" | quantity must be 1 to 10000, not 0",
        "\"reason\" | \"quantity\": [1], \"reason\" | expected a single value",
        "2026-03-16T03:15:00Z | yesterday | firstContactAt must be an instant such as",
        "2026-03-16T03:15:00Z | +12026-03-16T03:15:00Z | firstContactAt must be an instant such as",
        "2026-03-16T03:15:00Z | 1969-12-31T03:15:00Z | firstContactAt must be an instant such as",
        "2026-03-09 | 3000-01-01 | orderedOn must be a date such as",
        "2026-03-09 | 1969-12-31 | orderedOn must be a date such as",
        "T31P | T 31 | sku must be a SKU, not 'T 31'",
        "1500000 | -1 | paidPerUnit must be 0 to",
        "\"wanted\" | \"wished\" | the field wanted is missing",
        "1500000 | 1500000, \"currency\": \"XXX\" | unknown currency 'XXX'",
        "1500000 | 1500000, \"soldInBox\": \"perhaps\" | unknown soldInBox 'perhaps'",
        "\"claim\": { | \"customer\": {\"exchangedOn\": {\"value\": [\"soon\"], \"source\":"
            + " \"SHOP\"}}, \"claim\": { | value must be dates such as 2026-03-25",
      })
  void whatIsWrongIsToldAndGivesNoFacts(String from, String to, String message) {
    var reading = FactsFile.read(LEAST.replace(from, to));

    assertThat(reading.facts()).isEmpty();
    assertThat(reading.problems())
        .anySatisfy(problem -> assertThat(problem.message()).contains(message));
  }

  @ParameterizedTest
  @CsvSource({"1970-01-01", "2999-12-31"})
  void daysFromTheFirstToTheLastAreRead(LocalDate day) {
    assertThat(read(LEAST.replace("2026-03-09", day.toString())).sold().orderedOn()).isEqualTo(day);
  }

  @Test
  void moreExchangesThanAreCountedAreRefused() {
    var most = ReturnFacts.Customer.EXCHANGES_MAX;

    assertThat(read(exchanged(most)).customer().exchangedOn().asOptional().orElseThrow())
        .hasSize(most);
    assertThat(FactsFile.read(exchanged(most + 1)).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).isEqualTo("more than 100 days"));
  }

  @Test
  void aSumNoShopCanHaveIsRefusedWhicheverPriceIsDearer() {
    var most = Money.MINOR_UNITS_MAX / 2;

    for (var price : List.of("1500000", "1550000")) {
      var two = LEAST.replace("\"reason\"", "\"quantity\": 2, \"reason\"");
      assertThat(read(two.replace(price, String.valueOf(most))).claim().quantity()).isEqualTo(2);
      var reading = FactsFile.read(two.replace(price, String.valueOf(most + 1)));
      assertThat(reading.facts()).isEmpty();
      assertThat(reading.problems())
          .singleElement()
          .satisfies(
              problem ->
                  assertThat(problem.message()).startsWith("quantity times price is beyond"));
    }
  }

  @Test
  void everyFieldOfTheGoodsIsRead() {
    var json =
        LEAST.replace(
            "1500000",
            "7, \"category\": \"ip-phone\", \"soldInBox\": false, \"dispatchedOn\": \"2026-03-10\"");

    var sold = read(json).sold();

    assertThat(sold.category()).isEqualTo("ip-phone");
    assertThat(sold.soldInBox()).isFalse();
    assertThat(sold.dispatchedOn()).isEqualTo(Optional.of(LocalDate.of(2026, 3, 10)));
    assertThat(read(LEAST.replace("\"reason\"", "\"photos\": [], \"reason\"")).claim().photos())
        .isEqualTo(Set.of());
  }

  private static String exchanged(int times) {
    var days = String.join(", ", Collections.nCopies(times, "\"2026-01-05\""));
    return LEAST.replace(
        "\"wanted\"",
        "\"customer\": {\"exchangedOn\": {\"value\": ["
            + days
            + "], \"source\": \"SHOP\"}},"
            + " \"wanted\"");
  }

  private static ReturnFacts read(String json) {
    var reading = FactsFile.read(json);
    assertThat(reading.problems()).isEmpty();
    return reading.facts().orElseThrow();
  }
}
