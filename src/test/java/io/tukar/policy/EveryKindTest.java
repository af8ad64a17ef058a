package io.tukar.policy;

import static io.tukar.policy.ReturnFactsFixture.asReceived;
import static io.tukar.policy.ReturnFactsFixture.condition;
import static io.tukar.policy.ReturnFactsFixture.contact;
import static io.tukar.policy.ReturnFactsFixture.facts;
import static io.tukar.policy.ReturnFactsFixture.found;
import static io.tukar.policy.ReturnFactsFixture.received;
import static io.tukar.policy.ReturnFactsFixture.sold;
import static io.tukar.policy.ReturnFactsFixture.stocked;
import static io.tukar.policy.ReturnFactsFixture.wanting;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.ContactChannel;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Language;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Sku;
import io.tukar.policy.clause.FactKey;
import io.tukar.policy.clause.FactKeys;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import io.tukar.policy.file.DecisionText;
import io.tukar.policy.file.PolicyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A policy with a clause of every kind says, word for word, what was read and approved. */
class EveryKindTest {

  private static final WorkingCalendar DAYS = WorkingCalendar.indonesia();

  @ParameterizedTest
  @CsvSource({
    "good, EN",
    "good, ID",
    "bad, EN",
    "bad, ID",
    "unknown, EN",
    "unknown, ID",
    "excluded, EN",
  })
  void aDecisionIsToldWithItsWholeProof(String request, Language language) throws IOException {
    var decision = policy().decide(request(request), DAYS);

    assertThat(DecisionText.of(decision, language))
        .isEqualTo(approved(request + "-" + language.code() + ".txt"));
  }

  @Test
  void theClausesAreShownWithWhatTheyGoBy() throws IOException {
    var shown = new StringBuilder();
    for (var view : policy().views()) {
      shown.append(view.id()).append(' ').append(view.kind().word()).append('\n');
      view.figures().forEach(words -> shown.append("  " + words.id() + "\n  " + words.en() + "\n"));
      view.photos().forEach((reason, photos) -> shown.append("  " + reason + photos + "\n"));
      view.waived().forEach((reason, traits) -> shown.append("  " + reason + traits + "\n"));
      view.window()
          .ifPresent(
              window ->
                  shown.append("  " + window.from(LocalDate.of(2026, 3, 13), DAYS).date() + "\n"));
    }

    assertThat(shown).hasToString(approved("views.txt"));
  }

  private static ReturnFacts request(String name) {
    var doa = facts(ReturnReason.DEAD_ON_ARRIVAL, asReceived());
    var mind = facts(ReturnReason.CHANGED_MIND, condition(true, false, false, false));
    return switch (name) {
      case "good" -> {
        var facts = found(doa, known(Fault.SHOP), known(true));
        facts = with(facts, FactKeys.CHANNEL, ContactChannel.PORTAL);
        facts = with(facts, FactKeys.ACTIVATED, false);
        facts = with(facts, FactKeys.EXCHANGED_ON, List.<LocalDate>of());
        yield with(facts, FactKeys.SENT_FIRST, false);
      }
      case "bad" -> {
        var facts = contact(wanting(mind, "T33G", 1_700_000, 6), "2026-04-20T18:00");
        facts = stocked(found(facts, known(Fault.CUSTOMER), known(false)), known(false));
        facts = with(facts, FactKeys.CHANNEL, ContactChannel.PHONE);
        facts = with(facts, FactKeys.ACTIVATED, true);
        facts = with(facts, FactKeys.COMPANY, true);
        facts = with(facts, FactKeys.SENT_FIRST, true);
        var before = List.of(LocalDate.of(2026, 2, 2), LocalDate.of(2026, 3, 3));
        facts = with(facts, FactKeys.EXCHANGED_ON, before);
        yield facts.withPhotos(EnumSet.of(PhotoSlot.BOX));
      }
      case "unknown" -> {
        var facts = received(mind, Fact.unknown(), Optional.of(LocalDate.of(2026, 3, 10)));
        facts = stocked(facts.withCondition(ReturnFacts.Condition.UNKNOWN), Fact.unknown());
        yield contact(facts.withPhotos(EnumSet.noneOf(PhotoSlot.class)), "2026-03-31T10:00");
      }
      default -> {
        var facts = with(sold(doa, "", false), FactKeys.SKU, new Sku("T99"));
        yield with(facts, FactKeys.SYMPTOM, Optional.empty());
      }
    };
  }

  private static <T> ReturnFacts with(ReturnFacts facts, FactKey<T> key, T value) {
    return key.set(facts, known(value));
  }

  private static <T> Fact<T> known(T value) {
    return Fact.known(value, Source.INSPECTION);
  }

  private static Policy policy() throws IOException {
    var reading = PolicyFile.load(approved("every-kind.yaml"));
    assertThat(reading.problems()).isEmpty();
    return reading.policy().orElseThrow();
  }

  private static String approved(String name) throws IOException {
    try (var in = EveryKindTest.class.getResourceAsStream("/policy/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
