package io.tukar.stock.qc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tukar.TukarTest;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Role;
import io.tukar.kernel.SealNumber;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.rma.Cases;
import io.tukar.rma.Verification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plans are changed version by version, and a test keeps the one it was begun with (clause P1). */
@TukarTest
class QcPlanOfficeTest {

  private static final Instant AT = Cases.MONDAY;
  private static final Actor EKA = new Actor.Staff(1, Role.MANAGER);
  private static final Actor FAJAR = new Actor.Staff(2, Role.MANAGER);

  @Autowired private QcPlanOffice office;
  @Autowired private QcPlans plans;
  @Autowired private QcBench bench;
  @Autowired private QcTests tests;
  @Autowired private Verification verification;
  @Autowired private JdbcClient jdbc;

  private final String code = "plan-" + Cases.freshSku().toLowerCase(Locale.ROOT);

  @Test
  void aChangeIsAVersionOfItsOwnAndTheSameFormIsOneVersion() {
    var first = created("Menyala", "Nada");
    assertThat(first.version()).isEqualTo(1);
    assertThat(done(office.create(code, draft("Menyala", "Nada"), AT, EKA)).id())
        .isEqualTo(first.id());
    assertThat(codes(office.create(code, draft("Lain"), AT, EKA)))
        .containsExactly("qc-plan-exists");

    var changed = draft("Nada", "Layar", "Menyala");
    for (int sent = 0; sent < 2; sent++) {
      assertThat(done(office.change(code, 1, changed, AT, EKA)).version()).isEqualTo(2);
    }
    assertThat(codes(office.change(code, 2, changed, AT, EKA)))
        .containsExactly("qc-plan-unchanged");
    assertThat(reasons(office.change(code, 1, draft("Lain"), AT, FAJAR)))
        .containsExactly(Refusal.of("qc-plan-stale", "", 2));
    var now = plans.inUse(code).orElseThrow();
    assertThat(now.since(first))
        .as("moved is not changed")
        .extracting(change -> change.kind() + " " + change.step().ask().id())
        .containsExactly("ADDED Layar");
    assertThat(first.since(now))
        .extracting(change -> change.kind() + " " + change.step().ask().id())
        .containsExactly("REMOVED Layar");
    assertThat(plans.versions(code)).extracting(QcPlans.Version::number).containsExactly(2, 1);
    assertThat(plans.version(code, 1)).contains(first);
    assertThatThrownBy(
            () ->
                jdbc.sql("update qc_step set ask_id = 'x' where plan_id = ?")
                    .param(first.id())
                    .update())
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> jdbc.sql("delete from qc_plan where id = ?").param(now.id()).update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void aStepThatSaysOtherwiseIsChanged() {
    var first = created("Menyala");
    var otherwise =
        new QcDraft("Uji", "", List.of(new QcDraft.Step("READ", "Menyala", "", "12 V", "")));
    var now = done(office.change(code, 1, otherwise, AT, EKA));

    assertThat(now.since(first))
        .extracting(QcPlan.Change::kind)
        .containsExactly(QcPlan.Change.Kind.CHANGED);
    assertThat(now.steps().getFirst().expect().en()).as("without English").isEqualTo("12 V");
    assertThat(QcDraft.of(now)).isEqualTo(otherwise);
  }

  @Test
  void whatCannotBeReadIsSaidFieldByField() {
    var long201 = "x".repeat(201);
    var wrong =
        new QcDraft(
            " ",
            "y".repeat(81),
            List.of(
                new QcDraft.Step("SING", "", "", long201, ""),
                new QcDraft.Step("CHECK", "Nada", long201, "", "ok")));
    assertThat(reasons(office.create(code, wrong, AT, EKA)))
        .containsExactly(
            Refusal.of("value-missing", "name-id"),
            Refusal.of("value-too-long", "name-en", 80),
            Refusal.of("choice-missing", "kind-1"),
            Refusal.of("value-missing", "ask-id-1"),
            Refusal.of("value-too-long", "expect-id-1", 200),
            Refusal.of("value-too-long", "ask-en-2", 200),
            Refusal.of("value-missing", "expect-id-2"));
    assertThat(codes(office.create(code, draft(), AT, EKA))).containsExactly("qc-plan-empty");
    var many = IntStream.rangeClosed(1, 41).mapToObj(n -> "Langkah " + n).toArray(String[]::new);
    assertThat(codes(office.create(code, draft(many), AT, EKA)))
        .containsExactly("qc-plan-too-long");
    for (var bad : List.of("", "x", "Kamera", "new", "families", "a b")) {
      assertThat(codes(office.create(bad, draft("Nada"), AT, EKA))).containsExactly("qc-plan-code");
    }
    assertThat(codes(office.change(code, 1, draft("Nada"), AT, EKA)))
        .containsExactly("qc-no-such-plan");
    assertThat(plans.inUse(code)).isEmpty();
  }

  @Test
  void aTestKeepsTheVersionItWasBegunWith() {
    created("Menyala");
    var sku = product();
    done(office.test(" " + code.toUpperCase(Locale.ROOT) + " ", code, AT, EKA));
    var begun = done(bench.start(sku, new SerialNumber(sku + "-1"), null, AT, EKA));
    assertThat(begun.plan().code()).isEqualTo(code);
    done(office.change(code, 1, draft("Menyala", "Nada"), AT, EKA));

    done(bench.answer(begun.id(), 1, true, null, AT, EKA));
    assertThat(tests.find(begun.id()).orElseThrow().plan().version()).isEqualTo(1);
    var other = done(bench.start(sku, new SerialNumber(sku + "-2"), null, AT, EKA));
    assertThat(other.plan().version()).isEqualTo(2);
    done(bench.answer(other.id(), 1, true, null, AT, EKA));
    assertThat(codes(bench.pass(other.id(), new SealNumber("SEAL-" + sku), 1, AT, EKA)))
        .as("the new step is open")
        .containsExactly("qc-step-open");
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void whichPlanTestsAFamilyIsSaidOnceAndTheGeneralOneTestsTheOthers() {
    created("Menyala");
    var sku = product();
    assertThat(family().plan()).isEqualTo(QcPlan.GENERAL);
    assertThat(family().products()).isEqualTo(1);
    for (int said = 0; said < 2; said++) {
      done(office.test(code, code, AT, EKA));
    }
    assertThat(family().plan()).isEqualTo(code);
    assertThat(plans.of(code).code()).isEqualTo(code);
    assertThat(codes(office.test(code, "no-such", AT, EKA))).containsExactly("qc-no-such-plan");
    assertThat(codes(office.test(" ", code, AT, EKA))).containsExactly("value-unreadable");
    assertThat(sku).isNotNull();
  }

  @Test
  void ofTwoManagersWhoChangeItAtOnceTheSecondIsTold() throws Exception {
    created("Menyala");
    Callable<Answer<QcPlan>> eka = () -> office.change(code, 1, draft("Nada"), AT, EKA);
    Callable<Answer<QcPlan>> fajar = () -> office.change(code, 1, draft("Layar"), AT, FAJAR);
    var answers = new ArrayList<Answer<QcPlan>>();
    try (var people = Executors.newFixedThreadPool(2)) {
      for (var answer : people.invokeAll(List.of(eka, fajar))) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).filteredOn(Answer.Done.class::isInstance).hasSize(1);
    assertThat(answers)
        .filteredOn(Answer.Refused.class::isInstance)
        .singleElement()
        .satisfies(refused -> assertThat(codes(refused)).containsExactly("qc-plan-stale"));
    assertThat(plans.versions(code)).hasSize(2);
  }

  private QcPlan created(String... asks) {
    return done(office.create(code, draft(asks), AT, EKA));
  }

  private static QcDraft draft(String... asks) {
    return new QcDraft(
        "Uji",
        "Test",
        List.of(asks).stream()
            .map(ask -> new QcDraft.Step("CHECK", ask, ask + " (en)", "Baik", "Fine"))
            .toList());
  }

  private QcPlans.Family family() {
    return plans.families().stream()
        .filter(family -> family.name().equals(code))
        .findFirst()
        .orElseThrow();
  }

  /** A product of this family, with two units on the shelf that nobody knows by serial. */
  private Sku product() {
    var sku = new Sku(Cases.freshSku());
    jdbc.sql(
            """
            with p as (
              insert into product (sku, name, category, list_price, serialised)
              values (:sku, 'Uji', :category, 1, true))
            insert into stock_level (sku, on_hand, held) values (:sku, 2, 0)
            """)
        .param("sku", sku.value())
        .param("category", code.toUpperCase(Locale.ROOT))
        .update();
    jdbc.sql(
            """
            insert into stock_move (sku, quantity, from_place, to_place, cause, at, actor)
            values (?, 2, 'SUPPLIER', 'SHELF', 'delivered', now(), 'staff:1')
            """)
        .param(sku.value())
        .update();
    return sku;
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return Objects.requireNonNull(((Answer.Done<T>) answer).value());
  }

  private static <T> List<Refusal> reasons(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<T>) answer).reasons();
  }

  private static <T> List<String> codes(Answer<T> answer) {
    return reasons(answer).stream().map(Refusal::code).toList();
  }
}
