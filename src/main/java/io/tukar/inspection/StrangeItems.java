package io.tukar.inspection;

import io.tukar.inspection.StrangeItem.Ended;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.kernel.WaybillNumber;
import io.tukar.rows.Writes;
import io.tukar.shipping.Courier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came in parcels that nobody awaited, and what became of it. None is ever deleted. */
@Repository
public class StrangeItems {

  private final JdbcClient jdbc;

  StrangeItems(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is or was strange in a parcel, as it was told. */
  public List<StrangeItem> of(long parcelId) {
    return jdbc.sql(
            """
            select item_no, kind, sku, serial, said, quantity, ending, ended_at, ended_by, courier,
                   waybill, rma_id, line_no
            from parcel_item where parcel_id = ? order by item_no
            """)
        .param(parcelId)
        .query(StrangeItems::item)
        .list();
  }

  /** What of it still lies in quarantine. */
  public List<StrangeItem> here(long parcelId) {
    return of(parcelId).stream().filter(StrangeItem::here).toList();
  }

  /** Writes down what is strange in a parcel. */
  public static void add(long parcelId, StrangeItem item, Writes writes) {
    writes.any(
        """
        insert into parcel_item (parcel_id, item_no, kind, sku, serial, said, quantity)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        parcelId,
        item.no(),
        item.kind().name(),
        item.sku().map(Sku::value).orElse(null),
        item.serial().map(SerialNumber::value).orElse(null),
        item.said(),
        item.quantity());
  }

  /** Writes down what became of one that is here; its parcel is locked. */
  public static void end(long parcelId, int no, Ended ended, Writes writes) {
    var courier = ended.courier();
    var waybill = ended.waybill();
    writes.one(
        () -> new IllegalStateException("Item " + no + " of parcel " + parcelId + " has ended"),
        """
        update parcel_item
        set ended_at = ?, ended_by = ?, ending = ?, courier = ?, waybill = ?, rma_id = ?, line_no = ?
        where parcel_id = ? and item_no = ? and ended_at is null
        """,
        ended.at().atOffset(ZoneOffset.UTC),
        ended.by(),
        ended.how().name(),
        courier == null ? null : courier.name(),
        waybill == null ? null : waybill.value(),
        ended.rmaId(),
        ended.lineNo(),
        parcelId,
        no);
  }

  private static StrangeItem item(ResultSet row, int n) throws SQLException {
    return new StrangeItem(
        row.getInt("item_no"),
        StrangeItem.Kind.valueOf(row.getString("kind")),
        Optional.ofNullable(row.getString("sku")).map(Sku::new),
        Optional.ofNullable(row.getString("serial")).map(SerialNumber::new),
        row.getString("said"),
        row.getInt("quantity"),
        ended(row));
  }

  private static @Nullable Ended ended(ResultSet row) throws SQLException {
    var how = row.getString("ending");
    var courier = row.getString("courier");
    var waybill = row.getString("waybill");
    return how == null
        ? null
        : new Ended(
            StrangeItem.Ending.valueOf(how),
            row.getObject("ended_at", OffsetDateTime.class).toInstant(),
            row.getString("ended_by"),
            courier == null ? null : Courier.valueOf(courier),
            waybill == null ? null : new WaybillNumber(waybill),
            row.getObject("rma_id", Long.class),
            row.getObject("line_no", Integer.class));
  }
}
