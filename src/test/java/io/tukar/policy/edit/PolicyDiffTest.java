package io.tukar.policy.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.kernel.Language;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two texts say differently, in words. */
class PolicyDiffTest {

  private static final String SHIPPED = PolicyText.shipped().text();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "default: 7 | default: 9 | P2: days allowed for delivery, default from 7 to 9 |"
            + " P2: perkiraan hari pengiriman, default dari 7 menjadi 9",
        "permits-without: [seal-intact] | permits-without: [clean] | P3: permits without: added"
            + " clean & P3: permits without: removed seal intact | P3: boleh tanpa: ditambah bersih"
            + " & P3: boleh tanpa: dihapus segel utuh",
        "days: 7 | days: 10 | P2: days from 7 to 10 | P2: jumlah hari dari 7 menjadi 10",
        "unit: working | unit: calendar | P2: kind of days from working days to calendar days |"
            + " P2: satuan hari dari hari kerja menjadi hari kalender",
        "other-reading: 7 calendar | other-reading: 9 calendar | P2: other reading from 7 calendar"
            + " days to 9 calendar days | P2: bacaan lain dari 7 hari kalender menjadi 9 hari"
            + " kalender",
        "ordered-wrong-model: [seal, label, unit, box] | ordered-wrong-model: [label, unit, box] |"
            + " P10: photo of the seal no longer asked for ordered wrong model |"
            + " P10: foto segel tidak lagi diminta untuk salah pilih model",
        "damaged-on-arrival: [label, fault, box, packaging] | damaged-on-arrival: [label, fault,"
            + " box, packaging, seal] | P10: photo of the seal now asked for damaged on arrival |"
            + " P10: foto segel sekarang diminta untuk tiba rusak",
        "shop-pays: [shop, courier, undetermined] | shop-pays: [shop, customer, courier] |"
            + " P7: the shop pays where the cause is: added the customer & P7: the shop pays where"
            + " the cause is: removed nobody can tell | P7: toko menanggung jika penyebabnya:"
            + " ditambah pelanggan & P7: toko menanggung jika penyebabnya: dihapus tidak dapat"
            + " dipastikan",
        "effective-from: 2025-01-01 | effective-from: 2026-12-01 | : effective date from 2025-01-01"
            + " to 2026-12-01 | : mulai berlaku dari 2025-01-01 menjadi 2026-12-01",
        "collective-leave: off | collective-leave: worked | : collective leave from days off to"
            + " worked | : cuti bersama dari libur menjadi tetap bekerja",
        "`incomplete: [complete]` | `incomplete: [complete, clean]` | P3: clean now waived for"
            + " incomplete | P3: bersih tidak lagi disyaratkan untuk tidak lengkap",
      })
  void aChangedFieldIsSaidFromWhatToWhat(
      String old, String now, String english, String indonesian) {
    assertThat(SHIPPED).contains(old);
    var newer = SHIPPED.replaceFirst(Pattern.quote(old), Matcher.quoteReplacement(now));
    assertThat(String.join(" & ", said(SHIPPED, newer, Language.EN))).isEqualTo(english);
    assertThat(String.join(" & ", said(SHIPPED, newer, Language.ID))).isEqualTo(indonesian);
  }

  @Test
  void aRequirementSaysWhoSettlesItNow() {
    var newer =
        SHIPPED.replace(
            "      - trait: clean\n        unknown: review\n",
            "      - trait: clean\n        unknown: inspection\n");
    assertThat(said(SHIPPED, newer, Language.EN))
        .containsExactly(
            "P4: requirements, clean from a person decides to wait for the inspection");
  }

  @Test
  void aChangedTextStandsBesideTheOneBefore() {
    var newer = SHIPPED.replace("Exchange", "Swap").replace("en: Any question?", "en: Questions?");
    var found = PolicyDiff.between(SHIPPED, newer).orElseThrow();
    assertThat(found).extracting(Difference::clause).containsExactly("P3", "P8", "P13");
    var text = found.getLast();
    assertThat(text.words().en()).isEqualTo("text for customers changed");
    assertThat(text.before().orElseThrow().english()).startsWith("Any question?");
    assertThat(text.after().orElseThrow().english()).startsWith("Questions?");
    assertThat(text.after().orElseThrow().indonesian()).startsWith("Ada pertanyaan?");
  }

  @Test
  void clausesComeAndGoByName() {
    var without = PolicyText.shipped().without(0).text();
    assertThat(said(SHIPPED, without, Language.EN))
        .containsExactly("P1: clause removed: information");
    assertThat(said(without, SHIPPED, Language.ID))
        .containsExactly("P1: pasal baru: pemberitahuan");
    var removed = PolicyDiff.between(SHIPPED, without).orElseThrow().getFirst();
    assertThat(removed.before().orElseThrow().english()).startsWith("Every product passes");
    assertThat(removed.after()).isEmpty();
  }

  @Test
  void orderLayoutAndCommentsAreNoDifference() {
    var other =
        """
        clauses:
          - {kind: inform, id: B1, severity: inform, source: b, text: {en: b, id: b}}
          # A comment
          - id: A1
            kind: freight
            severity: charge
            shop-pays: [courier, shop]
            source: "a"
            text:
              id: a
              en: a
        policy: x
        """;
    var one =
        """
        policy: x
        clauses:
          - id: A1
            kind: freight
            severity: charge
            shop-pays:
              - shop
              - courier
            source: a
            text: {id: a, en: a}
          - id: B1
            kind: inform
            severity: inform
            source: b
            text: {id: b, en: b}
        """;
    assertThat(PolicyDiff.between(one, other)).isEqualTo(Optional.of(List.of()));
  }

  @Test
  void whatNoFormKnowsIsStillTold() {
    var newer = SHIPPED.replace("    days: 7\n", "    days: 7\n    grace: 2 hours\n");
    assertThat(said(SHIPPED, newer, Language.EN)).containsExactly("P2: grace now 2 hours");
    assertThat(PolicyDiff.between(SHIPPED, "clauses: [")).isEmpty();
  }

  private static List<String> said(String older, String newer, Language language) {
    return PolicyDiff.between(older, newer).orElseThrow().stream()
        .map(found -> found.clause() + ": " + found.words().in(language))
        .toList();
  }
}
