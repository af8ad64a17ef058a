package io.tukar.packing;

import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.WaybillNumber;
import io.tukar.shipping.Courier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The parcels in which orders left. None is ever changed or deleted. */
@Repository
class SaleParcels {

  /** Of one order no more are shown. */
  private static final int SHOWN_MAX = 20;

  private final JdbcClient jdbc;

  SaleParcels(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Writes down the parcel that left on this document, with how much of each sold item. */
  void add(
      long document,
      long orderId,
      @Nullable Courier courier,
      @Nullable WaybillNumber waybill,
      Map<Long, Integer> quantities) {
    jdbc.sql(
            "insert into sale_parcel (document_id, order_id, courier, waybill) values (?, ?, ?, ?)")
        .param(document)
        .param(orderId)
        .param(courier == null ? null : courier.name())
        .param(waybill == null ? null : waybill.value())
        .update();
    quantities.forEach(
        (item, quantity) ->
            jdbc.sql(
                    "insert into sale_parcel_line (document_id, sold_item_id, quantity)"
                        + " values (?, ?, ?)")
                .params(document, item, quantity)
                .update());
  }

  List<SaleParcel> of(long orderId) {
    return jdbc.sql(
            """
            select d.id, d.at, d.actor, p.courier, p.waybill,
              (select array_agg(i.line_no || ':' || l.quantity order by i.line_no)
               from sale_parcel_line l join sold_item i on i.id = l.sold_item_id
               where l.document_id = d.id) as lines,
              (select array_agg(u.serial order by u.serial)
               from stock_move m join unit u on u.id = m.unit_id
               where m.document_id = d.id) as serials
            from sale_parcel p join stock_document d on d.id = p.document_id
            where p.order_id = ? order by d.id desc limit ?
            """)
        .params(orderId, SHOWN_MAX)
        .query(SaleParcels::parcel)
        .list();
  }

  private static SaleParcel parcel(ResultSet row, int n) throws SQLException {
    var courier = row.getString("courier");
    var waybill = row.getString("waybill");
    var quantities = new LinkedHashMap<Integer, Integer>();
    for (var line : texts(row, "lines")) {
      var at = line.indexOf(':');
      quantities.put(
          Integer.valueOf(line.substring(0, at)), Integer.valueOf(line.substring(at + 1)));
    }
    return new SaleParcel(
        row.getLong("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        courier == null ? null : Courier.valueOf(courier),
        waybill == null ? null : new WaybillNumber(waybill),
        quantities,
        texts(row, "serials").stream().map(SerialNumber::new).toList());
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    var array = row.getArray(column);
    return array == null
        ? List.of()
        : Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
  }
}
