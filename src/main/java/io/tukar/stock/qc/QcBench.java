package io.tukar.stock.qc;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.MacAddress;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.SealNumber;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.rows.AllOrNothing;
import io.tukar.rows.Writes;
import io.tukar.stock.Catalogue;
import io.tukar.stock.Move;
import io.tukar.stock.Place;
import io.tukar.stock.Releases;
import io.tukar.stock.Shelf;
import io.tukar.stock.Unit;
import io.tukar.stock.Units;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The verbs of quality control (clause P1), each one transaction: a unit on the shelf is tested
 * step by step, and whoever signs that it passed closes its box with a numbered seal.
 */
@Component
public class QcBench {

  /** What is read off a unit, or remarked, is no longer. */
  public static final int SEEN_CHARS_MAX = 200;

  public static final int REMARK_CHARS_MAX = 500;

  private final AllOrNothing verbs;
  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final Catalogue catalogue;
  private final Units units;
  private final QcPlans plans;
  private final QcTests tests;
  private final Releases releases;

  QcBench(
      AllOrNothing verbs,
      JdbcClient jdbc,
      JdbcTemplate batch,
      Catalogue catalogue,
      Units units,
      QcPlans plans,
      QcTests tests,
      Releases releases) {
    this.verbs = verbs;
    this.jdbc = jdbc;
    this.batch = batch;
    this.catalogue = catalogue;
    this.units = units;
    this.plans = plans;
    this.tests = tests;
    this.releases = releases;
  }

  /**
   * Begins the test of a unit, or goes on with the one that is open. A unit that was counted in
   * without its serial becomes known by it.
   *
   * @param mac off the unit's label; null where it has none or it was not read
   */
  public Answer<QcTest> start(
      Sku sku, SerialNumber serial, @Nullable MacAddress mac, Instant at, Actor by) {
    return verbs.runBesideOthers(
        () -> {
          var product = catalogue.products(List.of(sku)).get(sku);
          if (product == null) {
            return Answer.refused(Refusal.of("sku-unknown", "sku", sku));
          }
          return switch (units.introduce(sku, serial, mac)) {
            case Answer.Refused<Unit>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Unit>(var unit) ->
                unit.place() == Place.SHELF
                    ? found(tests.open(unit, plans.of(product.category()), at, by))
                    : Answer.refused(Refusal.of("unit-not-on-shelf", "serial", serial));
          };
        });
  }

  /**
   * Writes what came of a step; until the test ends a step can be answered anew. That photos are as
   * expected is said by {@link #photographed}. From the moment a fault is found, no earlier pass of
   * the unit counts, however this test ends (clause P1).
   *
   * @param seen what was read; needed where the step asks for a value
   */
  public Answer<QcTest> answer(
      long testId, int stepNo, boolean passed, @Nullable String seen, Instant at, Actor by) {
    return ofOpen(
        testId,
        test -> {
          var step = test.plan().step(stepNo);
          if (step.isEmpty()) {
            return Answer.refused(Refusal.of("no-such-step", "step", stepNo));
          }
          var text = seen == null || seen.isBlank() ? null : seen.strip();
          if (text != null && text.length() > SEEN_CHARS_MAX) {
            return Answer.refused(Refusal.of("value-too-long", "seen", SEEN_CHARS_MAX));
          }
          if (passed && text == null && step.get().kind() == QcStep.Kind.READ) {
            return Answer.refused(Refusal.of("value-missing", "seen"));
          }
          if (passed && step.get().kind() == QcStep.Kind.PHOTO) {
            return Answer.refused(Refusal.of("qc-photo-missing", "photo"));
          }
          tests.write(testId, new QcResult(stepNo, passed, text), at, by);
          if (!passed) {
            units.doubted(test.unit().id());
          }
          return found(testId);
        });
  }

  /**
   * Answers a step that asks for photos: as expected once there is one.
   *
   * @param photos how many the test's album has of this step; none is ever taken out of it
   */
  public Answer<QcTest> photographed(long testId, int stepNo, int photos, Instant at, Actor by) {
    return ofOpen(
        testId,
        test -> {
          var step = test.plan().step(stepNo);
          if (step.isEmpty() || step.get().kind() != QcStep.Kind.PHOTO) {
            return Answer.refused(Refusal.of("no-such-step", "step", stepNo));
          }
          if (photos < 1) {
            return Answer.refused(Refusal.of("qc-photo-missing", "photo"));
          }
          tests.write(testId, new QcResult(stepNo, true, null), at, by);
          return found(testId);
        });
  }

