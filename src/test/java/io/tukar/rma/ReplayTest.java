package io.tukar.rma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.tukar.FreshDatabase;
import io.tukar.TukarTest;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Sku;
import io.tukar.policy.Policy;
import io.tukar.policy.decision.Outcome;
import io.tukar.policy.file.PolicyFile;
import io.tukar.policy.replay.Flip;
import io.tukar.policy.replay.HeldFlips;
import io.tukar.policy.replay.Replay;
import io.tukar.policy.replay.SimulationReport;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The past, decided anew by a draft. */
@TukarTest
@FreshDatabase
class ReplayTest {

  private static final Actor CUSTOMER = new Actor.Customer(1);

  @Autowired private Replay replay;
  @Autowired private RequestNumbers numbers;
  @Autowired private ExchangeDesk desk;
  @Autowired private Drafts drafts;
  @Autowired private JdbcClient jdbc;
  private Sku refused = new Sku("X");
  private Sku kept = new Sku("Y");
  private final List<Flip> flips = new ArrayList<>();

  @BeforeEach
  void twoCasesOfOneProductAndOneOfAnother() {
    jdbc.sql("truncate rma, decision cascade").update();
    var shop = new ShopFixture(jdbc);
    var cases = new Cases(shop, drafts);
    refused = shop.product(Cases.freshSku(), 1_000_000, 5);
    kept = shop.product(Cases.freshSku(), 1_000_000, 5);
    for (var sku : List.of(refused, refused, kept)) {
      var order =
          shop.order(LocalDate.of(2026, 3, 13), new ShopFixture.Line(sku.value(), 1, 1_000_000));
      assertThat(desk.open(cases.dead(order, 1, sku), Cases.MONDAY, CUSTOMER))
          .isInstanceOf(Answer.Done.class);
    }
  }

  private SimulationReport run(Policy draft) {
    return replay.run(draft, new Replay.Run(lines -> {}), flips::add);
  }

  @Test
  void thePolicyThatDecidedDecidesTheSameAgain() throws IOException {
    var report = run(policy(""));

    assertThat(report.all().lines()).isEqualTo(3);
    assertThat(report.all().flips()).isZero();
    assertThat(report.turns()).isEmpty();
    assertThat(flips).isEmpty();
  }

  @Test
  void aDraftThatExcludesAProductTellsWhichLinesItTurnsDownAndWhy() throws IOException {
    var report = run(policy(exclusion()));

    assertThat(report.all().flips()).isEqualTo(2);
    assertThat(report.all().harsher()).isEqualTo(2);
    assertThat(report.turns())
        .singleElement()
        .satisfies(
            turned -> {
              assertThat(turned.turn().toString()).contains("AUTHORIZED", "DECLINED");
              assertThat(turned.lines()).isEqualTo(2);
            });
    assertThat(report.byClause()).first().extracting(group -> group.name()).isEqualTo("X9");
    assertThat(report.byProduct())
        .extracting(group -> group.name(), group -> group.count().flips())
        .containsExactly(tuple(refused.value(), 2L), tuple(kept.value(), 0L));
    assertThat(flips).hasSize(2).allMatch(flip -> flip.clauses().equals(List.of("X9")));
  }

  @Test
  void everyFlipIsARowWithTheNumberOfItsCase() throws IOException {
    var text = new StringWriter();
    try (var table = new FlipTable(numbers, text)) {
      replay.run(policy(exclusion()), new Replay.Run(lines -> {}), table);
    }

    assertThat(text.toString().lines())
        .hasSize(3)
        .first()
        .isEqualTo(
            "case,line,reason,product,was,would,shipping_was,shipping_would,customer_pays_more,clauses");
    assertThat(text.toString().lines().skip(1))
        .allMatch(
            row ->
                row.matches(
                    "PJ-2603-\\d+,1,dead-on-arrival,"
                        + refused.value()
                        + ",authorized,declined,shop,shop,0,X9"));
  }

  @Test
  void aDraftThatChargesAFeeIsCountedInRupiah() throws IOException {
    var report =
        run(
            policy(
                """
                  - id: F9
                    kind: fee
                    severity: charge
                    amount: 25000
                    source: Handling.
                    text: {id: Biaya penanganan., en: A fee for handling.}
                """));

    assertThat(report.all().was().fees()).isZero();
    assertThat(report.all().would().fees()).isEqualTo(75_000);
    assertThat(report.turns()).singleElement().extracting(turned -> turned.lines()).isEqualTo(3L);
    assertThat(report.all().kinder()).isZero();
  }

