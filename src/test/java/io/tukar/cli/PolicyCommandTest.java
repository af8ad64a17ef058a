package io.tukar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.policy.edit.PolicySchema;
import io.tukar.policy.file.DecisionFile;
import io.tukar.policy.file.PolicyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {

  private static final Path SHIPPED = Path.of("src/main/resources/policy/default.yaml");
  private static final Path FACTS = Path.of("docs/examples/facts.json");

  @TempDir private Path folder;

  @Test
  void theSchemaIsPrintedForEditors() {
    var told = CommandLineForTests.run("policy", "schema");
    assertThat(told.exit()).isZero();
    assertThat(told.out()).isEqualTo(PolicySchema.json());
  }

  @Test
  void theShippedPolicyPasses() {
    var ran = CommandLineForTests.run("policy", "check", SHIPPED.toString());

    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("policy tukar-default version 1").contains("warnings: 0");
  }

  @Test
  void anErrorIsSaidWithFileLineAndColumnAndFails() throws IOException {
    var file = edited("unit: working", "unit: fortnight");

    var ran = CommandLineForTests.run("policy", "check", file.toString());

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.outLines())
        .singleElement()
        .asString()
        .matches(".*policy\\.yaml:\\d+:11: error: unknown unit 'fortnight'.*");
    assertThat(ran.errLines()).singleElement().asString().endsWith("errors: 1");
  }

  @Test
  void aDraftThatWouldDecideBackwardsIsRefusedAtItsPlace() throws IOException {
    var past = edited("effective-from: 2025-01-01", "effective-from: 2026-01-01");
    var ran = CommandLineForTests.run("policy", "check", "--draft", past.toString());

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.outLines())
        .singleElement()
        .asString()
        .matches(
            ".*policy\\.yaml:\\d+:17: error: effective-from 2026-01-01 is in the past; a version"
                + " takes effect at a later instant");
    assertThat(CommandLineForTests.run("policy", "check", past.toString()).exit()).isZero();

    var later = edited("effective-from: 2025-01-01", "effective-from: 2999-01-01");
    assertThat(CommandLineForTests.run("policy", "check", "--draft", later.toString()).exit())
        .isZero();
  }

  @Test
  void aWarningIsSaidAndPasses() throws IOException {
    var file = edited("categories: [license, service]", "categories: []");

    var ran = CommandLineForTests.run("policy", "check", file.toString());

    assertThat(ran.exit()).isZero();
    assertThat(ran.outLines().getFirst())
        .contains(": warning: X1 never decides: no request can fail it");
  }

  @Test
  void aFileThatCannotBeReadIsOneClearLine() throws IOException {
    var binary = Files.write(folder.resolve("photo.yaml"), new byte[] {(byte) 0xff, (byte) 0xd8});

    for (var file : new Path[] {folder.resolve("none.yaml"), folder, binary}) {
      var ran = CommandLineForTests.run("policy", "check", file.toString());

      assertThat(ran.exit()).isEqualTo(1);
      assertThat(ran.errLines()).singleElement().asString().contains(file.toString());
    }
  }

  @Test
  void aHugeFileIsRefusedWithItsPlaceAndTheLimit() throws IOException {
    var huge = Files.write(folder.resolve("huge"), new byte[10 << 20]);

    var checked = CommandLineForTests.run("policy", "check", huge.toString());
    var facts = CommandLineForTests.run("policy", "explain", "--facts", huge.toString());

    assertThat(checked.exit()).isEqualTo(1);
    assertThat(checked.errLines())
        .singleElement()
        .asString()
        .endsWith("huge:1:1: error: longer than 256 KiB");
    assertThat(facts.errLines())
        .singleElement()
        .asString()
        .endsWith("huge:1:1: error: longer than 1024 KiB");
  }

  @Test
  void aDecisionIsExplainedClauseByClauseInEitherLanguage() {
    var english = CommandLineForTests.run("policy", "explain", "--facts", FACTS.toString());
    var indonesian =
        CommandLineForTests.run(
            "policy", "explain", "--facts", FACTS.toString(), "--language", "id");

    assertThat(english.exit()).isZero();
    assertThat(english.outLines()).first().isEqualTo("AUTHORIZED");
    assertThat(english.out())
        .contains("deadline: 2026-03-31\n")
        .contains("other reading: 2026-03-20\n")
        .contains("price difference: Rp350.000")
        .contains("P2 window: HOLDS (block)")
        .contains("went by sold.receivedOn = 2026-03-13 (order)")
        .contains("lacks condition.serialMatches, asked of: inspection");
    assertThat(indonesian.out()).contains("berakhir Selasa, 31 Maret 2026 pukul 23.59 WIB.");
  }

  @Test
  void anotherPolicyGivesAnotherDecision() throws IOException {
    var strict = edited("    days: 7\n    unit: working", "    days: 1\n    unit: calendar");

    var ran =
        CommandLineForTests.run(
            "policy", "explain", "--facts", FACTS.toString(), "--policy", strict.toString());

    assertThat(ran.outLines()).first().isEqualTo("DECLINED");
    assertThat(ran.out()).contains("2 calendar days late.");
  }

  @Test
  void theDecisionIsPrintedAsItIsStored() {
    var ran = CommandLineForTests.run("policy", "explain", "--facts", FACTS.toString(), "--json");

    assertThat(
            DecisionFile.read(
                ran.out().strip().getBytes(StandardCharsets.UTF_8), PolicyFile.shipped()))
        .isPresent();
  }

  @Test
  void wrongFactsAreSaidByLineAndColumn() throws IOException {
    var file = folder.resolve("facts.json");
    Files.writeString(
        file,
        Files.readString(FACTS).replace("DEAD_ON_ARRIVAL", "TIRED_OF_IT").replace("IDR", "X"));

    var ran = CommandLineForTests.run("policy", "explain", "--facts", file.toString());

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err())
        .contains("facts.json:4:15: error: unknown reason 'TIRED_OF_IT'")
        .contains("facts.json:15:17: error: unknown currency 'X'");
  }

  private Path edited(String from, String to) throws IOException {
    var text = Files.readString(SHIPPED);
    assertThat(text).contains(from);
    return Files.writeString(folder.resolve("policy.yaml"), text.replaceFirst(quoted(from), to));
  }

  private static String quoted(String text) {
    return Pattern.quote(text);
  }
}
