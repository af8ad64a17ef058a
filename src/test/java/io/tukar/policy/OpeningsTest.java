package io.tukar.policy;

import static io.tukar.policy.ReturnFactsFixture.contact;
import static io.tukar.policy.ReturnFactsFixture.deadPhone;
import static io.tukar.policy.ReturnFactsFixture.received;
import static io.tukar.policy.ReturnFactsFixture.unwantedPhone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.tukar.kernel.PhotoSlot;
import io.tukar.policy.decision.AskedOf;
import io.tukar.policy.decision.Decision;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.decision.Opening;
import io.tukar.policy.decision.Outcome;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import io.tukar.policy.file.PolicyFile;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is not known is named, with what each answer would come to. */
class OpeningsTest {

  private static final PolicyBook BOOK = PolicyFile.shipped();

  private static Opening opening(Decision decision, String fact) {
    return decision.openings().stream()
        .filter(opening -> opening.fact().equals(fact))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatTheInspectionWillTellIsNamedWithTheOutcomeOfEachAnswer() {
    var serial = opening(BOOK.judge(deadPhone()), "condition.serialMatches");

    assertThat(serial.askedOf()).isEqualTo(AskedOf.INSPECTION);
    assertThat(serial.clauses()).containsExactly("P3");
    assertThat(serial.answers())
        .extracting(Opening.Answer::value, Opening.Answer::outcome)
        .containsExactly(tuple("true", Outcome.AUTHORIZED), tuple("false", Outcome.REVIEW));
    assertThat(serial.sentences().getLast().id())
        .isEqualTo("Bila nomor seri sesuai penjualan: tidak, maka ditinjau toko.");
  }

  @Test
  void anUnknownReceiptIsToldByTheDayOnWhichTheAnswerTurns() {
    var unknown = received(deadPhone(), Fact.unknown(), Optional.empty());
    var late = contact(unknown, "2026-03-31T20:00");

    var receipt = opening(BOOK.judge(late), "sold.receivedOn");

    assertThat(receipt.answers())
        .extracting(Opening.Answer::value, Opening.Answer::outcome)
        .containsExactly(
            tuple("2026-03-13", Outcome.AUTHORIZED), tuple("2026-03-12", Outcome.DECLINED));
    for (var answer : receipt.answers()) {
      var on = Fact.known(LocalDate.parse(answer.value()), Source.ORDER);
      assertThat(BOOK.judge(received(late, on, Optional.empty())).outcome())
          .isEqualTo(answer.outcome());
    }
  }

  @Test
  void missingPhotosAreOneQuestion() {
    var facts = deadPhone().withPhotos(EnumSet.of(PhotoSlot.LABEL));

    var photos = opening(BOOK.judge(facts), "claim.photos");

    assertThat(photos.askedOf()).isEqualTo(AskedOf.CUSTOMER);
    assertThat(photos.answers())
        .singleElement()
        .extracting(Opening.Answer::outcome)
        .isEqualTo(Outcome.AUTHORIZED);
  }

  @Test
  void everyOpenFindingIsAnsweredOrSaysWhichDecreeItWaitsFor() {
    var unknown = unwantedPhone().withCondition(ReturnFacts.Condition.UNKNOWN);

    var decision = BOOK.judge(unknown);

    assertThat(decision.openings()).isNotEmpty();
    assertThat(decision.findings().stream().filter(Finding::isOpen))
        .allSatisfy(finding -> assertThat(decision.answers(finding)).isNotEmpty());
  }
}
