package io.tukar.shipping;

import io.tukar.kernel.WaybillNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What couriers said of the parcels, and which are to be asked about next. */
@Repository
public class Trackings {

  /** A parcel nobody has seen for so long is no longer asked about. */
  static final Duration WATCHED = Duration.ofDays(60);

  private static final Duration LEASE = Duration.ofMinutes(20);
  private static final Duration BETWEEN_POLLS = Duration.ofHours(2);
  private static final Duration FIRST_RETRY = Duration.ofMinutes(10);
  private static final int DOUBLINGS_MAX = 8;

  private final JdbcClient jdbc;

  Trackings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A parcel to be asked about.
   *
   * @param phone of who sent it, E.164; some couriers want its last digits
   */
  public record Watched(
      long shipmentId,
      long rmaId,
      Courier courier,
      WaybillNumber waybill,
      Optional<String> phone) {}

  /** What is known of a parcel's way, oldest first. */
  public Track of(long shipmentId) {
    return new Track(
        jdbc.sql("select status, at from tracking_event where shipment_id = ? order by at, id")
            .param(shipmentId)
            .query(
                (row, n) ->
                    new TrackingEvent(
                        TrackingStatus.valueOf(row.getString(1)),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
            .list());
  }

  /**
   * Takes reports of a parcel. The caller has locked its case.
   *
   * @param source the gateway that said so, or {@code desk}
   */
  public Track.Taken take(
      long shipmentId, List<TrackingReport> reports, String source, Instant now) {
    var taken = of(shipmentId).take(reports, now);
    for (var event : taken.added()) {
      jdbc.sql(
              """
              insert into tracking_event (shipment_id, status, at, source, recorded_at)
              values (?, ?, ?, ?, ?)
              """)
          .params(
              shipmentId,
              event.status().name(),
              event.at().atOffset(ZoneOffset.UTC),
              source,
              now.atOffset(ZoneOffset.UTC))
          .update();
    }
    var furthest = taken.track().furthest();
    if (!taken.added().isEmpty() && furthest.isPresent()) {
      jdbc.sql(
              """
              update shipment set track_status = :status, tracked_at = :at,
                poll_at = case when :final then null else poll_at end
              where id = :id
              """)
          .param("status", furthest.get().status().name())
          .param("at", furthest.get().at().atOffset(ZoneOffset.UTC))
          .param("final", furthest.get().status().isFinal())
          .param("id", shipmentId)
          .update();
    }
    return taken;
  }

  /**
   * Takes the parcels whose turn it is to be asked about; nobody else gets them while they are
   * asked about.
   */
  public List<Watched> claim(List<Courier> couriers, int most, Instant now) {
    if (couriers.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            with due as (
              select s.id from shipment s
              where s.poll_at <= :now and s.at > :oldest and s.courier in (:couriers)
              order by s.poll_at limit :most for update skip locked
            ), taken as (
              update shipment s set poll_at = :lease from due where s.id = due.id
              returning s.id, s.rma_id, s.courier, s.waybill, s.leg
            )
            select t.id, t.rma_id, t.courier, t.waybill,
                   case when t.leg = 'TO_SHOP' then c.phone else (select phone from shop) end as phone
            from taken t join rma r on r.id = t.rma_id join customer c on c.id = r.customer_id
            order by t.id
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("oldest", now.minus(WATCHED).atOffset(ZoneOffset.UTC))
        .param("couriers", couriers.stream().map(Courier::name).toList())
        .param("lease", now.plus(LEASE).atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query(
            (row, n) ->
                new Watched(
                    row.getLong(1),
                    row.getLong(2),
                    Courier.valueOf(row.getString(3)),
                    new WaybillNumber(row.getString(4)),
                    Optional.ofNullable(row.getString(5))))
        .list();
  }

  /** The courier answered: asked again in some hours, unless there is nothing more to learn. */
  public void answered(long shipmentId, Instant now) {
    jdbc.sql(
            """
            update shipment set poll_failures = 0,
              poll_at = case when poll_at is null then null else :next end
            where id = :id
            """)
        .param("next", now.plus(BETWEEN_POLLS).atOffset(ZoneOffset.UTC))
        .param("id", shipmentId)
        .update();
  }

  /** No answer, or none of use: asked again later, and later each time. */
  public void failed(long shipmentId, Instant now) {
    var failures =
        jdbc.sql("select poll_failures from shipment where id = ?")
            .param(shipmentId)
            .query(Integer.class)
            .single();
    jdbc.sql(
            """
            update shipment set poll_failures = :failures,
              poll_at = case when poll_at is null then null else :next end
            where id = :id
            """)
        .param("failures", failures + 1)
        .param("next", now.plus(wait(failures)).atOffset(ZoneOffset.UTC))
        .param("id", shipmentId)
        .update();
  }

  /** Ten minutes, doubled with each failure, up to almost two days. */
  static Duration wait(int failuresBefore) {
    return FIRST_RETRY.multipliedBy(1L << Math.min(failuresBefore, DOUBLINGS_MAX));
  }
}
