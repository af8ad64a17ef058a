package io.tukar.stock.vendor;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Money;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.kernel.WaybillNumber;
import io.tukar.stock.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Batches and what is in them, as rows. */
@Repository
class VendorRows {

  static final String BATCH =
      """
      select b.id, b.vendor, b.state, b.version, b.opened_at, b.reference, b.waybill, b.sent_at,
             b.sent_by, b.closed_at, coalesce(i.goods, 0) as goods,
             coalesce(i.unanswered, 0) as unanswered
      from vendor_batch b left join lateral (
        select sum(quantity)::int as goods,
               (sum(quantity) filter (where outcome is null))::int as unanswered
        from vendor_item where batch_id = b.id
      ) i on true
      """;

  static final String ITEM =
      """
      select i.id, i.batch_id, i.sku, p.name, i.unit_id, u.serial, i.quantity, i.fault, i.outcome,
             i.refused_to, i.replaced_by, n.serial as replacement, i.amount, i.paper, i.answered_at,
             i.answered_by
      from vendor_item i join product p on p.sku = i.sku
      left join unit u on u.id = i.unit_id left join unit n on n.id = i.replaced_by
      """;

  private final JdbcClient jdbc;

  VendorRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<VendorBatch> find(long id) {
    return jdbc.sql(BATCH + "where b.id = ?").param(id).query(VendorRows::batch).optional();
  }

  /** The batch, with its row locked until the transaction ends; before anything of stock. */
  Optional<VendorBatch> lock(long id) {
    // Alone first: what is read beside a lock may be from before the wait.
    jdbc.sql("select 1 from vendor_batch where id = ? for update")
        .param(id)
        .query(Integer.class)
        .optional();
    return find(id);
  }

  /**
   * The batch that is being gathered for this vendor; begun where there is none. It is not sent
   * until the transaction ends: one that left a moment before is not it.
   */
  long open(String vendor, Instant at, Actor by) {
    return jdbc.sql(
            """
            insert into vendor_batch (vendor, opened_at, opened_by) values (?, ?, ?)
            on conflict (lower(vendor)) where state = 'OPEN'
            do update set vendor = vendor_batch.vendor
            returning id
            """)
        .params(vendor, at.atOffset(ZoneOffset.UTC), by.reference())
        .query(Long.class)
        .single();
  }

  void changed(long batchId) {
    jdbc.sql("update vendor_batch set version = version + 1 where id = ?").param(batchId).update();
  }

  int items(long batchId) {
    return jdbc.sql("select count(*)::int from vendor_item where batch_id = ?")
        .param(batchId)
        .query(Integer.class)
        .single();
  }

  Optional<VendorItem> item(long id) {
    return jdbc.sql(ITEM + "where i.id = ?").param(id).query(VendorRows::item).optional();
  }

  /** What was booked on this paper. */
  Optional<VendorItem> bookedOn(long documentId) {
    return jdbc.sql(ITEM + "where i.document_id = ?")
        .param(documentId)
        .query(VendorRows::item)
        .optional();
  }

  /** The batch a unit is in without an answer. */
  Optional<VendorBatch> batchOf(long unitId) {
    return jdbc.sql(
            BATCH
                + """
                where b.id = (select batch_id from vendor_item
                              where unit_id = ? and outcome is null)
                """)
        .param(unitId)
        .query(VendorRows::batch)
        .optional();
  }

