package io.tukar.policy.replay;

import static io.tukar.policy.PolicyForTests.clause;
import static io.tukar.policy.PolicyForTests.policy;
import static io.tukar.policy.ReturnFactsFixture.contact;
import static io.tukar.policy.ReturnFactsFixture.deadPhone;
import static io.tukar.policy.ReturnFactsFixture.unwantedPhone;
import static io.tukar.policy.ReturnFactsFixture.wanting;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.policy.Policy;
import io.tukar.policy.PolicyBook;
import io.tukar.policy.decision.Outcome;
import io.tukar.policy.decision.Payer;
import io.tukar.policy.facts.ReturnFacts;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a draft would have decided otherwise, counted. */
class SimulationTest {

  private static final WorkingCalendar DAYS = WorkingCalendar.indonesia();
  private static final String DIFFERENCE = clause("D", "difference", "charge");
  private static final Policy WAS = policy(window(7), DIFFERENCE, fee("amount: 50000"));
  private static final PolicyBook BOOK = new PolicyBook(List.of(WAS), DAYS);

  private static final ReturnFacts IN_TIME = deadPhone();
  private static final ReturnFacts LATE = contact(deadPhone(), "2026-04-02T09:00");
  private static final ReturnFacts CHEAPER = wanting(unwantedPhone(), "T30", 1_400_000, 2);
  private static final ReturnFacts DEARER = wanting(unwantedPhone(), "T33G", 1_700_000, 1);

  @Test
  void aDraftThatSaysTheSameTurnsNothing() {
    var simulation = simulate(WAS, IN_TIME, LATE, CHEAPER);

    var report = simulation.report();

    assertThat(report.policyId()).isEqualTo("test");
    assertThat(report.policyVersion()).isEqualTo(1);
    assertThat(report.calendar()).isEqualTo(DAYS.id());
    assertThat(report.all().lines()).isEqualTo(3);
    assertThat(report.all().flips()).isZero();
    assertThat(report.turns()).isEmpty();
    assertThat(report.byClause()).isEmpty();
    assertThat(report.decided()).containsEntry(Outcome.DECLINED, 1L).hasSize(2);
    assertThat(report.byReason())
        .extracting(SimulationReport.Group::name)
        .containsExactly("changed-mind", "dead-on-arrival");
  }

  @Test
  void aLongerWindowTurnsALateLineForTheBetterAndNamesItsClause() {
    var simulation = new Simulation(draft(window(30), DIFFERENCE, fee("amount: 50000")), BOOK);

    assertThat(simulation.replay(past(1, IN_TIME))).isEmpty();
    var flip = simulation.replay(past(2, LATE)).orElseThrow();

    assertThat(flip.rmaId()).isEqualTo(2);
    assertThat(flip.lineNo()).isEqualTo(1);
    assertThat(flip.was()).isEqualTo(Outcome.DECLINED);
    assertThat(flip.would()).isEqualTo(WAS.decide(IN_TIME, DAYS).outcome());
    assertThat(flip.clauses()).containsExactly("W");
    assertThat(flip.kinder()).isTrue();
    assertThat(flip.outcomeFlips()).isTrue();
    assertThat(flip.product()).isEqualTo(LATE.sold().sku());
    assertThat(flip.differenceChange()).isEqualTo(Past.Result.of(WAS.decide(IN_TIME, DAYS)).due());
    var report = simulation.report();
    assertThat(report.turned(Outcome.DECLINED, flip.would())).isEqualTo(1);
    assertThat(report.turned(flip.would(), Outcome.DECLINED)).isZero();
    assertThat(report.all())
        .extracting(
            SimulationReport.Count::lines,
            SimulationReport.Count::flips,
            SimulationReport.Count::kinder,
            SimulationReport.Count::harsher)
        .containsExactly(2L, 1L, 1L, 0L);
    assertThat(report.byClause())
        .singleElement()
        .satisfies(
            group -> {
              assertThat(group.name()).isEqualTo("W");
              assertThat(group.count().lines()).isEqualTo(1);
            });
  }

  @Test
  void aStricterWindowIsHarsherAndItsLinesCostNobodyAnything() {
    var report = simulate(draft(window(1), DIFFERENCE, fee("amount: 50000")), DEARER).report();
    var dearerLate =
        simulate(
                draft(window(1), DIFFERENCE, fee("amount: 50000")),
                contact(DEARER, "2026-03-24T09:00"))
            .report();

    assertThat(report.all().flips()).isZero();
    assertThat(dearerLate.all().harsher()).isEqualTo(1);
    assertThat(dearerLate.all().kinder()).isZero();
    assertThat(dearerLate.all().was().fromCustomers()).isPositive();
    assertThat(dearerLate.all().would()).isEqualTo(new SimulationReport.Sums(0, 0, 0, 0, 0, 0));
  }

  @Test
  void whatIsChargedPaidBackAndTakenAsAFeeIsSummedUpApart() {
    var fees = WAS.decide(DEARER, DAYS).fee().minor() + WAS.decide(CHEAPER, DAYS).fee().minor();
    var would = draft(window(7), DIFFERENCE);

    var all = simulate(would, DEARER, CHEAPER).report().all();

    assertThat(fees).isPositive();
    assertThat(all.flips()).isEqualTo(2);
    assertThat(all.kinder()).isEqualTo(2);
    assertThat(all.was().fees()).isEqualTo(fees);
    assertThat(all.was().charged()).isEqualTo(WAS.decide(DEARER, DAYS).difference().minor());
    assertThat(all.was().paidBack()).isEqualTo(-WAS.decide(CHEAPER, DAYS).difference().minor());
    assertThat(all.was().fromCustomers())
        .isEqualTo(all.was().charged() - all.was().paidBack() + fees);
    assertThat(all.would().fees()).isZero();
    assertThat(all.would().charged()).isEqualTo(all.was().charged());
    assertThat(all.would().paidBack()).isEqualTo(all.was().paidBack());
  }

