package io.tukar.inspection;

import io.tukar.kernel.Actor;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.rows.Writes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The looks at returned units, as they are stored. */
@Repository
public class UnitLooks {

  private static final String LOOK =
      """
      select l.id, l.rma_id, l.line_no, l.sku, l.quantity, l.serial, l.unit_id, l.identity,
             l.started_at, l.started_by, l.disposition
      from unit_look l
      """;

  private final JdbcClient jdbc;

  UnitLooks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The looks at a line that wait for its verdict, in the order they were scanned. */
  public List<UnitLook> open(long rmaId, int lineNo) {
    return jdbc.sql(
            LOOK + "where l.rma_id = ? and l.line_no = ? and l.ended_at is null order by l.id")
        .params(rmaId, lineNo)
        .query(this::look)
        .list();
  }

  /** All looks of a case, the oldest first; at most as many as there are units in its lines. */
  public List<UnitLook> of(long rmaId) {
    return jdbc.sql(LOOK + "where l.rma_id = ? order by l.id")
        .param(rmaId)
        .query(this::look)
        .list();
  }

  /** The look with this id. */
  public Optional<UnitLook> find(long id) {
    return jdbc.sql(LOOK + "where l.id = ?").param(id).query(this::look).optional();
  }

  /** Nobody else adds a look to this line, or ends one, until the transaction does. */
  public void lockLine(long rmaId, int lineNo) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("looks of " + rmaId + "/" + lineNo)
        .query((row, n) -> 1)
        .single();
  }

  /**
   * How many of the line wait for a verdict, held so until the transaction ends; empty where the
   * line does not wait for one. Taken before {@link #lockLine}, as a verdict takes the case first.
   */
  Optional<Integer> awaitVerdict(long rmaId, int lineNo) {
    return jdbc.sql(
            """
            select quantity from rma_line
            where rma_id = ? and line_no = ? and state = 'RECEIVED' for share
            """)
        .params(rmaId, lineNo)
        .query(Integer.class)
        .optional();
  }

  /** The unit was refused with another line and lies here until it is sent back. */
  public boolean goesBackElsewhere(Sku sku, SerialNumber serial, long rmaId, int lineNo) {
    return jdbc.sql(
            """
            select 1 from unit u join unit_look k on k.unit_id = u.id
            join rma_line l on l.rma_id = k.rma_id and l.line_no = k.line_no
            where u.sku = ? and u.serial = ? and u.place = 'QUARANTINE'
              and k.disposition = 'SEND_BACK' and l.state = 'REFUSED'
              and not (k.rma_id = ? and k.line_no = ?) limit 1
            """)
        .params(sku.value(), serial.value(), rmaId, lineNo)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** The open look at this unit, on whatever bench. */
  Optional<UnitLook> openAt(Sku sku, SerialNumber serial) {
    return jdbc.sql(LOOK + "where l.sku = ? and l.serial = ? and l.ended_at is null")
        .params(sku.value(), serial.value())
        .query(this::look)
        .optional();
  }

  /** Begins a look. */
  UnitLook add(
      Returned line,
      int quantity,
      @Nullable SerialNumber serial,
      @Nullable Long unitId,
      Identity identity,
      Instant at,
      Actor by) {
    var id =
        jdbc.sql(
                """
                insert into unit_look (rma_id, line_no, sku, quantity, serial, unit_id, identity,
                  started_at, started_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                """)
            .param(line.rmaId())
            .param(line.lineNo())
            .param(line.sku().value())
            .param(quantity)
            .param(serial == null ? null : serial.value())
            .param(unitId)
            .param(identity.name())
            .param(at.atOffset(ZoneOffset.UTC))
            .param(by.reference())
            .query(Long.class)
            .single();
    return find(id).orElseThrow();
  }

  /** Writes what came of a check; what was written of it before is replaced. */
  void write(long lookId, Check check, UnitLook.Found found, Instant at, Actor by) {
    jdbc.sql(
            """
            insert into unit_check (look_id, kind, found, seen, at, actor)
            values (?, ?, ?, ?, ?, ?)
            on conflict (look_id, kind) do update
            set found = excluded.found, seen = excluded.seen, at = excluded.at,
                actor = excluded.actor
            """)
        .param(lookId)
        .param(check.name())
        .param(found.yes())
        .param(found.seen())
        .param(at.atOffset(ZoneOffset.UTC))
        .param(by.reference())
        .update();
  }

  /** Takes back a look that is open; what was found goes with it. */
  void remove(long lookId) {
    jdbc.sql("delete from unit_look where id = ?").param(lookId).update();
  }

  /** Keeps what is known of a unit whose line got its verdict without a look at the bench. */
  public static void add(
      long rmaId,
      int lineNo,
      Sku sku,
      SerialNumber serial,
      @Nullable Long unitId,
      Disposition disposition,
      Instant at,
      Actor by,
      Writes writes) {
    var when = at.atOffset(ZoneOffset.UTC);
    writes.any(
        """
        insert into unit_look (rma_id, line_no, sku, quantity, serial, unit_id, identity,
          disposition, started_at, started_by, ended_at, ended_by)
        values (?, ?, ?, 1, ?, ?, 'UNPROVEN', ?, ?, ?, ?, ?)
        """,
        rmaId,
        lineNo,
        sku.value(),
        serial.value(),
        unitId,
        disposition.name(),
        when,
        by.reference(),
        when,
        by.reference());
  }

  /** An open look at one unit is of another line of the case from now on. */
  public static void moveTo(long lookId, int lineNo, Writes writes) {
    writes.one(
        () -> new IllegalStateException("Look " + lookId + " has ended already"),
        "update unit_look set line_no = ? where id = ? and ended_at is null",
        lineNo,
        lookId);
  }

  /** An open look at goods without serials is at so many only; nothing to do where at fewer. */
  public static void lessen(long lookId, int quantity, Writes writes) {
    writes.any(
        "update unit_look set quantity = least(quantity, ?) where id = ? and ended_at is null",
        quantity,
        lookId);
  }

  /** Ends an open look with its line's verdict. */
  public static void end(
      long lookId,
      Disposition disposition,
      @Nullable Long unitId,
      Instant at,
      Actor by,
      Writes writes) {
    writes.one(
        () -> new IllegalStateException("Look " + lookId + " has ended already"),
        """
        update unit_look set disposition = ?, unit_id = ?, ended_at = ?, ended_by = ?
        where id = ? and ended_at is null
        """,
        disposition.name(),
        unitId,
        at.atOffset(ZoneOffset.UTC),
        by.reference(),
        lookId);
  }

  private UnitLook look(ResultSet row, int n) throws SQLException {
    var id = row.getLong("id");
    var serial = row.getString("serial");
    var disposition = row.getString("disposition");
    var found = new EnumMap<Check, UnitLook.Found>(Check.class);
    jdbc.sql("select kind, found, seen from unit_check where look_id = ?")
        .param(id)
        .query(
            check -> {
              found.put(
                  Check.valueOf(check.getString(1)),
                  new UnitLook.Found(check.getBoolean(2), check.getString(3)));
            });
    return new UnitLook(
        id,
        row.getLong("rma_id"),
        row.getInt("line_no"),
        new Sku(row.getString("sku")),
        row.getInt("quantity"),
        serial == null ? null : new SerialNumber(serial),
        row.getObject("unit_id", Long.class),
        Identity.valueOf(row.getString("identity")),
        found,
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        row.getString("started_by"),
        disposition == null ? null : Disposition.valueOf(disposition));
  }
}