  /**
   * Signs that the unit passed: every step is as expected, and the box is closed with a seal, which
   * was photographed: that is the seal clause P4 compares.
   *
   * @param sealPhotos how many the test's album has of the seal; none is ever taken out of it
   */
  public Answer<QcTest> pass(long testId, SealNumber seal, int sealPhotos, Instant at, Actor by) {
    return ofOpen(
        testId,
        test -> {
          if (!test.mayPass()) {
            return Answer.refused(
                test.next()
                    .map(step -> Refusal.of("qc-step-open", "", step.no()))
                    .orElseGet(() -> Refusal.of("qc-found-fault", "")));
          }
          if (sealPhotos < 1) {
            return Answer.refused(Refusal.of("qc-seal-photo-missing", "photo"));
          }
          var other = tests.sealed(seal);
          if (other.isPresent()) {
            return Answer.refused(
                Refusal.of("seal-used", "seal", seal, other.get().unit().serial()));
          }
          var unit = test.unit();
          if (unit.place() != Place.SHELF) {
            return Answer.refused(Refusal.of("unit-not-on-shelf", "", unit.serial()));
          }
          if (releases.isDue(unit.id())) {
            return Answer.refused(Refusal.of("unit-not-released", "", unit.serial()));
          }
          end(testId, QcTest.Outcome.PASSED, seal, null, at, by);
          units.passed(unit.id(), testId, at, by);
          return found(testId);
        });
  }

  /**
   * Signs that the unit failed: it may not be shipped, and leaves the shelf for quarantine unless
   * every unit there is set aside for a case; then it stays, marked as defective.
   *
   * @param remark what is wrong with it
   */
  public Answer<QcTest> fail(long testId, String remark, Instant at, Actor by) {
    return ofOpen(
        testId,
        test -> {
          if (remark.isBlank() || remark.strip().length() > REMARK_CHARS_MAX) {
            return Answer.refused(Refusal.of("qc-remark-needed", "remark", REMARK_CHARS_MAX));
          }
          var unit = test.unit();
          end(testId, QcTest.Outcome.FAILED, null, remark.strip(), at, by);
          if (unit.place() == Place.SHELF) {
            units.failed(unit.id());
            takeOffTheShelf(unit, at, by);
          } else {
            units.doubted(unit.id());
          }
          return found(testId);
        });
  }

  /**
   * Ends a test that was begun by mistake. A fault it found still counts: the unit may not be
   * shipped until it passes a test anew.
   */
  public Answer<QcTest> abandon(long testId, Instant at, Actor by) {
    return ofOpen(
        testId,
        test -> {
          end(testId, QcTest.Outcome.ABANDONED, null, null, at, by);
          return found(testId);
        });
  }

  /** The unit is locked before its test, as where a test is begun. */
  private Answer<QcTest> ofOpen(long testId, Function<QcTest, Answer<QcTest>> change) {
    return verbs.runBesideOthers(
        () -> {
          tests.unit(testId).ifPresent(units::lock);
          var test = tests.lock(testId);
          if (test.isEmpty()) {
            return Answer.refused(Refusal.of("no-such-test", ""));
          }
          var ending = test.get().ending();
          return ending == null
              ? change.apply(test.get())
              : Answer.refused(Refusal.of("qc-ended", "", ending.outcome()));
        });
  }

  private void takeOffTheShelf(Unit unit, Instant at, Actor by) {
    var free =
        jdbc.sql("select on_hand - held from stock_level where sku = ? for no key update")
            .param(unit.sku().value())
            .query(Integer.class)
            .single();
    if (free > 0) {
      var writes = new Writes();
      Shelf.move(
          List.of(
              new Move(unit.sku(), unit.id(), 1, Place.SHELF, Place.QUARANTINE, "failed its test")),
          null,
          at,
          by,
          writes);
      writes.any("update unit set place = 'QUARANTINE' where id = ?", unit.id());
      writes.send(batch);
    }
  }

  private void end(
      long testId,
      QcTest.Outcome outcome,
      @Nullable SealNumber seal,
      @Nullable String remark,
      Instant at,
      Actor by) {
    tests.end(
        testId,
        new QcTest.Ending(
            outcome, at.truncatedTo(ChronoUnit.MICROS), by.reference(), seal, remark));
  }

  private Answer<QcTest> found(long testId) {
    return Answer.done(tests.find(testId).orElseThrow());
  }
}
