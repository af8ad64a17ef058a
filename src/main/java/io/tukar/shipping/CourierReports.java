package io.tukar.shipping;

import io.tukar.kernel.Money;
import io.tukar.kernel.WaybillNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reports that gateways sent, kept until a timer has taken them in. */
@Repository
public class CourierReports {

  private static final Duration KEPT = Duration.ofDays(90);

  private final JdbcClient jdbc;

  public CourierReports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A report that waits. */
  public record Waiting(long id, CourierReport report, Instant receivedAt) {}

  /** Keeps a report; it is taken in later. */
  public void keep(CourierReport report, Instant now) {
    jdbc.sql(
            """
            insert into courier_report (gateway, order_ref, waybill, status, price, at, received_at)
            values (:gateway, :order, :waybill, :status, :price, :at, :now)
            """)
        .param("gateway", report.gateway())
        .param("order", report.orderRef().orElse(null))
        .param("waybill", report.waybill().map(WaybillNumber::value).orElse(null))
        .param("status", report.status().map(Enum::name).orElse(null))
        .param("price", report.price().map(Money::minor).orElse(null))
        .param("at", report.at().map(CourierReports::stored).orElse(null))
        .param("now", stored(now))
        .update();
  }

  /** The oldest that nobody has taken in. */
  public List<Waiting> waiting(int most) {
    return jdbc.sql(
            """
            select id, gateway, order_ref, waybill, status, price, at, received_at
            from courier_report where taken_at is null order by id limit ?
            """)
        .param(most)
        .query(CourierReports::waiting)
        .list();
  }

  /** It was taken in, and what came of it. */
  public void taken(long id, String outcome, Instant now) {
    jdbc.sql("update courier_report set taken_at = ?, outcome = ? where id = ?")
        .params(stored(now), outcome, id)
        .update();
  }

  /** Forgets what was taken in long ago. */
  public void forget(Instant now) {
    jdbc.sql("delete from courier_report where taken_at < ?")
        .param(stored(now.minus(KEPT)))
        .update();
  }

  /** The parcels a report may mean: by the waybill, not older than couriers are asked about. */
  public List<Long> parcels(WaybillNumber waybill, Instant now) {
    return jdbc.sql("select id from shipment where waybill = ? and at > ? order by id limit 10")
        .params(waybill.value(), stored(now.minus(Trackings.WATCHED)))
        .query((row, n) -> row.getLong(1))
        .list();
  }

  private static OffsetDateTime stored(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Waiting waiting(ResultSet row, int n) throws SQLException {
    var status = row.getString("status");
    var price = row.getObject("price", Long.class);
    return new Waiting(
        row.getLong("id"),
        new CourierReport(
            row.getString("gateway"),
            Optional.ofNullable(row.getString("order_ref")),
            Optional.ofNullable(row.getString("waybill")).map(WaybillNumber::new),
            Optional.ofNullable(status).map(TrackingStatus::valueOf),
            Optional.ofNullable(price).map(Money::rupiah),
            Optional.ofNullable(instant(row, "at"))),
        row.getObject("received_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
