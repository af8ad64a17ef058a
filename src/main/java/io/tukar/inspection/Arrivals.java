package io.tukar.inspection;

import io.tukar.kernel.Actor;
import io.tukar.kernel.WaybillNumber;
import io.tukar.rows.Writes;
import io.tukar.shipping.Courier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The parcels that arrived, what came in them and where they lie. None is ever deleted. */
@Repository
public class Arrivals {

  /** A page of the list shows no more. */
  public static final int ROWS_MAX = 50;

  private static final String COLUMNS =
      """
      select id, at, actor, courier, waybill, boxes, packaging, remark, bin, rma_id, state
      from parcel
      """;

  private final JdbcClient jdbc;

  Arrivals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is told of a parcel as it arrives. */
  public record Told(
      @Nullable Courier courier,
      @Nullable WaybillNumber waybill,
      int boxes,
      Packaging packaging,
      String remark,
      String bin) {}

  /** Lets one station at a time take in what has this key or this waybill. */
  public void alone(UUID key, @Nullable WaybillNumber waybill) {
    alone("parcel form " + key);
    if (waybill != null) {
      alone("parcel waybill " + waybill);
    }
  }

  private void alone(String what) {
    jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0))) as locked")
        .param(what)
        .query(Integer.class)
        .single();
  }

  public Optional<Arrival> find(long id) {
    return jdbc.sql(COLUMNS + "where id = ?").param(id).query(Arrivals::arrival).optional();
  }

  /** As {@link #find}, locked until the transaction ends. */
  public Optional<Arrival> lock(long id) {
    return jdbc.sql(COLUMNS + "where id = ? for update")
        .param(id)
        .query(Arrivals::arrival)
        .optional();
  }

  /** The parcel that a form with this key became. */
  public Optional<Arrival> of(UUID key) {
    return jdbc.sql(COLUMNS + "where key = ?").param(key).query(Arrivals::arrival).optional();
  }

  /** The parcel with this waybill that is here. */
  public Optional<Arrival> here(WaybillNumber waybill) {
    return jdbc.sql(COLUMNS + "where waybill = ? and state <> 'GONE'")
        .param(waybill.value())
        .query(Arrivals::arrival)
        .optional();
  }

  /** The parcels of a case, oldest first. */
  public List<Arrival> ofCase(long rmaId) {
    return jdbc.sql(COLUMNS + "where rma_id = ? order by id")
        .param(rmaId)
        .query(Arrivals::arrival)
        .list();
  }

  /**
   * The parcels of which something lies in quarantine, the latest first.
   *
   * @param before the last number of the page before
   */
  public List<Arrival> inQuarantine(long before) {
    return jdbc.sql(
            COLUMNS
                + """
                where id in (select id from parcel where state = 'QUARANTINE'
                             union select parcel_id from parcel_item where ended_at is null)
                  and id < ? order by id desc limit ?
                """)
        .params(before, ROWS_MAX)
        .query(Arrivals::arrival)
        .list();
  }

  /** Writes down a parcel and gives its number. */
  public long add(
      UUID key, Told told, @Nullable Long rmaId, Arrival.State state, Instant at, Actor by) {
    return jdbc.sql(
            """
            insert into parcel (key, at, actor, courier, waybill, boxes, packaging, remark, bin,
                                rma_id, state)
            values (:key, :at, :by, :courier, :waybill, :boxes, :packaging, :remark, :bin, :rma,
                    :state)
            returning id
            """)
        .param("key", key)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.reference())
        .param("courier", told.courier() == null ? null : told.courier().name())
        .param("waybill", told.waybill() == null ? null : told.waybill().value())
        .param("boxes", told.boxes())
        .param("packaging", told.packaging().name())
        .param("remark", told.remark())
        .param("bin", told.bin())
        .param("rma", rmaId)
        .param("state", state.name())
        .query(Long.class)
        .single();
  }

  /** Says whose it is, and whether its goods count as received now. */
  public static void belongs(long id, long rmaId, Arrival.State state, Writes writes) {
    writes.one(
        () -> new IllegalStateException("Parcel " + id + " is not in quarantine"),
        "update parcel set rma_id = ?, state = ? where id = ? and state = 'QUARANTINE'",
        rmaId,
        state.name(),
        id);
  }

  /** It leaves the shop again; what is strange in it ends by itself. */
  public static void gone(long id, Instant at, Writes writes) {
    writes.one(
        () -> new IllegalStateException("Parcel " + id + " is not in quarantine"),
        "update parcel set state = 'GONE', gone_at = ? where id = ? and state = 'QUARANTINE'",
        at.atOffset(ZoneOffset.UTC),
        id);
  }

  /**
   * So many of a line came in it, beside what of it came before; {@code waits} where the rest of
   * the line is still awaited.
   */
  public static void came(
      long id, long rmaId, int lineNo, int quantity, boolean waits, Writes writes) {
    writes.any(
        """
        insert into parcel_line (parcel_id, rma_id, line_no, quantity, waits)
        values (?, ?, ?, ?, ?)
        on conflict (parcel_id, rma_id, line_no)
        do update set quantity = parcel_line.quantity + excluded.quantity, waits = excluded.waits
        """,
        id,
        rmaId,
        lineNo,
        quantity,
        waits);
  }

  /** A line is complete: what came of it earlier waits no more. */
  public static void complete(long rmaId, int lineNo, Writes writes) {
    writes.any(
        "update parcel_line set waits = false where rma_id = ? and line_no = ? and waits",
        rmaId,
        lineNo);
  }

  /** How many are here already of the lines whose rest is awaited, by line. */
  public Map<Integer, Integer> waiting(long rmaId) {
    return byLine(
        "select line_no, sum(quantity)::int from parcel_line"
            + " where rma_id = ? and waits group by line_no",
        rmaId);
  }

  /** How many of each line of this case came in it. */
  public Map<Integer, Integer> cameIn(long id, long rmaId) {
    return byLine(
        "select line_no, quantity from parcel_line where parcel_id = ? and rma_id = ?", id, rmaId);
  }

  private Map<Integer, Integer> byLine(String sql, Object... ids) {
    return jdbc
        .sql(sql)
        .params(ids)
        .query((row, n) -> Map.entry(row.getInt(1), row.getInt(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Arrival arrival(ResultSet row, int n) throws SQLException {
    return new Arrival(
        row.getLong("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        Optional.ofNullable(row.getString("courier")).map(Courier::valueOf),
        Optional.ofNullable(row.getString("waybill")).map(WaybillNumber::new),
        row.getInt("boxes"),
        Packaging.valueOf(row.getString("packaging")),
        row.getString("remark"),
        row.getString("bin"),
        row.getObject("rma_id", Long.class),
        Arrival.State.valueOf(row.getString("state")));
  }
}
