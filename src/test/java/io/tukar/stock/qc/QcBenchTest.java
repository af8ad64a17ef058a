package io.tukar.stock.qc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tukar.FreshDatabase;
import io.tukar.TukarTest;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.MacAddress;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Role;
import io.tukar.kernel.SealNumber;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.rma.Verification;
import io.tukar.stock.Place;
import io.tukar.stock.Release;
import io.tukar.stock.Releases;
import io.tukar.stock.Shelf;
import io.tukar.stock.Shortage;
import io.tukar.stock.StockList;
import io.tukar.stock.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TukarTest
@FreshDatabase
class QcBenchTest {

  private static final Instant AT = Instant.parse("2026-03-10T03:00:00Z");
  private static final Actor INSPECTOR = new Actor.Staff(7, Role.INSPECTOR);
  private static final AtomicInteger TESTS = new AtomicInteger();

  @Autowired private QcBench bench;
  @Autowired private QcTests tests;
  @Autowired private Releases releases;
  @Autowired private Shelf shelf;
  @Autowired private StockList list;
  @Autowired private Verification verification;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transactions;

  private final int n = TESTS.incrementAndGet();
  private final Sku phone = new Sku("QC-PHONE-" + n);
  private final SealNumber seal = new SealNumber("SEAL-" + n);

  @BeforeEach
  void threePhonesWithoutKnownSerials() {
    jdbc.sql(
            """
            insert into product (sku, name, category, list_price, serialised)
            values (?, 'Telepon', 'ip-phone', 1000, true)
            """)
        .param(phone.value())
        .update();
    jdbc.sql("insert into stock_level (sku, on_hand) values (?, 3)").param(phone.value()).update();
    jdbc.sql(
            """
            insert into stock_move (sku, quantity, from_place, to_place, cause, at, actor)
            values (?, 3, 'SUPPLIER', 'SHELF', 'imported', now(), 'operator')
            """)
        .param(phone.value())
        .update();
  }

