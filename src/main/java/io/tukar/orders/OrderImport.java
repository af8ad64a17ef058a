package io.tukar.orders;

import io.tukar.csv.Cells;
import io.tukar.csv.CsvFile;
import io.tukar.csv.CsvLayout;
import io.tukar.csv.CsvRow;
import io.tukar.csv.ImportCounts;
import io.tukar.csv.ImportTally;
import io.tukar.csv.RowRemark;
import io.tukar.csv.SeenKeys;
import io.tukar.kernel.OrderNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes orders from a file. An order comes in with all its rows or not at all; the same file taken
 * twice changes nothing. Memory does not grow with the file.
 */
@Component
public class OrderImport {

  /** Every layout that is known, the most particular first. */
  private static final List<OrderLayout> LAYOUTS =
      List.of(
          PlainOrders.LAYOUT,
          WooOrders.ROW_PER_ITEM,
          WooOrders.ROW_PER_ORDER,
          WooOrders.CSV_IMPORT,
          WooOrders.LEGACY_ROW_PER_ITEM);

  /** Lines written in one transaction. */
  private static final int LINES_PER_BATCH = 500;

  private final TransactionTemplate transactions;
  private final StoredOrders storedOrders;
  private final OrderWrites writes;
  private final Buyers buyers;

  OrderImport(JdbcClient jdbc, TransactionTemplate transactions) {
    this.transactions = transactions;
    this.storedOrders = new StoredOrders(jdbc);
    this.writes = new OrderWrites(jdbc);
    this.buyers = new Buyers(jdbc);
  }

  /**
   * Reads the file to its end.
   *
   * @param at the moment of the import
   * @param remarks told of every refused row and every doubt, as it is found
   * @param progress told about once a second
   * @throws io.tukar.csv.UnreadableFile where the file is no table of orders; what was read before
   *     the fault was found stays
   */
  public ImportCounts read(
      Path file, Instant at, Consumer<RowRemark> remarks, Consumer<ImportCounts> progress)
      throws IOException {
    var tally = new ImportTally("orders", remarks, progress);
    try (var csv = CsvFile.open(file)) {
      var known = LAYOUTS.stream().map(OrderLayout::columns).toList();
      var layout = LAYOUTS.get(known.indexOf(CsvLayout.of(csv.header(), known)));
      new Run(layout, at, tally).over(csv);
    }
    return tally.counts();
  }

  /** One file being read. */
  private final class Run {

    private final OrderLayout layout;
    private final Instant at;
    private final ImportTally tally;
    private final SeenKeys seen = new SeenKeys();
    private final List<ImportedOrder> pending = new ArrayList<>();
    private int pendingLines;

    Run(OrderLayout layout, Instant at, ImportTally tally) {
      this.layout = layout;
      this.at = at;
      this.tally = tally;
    }

    void over(CsvFile csv) throws IOException {
      @Nullable Group group = null;
      for (var row = csv.next(); row.isPresent(); row = csv.next()) {
        tally.row();
        var name = layout.grouping().orderOf(row.get());
        if (group == null || !group.name.equals(name) || name.isEmpty()) {
          finish(group);
          group = new Group(name);
        }
        group.add(row.get());
      }
      finish(group);
      flush();
    }

    private void finish(@Nullable Group group) {
      if (group == null) {
        return;
      }
      var order = group.whole();
      if (order != null) {
        pending.add(order);
        pendingLines += order.lines().size();
        if (pendingLines >= LINES_PER_BATCH) {
          flush();
        }
      }
    }

    private void flush() {
      if (!pending.isEmpty()) {
        transactions.executeWithoutResult(status -> land(List.copyOf(pending)));
        pending.clear();
        pendingLines = 0;
      }
    }

    private void land(List<ImportedOrder> orders) {
      storedOrders.queue();
      var stored = storedOrders.lock(orders.stream().map(order -> order.head().number()).toList());
      var conflicts = new Conflicts(orders);
      var accepted = new ArrayList<OrderMerge>();
      for (var order : orders) {
        var merge = OrderMerge.of(order, stored.get(order.head().number()));
        var refusals = new ArrayList<>(merge.refusals());
        refusals.addAll(conflicts.of(order));
        merge.notices().forEach(notice -> tally.notice(notice.row(), "", notice.text()));
        if (refusals.isEmpty()) {
          accepted.add(merge);
        } else {
          refuse(order, refusals);
        }
      }
      var customers = buyers.land(accepted.stream().map(OrderMerge::head).toList());
      writes.write(
          accepted.stream().filter(merge -> !merge.changesNothing()).toList(),
          customers,
          layout.source(),
          at);
      for (var merge : accepted) {
        if (merge.stored() == null) {
          tally.added(1);
        } else if (merge.changesNothing()) {
          tally.unchanged(1);
        } else {
          tally.changed(1);
        }
      }
    }