  /** Adds a unit; where nothing is said of its fault, its newest failed test tells. */
  void add(long batchId, Sku sku, long unitId, @Nullable String fault, Instant at, Actor by) {
    jdbc.sql(
            """
            insert into vendor_item (batch_id, sku, unit_id, quantity, fault, added_at, added_by)
            values (:batch, :sku, :unit, 1, coalesce(:fault,
              (select t.remark from qc_test t
               where t.unit_id = :unit and t.outcome = 'FAILED' order by t.id desc limit 1)),
              :at, :by)
            """)
        .param("batch", batchId)
        .param("sku", sku.value())
        .param("unit", unitId)
        .param("fault", fault)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.reference())
        .update();
  }

  /** How many of a product without serials are in the batch without an answer. */
  int nameless(long batchId, Sku sku) {
    return jdbc.sql(
            """
            select coalesce(sum(quantity), 0)::int from vendor_item
            where batch_id = ? and sku = ? and unit_id is null and outcome is null
            """)
        .params(batchId, sku.value())
        .query(Integer.class)
        .single();
  }

  void setNameless(
      long batchId, Sku sku, int quantity, @Nullable String fault, Instant at, Actor by) {
    jdbc.sql(
            """
            insert into vendor_item (batch_id, sku, quantity, fault, added_at, added_by)
            values (?, ?, ?, ?, ?, ?)
            on conflict (batch_id, sku) where outcome is null and unit_id is null
            do update set quantity = excluded.quantity,
                          fault = coalesce(excluded.fault, vendor_item.fault)
            """)
        .param(batchId)
        .param(sku.value())
        .param(quantity)
        .param(fault)
        .param(at.atOffset(ZoneOffset.UTC))
        .param(by.reference())
        .update();
  }

  void remove(long itemId) {
    jdbc.sql("delete from vendor_item where id = ?").param(itemId).update();
  }

  void send(
      long batchId,
      UUID key,
      String reference,
      @Nullable WaybillNumber waybill,
      Instant at,
      Actor by) {
    jdbc.sql(
            """
            update vendor_batch
            set state = 'SENT', version = version + 1, send_key = ?, reference = ?, waybill = ?,
                sent_at = ?, sent_by = ?
            where id = ? and state = 'OPEN'
            """)
        .param(key)
        .param(reference)
        .param(waybill == null ? null : waybill.value())
        .param(at.atOffset(ZoneOffset.UTC))
        .param(by.reference())
        .param(batchId)
        .update();
  }

  /** The vendor's number is another batch's. */
  boolean isUsed(String vendor, String reference) {
    return jdbc.sql(
            """
            select exists (select 1 from vendor_batch
                           where lower(vendor) = lower(?) and lower(reference) = lower(?))
            """)
        .params(vendor, reference)
        .query(Boolean.class)
        .single();
  }

  /** The batch that was sent by a form with this key. */
  Optional<Long> sentBy(UUID key) {
    return jdbc.sql("select id from vendor_batch where send_key = ?")
        .param(key)
        .query(Long.class)
        .optional();
  }

  /** A part of a number gets its answer by itself; its row. */
  long divide(VendorItem item, Booking booking, int quantity) {
    jdbc.sql("update vendor_item set quantity = quantity - ? where id = ?")
        .params(quantity, item.id())
        .update();
    return jdbc.sql(
            """
            insert into vendor_item
              (batch_id, sku, quantity, fault, added_at, added_by, outcome, refused_to, amount,
               paper, document_id, answered_at, answered_by)
            select batch_id, sku, :quantity, fault, added_at, added_by, :outcome, :to, :amount,
                   :paper, :document, :at, :by
            from vendor_item where id = :id
            returning id
            """)
        .param("quantity", quantity)
        .params(booking.values())
        .param("id", item.id())
        .query(Long.class)
        .single();
  }

  void answer(VendorItem item, Booking booking) {
    jdbc.sql(
            """
            update vendor_item
            set outcome = :outcome, refused_to = :to, replaced_by = :replacement, amount = :amount,
                paper = :paper, document_id = :document, answered_at = :at, answered_by = :by
            where id = :id
            """)
        .params(booking.values())
        .param("replacement", booking.replacement())
        .param("id", item.id())
        .update();
  }

  /** A batch whose last answer was booked is closed. */
  void answered(long batchId, Instant at) {
    jdbc.sql(
            """
            update vendor_batch b
            set version = version + 1,
                state = case when left_open then 'SENT' else 'CLOSED' end,
                closed_at = case when left_open then null else :at end
            from (select exists (select 1 from vendor_item
                                 where batch_id = :id and outcome is null) as left_open) o
            where b.id = :id
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", batchId)
        .update();
  }

  static VendorBatch batch(ResultSet row, int n) throws SQLException {
    var sent = row.getObject("sent_at", OffsetDateTime.class);
    var closed = row.getObject("closed_at", OffsetDateTime.class);
    var waybill = row.getString("waybill");
    return new VendorBatch(
        row.getLong("id"),
        row.getString("vendor"),
        VendorBatch.State.valueOf(row.getString("state")),
        row.getInt("version"),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        sent == null
            ? null
            : new VendorBatch.Sending(
                row.getString("reference"),
                waybill == null ? null : new WaybillNumber(waybill),
                sent.toInstant(),
                row.getString("sent_by")),
        closed == null ? null : closed.toInstant(),
        row.getInt("goods"),
        row.getInt("unanswered"));
  }

  static VendorItem item(ResultSet row, int n) throws SQLException {
    var serial = row.getString("serial");
    return new VendorItem(
        row.getLong("id"),
        row.getLong("batch_id"),
        new Sku(row.getString("sku")),
        row.getString("name"),
        row.getObject("unit_id", Long.class),
        serial == null ? null : new SerialNumber(serial),
        row.getInt("quantity"),
        row.getString("fault"),
        given(row));
  }

  private static VendorItem.@Nullable Given given(ResultSet row) throws SQLException {
    var outcome = row.getString("outcome");
    if (outcome == null) {
      return null;
    }
    var to = row.getString("refused_to");
    var replacement = row.getString("replacement");
    var amount = row.getObject("amount", Long.class);
    return new VendorItem.Given(
        VendorAnswer.Outcome.valueOf(outcome),
        to == null ? null : Place.valueOf(to),
        row.getObject("replaced_by", Long.class),
        replacement == null ? null : new SerialNumber(replacement),
        amount == null ? null : Money.rupiah(amount),
        row.getString("paper"),
        row.getObject("answered_at", OffsetDateTime.class).toInstant(),
        row.getString("answered_by"));
  }
}
