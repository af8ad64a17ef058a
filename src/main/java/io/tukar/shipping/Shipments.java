package io.tukar.shipping;

import io.tukar.kernel.Actor;
import io.tukar.kernel.WaybillNumber;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The parcels of the cases. None is ever deleted. */
@Repository
public class Shipments {

  private final JdbcClient jdbc;

  Shipments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Books a parcel and gives its id; the same waybill on the same leg of a case is one parcel. */
  public long book(
      long rmaId, Leg leg, Courier courier, WaybillNumber waybill, Instant at, Actor by) {
    return jdbc.sql(
            """
            insert into shipment (rma_id, leg, courier, waybill, at, actor)
            values (:rma, :leg, :courier, :waybill, :at, :by)
            on conflict (courier, waybill, leg, rma_id) do update set waybill = excluded.waybill
            returning id
            """)
        .param("rma", rmaId)
        .param("leg", leg.name())
        .param("courier", courier.name())
        .param("waybill", waybill.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.reference())
        .query(Long.class)
        .single();
  }

  /** The parcels of a case, oldest first. */
  public List<Shipment> of(long rmaId) {
    return jdbc.sql(
            "select id, leg, courier, waybill, at from shipment where rma_id = ? order by id")
        .param(rmaId)
        .query(
            (row, n) ->
                new Shipment(
                    row.getLong(1),
                    Leg.valueOf(row.getString(2)),
                    Courier.valueOf(row.getString(3)),
                    new WaybillNumber(row.getString(4)),
                    row.getObject(5, OffsetDateTime.class).toInstant()))
        .list();
  }
}
