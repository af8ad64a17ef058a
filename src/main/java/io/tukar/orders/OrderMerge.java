package io.tukar.orders;

import io.tukar.kernel.OrderNumber;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.orders.ImportedOrder.Head;
import io.tukar.orders.ImportedOrder.Line;
import io.tukar.orders.ImportedOrder.Serial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings what a file tells of an order together with what is known of it. Telling the same twice
 * changes nothing; an empty cell never wipes out what is known; delivery never runs backwards; and
 * what a case was decided on (who bought, when, for how much, what was received when, which serial)
 * is not changed by a file.
 */
record OrderMerge(
    ImportedOrder told,
    @Nullable StoredOrder stored,
    Head head,
    boolean headChanged,
    List<Line> newLines,
    List<LineChange> changedLines,
    List<StoredOrder.Line> removedLines,
    List<Remark> refusals,
    List<Remark> notices) {

  /** Something to say about a row of the file. */
  record Remark(long row, String text) {}

  /** A known line as it shall be. */
  record LineChange(
      StoredOrder.Line stored, Line told, List<Serial> newSerials, List<SerialNumber> goneSerials) {

    boolean needed() {
      return detailsChanged() || !newSerials.isEmpty() || !goneSerials.isEmpty();
    }

    boolean detailsChanged() {
      return !stored.name().equals(told.name())
          || stored.quantity() != told.quantity()
          || !stored.unitPaid().equals(told.unitPaid());
    }
  }

  /** True where the file says nothing that is not known. */
  boolean changesNothing() {
    return stored != null
        && !headChanged
        && newLines.isEmpty()
        && changedLines.isEmpty()
        && removedLines.isEmpty();
  }

  static OrderMerge of(ImportedOrder told, @Nullable StoredOrder stored) {
    return new Merging(told).against(stored);
  }

  OrderNumber number() {
    return head.number();
  }

  private static final class Merging {

    private final ImportedOrder told;
    private final List<Line> newLines = new ArrayList<>();
    private final List<LineChange> changedLines = new ArrayList<>();
    private final List<StoredOrder.Line> removedLines = new ArrayList<>();
    private final List<Remark> refusals = new ArrayList<>();
    private final List<Remark> notices = new ArrayList<>();

    Merging(ImportedOrder told) {
      this.told = told;
    }

    OrderMerge against(@Nullable StoredOrder stored) {
      var head = stored == null ? told.head() : head(stored);
      lines(stored == null ? List.of() : stored.lines());
      return new OrderMerge(
          told,
          stored,
          head,
          stored == null || headChanged(head, stored),
          newLines,
          changedLines,
          removedLines,
          refusals,
          notices);
    }

    private static boolean headChanged(Head head, StoredOrder stored) {
      return !Objects.equals(head.invoice(), stored.invoice())
          || !head.buyer().reach().equals(stored.reach())
          || !head.orderedAt().equals(stored.orderedAt())
          || head.status() != stored.status()
          || !Objects.equals(head.dispatchedOn(), stored.dispatchedOn())
          || !Objects.equals(head.receivedOn(), stored.receivedOn())
          || !head.asked().equals(stored.asked());
    }

    private Head head(StoredOrder stored) {
      var head = told.head();
      if (stored.inCase()) {
        keepWhatTheCaseStandsOn(head, stored);
      }
      return new Head(
          head.number(),
          known(head.invoice(), stored.invoice()),
          head.buyer(),
          head.orderedAt(),
          further(head.status(), stored.status()),
          known(head.dispatchedOn(), stored.dispatchedOn()),
          known(head.receivedOn(), stored.receivedOn()),
          head.asked().over(stored.asked()));
    }

    private void keepWhatTheCaseStandsOn(Head head, StoredOrder stored) {
      if (!head.buyer().reach().equals(stored.reach())) {
        refuse("the order is in a case under another phone or e-mail");
      }
      if (!head.orderedAt().equals(stored.orderedAt())) {
        refuse("the order is in a case with another order date");
      }
      if (stored.receivedOn() != null
          && head.receivedOn() != null
          && !stored.receivedOn().equals(head.receivedOn())) {
        refuse("the order is in a case as received on " + stored.receivedOn());
      }
      if (head.status() == OrderStatus.CANCELLED && stored.status() != OrderStatus.CANCELLED) {
        refuse("the order is in a case and cannot be cancelled by a file");
      }
    }

    private static OrderStatus further(OrderStatus told, OrderStatus stored) {
      return told == OrderStatus.CANCELLED
              || stored == OrderStatus.CANCELLED
              || told.compareTo(stored) > 0
          ? told
          : stored;
    }

    private static <T> @Nullable T known(@Nullable T told, @Nullable T stored) {
      return told == null ? stored : told;
    }

    /** Lines have no name of their own in a file: the n-th with a SKU is the n-th known with it. */
    private void lines(List<StoredOrder.Line> stored) {
      var waiting = new HashMap<Sku, ArrayList<StoredOrder.Line>>();
      stored.forEach(l -> waiting.computeIfAbsent(l.sku(), sku -> new ArrayList<>()).add(l));
      var refunded = new HashSet<Sku>();
      for (var line : told.lines()) {
        var same = waiting.get(line.sku());
        if (line.quantity() == 0) {
          refunded.add(line.sku());
        } else if (same == null || same.isEmpty()) {
          newLines.add(line);
        } else {
          change(same.removeFirst(), line);
        }
      }
      waiting.values().forEach(left -> left.forEach(line -> leftOver(line, refunded)));
    }

    private void change(StoredOrder.Line stored, Line line) {
      var change =
          new LineChange(stored, line, newSerials(stored, line), goneSerials(stored, line));
      if (stored.sent() > 0 && !(change.newSerials().isEmpty() && change.goneSerials().isEmpty())) {
        notices.add(
            new Remark(
                line.row(),
                line.sku() + " was scanned as it left; the file's serials are not taken"));
        change = new LineChange(stored, line, List.of(), List.of());
      }
      if (stored.inCase() && !line.unitPaid().equals(stored.unitPaid())) {
        refusals.add(
            new Remark(
                line.row(),
                "%s is in a case at %d paid for a unit; the file says %d"
                    .formatted(line.sku(), stored.unitPaid().minor(), line.unitPaid().minor())));
      }
      if (line.quantity() < stored.claimed()) {
        refusals.add(
            new Remark(
                line.row(),
                "%d of %s are in a case; the file says only %d were bought"
                    .formatted(stored.claimed(), line.sku(), line.quantity())));
      }
      if (line.quantity() < stored.sent()) {
        refusals.add(
            new Remark(
                line.row(),
                "%d of %s have been sent; the file says only %d were bought"
                    .formatted(stored.sent(), line.sku(), line.quantity())));
      }
      if (stored.inCase() && !change.goneSerials().isEmpty()) {
        refusals.add(
            new Remark(line.row(), line.sku() + " is in a case and the file drops a serial of it"));
      }
      if (change.needed()) {
        changedLines.add(change);
      }
    }

    private static List<Serial> newSerials(StoredOrder.Line stored, Line line) {
      var macs = new HashMap<SerialNumber, @Nullable Object>();
      stored.serials().forEach(serial -> macs.put(serial.number(), serial.mac()));
      return line.serials().stream()
          .filter(
              serial ->
                  !macs.containsKey(serial.number())
                      || (serial.mac() != null && !serial.mac().equals(macs.get(serial.number()))))
          .toList();
    }

    private static List<SerialNumber> goneSerials(StoredOrder.Line stored, Line line) {
      if (line.serials().isEmpty()) {
        return List.of();
      }
      Set<SerialNumber> kept =
          line.serials().stream().map(Serial::number).collect(Collectors.toSet());
      return stored.serials().stream()
          .map(Serial::number)
          .filter(number -> !kept.contains(number))
          .toList();
    }

    private void leftOver(StoredOrder.Line line, Set<Sku> refunded) {
      if (!refunded.contains(line.sku())) {
        notices.add(
            new Remark(
                told.row(),
                "line " + line.lineNo() + " (" + line.sku() + ") is no longer told; kept"));
      } else if (line.sent() > 0) {
        refuse(line.sku() + " has been sent; the file says all of it was refunded");
      } else if (line.inCase()) {
        refuse(line.sku() + " is in a case; the file says all of it was refunded");
      } else {
        removedLines.add(line);
      }
    }

    private void refuse(String text) {
      refusals.add(new Remark(told.row(), text));
    }
  }
}
