package io.tukar.shipping;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Money;
import io.tukar.kernel.WaybillNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The parcels of the cases. None is ever deleted. */
@Repository
public class Shipments {

  private final JdbcClient jdbc;

  Shipments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Books a parcel and gives its id; the same waybill on the same leg of a case is one parcel, of
   * which what is said later completes what was said before.
   */
  public long book(
      long rmaId,
      Leg leg,
      Courier courier,
      WaybillNumber waybill,
      Carriage carriage,
      Instant at,
      Actor by) {
    return jdbc.sql(
            """
            insert into shipment (rma_id, leg, courier, waybill, at, actor, product, weight_grams,
                                  cost, declared_value, booking, poll_at)
            values (:rma, :leg, :courier, :waybill, :at, :by, :product, :grams, :cost, :value,
                    :booking, case when :courier = 'OTHER' then null else :at end)
            on conflict (courier, waybill, leg, rma_id) do update set
              product = coalesce(excluded.product, shipment.product),
              weight_grams = coalesce(excluded.weight_grams, shipment.weight_grams),
              cost = coalesce(excluded.cost, shipment.cost),
              declared_value = coalesce(excluded.declared_value, shipment.declared_value)
            returning id
            """)
        .param("rma", rmaId)
        .param("leg", leg.name())
        .param("courier", courier.name())
        .param("waybill", waybill.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.reference())
        .param("product", carriage.product())
        .param("grams", carriage.weightGrams())
        .param("cost", minor(carriage.cost()))
        .param("value", minor(carriage.declaredValue()))
        .param("booking", carriage.booking().name())
        .query(Long.class)
        .single();
  }

  private static @Nullable Long minor(@Nullable Money amount) {
    return amount == null ? null : amount.minor();
  }

  /** The parcels of a case, oldest first. */
  public List<Shipment> of(long rmaId) {
    return jdbc.sql(
            """
            select id, leg, courier, waybill, at, product, weight_grams, cost, declared_value,
                   booking, track_status, tracked_at
            from shipment where rma_id = ? order by id
            """)
        .param(rmaId)
        .query(Shipments::shipment)
        .list();
  }

  /** What a gateway takes for a pickup, once the courier has weighed it. */
  public void priced(long shipmentId, Money price) {
    jdbc.sql("update shipment set cost = ? where id = ? and booking = 'BY_GATEWAY'")
        .params(price.minor(), shipmentId)
        .update();
  }

  /** The case of a parcel. */
  public Optional<Long> caseOf(long shipmentId) {
    return jdbc.sql("select rma_id from shipment where id = ?")
        .param(shipmentId)
        .query(Long.class)
        .optional();
  }

  private static Shipment shipment(ResultSet row, int n) throws SQLException {
    var cost = row.getObject("cost", Long.class);
    var value = row.getObject("declared_value", Long.class);
    var status = row.getString("track_status");
    return new Shipment(
        row.getLong("id"),
        Leg.valueOf(row.getString("leg")),
        Courier.valueOf(row.getString("courier")),
        new WaybillNumber(row.getString("waybill")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        new Carriage(
            row.getString("product"),
            row.getObject("weight_grams", Integer.class),
            cost == null ? null : Money.rupiah(cost),
            value == null ? null : Money.rupiah(value),
            Booking.valueOf(row.getString("booking"))),
        status == null
            ? Optional.empty()
            : Optional.of(
                new TrackingEvent(
                    TrackingStatus.valueOf(status),
                    row.getObject("tracked_at", OffsetDateTime.class).toInstant())));
  }
}
