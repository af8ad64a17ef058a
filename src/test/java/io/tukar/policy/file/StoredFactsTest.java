package io.tukar.policy.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.kernel.ContactChannel;
import io.tukar.policy.AnyReturnFacts;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Facts read back, many after one another. */
class StoredFactsTest extends AnyReturnFacts {

  private static final String WRITTEN =
      """
      {"claim":{"firstContactAt":"2026-03-20T03:00:00Z","photos":["LABEL","BOX"],"quantity":2,\
      "reason":"DEAD_ON_ARRIVAL","symptom":null},"condition":{"clean":null,"complete":\
      {"source":"CLAIM","value":true},"fault":null,"faultFound":null,"sealIntact":null,\
      "serialMatches":null},"format":1,"sold":{"category":"ip-phone","currency":"IDR",\
      "dispatchedOn":null,"orderedOn":"2026-03-01","paidPerUnit":1500000,"receivedOn":null,\
      "sku":"T31P","soldInBox":true},"wanted":{"inStock":null,"listPrice":1850000,"sku":"T33G"}}""";

  private final StoredFacts stored = new StoredFacts();

  @Property
  void whatWasWrittenIsReadBackAsItWas(
      @ForAll("facts") ReturnFacts some,
      @ForAll("customers") ReturnFacts.Customer customer,
      @ForAll ContactChannel channel,
      @ForAll Source source,
      @ForAll @StringLength(max = 12) String courier,
      @ForAll boolean yes) {
    var facts =
        new ReturnFacts(
            new ReturnFacts.Claim(
                some.claim().firstContactAt().plusNanos(yes ? 123_000_000 : 0),
                some.claim().reason(),
                some.claim().symptom(),
                some.claim().quantity(),
                some.claim().photos(),
                Fact.known(channel, source),
                Fact.known(yes, source)),
            new ReturnFacts.Sold(
                some.sold().orderedOn(),
                some.sold().dispatchedOn(),
                some.sold().receivedOn(),
                some.sold().sku(),
                courier,
                some.sold().paidPerUnit(),
                some.sold().soldInBox(),
                Fact.known(courier, source),
                Fact.known(yes, source)),
            some.condition(),
            some.wanted(),
            customer);

    for (var one : List.of(some, facts)) {
      var json = one.toCanonicalJson();
      assertThat(stored.read(json)).isEqualTo(slowly(json));
    }
    assertThat(stored.read(some.toCanonicalJson())).contains(some);
  }

  @Provide
  Arbitrary<ReturnFacts.Customer> customers() {
    return Arbitraries.integers()
        .between(0, 2_000)
        .map(day -> LocalDate.of(2024, 1, 1).plusDays(day))
        .list()
        .ofMaxSize(5)
        .map(
            days ->
                days.isEmpty()
                    ? ReturnFacts.Customer.UNKNOWN
                    : new ReturnFacts.Customer(
                        Fact.known(days.size() > 2, Source.ORDER), Fact.known(days, Source.ORDER)));
  }

  /** Where one letter of a stored text is another, both readers say the same of it. */
  @Property(tries = 2_000)
  void aDamagedTextReadsTheSameAsByTheReaderThatTellsWhatIsWrong(
      @ForAll @Size(max = 3) List<Integer> places, @ForAll("letters") char letter) {
    var text = new StringBuilder(WRITTEN);
    places.forEach(place -> text.setCharAt(Math.floorMod(place, text.length()), letter));
    var json = text.toString().getBytes(StandardCharsets.UTF_8);
    assertThat(stored.read(json)).isEqualTo(slowly(json));
  }

  @Provide
  Arbitrary<Character> letters() {
    return Arbitraries.of('"', '{', '}', ':', ',', '0', '9', '-', 'a', 'Z', ' ', '\\', 'n', '[');
  }

  @Example
  void whatIsWrittenOtherwiseReadsTheSameAsByTheReaderThatTellsWhatIsWrong() {
    assertThat(stored.read(bytes(WRITTEN))).isPresent();
    for (var otherwise :
        List.of(
            WRITTEN.replace("\"quantity\":2", "\"quantity\":0"),
            WRITTEN.replace("\"quantity\":2", "\"quantity\":10001"),
            WRITTEN.replace("\"quantity\":2", "\"quantity\":\"2\""),
            WRITTEN.replace("\"quantity\":2", "\"quantity\":2.0"),
            WRITTEN.replace("\"quantity\":2", "\"quantity\":99999999999999999999"),
            WRITTEN.replace("\"quantity\":2,", ""),
            WRITTEN.replace("\"quantity\":2,", "\"quantity\":2,\"quantity\":2,"),
            WRITTEN.replace("1500000", "-1"),
            WRITTEN.replace("1500000", "9000000000000"),
            WRITTEN.replace("\"paidPerUnit\":1500000,", ""),
            WRITTEN.replace("2026-03-01", "1969-12-31"),
            WRITTEN.replace("2026-03-01", "3000-01-01"),
            WRITTEN.replace("2026-03-01", "2026-02-30"),
            WRITTEN.replace("2026-03-20T03:00:00Z", "1969-03-20T03:00:00Z"),
            WRITTEN.replace("2026-03-20T03:00:00Z", "2026-03-20T24:00:00Z"),
            WRITTEN.replace("2026-03-20T03:00:00Z", "2026-03-20T23:59:60Z"),
            WRITTEN.replace("2026-03-20T03:00:00Z", "2026-03-20T03:00:00.5Z"),
            WRITTEN.replace("2026-03-20T03:00:00Z", "2026-03-20T03:00Z"),
            WRITTEN.replace("2026-03-20T03:00:00Z", "2026-03-20"),
            WRITTEN.replace("[\"LABEL\",\"BOX\"]", "[\"BOX\",\"LABEL\"]"),
            WRITTEN.replace("[\"LABEL\",\"BOX\"]", "[\"BOX\",\"BOX\"]"),
            WRITTEN.replace("[\"LABEL\",\"BOX\"]", "[\"SMELL\"]"),
            WRITTEN.replace("[\"LABEL\",\"BOX\"]", "null"),
            WRITTEN.replace("T31P", "t31p"),
            WRITTEN.replace("T31P", " no sku "),
            WRITTEN.replace("\"value\":true", "\"value\":\"true\""),
            WRITTEN.replace("\"source\":\"CLAIM\",", ""),
            WRITTEN.replace(
                "\"source\":\"CLAIM\",\"value\":true", "\"value\":true,\"source\":\"CLAIM\""),
            WRITTEN.replace("\"format\":1", "\"format\":2"),
            WRITTEN.replace("\"format\":1,", ""),
            WRITTEN.replace("\"format\":1", "\"format\":1,\"later\":1"),
            WRITTEN.replace("\"currency\":\"IDR\",", ""),
            WRITTEN.replace("{\"claim\"", "{ \"claim\""),
            WRITTEN + " ",
            WRITTEN + "{}",
            WRITTEN.substring(0, WRITTEN.length() - 1),
            "",
            "[]",
            "null")) {
      assertThat(stored.read(bytes(otherwise))).as(otherwise).isEqualTo(slowly(bytes(otherwise)));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<ReturnFacts> slowly(byte[] json) {
    return FactsFile.read(new String(json, StandardCharsets.UTF_8)).facts();
  }
}
