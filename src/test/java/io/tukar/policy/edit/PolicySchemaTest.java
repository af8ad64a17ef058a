package io.tukar.policy.edit;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tukar.policy.decision.ClauseKind;
import io.tukar.policy.file.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The published schema and the reader of policies agree. */
class PolicySchemaTest {

  private static final Path PUBLISHED = Path.of("docs/policy.schema.json");

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(PolicySchema.json());

  private static final PolicyText SHIPPED = PolicyText.shipped();

  @Test
  void theFileInTheDocumentationIsTheSchema() throws IOException {
    assertThat(Files.readString(PUBLISHED))
        .as("write it anew with: bin/tukar policy schema > %s", PUBLISHED)
        .isEqualTo(PolicySchema.json());
  }

  @Test
  void theShippedPolicyPasses() {
    assertThat(faults(SHIPPED.text())).isEmpty();
  }

  /** Forms write every field of a kind once, with what a form begins with. */
  @ParameterizedTest
  @EnumSource
  void aNewClauseOfEveryKindPasses(ClauseKind kind) {
    var index = SHIPPED.clauses().size();
    var fresh = SHIPPED.withNew(kind, "N1");
    var inputs = new LinkedHashMap<>(fresh.inputs(index));
    inputs.putAll(
        Map.of(
            "c.source", "Toko berkata begitu.",
            "c.text.id", "Kata toko.",
            "c.text.en", "The shop says so."));
    inputs.putAll(everything(kind));
    var full = fresh.filled(index, inputs);
    assertThat(PolicyFile.load(full.text()).problems()).isEmpty();
    assertThat(faults(full.text())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kind: window            | kind: windows             | kind
          days: 7                 | days: 0                   | days
          days: 7                 | days: 10000               | days
          days: 7                 | days: seven               | days
          unit: working           | unit: weekly              | unit
          other-reading: 7 calendar | other-reading: 7 days   | other-reading
          default: 7              | jne: 3                    | default
          approvals: 2            | approvals: 1              | approvals
          opens: "09:00"          | opens: "25:00"            | opens
          tender: [bank-transfer] | tender: [cash-in-a-bag]   | tender
          severity: block         | severity: perhaps         | severity
          languages: [id, en]     | languages: [id, fr]       | languages
          jurisdiction: ID        | jurisdictions: ID         | jurisdiction
          source: Exchange only; goods are not taken back for money. | source: "" | source
          grounds: [law, unfulfillable] | grounds: []         | grounds
          id: P2                  | id: p2                    | id
          grounds: [law, unfulfillable] | ground: [law]       | ground
          """)
  void whatTheReaderRefusesTheSchemaRefuses(String good, String bad, String named) {
    assertThat(SHIPPED.text()).contains(good);
    var text = SHIPPED.text().replace(good, bad);
    assertThat(PolicyFile.load(text).policy()).isEmpty();
    assertThat(faults(text)).isNotEmpty().anySatisfy(fault -> assertThat(fault).contains(named));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EXCLUSION | severity: block
          LIMIT     | exchanges-max: 3
          FEE       | severity: charge
          """)
  void fieldsThatBelongTogetherAreAskedForTogether(ClauseKind kind, String line) {
    var clause =
        """
          - id: N1
            kind: %s
            severity: %s
            %s
            source: Something the shop says.
            text: {id: Kata toko., en: The shop says so.}
        """
            .formatted(
                kind.word(),
                kind == ClauseKind.FEE ? "charge" : "block",
                line.startsWith("severity") ? "tracks: [shop-fault]" : line);
    var text = SHIPPED.text() + "\n" + clause;
    assertThat(PolicyFile.load(text).policy()).isEmpty();
    assertThat(faults(text)).isNotEmpty();
  }

  private static List<String> faults(String yaml) {
    return SCHEMA.validate(yaml, InputFormat.YAML).stream().map(Error::toString).toList();
  }

  /** Inputs for the fields a new clause lacks. */
  private static Map<String, String> everything(ClauseKind kind) {
    return switch (kind) {
      case EXCLUSION -> Map.of("c.categories", "license", "c.activated", "true");
      case LIMIT -> Map.of("c.units-max", "2", "c.exchanges-max", "3", "c.within-days", "365");
      case FEE -> Map.of("c.percent", "5");
      case PACKING ->
          Map.of(
              "c.in-box.id", "Dengan dus.",
              "c.in-box.en", "In its box.",
              "c.without-box.id", "Tanpa dus.",
              "c.without-box.en", "Without a box.");
      case CONTACT -> Map.of("c.channels.phone", "true", "c.opens", "09:00", "c.closes", "17:00");
      case REFUND -> Map.of("c.grounds.law", "true");
      default -> Map.of();
    };
  }
}
