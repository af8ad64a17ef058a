package io.tukar.stock.vendor;

import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.stock.Unit;
import io.tukar.stock.Units;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Vendors' batches, and what waits for one, for people to read. */
@Repository
public class VendorList {

  /** A page of batches shows no more than this. */
  public static final int BATCHES_MAX = 50;

  /** A page of what is in a batch, or waits, shows no more than this. */
  public static final int ROWS_MAX = 100;

  /** No more vendors are proposed by name. */
  public static final int NAMES_MAX = 50;

  private final JdbcClient jdbc;
  private final VendorRows rows;
  private final Units units;

  VendorList(JdbcClient jdbc, VendorRows rows, Units units) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.units = units;
  }

  public Optional<VendorBatch> find(long id) {
    return rows.find(id);
  }

  /** The batch a unit is in while it has no answer. */
  public Optional<VendorBatch> batchOf(long unitId) {
    return rows.batchOf(unitId);
  }

  /**
   * Batches: those being gathered, then those that are away, the longest first, then the closed.
   *
   * @param page from 1
   */
  public List<VendorBatch> page(int page) {
    return jdbc.sql(
            VendorRows.BATCH
                + """
                order by array_position(array['OPEN', 'SENT', 'CLOSED'], b.state),
                         case when b.state = 'SENT' then b.sent_at end, b.id desc
                limit ? offset ?
                """)
        .params(BATCHES_MAX, (page - 1) * BATCHES_MAX)
        .query(VendorRows::batch)
        .list();
  }

  public int count() {
    return jdbc.sql("select count(*)::int from vendor_batch").query(Integer.class).single();
  }

  /** What is in a batch, without an answer first; a page from 1. */
  public List<VendorItem> items(long batchId, int page) {
    return jdbc.sql(
            VendorRows.ITEM
                + "where i.batch_id = ? order by i.outcome is not null, i.id limit ? offset ?")
        .params(batchId, ROWS_MAX, (page - 1) * ROWS_MAX)
        .query(VendorRows::item)
        .list();
  }

  /** How many rows a batch has. */
  public int countItems(long batchId) {
    return rows.items(batchId);
  }

  public Optional<VendorItem> item(long batchId, long itemId) {
    return rows.item(itemId).filter(item -> item.batchId() == batchId);
  }

  /** The units a scanned code may mean. */
  public List<Unit> scanned(String code) {
    return units.scanned(code);
  }

  /** What a scanned code means in this batch: a unit that was sent, by serial or MAC. */
  public List<VendorItem> scanned(long batchId, String code) {
    var ids = units.scanned(code).stream().map(Unit::id).toArray(Long[]::new);
    return jdbc.sql(
            VendorRows.ITEM + "where i.batch_id = ? and i.unit_id = any(?) order by i.id limit ?")
        .params(batchId, ids, ROWS_MAX)
        .query(VendorRows::item)
        .list();
  }

  /** Units for a vendor that are in no batch, the longest first; a page from 1. */
  public List<Waiting.OfUnit> waiting(int page) {
    return jdbc.sql(
            """
            select u.id, u.serial, u.sku, p.name,
              (select d.party from stock_move m join stock_document d on d.id = m.document_id
               where m.unit_id = u.id and d.kind = 'DELIVERY' order by m.id limit 1) as supplier,
              (select max(m.at) from stock_move m
               where m.unit_id = u.id and m.to_place = 'VENDOR') as since
            from unit u join product p on p.sku = u.sku
            where u.place = 'VENDOR' and not exists (
              select 1 from vendor_item i where i.unit_id = u.id and i.outcome is null)
            order by since nulls first, u.id limit ? offset ?
            """)
        .params(ROWS_MAX, (page - 1) * ROWS_MAX)
        .query(
            (row, n) -> {
              var since = row.getObject("since", OffsetDateTime.class);
              return new Waiting.OfUnit(
                  row.getLong("id"),
                  new SerialNumber(row.getString("serial")),
                  new Sku(row.getString("sku")),
                  row.getString("name"),
                  row.getString("supplier"),
                  since == null ? null : since.toInstant());
            })
        .list();
  }

  /** How many units wait. */
  public int countWaiting() {
    return jdbc.sql(
            """
            select count(*)::int from unit u
            where u.place = 'VENDOR' and not exists (
              select 1 from vendor_item i where i.unit_id = u.id and i.outcome is null)
            """)
        .query(Integer.class)
        .single();
  }

  /**
   * Goods without serials for a vendor that are in no batch; at most {@link #ROWS_MAX} products.
   */
  public List<Waiting.OfNumber> numbers() {
    return jdbc
        .sql(
            """
            select s.sku, p.name, s.quantity
                - (select count(*) from unit u where u.sku = s.sku and u.place = 'VENDOR')::int
                - coalesce((select sum(i.quantity) from vendor_item i
                            where i.sku = s.sku and i.unit_id is null
                              and i.outcome is null), 0)::int as n
            from stock_place s join product p on p.sku = s.sku
            where s.place = 'VENDOR' and s.quantity > 0 order by s.sku
            """)
        .query(
            (row, n) ->
                new Waiting.OfNumber(
                    new Sku(row.getString("sku")), row.getString("name"), row.getInt("n")))
        .list()
        .stream()
        .filter(number -> number.quantity() > 0)
        .limit(ROWS_MAX)
        .toList();
  }

  /** Vendors of earlier batches and suppliers of deliveries, by name. */
  public List<String> names() {
    return jdbc.sql(
            """
            select min(name) from (
              select vendor as name from vendor_batch
              union all select party from stock_document where kind = 'DELIVERY'
            ) v where name is not null group by lower(name) order by lower(min(name)) limit ?
            """)
        .param(NAMES_MAX)
        .query((row, n) -> row.getString(1))
        .list();
  }
}
