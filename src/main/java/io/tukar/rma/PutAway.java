package io.tukar.rma;

import io.tukar.inspection.Disposition;
import io.tukar.inspection.Identity;
import io.tukar.inspection.UnitLook;
import io.tukar.inspection.UnitLooks;
import io.tukar.kernel.Actor;
import io.tukar.stock.Move;
import io.tukar.stock.Place;
import io.tukar.stock.Shelf;
import io.tukar.stock.ShippedUnits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts inspected goods where their disposition says, and out of quarantine again when they are sent
 * back: each unit that is known by its serial by itself, the others as a number.
 */
@Component
class PutAway {

  /** The cause of the moves of goods nobody claimed. */
  private static final String DISPOSED = "disposed";

  private final Shelf shelf;
  private final UnitLooks looks;

  PutAway(Shelf shelf, UnitLooks looks) {
    this.shelf = shelf;
    this.looks = looks;
  }

  /** A line has its verdict: its looks end, its goods leave quarantine. */
  void inspected(
      Journal journal,
      RmaLine line,
      LineInspection reported,
      List<UnitLook> looked,
      Instant at,
      Actor by) {
    var moves = new ArrayList<Move>();
    int rest = line.quantity();
    for (var look : looked) {
      var to = reported.disposition(look.serial());
      var unit = unit(line, look, to);
      UnitLooks.end(look.id(), to, unit, at, by, journal.writes());
      rest -= look.quantity();
      move(moves, line, unit, look.quantity(), to);
    }
    if (looked.isEmpty()) {
      for (var serial : reported.seen().serials()) {
        var to = reported.disposition(serial);
        var unit = shelf.returned(line.sku(), List.of(serial), to.place()).get(serial);
        UnitLooks.add(
            journal.now().id(),
            line.lineNo(),
            line.sku(),
            serial,
            unit,
            to,
            at,
            by,
            journal.writes());
        rest--;
        move(moves, line, unit, 1, to);
      }
    }
    if (rest > 0) {
      move(moves, line, null, rest, reported.disposition());
    }
    Shelf.move(moves, journal.now().id(), at, by, journal.writes());
  }

  /** Something that was never the shop's is not taken into its books to be sent back. */
  private @Nullable Long unit(RmaLine line, UnitLook look, Disposition to) {
    var serial = look.serial();
    var stranger = look.identity() == Identity.NEVER_OURS && to == Disposition.SEND_BACK;
    return serial == null || stranger
        ? null
        : shelf.returned(line.sku(), List.of(serial), to.place()).get(serial);
  }

  private static void move(
      List<Move> moves, RmaLine line, @Nullable Long unit, int quantity, Disposition to) {
    if (to.place() != Place.QUARANTINE) {
      moves.add(new Move(line.sku(), unit, quantity, Place.QUARANTINE, to.place(), "inspected"));
    }
  }

  /** Refused lines leave for the customer as they came. */
  void sentBack(Journal journal, List<RmaLine> lines, Instant at, Actor by) {
    var refused =
        looks.of(journal.now().id()).stream()
            .filter(look -> look.disposition() == Disposition.SEND_BACK)
            .toList();
    var moves = new ArrayList<Move>();
    var units = new ArrayList<Long>();
    for (var line : lines) {
      var known =
          refused.stream()
              .filter(look -> look.lineNo() == line.lineNo())
              .map(UnitLook::unitId)
              .filter(Objects::nonNull)
              .distinct()
              .toList();
      known.forEach(unit -> moves.add(back(line, unit, 1)));
      if (known.size() < line.quantity()) {
        moves.add(back(line, null, line.quantity() - known.size()));
      }
      units.addAll(known);
    }
    Shelf.move(moves, journal.now().id(), at, by, journal.writes());
    ShippedUnits.sentBack(units, journal.writes());
  }

  /** Refused goods that nobody claimed leave quarantine; the units before their numbers. */
  void disposed(Journal journal, RmaLine line, Place to, Instant at, Actor by) {
    var units =
        looks.of(journal.now().id()).stream()
            .filter(look -> look.disposition() == Disposition.SEND_BACK)
            .filter(look -> look.lineNo() == line.lineNo())
            .map(UnitLook::unitId)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList();
    var moves = new ArrayList<Move>();
    units.forEach(unit -> moves.add(new Move(line.sku(), unit, 1, Place.QUARANTINE, to, DISPOSED)));
    if (units.size() < line.quantity()) {
      moves.add(
          new Move(
              line.sku(), null, line.quantity() - units.size(), Place.QUARANTINE, to, DISPOSED));
    }
    ShippedUnits.disposed(units, to, journal.writes());
    Shelf.move(moves, journal.now().id(), at, by, journal.writes());
  }

  private static Move back(RmaLine line, @Nullable Long unit, int quantity) {
    return new Move(line.sku(), unit, quantity, Place.QUARANTINE, Place.CUSTOMER, "sent back");
  }
}