    private void refuse(ImportedOrder order, List<OrderMerge.Remark> refusals) {
      refusals.forEach(refusal -> tally.refused(refusal.row(), "", refusal.text()));
      leaveOut(
          order.lines().stream().map(ImportedOrder.Line::row).distinct().toList(),
          refusals.stream().map(OrderMerge.Remark::row).toList());
    }

    private void leaveOut(List<Long> rows, List<Long> refused) {
      rows.stream()
          .filter(row -> !refused.contains(row))
          .forEach(
              row ->
                  tally.refused(
                      row,
                      "",
                      "left out with row %d: an order is taken whole or not at all"
                          .formatted(refused.getFirst())));
    }

    /** The rows of one order, which stand together. */
    private final class Group {

      private final String name;
      private final List<Long> rows = new ArrayList<>();
      private final List<Long> refused = new ArrayList<>();
      private final List<ImportedOrder.Line> lines = new ArrayList<>();
      private ImportedOrder.@Nullable Head head;

      Group(String name) {
        this.name = name;
      }

      void add(CsvRow row) {
        if (rows.size() >= ImportedOrder.LINES_MAX) {
          tally.refused(
              row.number(), "", "the order has more than " + ImportedOrder.LINES_MAX + " rows");
          return;
        }
        rows.add(row.number());
        var cells = new Cells(row, tally);
        var told = layout.reading().read(row, cells);
        if (head == null && told.isPresent()) {
          head = told.get().head();
        }
        if (told.isPresent() && !told.get().head().equals(head)) {
          cells.refuse("", "tells the order otherwise than row " + rows.getFirst());
        }
        if (told.isEmpty() || cells.refused()) {
          refused.add(row.number());
        } else {
          lines.addAll(told.get().lines());
        }
      }

      /** The order; null where any of its rows was refused. */
      @Nullable ImportedOrder whole() {
        if (refused.isEmpty() && head != null && !seen.add(head.number().value())) {
          tally.refused(
              rows.getFirst(), "", "the order began further up; its rows must stand together");
          refused.add(rows.getFirst());
        }
        if (!refused.isEmpty()) {
          leaveOut(rows, refused);
          return null;
        }
        return new ImportedOrder(Objects.requireNonNull(head), lines);
      }
    }
  }

  /**
   * Invoices and serials that stand in another order, in the database or in the same storedOrders.
   */
  private final class Conflicts {

    private final Map<OrderNumber, OrderNumber> byInvoice;
    private final Map<StoredOrders.Sold, OrderNumber> byUnit;

    Conflicts(List<ImportedOrder> orders) {
      var invoices = new HashSet<OrderNumber>();
      var units = new HashSet<StoredOrders.Sold>();
      for (var order : orders) {
        if (order.head().invoice() != null) {
          invoices.add(order.head().invoice());
        }
        units.addAll(units(order).keySet());
      }
      byInvoice = new HashMap<>(storedOrders.ordersByInvoice(invoices));
      byUnit = new HashMap<>(storedOrders.ordersByUnit(units));
    }

    List<OrderMerge.Remark> of(ImportedOrder order) {
      var number = order.head().number();
      var remarks = new ArrayList<OrderMerge.Remark>();
      var invoice = order.head().invoice();
      if (invoice != null) {
        var other = byInvoice.getOrDefault(invoice, number);
        if (!other.equals(number)) {
          remarks.add(new OrderMerge.Remark(order.row(), "the invoice belongs to order " + other));
        }
      }
      units(order)
          .forEach(
              (unit, row) -> {
                var other = byUnit.getOrDefault(unit, number);
                if (!other.equals(number)) {
                  remarks.add(
                      new OrderMerge.Remark(
                          row, "serial " + unit.serial() + " was sold with order " + other));
                }
              });
      if (remarks.isEmpty()) {
        if (invoice != null) {
          byInvoice.put(invoice, number);
        }
        units(order).keySet().forEach(unit -> byUnit.put(unit, number));
      }
      return remarks;
    }

    private static Map<StoredOrders.Sold, Long> units(ImportedOrder order) {
      var units = new HashMap<StoredOrders.Sold, Long>();
      for (var line : order.lines()) {
        line.serials()
            .forEach(
                serial ->
                    units.put(new StoredOrders.Sold(line.sku(), serial.number()), line.row()));
      }
      return units;
    }
  }
}
