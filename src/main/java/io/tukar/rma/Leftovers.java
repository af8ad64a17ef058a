package io.tukar.rma;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The goods nobody claims, and how long the shop keeps such goods. None is ever deleted. */
@Repository
public class Leftovers {

  /** A page of the list shows no more. */
  public static final int ROWS_MAX = 50;

  /** How long goods are kept unless the shop says otherwise, in calendar days. */
  public static final int STORAGE_DAYS = 30;

  /** The first notice and both reminders find place in no less. */
  public static final int STORAGE_DAYS_MIN = 21;

  public static final int STORAGE_DAYS_MAX = 365;

  /** What somebody writes about them is no longer. */
  public static final int WORDS_CHARS_MAX = 500;

  /** Which of them are looked at. */
  public enum Which {
    /** The count runs. */
    KEPT("f.ended_at is null"),
    /** The last day has passed, and nobody has proposed anything yet. */
    DUE(
        """
        f.ended_at is null and d.id is null and f.keep_until < :today
          and (coalesce(f.rma_id, p.rma_id) is null or exists (
            select 1 from leftover_notice n
            where n.leftover_id = f.id and n.days_before = %d))
        """
            .formatted(LeftoverReminders.LAST_DAYS_BEFORE)),
    /** A proposal waits for a manager. */
    PROPOSED("f.ended_at is null and d.id is not null"),
    ENDED("f.ended_at is not null");

    private final String where;

    Which(String where) {
      this.where = where;
    }
  }

  private static final String FROM =
      """
      from leftover f
      left join parcel p on p.id = f.parcel_id
      left join rma r on r.id = coalesce(f.rma_id, p.rma_id)
      left join rma_line l on l.rma_id = f.rma_id and l.line_no = f.line_no
      left join sold_item i on i.id = l.sold_item_id
      left join disposal d on d.leftover_id = f.id and d.outcome is null
      """;

  private static final String ROWS =
      """
      select f.id, f.rma_id, f.line_no, f.parcel_id, r.id as owner_case,
             coalesce(r.rma_number, r.request_number, '') as number, coalesce(i.name, '') as item,
             coalesce(l.quantity, 0) as quantity, f.since, f.since_by, f.keep_until,
             exists (select 1 from leftover_notice n
                     where n.leftover_id = f.id and n.days_before = %d) as warned,
             d.id is not null as proposed, f.ended_at, f.ended_by, f.ending, f.ended_note
      """
              .formatted(LeftoverReminders.LAST_DAYS_BEFORE)
          + FROM;

  private static final String UNTOLD =
      """
      from rma r join rma_line l on l.rma_id = r.id join sold_item i on i.id = l.sold_item_id
      where r.status = 'SETTLED' and l.state = 'REFUSED' and l.verdict is not null
        and not exists (select 1 from leftover f
                        where f.rma_id = l.rma_id and f.line_no = l.line_no and f.ended_at is null)
      """;

  private final JdbcClient jdbc;

  Leftovers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Refused goods that wait to be sent back and that nobody counts yet.
   *
   * @param version of the case as it is shown
   */
  public record Untold(
      long rmaId, int lineNo, String number, String item, int quantity, int version) {}

  public Optional<Leftover> find(long id) {
    return jdbc.sql(ROWS + "where f.id = ?").param(id).query(Leftovers::row).optional();
  }

  /** As {@link #find}, locked until the transaction ends; its case or parcel is locked before. */
  Optional<Leftover> lock(long id) {
    jdbc.sql("select 1 from leftover where id = ? for update")
        .param(id)
        .query(Integer.class)
        .optional();
    return find(id);
  }

  /** The count of a line that runs. */
  public Optional<Leftover> kept(long rmaId, int lineNo) {
    return jdbc.sql(ROWS + "where f.rma_id = ? and f.line_no = ? and f.ended_at is null")
        .params(rmaId, lineNo)
        .query(Leftovers::row)
        .optional();
  }

  /** The counts of a case that run, by line. */
  public Map<Integer, Leftover> kept(long rmaId) {
    var lines = new HashMap<Integer, Leftover>();
    for (var one :
        jdbc.sql(ROWS + "where f.rma_id = ? and f.ended_at is null")
            .param(rmaId)
            .query(Leftovers::row)
            .list()) {
      lines.put(Objects.requireNonNull(one.lineNo()), one);
    }
    return lines;
  }

  /** The lines of a case whose goods the owner asked for, and that nobody counts again. */
  public Set<Integer> asked(long rmaId) {
    return Set.copyOf(
        jdbc.sql(
                """
                select line_no from leftover where rma_id = ?
                group by line_no
                having (array_agg(ending order by id desc))[1] = 'ASKED'
                """)
            .param(rmaId)
            .query(Integer.class)
            .list());
  }

  /** A page of them, those to be decided first first; the ended ones the latest first. */
  public List<Leftover> page(Which which, int page, Instant at) {
    return jdbc.sql(
            ROWS
                + "where "
                + which.where
                + (which == Which.ENDED
                    ? " order by f.ended_at desc, f.id desc"
                    : " order by f.keep_until, f.id")
                + " limit :most offset :skip")
        .param("today", Promises.day(at))
        .param("most", ROWS_MAX)
        .param("skip", (page - 1) * ROWS_MAX)
        .query(Leftovers::row)
        .list();
  }

