package io.tukar.inspection;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.MacAddress;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.SealNumber;
import io.tukar.kernel.SerialNumber;
import io.tukar.orders.OrderBook;
import io.tukar.rows.AllOrNothing;
import io.tukar.stock.ShippedUnits;
import io.tukar.stock.Unit;
import io.tukar.stock.Units;
import io.tukar.stock.qc.QcTest;
import io.tukar.stock.qc.QcTests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The verbs of looking at returned units, each one transaction: a unit is scanned, and checked one
 * thing after the other. The verdict of its line ends the look, and is a verb of the case.
 */
@Component
public class InspectionBench {

  /** What is read off a unit, or missing, is no longer. */
  public static final int SEEN_CHARS_MAX = 200;

  private final AllOrNothing verbs;
  private final UnitLooks looks;
  private final OrderBook orders;
  private final Units units;
  private final ShippedUnits shipped;
  private final QcTests tests;

  InspectionBench(
      AllOrNothing verbs,
      UnitLooks looks,
      OrderBook orders,
      Units units,
      ShippedUnits shipped,
      QcTests tests) {
    this.verbs = verbs;
    this.looks = looks;
    this.orders = orders;
    this.units = units;
    this.shipped = shipped;
    this.tests = tests;
  }

  /**
   * Takes a unit in hand by its serial; the one that is in hand already goes on. A serial that was
   * sold to somebody else, or never, is a finding and no error: see {@link Identity}.
   */
  public Answer<UnitLook> scan(Returned line, SerialNumber serial, Instant at, Actor by) {
    return ofLine(
        line,
        quantity -> {
          var open = looks.openAt(line.sku(), serial);
          if (open.isPresent()) {
            return open.get().rmaId() == line.rmaId() && open.get().lineNo() == line.lineNo()
                ? Answer.done(open.get())
                : Answer.refused(Refusal.of("unit-on-another-bench", "code", serial));
          }
          if (lookedAt(line) >= quantity) {
            return Answer.refused(Refusal.of("line-is-full", "code", quantity));
          }
          if (looks.goesBackElsewhere(line.sku(), serial, line.rmaId(), line.lineNo())) {
            return Answer.refused(Refusal.of("unit-goes-back-elsewhere", "code", serial));
          }
          var unit = known(line, serial);
          return Answer.done(
              looks.add(
                  line,
                  1,
                  serial,
                  unit.map(Unit::id).orElse(null),
                  identity(line, serial),
                  at,
                  by));
        });
  }

  /** Takes all goods of a line in hand together: they have no serials. */
  public Answer<UnitLook> together(Returned line, Instant at, Actor by) {
    return ofLine(
        line,
        quantity -> {
          var open = looks.open(line.rmaId(), line.lineNo());
          return Answer.done(
              open.isEmpty()
                  ? looks.add(line, quantity, null, null, Identity.UNPROVEN, at, by)
                  : open.getFirst());
        });
  }

  /**
   * Writes what came of a check; until the verdict a check can be answered anew. What is read of a
   * MAC or a seal is held against the books: then that answers the check.
   *
   * @param yes the check's sentence is true, as the inspector says
   * @param seen what was read, or which parts are missing
   */
  public Answer<UnitLook> check(
      long lookId, Check check, boolean yes, @Nullable String seen, Instant at, Actor by) {
    return ofOpen(
        lookId,
        look -> {
          var text = seen == null || seen.isBlank() ? null : seen.strip();
          if (text != null && text.length() > SEEN_CHARS_MAX) {
            return Answer.refused(Refusal.of("value-too-long", "answer", SEEN_CHARS_MAX));
          }
          var read = text == null ? Optional.<Boolean>empty() : compared(look, check, text);
          if (text != null && read.isEmpty() && (check == Check.MAC || check == Check.SEAL)) {
            return Answer.refused(Refusal.of("value-unreadable", "answer"));
          }
          looks.write(lookId, check, new UnitLook.Found(read.orElse(yes), text), at, by);
          return Answer.done(looks.find(lookId).orElseThrow());
        });
  }

  /** Puts a unit down again that was scanned by mistake. */
  public Answer<UnitLook> putDown(long lookId) {
    return ofOpen(
        lookId,
        look -> {
          looks.remove(lookId);
          return Answer.done(look);
        });
  }

  /** The test a unit was last sent out on (clause P1), with the seal its box was closed with. */
  public Optional<QcTest> sentOutOn(UnitLook look) {
    var unitId = look.unitId();
    return unitId == null
        ? Optional.empty()
        : tests.of(unitId).stream().filter(InspectionBench::passed).findFirst();
  }

  /** The MAC the shop knows a unit by. */
  public Optional<MacAddress> macOf(UnitLook look) {
    var unitId = look.unitId();
    return unitId == null
        ? Optional.empty()
        : units.find(unitId).flatMap(unit -> Optional.ofNullable(unit.mac()));
  }

  private Identity identity(Returned line, SerialNumber serial) {
    var ofLine = new ArrayList<>(orders.serialsOf(line.soldItemId()));
    var left = shipped.of(line.rmaId());
    ofLine.addAll(left.getOrDefault(line.origin(), List.of()));
    ofLine.addAll(left.getOrDefault(line.lineNo(), List.of()));
    return Identity.of(
        serial,
        ofLine,
        orders.soldElsewhere(line.soldItemId(), line.sku(), serial),
        known(line, serial).isPresent());
  }

  private Optional<Unit> known(Returned line, SerialNumber serial) {
    return units.scanned(serial.value()).stream()
        .filter(unit -> unit.sku().equals(line.sku()) && unit.serial().equals(serial))
        .findFirst();
  }

  private static boolean passed(QcTest test) {
    var ending = test.ending();
    return ending != null && ending.outcome() == QcTest.Outcome.PASSED;
  }

  private int lookedAt(Returned line) {
    return looks.open(line.rmaId(), line.lineNo()).stream().mapToInt(UnitLook::quantity).sum();
  }

  /** Whether what was read is what the books say; empty where it cannot be read as such. */
  private Optional<Boolean> compared(UnitLook look, Check check, String text) {
    return switch (check) {
      case MAC -> MacAddress.parse(text).map(read -> macOf(look).filter(read::equals).isPresent());
      case SEAL ->
          SealNumber.parse(text)
              .map(read -> sentOutOn(look).filter(test -> closedBy(test, read)).isPresent());
      case LABEL, COMPLETE, CLEAN, FAULT -> Optional.empty();
    };
  }

  private static boolean closedBy(QcTest test, SealNumber seal) {
    var ending = test.ending();
    return ending != null && seal.equals(ending.seal());
  }

  /** With how many of the line are here, as the case stands now. */
  private Answer<UnitLook> ofLine(Returned line, IntFunction<Answer<UnitLook>> verb) {
    return verbs.runBesideOthers(
        () -> {
          var quantity = looks.awaitVerdict(line.rmaId(), line.lineNo());
          if (quantity.isEmpty()) {
            return Answer.refused(Refusal.of("line-not-here", "code"));
          }
          looks.lockLine(line.rmaId(), line.lineNo());
          return verb.apply(quantity.get());
        });
  }

  private Answer<UnitLook> ofOpen(long lookId, Function<UnitLook, Answer<UnitLook>> verb) {
    return verbs.runBesideOthers(
        () -> {
          var before = looks.find(lookId);
          before.ifPresent(look -> looks.lockLine(look.rmaId(), look.lineNo()));
          return looks
              .find(lookId)
              .filter(UnitLook::open)
              .map(verb)
              .orElseGet(() -> Answer.refused(Refusal.of("look-ended", "")));
        });
  }
}
