package io.tukar.rma;

import io.tukar.rows.Writes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a case: its row, its lines and its events in one statement, which none can be left out of.
 */
final class CaseWriter {

  private static final String EVENT = row(7);
  private static final String LINE = row(21);
  private static final String LINES =
      """
      insert into rma_line (rma_id, line_no, origin, sold_item_id, sku, quantity, reason, symptom,
        wanted_sku, unit_paid, wanted_price, state, goods, verdict, fault, disposition,
        payer_to_shop, payer_to_customer, contest, again, part_of)
      values %s
      """;

  private final List<@Nullable Object> values = new ArrayList<>();

  private CaseWriter() {}

  /** A new case, with the draft it was submitted from. */
  static void insert(Journal journal, @Nullable UUID draft, Writes writes) {
    new CaseWriter().inserted(journal, draft, writes);
  }

  /** What changed, where nobody else changed the case since it was read. */
  static void save(Journal journal, Writes writes) {
    if (!journal.links().isEmpty()) {
      new CaseWriter().saved(journal, writes);
    }
  }

  private void inserted(Journal journal, @Nullable UUID draft, Writes writes) {
    var rma = journal.now();
    rma.lines().forEach(line -> line(rma.id(), line));
    events(journal);
    values(
        rma.id(),
        rma.requestNumber().value(),
        number(rma),
        rma.orderId(),
        rma.customerId(),
        rma.status().name(),
        rma.channel().name(),
        rma.language().name(),
        rma.priority(),
        rma.parcelSent(),
        rma.advance(),
        utc(rma.firstContactAt()),
        utc(rma.openedAt()),
        rma.shipBy(),
        utc(rma.dueAt()),
        rma.balance().minor(),
        draft,
        rma.version(),
        journal.chain());
    writes.any(
        """
        with lines as (
        %s), events as (
          insert into rma_event (rma_id, seq, kind, at, actor, body, hash) values %s
        )
        insert into rma (id, request_number, rma_number, order_id, customer_id, status, channel,
          language, priority, parcel_sent, advance, first_contact_at, opened_at, ship_by, due_at, balance,
          draft_id, version, chain)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
            .formatted(
                LINES.formatted(rows(LINE, rma.lines().size())),
                rows(EVENT, journal.links().size())),
        values.toArray());
  }

  private void saved(Journal journal, Writes writes) {
    var before = journal.before();
    var rma = journal.now();
    var lines = new StringBuilder();
    for (var line : rma.lines()) {
      if (before.line(line.lineNo()).isEmpty()) {
        lines.append("line_%d as (%s),%n".formatted(line.lineNo(), LINES.formatted(rows(LINE, 1))));
        line(rma.id(), line);
      } else if (!before.lines().contains(line)) {
        lines.append(
            """
            line_%d as (
              update rma_line set sku = ?, quantity = ?, wanted_sku = ?, unit_paid = ?, wanted_price = ?,
                state = ?, goods = ?, verdict = ?, fault = ?, disposition = ?, payer_to_shop = ?,
                payer_to_customer = ?, contest = ?, again = ?, part_of = ?
              where rma_id = ? and line_no = ?
            ),
            """
                .formatted(line.lineNo()));
        values(
            line.sku().value(),
            line.quantity(),
            line.wantedSku().value(),
            line.unitPaid().minor(),
            line.wantedPrice().minor());
        progress(line);
        values(rma.id(), line.lineNo());
      }
    }
    events(journal);
    values(
        number(rma),
        rma.status().name(),
        rma.priority(),
        rma.parcelSent(),
        rma.advance(),
        rma.shipBy(),
        utc(rma.dueAt()),
        rma.balance().minor(),
        rma.version(),
        journal.chain(),
        rma.id(),
        before.version());
    writes.one(
        () -> new StaleCase(rma.requestNumber()),
        """
        with %s events as (
          insert into rma_event (rma_id, seq, kind, at, actor, body, hash) values %s
        )
        update rma set rma_number = ?, status = ?, priority = ?, parcel_sent = ?, advance = ?, ship_by = ?,
          due_at = ?, balance = ?, version = ?, chain = ?
        where id = ? and version = ?
        """
            .formatted(lines, rows(EVENT, journal.links().size())),
        values.toArray());
  }

  private void line(long rmaId, RmaLine line) {
    values(
        rmaId,
        line.lineNo(),
        line.origin(),
        line.soldItemId(),
        line.sku().value(),
        line.quantity(),
        line.reason().name(),
        name(line.symptom()),
        line.wantedSku().value(),
        line.unitPaid().minor(),
        line.wantedPrice().minor());
    progress(line);
  }

  private void progress(RmaLine line) {
    var partOf = line.partOf();
    values(
        line.state().name(),
        line.goods().name(),
        name(line.verdict()),
        name(line.fault()),
        name(line.disposition()),
        name(line.payerToShop()),
        name(line.payerToCustomer()),
        name(line.contest()),
        line.again(),
        partOf == null ? null : partOf.value());
  }

  private void events(Journal journal) {
    for (var link : journal.links()) {
      values(
          journal.now().id(),
          link.seq(),
          link.kind(),
          utc(link.at()),
          link.actor(),
          link.body(),
          link.hash());
    }
  }

  private void values(@Nullable Object... more) {
    values.addAll(Arrays.asList(more));
  }

  private static String row(int columns) {
    return "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
  }

  private static String rows(String row, int count) {
    return String.join(", ", Collections.nCopies(count, row));
  }

  private static @Nullable String number(Rma rma) {
    var number = rma.rmaNumber();
    return number == null ? null : number.value();
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