  @Test
  void aUnitPassesOnceEveryStepIsAsExpectedAndItsBoxIsSealed() {
    var test = started("SERI-0001");
    assertThat(test.plan().code()).isEqualTo("ip-phone");
    var open = reasons(bench.pass(test.id(), seal, 1, AT, INSPECTOR));
    assertThat(open).extracting(Refusal::code).containsExactly("qc-step-open");

    answerAll(test);
    var passed = done(bench.pass(test.id(), seal, 1, AT, INSPECTOR));

    assertThat(passed.ending()).isNotNull();
    assertThat(passed.unit().checked()).isTrue();
    assertThat(tests.sealed(seal).orElseThrow().id()).isEqualTo(test.id());
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void aStepThatAsksForAValueNeedsOne() {
    var test = started("SERI-0001");
    var read =
        test.plan().steps().stream()
            .filter(step -> step.kind() == QcStep.Kind.READ)
            .findFirst()
            .orElseThrow();
    assertThat(reasons(bench.answer(test.id(), read.no(), true, "  ", AT, INSPECTOR)))
        .extracting(Refusal::code)
        .containsExactly("value-missing");
    assertThat(done(bench.answer(test.id(), read.no(), true, "1.0.5", AT, INSPECTOR)).results())
        .containsExactly(new QcResult(read.no(), true, "1.0.5"));
  }

  @Test
  void aUnitWithAFaultCannotPassUntilTheStepIsDoneAgain() {
    var test = started("SERI-0001");
    answerAll(test);
    done(bench.answer(test.id(), 2, false, "mati", AT, INSPECTOR));
    assertThat(reasons(bench.pass(test.id(), seal, 1, AT, INSPECTOR)))
        .extracting(Refusal::code)
        .containsExactly("qc-found-fault");

    done(bench.answer(test.id(), 2, true, null, AT, INSPECTOR));
    assertThat(done(bench.pass(test.id(), seal, 1, AT, INSPECTOR)).mayPass()).isTrue();
  }

  @Test
  void aUnitThatFailedLeavesTheShelfForQuarantine() {
    var test = started("SERI-0001");
    done(bench.answer(test.id(), 2, false, null, AT, INSPECTOR));
    assertThat(reasons(bench.fail(test.id(), " ", AT, INSPECTOR)))
        .extracting(Refusal::code)
        .containsExactly("qc-remark-needed");

    var failed = done(bench.fail(test.id(), "Tidak menyala", AT, INSPECTOR));

    assertThat(failed.unit().place()).isEqualTo(Place.QUARANTINE);
    assertThat(onHand()).isEqualTo(2);
    assertThat(verification.run().broken()).isEmpty();
    assertThat(reasons(bench.start(phone, failed.unit().serial(), null, AT, INSPECTOR)))
        .extracting(Refusal::code)
        .containsExactly("unit-not-on-shelf");
  }

  @Test
  void aUnitThatFailedStaysWhereEveryOtherIsSetAside() {
    jdbc.sql("update stock_level set held = 3 where sku = ?").param(phone.value()).update();
    var test = started("SERI-0001");
    var failed = done(bench.fail(test.id(), "Tidak menyala", AT, INSPECTOR));

    assertThat(failed.unit().place()).isEqualTo(Place.SHELF);
    assertThat(failed.unit().checked()).isFalse();
    assertThat(onHand()).isEqualTo(3);
    jdbc.sql("update stock_level set held = 0 where sku = ?").param(phone.value()).update();

    var mended = started("SERI-0001");
    assertThat(mended.unit().grade()).isEqualTo(Unit.Grade.DEFECTIVE);
    answerAll(mended);
    assertThat(done(bench.pass(mended.id(), seal, 1, AT, INSPECTOR)).unit().grade())
        .isEqualTo(Unit.Grade.REFURBISHED);
  }

  @Test
  void aFaultFoundInARetestStopsShippingAtOnceAndCallingItOffChangesNothing() {
    passed("SERI-0001");
    var retest = started("SERI-0001");
    assertThat(shelf.shippable(phone, 9)).as("a test that was only begun").hasSize(1);
    done(bench.answer(retest.id(), 1, true, null, AT, INSPECTOR));
    assertThat(shelf.shippable(phone, 9)).as("nothing found yet").hasSize(1);

    done(bench.answer(retest.id(), 2, false, "mati", AT, INSPECTOR));
    assertThat(shelf.shippable(phone, 9)).isEmpty();
    assertThatThrownBy(
            () ->
                jdbc.sql("update unit set place = 'CUSTOMER' where sku = ?")
                    .param(phone.value())
                    .update())
        .isInstanceOf(DataAccessException.class);
    assertThat(verification.run().broken()).isEmpty();

    done(bench.abandon(retest.id(), AT, INSPECTOR));
    assertThat(shelf.shippable(phone, 9)).isEmpty();

    var anew = started("SERI-0001");
    answerAll(anew);
    done(bench.pass(anew.id(), new SealNumber("SEAL-ANEW-" + n), 1, AT, INSPECTOR));
    assertThat(shelf.shippable(phone, 9)).containsExactly(new SerialNumber("SERI-0001"));
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void anAnswerThatIsTakenBackDoesNotBringTheEarlierPassBack() {
    passed("SERI-0001");
    var retest = started("SERI-0001");
    done(bench.answer(retest.id(), 2, false, null, AT, INSPECTOR));
    done(bench.answer(retest.id(), 2, true, null, AT, INSPECTOR));
    done(bench.abandon(retest.id(), AT, INSPECTOR));
    assertThat(shelf.shippable(phone, 9)).isEmpty();
  }

  @Test
  void aFaultInAUnitThatMustStayLeavesAShortageUntilTheHoldOrTheUnitIsReplaced() {
    jdbc.sql("update stock_level set held = 3 where sku = ?").param(phone.value()).update();
    assertThat(lacking()).as("units nobody tested yet can be tested").isZero();
    var test = started("SERI-0001");
    done(bench.answer(test.id(), 2, false, null, AT, INSPECTOR));
    assertThat(lacking()).as("found, not signed").isEqualTo(1);
    done(bench.fail(test.id(), "Tidak menyala", AT, INSPECTOR));
    assertThat(lacking()).isEqualTo(1);
    assertThat(list.page(phone.value(), "").getFirst().lacking()).isEqualTo(1);

    jdbc.sql("update stock_level set held = 2 where sku = ?").param(phone.value()).update();
    assertThat(lacking()).isZero();
    jdbc.sql("update stock_level set held = 0 where sku = ?").param(phone.value()).update();
  }

  private int lacking() {
    return list.shortages().stream()
        .filter(shortage -> shortage.sku().equals(phone.value()))
        .mapToInt(Shortage::lacking)
        .sum();
  }

  private void passed(String serial) {
    var test = started(serial);
    answerAll(test);
    done(bench.pass(test.id(), seal, 1, AT, INSPECTOR));
  }

  @Test
  void aUnitThatCameBackPassesOnlyOnceItIsReleasedFromItsLastOwner() {
    var serial = new SerialNumber("SERI-0001");
    passed(serial.value());
    long unit = unitBack(serial);
    var again = started(serial.value());
    answerAll(again);
    var other = new SealNumber("SEAL-BACK-" + n);
    assertThat(reasons(bench.pass(again.id(), other, 1, AT, INSPECTOR)))
        .containsExactly(Refusal.of("unit-not-released", "", serial));
    assertThatThrownBy(
            () ->
                jdbc.sql("update unit set qc_passed_at = now(), qc_by = 'x' where id = ?")
                    .param(unit)
                    .update())
        .isInstanceOf(DataAccessException.class);

    var headset = new Release(true, false, "Tanpa akun provisioning");
    releases.sign(unit, headset, AT, INSPECTOR);
    releases.sign(unit, new Release(true, true, null), AT, INSPECTOR);
    assertThat(releases.of(unit))
        .as("signed twice is signed once")
        .containsExactly(new Releases.Signed(headset, AT, INSPECTOR.reference()));
    assertThat(done(bench.pass(again.id(), other, 1, AT, INSPECTOR)).unit().checked()).isTrue();
    assertThat(verification.run().broken()).isEmpty();

    shelf.returned(phone, List.of(serial), Place.SHELF);
    assertThat(releases.isDue(unit)).as("each return is released anew").isTrue();
  }

  @Test
  void whatIsNotDoneForAReleaseHasAReason() {
    assertThat(reasons(Release.of(true, false, " ")))
        .extracting(Refusal::code)
        .containsExactly("release-reason-missing");
    assertThat(reasons(Release.of(true, true, "x".repeat(201))))
        .extracting(Refusal::code)
        .containsExactly("value-too-long");
    assertThat(done(Release.of(true, true, ""))).isEqualTo(new Release(true, true, null));
  }

  @Test
  void noMoreUnitsBecomeKnownThanWereCountedIn() {
    for (var serial : List.of("SERI-0001", "SERI-0002", "SERI-0003")) {
      started(serial);
    }
    assertThat(reasons(bench.start(phone, new SerialNumber("SERI-0004"), null, AT, INSPECTOR)))
        .extracting(Refusal::code)
        .containsExactly("unit-not-on-shelf");
  }

  @Test
  void aSealClosesOneBoxAndAMacBelongsToOneUnit() {
    var mac = new MacAddress("000B821122%02X".formatted(n));
    var first = done(bench.start(phone, new SerialNumber("SERI-0001"), mac, AT, INSPECTOR));
    var second = started("SERI-0002");
    answerAll(first);
    answerAll(second);
    done(bench.pass(first.id(), seal, 1, AT, INSPECTOR));

    assertThat(reasons(bench.pass(second.id(), seal, 1, AT, INSPECTOR)))
        .containsExactly(Refusal.of("seal-used", "seal", seal, "SERI-0001"));
    assertThat(reasons(bench.start(phone, new SerialNumber("SERI-0003"), mac, AT, INSPECTOR)))
        .containsExactly(Refusal.of("mac-of-other-unit", "mac", "SERI-0001"));
  }

  @Test
  void aTestThatEndedIsNeverChanged() {
    var test = started("SERI-0001");
    done(bench.abandon(test.id(), AT, INSPECTOR));

    assertThat(reasons(bench.answer(test.id(), 1, true, null, AT, INSPECTOR)))
        .extracting(Refusal::code)
        .containsExactly("qc-ended");
    assertThatThrownBy(
            () ->
                jdbc.sql("update qc_test set remark = 'x' where id = ?").param(test.id()).update())
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        insert into qc_result (test_id, step_no, passed, at, actor)
                        values (?, 1, true, now(), 'x')
                        """)
                    .param(test.id())
                    .update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void theDatabaseLetsNoUntestedUnitOut() {
    started("SERI-0001");
    assertThatThrownBy(
            () ->
                jdbc.sql("update unit set place = 'CUSTOMER' where sku = ?")
                    .param(phone.value())
                    .update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void stationsThatScanTheSameUnitAtOnceShareItsTest() throws Exception {
    var scans = new ArrayList<Callable<Long>>();
    for (int i = 0; i < 8; i++) {
      scans.add(() -> started("SERI-0001").id());
    }
    try (var stations = Executors.newFixedThreadPool(8)) {
      var ids = new ArrayList<Long>();
      for (var scan : stations.invokeAll(scans)) {
        ids.add(scan.get());
      }
      assertThat(ids).containsOnly(ids.getFirst());
    }
  }

  @Test
  void stationsThatWriteTheSameSealAtOnceSealOneBox() throws Exception {
    var signings = new ArrayList<Callable<Answer<QcTest>>>();
    for (var serial : List.of("SERI-0001", "SERI-0002", "SERI-0003")) {
      var test = started(serial);
      answerAll(test);
      signings.add(() -> bench.pass(test.id(), seal, 1, AT, INSPECTOR));
    }
    try (var stations = Executors.newFixedThreadPool(3)) {
      var passed = 0;
      for (var signing : stations.invokeAll(signings)) {
        if (signing.get() instanceof Answer.Done) {
          passed++;
        } else {
          assertThat(reasons(signing.get())).extracting(Refusal::code).containsExactly("seal-used");
        }
      }
      assertThat(passed).isEqualTo(1);
    }
  }

  @Test
  void aStepThatAsksForPhotosIsAsExpectedOnlyOnceThereIsOne() {
    var test = started("Q-77");
    var photo =
        test.plan().steps().stream()
            .filter(step -> step.kind() == QcStep.Kind.PHOTO)
            .findFirst()
            .orElseThrow()
            .no();

    assertThat(reasons(bench.answer(test.id(), photo, true, null, AT, INSPECTOR)))
        .extracting(Refusal::code)
        .containsExactly("qc-photo-missing");
    assertThat(reasons(bench.photographed(test.id(), photo, 0, AT, INSPECTOR)))
        .extracting(Refusal::code)
        .containsExactly("qc-photo-missing");
    assertThat(reasons(bench.photographed(test.id(), 1, 1, AT, INSPECTOR)))
        .as("a step that asks for none")
        .extracting(Refusal::code)
        .containsExactly("no-such-step");
    assertThat(done(bench.photographed(test.id(), photo, 1, AT, INSPECTOR)).results()).hasSize(1);
  }

  @Test
  void aSealIsSignedOnlyOnceItIsPhotographed() {
    var test = started("SERI-0001");
    answerAll(test);
    assertThat(reasons(bench.pass(test.id(), seal, 0, AT, INSPECTOR)))
        .extracting(Refusal::code)
        .containsExactly("qc-seal-photo-missing");
    assertThat(tests.find(test.id()).orElseThrow().ending()).isNull();

    done(bench.pass(test.id(), seal, 1, AT, INSPECTOR));
    assertThat(reasons(bench.pass(test.id(), seal, 0, AT, INSPECTOR)))
        .as("sent twice")
        .extracting(Refusal::code)
        .containsExactly("qc-ended");
  }

  @Test
  void aPassWithoutThePhotosItNeededIsNamedByTheVerification() {
    for (var slot : List.of("SEAL", "UNIT")) {
      transactions.executeWithoutResult(
          rolledBack -> {
            rolledBack.setRollbackOnly();
            var test = started("SERI-0001");
            answerAll(test);
            jdbc.sql("delete from photo where qc_test_id = ? and slot = ?")
                .params(test.id(), slot)
                .update();
            done(bench.pass(test.id(), seal, 1, AT, INSPECTOR));
            assertThat(verification.run().broken())
                .as("no photo of the " + slot)
                .containsExactly(
                    "not true that a test that passed has a photo of its seal and of every step"
                        + " that asks for one: test "
                        + test.id());
          });
    }
    assertThat(verification.run().broken()).isEmpty();
  }

  private QcTest started(String serial) {
    return done(bench.start(phone, new SerialNumber(serial), null, AT, INSPECTOR));
  }

  private void answerAll(QcTest test) {
    photo(test, 1, "SEAL");
    for (var step : test.plan().steps()) {
      if (step.kind() == QcStep.Kind.PHOTO) {
        photo(test, step.no(), "UNIT");
      }
      done(
          step.kind() == QcStep.Kind.PHOTO
              ? bench.photographed(test.id(), step.no(), 1, AT, INSPECTOR)
              : bench.answer(test.id(), step.no(), true, seen(step), AT, INSPECTOR));
    }
  }

  private void photo(QcTest test, int step, String slot) {
    jdbc.sql(
            """
            insert into photo (sha256, bytes, width, height, qc_test_id, line_no, slot, source, at,
              actor)
            values (sha256('x'), 1, 1, 1, ?, ?, ?, 'QC', now(), 'staff:7')
            """)
        .params(test.id(), step, slot)
        .update();
  }

  private static @Nullable String seen(QcStep step) {
    return step.kind() == QcStep.Kind.READ ? "1.0.5" : null;
  }

  private int onHand() {
    return jdbc.sql("select on_hand from stock_level where sku = ?")
        .param(phone.value())
        .query(Integer.class)
        .single();
  }

  private long unitBack(SerialNumber serial) {
    return Objects.requireNonNull(shelf.returned(phone, List.of(serial), Place.SHELF).get(serial));
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }

  private static <T> List<Refusal> reasons(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<T>) answer).reasons();
  }
}