  @Test
  void ofALineJudgedTwiceTheLaterDecisionCounts() throws IOException {
    jdbc.sql(
            """
            insert into decision (rma_id, line_no, stage, policy_id, policy_version, holiday_set,
              outcome, payer, difference, fee, facts, proof, at)
            select rma_id, line_no, 'INSPECTION', policy_id, policy_version, holiday_set,
              'DECLINED', payer, difference, fee, facts, proof, at
            from decision where rma_id = (select min(rma_id) from decision)
            """)
        .update();

    var report = run(policy(""));

    assertThat(replay.lines()).isEqualTo(3);
    assertThat(report.all().lines()).isEqualTo(3);
    assertThat(flips)
        .singleElement()
        .satisfies(
            flip -> {
              assertThat(flip.was()).isEqualTo(Outcome.DECLINED);
              assertThat(flip.kinder()).isTrue();
            });
  }

  @Test
  void whateverIsChargedOnADeclinedLineNobodyIsTreatedOtherwise() throws IOException {
    jdbc.sql(
            """
            insert into decision (rma_id, line_no, stage, policy_id, policy_version, holiday_set,
              outcome, payer, difference, fee, facts, proof, at)
            select rma_id, line_no, 'INSPECTION', policy_id, policy_version, holiday_set,
              'DECLINED', 'CUSTOMER', 75000, 5000, facts, proof, at
            from decision
            """)
        .update();

    var report =
        run(
            policy(
                exclusion()
                    + """
                      - id: X8
                        kind: exclusion
                        severity: block
                        products: [%s]
                        source: Nor this one.
                        text: {id: Produk ini tidak ditukar., en: This product is not exchanged.}
                    """
                        .formatted(kept.value())));

    assertThat(report.all().lines()).isEqualTo(3);
    assertThat(report.all().flips()).isZero();
    assertThat(report.all().was().fromCustomers()).isZero();
    assertThat(report.all().would().fromCustomers()).isZero();
  }

  @Test
  void aRunOfManyFlipsHoldsNoMoreThanItsBoundAndCountsThemAll() throws Exception {
    var many = HeldFlips.MAX + 2_000;
    jdbc.sql(
            """
            insert into decision (rma_id, line_no, stage, policy_id, policy_version, holiday_set,
              outcome, payer, difference, fee, facts, proof, at)
            select rma_id, line, stage, policy_id, policy_version, holiday_set,
              outcome, payer, difference, fee, facts, proof, at
            from decision, generate_series(2, ?) line
            where rma_id = (select min(rma_id) from decision)
            """)
        .param(many)
        .update();
    var held = new HeldFlips();

    var report = replay.run(policy(exclusion()), new Replay.Run(lines -> {}), held);

    assertThat(report.all().flips()).isEqualTo(many + 1);
    assertThat(held.list()).hasSize(HeldFlips.MAX).doesNotHaveDuplicates();
  }

  @Test
  void aRunThatIsStoppedEnds() throws IOException {
    var draft = policy("");
    var run = new Replay.Run(lines -> {});
    run.stop();

    assertThatThrownBy(() -> replay.run(draft, run, flips::add))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void whatWasDecidedIsNeverChanged() {
    assertThatThrownBy(() -> jdbc.sql("update decision set outcome = 'DECLINED'").update())
        .hasMessageContaining("appended to, never changed");
  }

  private String exclusion() {
    return """
      - id: X9
        kind: exclusion
        severity: block
        products: [%s]
        source: Not this one.
        text: {id: Produk ini tidak ditukar., en: This product is not exchanged.}
    """
        .formatted(refused.value());
  }

  /** The shipped policy as its second version, with one more clause. */
  private static Policy policy(String clause) throws IOException {
    try (var in = ReplayTest.class.getResourceAsStream(PolicyFile.SHIPPED)) {
      var shipped = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      var reading = PolicyFile.load(shipped.replace("version: 1", "version: 2") + clause);
      assertThat(reading.problems()).isEmpty();
      return reading.policy().orElseThrow();
    }
  }
}
