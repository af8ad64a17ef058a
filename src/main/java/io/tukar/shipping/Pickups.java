package io.tukar.shipping;

import io.tukar.kernel.Actor;
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

/**
 * The pickups asked for through a gateway. Before the gateway is asked, the pickup is noted as not
 * clear: whatever happens then, nobody is sent twice.
 */
@Repository
public class Pickups {

  /** A gateway that is not reached is asked so often. */
  public static final int TRIES_MAX = 6;

  private static final Duration FIRST_RETRY = Duration.ofMinutes(2);
  private static final int REASON_CHARS_MAX = 200;
  private static final String COLUMNS =
      "id, rma_id, courier, product, weight_grams, state, order_ref, shipment_id, reason, tries,"
          + " asked_at";

  private final JdbcClient jdbc;

  Pickups(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Asks for one; empty where one of this case is under way. */
  public Optional<Long> ask(
      long rmaId, Courier courier, String product, int grams, Instant at, Actor by) {
    return jdbc.sql(
            """
            insert into pickup (rma_id, courier, product, weight_grams, state, next_try_at, asked_at,
                                actor)
            values (:rma, :courier, :product, :grams, 'ASKED', :at, :at, :by)
            on conflict do nothing returning id
            """)
        .param("rma", rmaId)
        .param("courier", courier.name())
        .param("product", product)
        .param("grams", grams)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.reference())
        .query(Long.class)
        .optional();
  }

  /** The next to be asked for, noted as not clear until its answer is known. */
  public Optional<Pickup> claim(Instant now) {
    return jdbc.sql(
            """
            update pickup set state = 'UNKNOWN', next_try_at = null, tries = tries + 1
            where id = (select id from pickup where next_try_at <= ? order by next_try_at, id
                        limit 1 for update skip locked)
            returning
            """
                + COLUMNS)
        .param(now.atOffset(ZoneOffset.UTC))
        .query(Pickups::pickup)
        .optional();
  }

  /** A courier comes. */
  public void booked(long id, String orderRef) {
    end(id, Pickup.State.BOOKED, orderRef, null);
  }

  /** Nobody comes. */
  public void refused(long id, String why) {
    end(id, Pickup.State.REFUSED, null, why);
  }

  /** It was asked, and nobody knows whether somebody comes. */
  public void unclear(long id, String why) {
    end(id, Pickup.State.UNKNOWN, null, why);
  }

  private void end(long id, Pickup.State state, @Nullable String orderRef, @Nullable String why) {
    jdbc.sql(
            """
            update pickup set state = :state, order_ref = coalesce(:order, order_ref),
              reason = :reason, next_try_at = null
            where id = :id
            """)
        .param("state", state.name())
        .param("order", orderRef)
        .param(
            "reason",
            why == null ? null : why.substring(0, Math.min(why.length(), REASON_CHARS_MAX)))
        .param("id", id)
        .update();
  }

  /** The gateway was not reached: it is asked again, later each time. */
  public void again(Pickup pickup, Instant now) {
    jdbc.sql("update pickup set state = 'ASKED', next_try_at = ? where id = ?")
        .params(
            now.plus(FIRST_RETRY.multipliedBy(1L << Math.min(pickup.tries(), TRIES_MAX)))
                .atOffset(ZoneOffset.UTC),
            pickup.id())
        .update();
  }

  /** The parcel it became. */
  public void became(long id, long shipmentId) {
    jdbc.sql("update pickup set shipment_id = ? where id = ?").params(shipmentId, id).update();
  }

  /** By the gateway's number. */
  public Optional<Pickup> ofOrder(String orderRef) {
    return jdbc.sql("select " + COLUMNS + " from pickup where order_ref = ?")
        .param(orderRef)
        .query(Pickups::pickup)
        .optional();
  }

  /** Those of a case, oldest first. */
  public List<Pickup> of(long rmaId) {
    return jdbc.sql("select " + COLUMNS + " from pickup where rma_id = ? order by id")
        .param(rmaId)
        .query(Pickups::pickup)
        .list();
  }

  private static Pickup pickup(ResultSet row, int n) throws SQLException {
    return new Pickup(
        row.getLong("id"),
        row.getLong("rma_id"),
        Courier.valueOf(row.getString("courier")),
        row.getString("product"),
        row.getInt("weight_grams"),
        Pickup.State.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("order_ref")),
        Optional.ofNullable(row.getObject("shipment_id", Long.class)),
        Optional.ofNullable(row.getString("reason")),
        row.getInt("tries"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant());
  }
}