  @Test
  void aFeeThatIsNewOrHigherOrGoneIsTheReason() {
    var dearer = draft(window(7), DIFFERENCE, fee("amount: 60000"));
    var none = draft(window(7), DIFFERENCE);
    var other = draft(window(7), DIFFERENCE, fee("amount: 50000").replace("id: F", "id: G"));

    assertThat(flip(dearer, DEARER).clauses()).containsExactly("F");
    assertThat(flip(dearer, DEARER).kinder()).isFalse();
    assertThat(flip(dearer, DEARER).differenceChange()).isEqualTo(10_000);
    assertThat(flip(none, DEARER).clauses()).containsExactly("F");
    assertThat(flip(none, DEARER).outcomeFlips()).isFalse();
    assertThat(new Simulation(other, BOOK).replay(past(1, DEARER))).isEmpty();
  }

  @Test
  void whoPaysTheWayIsCountedByPayer() {
    var shopPays = draft(window(7), freight("[shop, courier, undetermined, customer]"));

    var all = simulate(shopPays, IN_TIME, DEARER).report().all();

    for (var sums : List.of(all.was(), all.would())) {
      assertThat(sums.byShop() + sums.byCustomer() + sums.undecided()).isEqualTo(2);
    }
    for (var facts : List.of(IN_TIME, DEARER)) {
      var sums = simulate(shopPays, facts).report().all().would();
      var payer = shopPays.decide(facts, DAYS).payerToShop();
      assertThat(sums.byShop()).isEqualTo(payer == Payer.SHOP ? 1 : 0);
      assertThat(sums.byCustomer()).isEqualTo(payer == Payer.CUSTOMER ? 1 : 0);
      assertThat(sums.undecided()).isEqualTo(payer == Payer.UNDECIDED ? 1 : 0);
    }
  }

  @Test
  void whereTheDecidingVersionIsGoneTheClausesThatDecideAreTheReason() {
    var draft = draft(window(1), DIFFERENCE, fee("amount: 50000"));
    var facts = contact(DEARER, "2026-03-24T09:00");
    var known = Past.Result.of(WAS.decide(facts, DAYS));
    var unknown =
        new Past.Result(9, known.outcome(), known.payer(), known.difference(), known.fee());

    var flip = new Simulation(draft, BOOK).replay(new Past(1, 1, facts, unknown));

    assertThat(flip.orElseThrow().clauses()).containsExactly("W");
  }

  @Test
  void countsOfSeveralThreadsJoinToTheCountsOfOne() {
    var draft = draft(window(1), DIFFERENCE, fee("amount: 60000"));
    var late = contact(DEARER, "2026-03-24T09:00");
    var alone = simulate(draft, IN_TIME, LATE, CHEAPER, DEARER, late);

    var joined = simulate(draft, IN_TIME, DEARER);
    joined.add(simulate(draft, LATE, late));
    joined.add(simulate(draft, CHEAPER));

    assertThat(joined.report()).isEqualTo(alone.report());
    assertThat(alone.report().all().flips()).isPositive();
  }

  @Test
  void theMostFlipsComeFirstThenTheName() {
    var report =
        simulate(
                draft(window(7), DIFFERENCE),
                IN_TIME,
                DEARER,
                CHEAPER,
                contact(DEARER, "2026-03-24T09:00"))
            .report();

    assertThat(report.byReason())
        .extracting(SimulationReport.Group::name)
        .containsExactly("changed-mind", "dead-on-arrival");
    assertThat(report.byReason())
        .extracting(group -> group.count().flips())
        .containsExactly(3L, 0L);
    assertThat(report.byReason())
        .extracting(group -> group.count().lines())
        .containsExactly(3L, 1L);
    assertThat(report.byProduct())
        .singleElement()
        .satisfies(group -> assertThat(group.count().lines()).isEqualTo(4));
  }

  private static Flip flip(Policy draft, ReturnFacts facts) {
    return new Simulation(draft, BOOK).replay(past(1, facts)).orElseThrow();
  }

  private static Simulation simulate(Policy draft, ReturnFacts... facts) {
    var simulation = new Simulation(draft, BOOK);
    Stream.of(facts).forEach(one -> simulation.replay(past(1, one)));
    return simulation;
  }

  private static Past past(long rma, ReturnFacts facts) {
    return new Past(rma, 1, facts, Past.Result.of(WAS.decide(facts, DAYS)));
  }

  private static Policy draft(String... clauses) {
    return policy(clauses);
  }

  private static String window(int days) {
    return clause(
        "W", "window", "block", "days: " + days, "unit: working", "dispatch-buffer: {default: 7}");
  }

  private static String fee(String rate) {
    return clause("F", "fee", "charge", "tracks: [customer-choice]", rate);
  }

  private static String freight(String faults) {
    return clause("P", "freight", "charge", "shop-pays: " + faults);
  }
}