  public int count(Which which, Instant at) {
    return jdbc.sql("select count(*) " + FROM + "where " + which.where)
        .param("today", Promises.day(at))
        .query(Integer.class)
        .single();
  }

  /** A page of refused goods that nobody counts, the longest waiting first. */
  public List<Untold> untold(int page) {
    return jdbc.sql(
            "select r.id, l.line_no, coalesce(r.rma_number, r.request_number), i.name, l.quantity,"
                + " r.version "
                + UNTOLD
                + "order by r.due_at, r.id, l.line_no limit ? offset ?")
        .params(ROWS_MAX, (page - 1) * ROWS_MAX)
        .query(
            (row, n) ->
                new Untold(
                    row.getLong(1),
                    row.getInt(2),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5),
                    row.getInt(6)))
        .list();
  }

  public int countUntold() {
    return jdbc.sql("select count(*) " + UNTOLD).query(Integer.class).single();
  }

  /** What the owner was told, oldest first. */
  public List<Leftover.Told> told(long id) {
    return jdbc.sql(
            """
            select days_before, at, keep_until from leftover_notice
            where leftover_id = ? order by at, days_before desc
            """)
        .param(id)
        .query(
            (row, n) ->
                new Leftover.Told(
                    row.getInt(1),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    row.getObject(3, LocalDate.class)))
        .list();
  }

  /** How long goods are kept from the first notice on, in calendar days. */
  public int storageDays() {
    return jdbc.sql("select storage_days from shop")
        .query(Integer.class)
        .optional()
        .orElse(STORAGE_DAYS);
  }

  /**
   * Says how long goods are kept, for the counts that begin from now on; refused outside of {@value
   * #STORAGE_DAYS_MIN} to {@value #STORAGE_DAYS_MAX} days, or before the shop itself is set up.
   */
  public Answer<Integer> keepFor(int days) {
    if (days < STORAGE_DAYS_MIN || days > STORAGE_DAYS_MAX) {
      return Answer.refused(
          Refusal.of("storage-days-out-of-range", "days", STORAGE_DAYS_MIN, STORAGE_DAYS_MAX));
    }
    return jdbc.sql("update shop set storage_days = ?").param(days).update() == 1
        ? Answer.done(days)
        : Answer.refused(Refusal.of("shop-not-set-up", ""));
  }

  /** Begins to count a line whose case is locked. */
  long begin(long rmaId, int lineNo, LocalDate keepUntil, Instant at, Actor by) {
    return jdbc.sql(
            """
            insert into leftover (rma_id, line_no, since, since_by, keep_until)
            values (?, ?, ?, ?, ?) returning id
            """)
        .params(rmaId, lineNo, at.atOffset(ZoneOffset.UTC), by.reference(), keepUntil)
        .query(Long.class)
        .single();
  }

  /** The count of a parcel that runs. */
  public Optional<Leftover> ofParcel(long parcelId) {
    return jdbc.sql(ROWS + "where f.parcel_id = ? and f.ended_at is null")
        .param(parcelId)
        .query(Leftovers::row)
        .optional();
  }

  /** Begins to count a parcel that is locked. */
  long beginParcel(long parcelId, LocalDate keepUntil, Instant at, Actor by) {
    return jdbc.sql(
            """
            insert into leftover (parcel_id, since, since_by, keep_until)
            values (?, ?, ?, ?) returning id
            """)
        .params(parcelId, at.atOffset(ZoneOffset.UTC), by.reference(), keepUntil)
        .query(Long.class)
        .single();
  }

  /** The owner was told of the beginning. */
  void toldFirst(List<Long> ids) {
    jdbc.sql(
            """
            insert into leftover_notice (leftover_id, days_before, at, keep_until)
            select id, keep_until - (since at time zone 'Asia/Jakarta')::date, since, keep_until
            from leftover where id = any(?)
            """)
        .param(ids.toArray(Long[]::new))
        .update();
  }

  private static Leftover row(ResultSet row, int n) throws SQLException {
    return new Leftover(
        row.getLong("id"),
        row.getObject("rma_id", Long.class),
        row.getObject("line_no", Integer.class),
        row.getObject("parcel_id", Long.class),
        row.getObject("owner_case", Long.class),
        row.getString("number"),
        row.getString("item"),
        row.getInt("quantity"),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getString("since_by"),
        row.getObject("keep_until", LocalDate.class),
        row.getBoolean("warned"),
        row.getBoolean("proposed"),
        ended(row));
  }

  private static Leftover.@Nullable Ended ended(ResultSet row) throws SQLException {
    var at = row.getObject("ended_at", OffsetDateTime.class);
    return at == null
        ? null
        : new Leftover.Ended(
            LeftoverEnd.valueOf(row.getString("ending")),
            at.toInstant(),
            row.getString("ended_by"),
            row.getString("ended_note"));
  }
}
