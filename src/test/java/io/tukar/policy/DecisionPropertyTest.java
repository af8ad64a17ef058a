package io.tukar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.calendar.Holiday;
import io.tukar.kernel.Words;
import io.tukar.policy.decision.Truth;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.file.DecisionFile;
import io.tukar.policy.file.FactsFile;
import io.tukar.policy.file.PolicyFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DecisionPropertyTest extends AnyReturnFacts {

  private static final PolicyBook BOOK = PolicyFile.shipped();
  private static final Policy POLICY = BOOK.inForce(LocalDate.of(2026, 1, 1));

  @Property
  void theOrderOfTheClausesNeverMatters(@ForAll("facts") ReturnFacts facts, @ForAll Random random) {
    var shuffled = new ArrayList<>(POLICY.clauses());
    Collections.shuffle(shuffled, random);
    var other = POLICY.with(shuffled);

    var one = POLICY.decide(facts, BOOK.calendar());
    var two = other.decide(facts, BOOK.calendar());

    assertThat(new HashSet<>(two.findings())).isEqualTo(new HashSet<>(one.findings()));
    assertThat(two.outcome()).isEqualTo(one.outcome());
    assertThat(two.deadline()).isEqualTo(one.deadline());
    assertThat(two.missingPhotos()).isEqualTo(one.missingPhotos());
    assertThat(two.payerToShop()).isEqualTo(one.payerToShop());
    assertThat(two.difference()).isEqualTo(one.difference());
  }

  @Property
  void theSameFactsGiveTheSameBytesAndComeBackFromThem(@ForAll("facts") ReturnFacts facts) {
    var bytes = facts.toCanonicalJson();
    var read = FactsFile.read(new String(bytes, StandardCharsets.UTF_8));

    assertThat(read.problems()).isEmpty();
    assertThat(read.facts()).contains(facts);
    assertThat(read.facts().orElseThrow().toCanonicalJson()).isEqualTo(bytes);
    assertThat(BOOK.judge(read.facts().orElseThrow()).toCanonicalJson())
        .isEqualTo(BOOK.judge(facts).toCanonicalJson());
  }

  @Property
  void aDecisionComesBackWholeFromItsBytes(@ForAll("facts") ReturnFacts facts) {
    var decision = BOOK.judge(facts);

    assertThat(DecisionFile.read(decision.toCanonicalJson(), BOOK)).contains(decision);
  }

  @Property
  void everyClauseAnswersAndWhatIsOpenNamesWhatItLacks(@ForAll("facts") ReturnFacts facts) {
    var decision = BOOK.judge(facts);

    assertThat(decision.findings()).hasSameSizeAs(POLICY.clauses());
    assertThat(decision.findings())
        .allSatisfy(
            finding ->
                assertThat(finding.missing().isEmpty())
                    .as(finding.clause())
                    .isEqualTo(finding.truth() != Truth.OPEN));
  }

  @Property
  void oneMoreHolidayNeverTurnsAnInTimeReturnLate(
      @ForAll("facts") ReturnFacts facts, @ForAll("days") LocalDate day) {
    var more =
        BOOK.calendar()
            .with(
                new Holiday(
                    day, Holiday.Kind.NATIONAL, Optional.of(new Words("Hari toko", "Shop day"))));

    var before = POLICY.decide(facts, BOOK.calendar()).finding("P2").orElseThrow();
    var after = POLICY.decide(facts, more).finding("P2").orElseThrow();

    if (before.truth() == Truth.HOLDS) {
      assertThat(after.truth()).isEqualTo(Truth.HOLDS);
    }
  }
}
