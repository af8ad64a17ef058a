package io.tukar.payout;

import io.tukar.kernel.Money;
import io.tukar.payout.Payout.State;
import io.tukar.rma.PayoutWatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Payouts as they stand. */
@Repository
public class Payouts implements PayoutWatch {

  /** So many are on a page. */
  public static final int ROWS_MAX = 50;

  private static final String COLUMNS =
      """
      select p.id, p.rma_id, coalesce(r.rma_number, r.request_number), c.name, p.amount, p.state,
             p.bank, p.ending, p.proposed_at, p.proposed_by, p.decided_at, p.decided_by, p.batch_id,
             p.exported_at, p.reason
      from payout p join rma r on r.id = p.rma_id join customer c on c.id = r.customer_id
      """;

  private final JdbcClient jdbc;

  Payouts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Payout> find(long id) {
    return jdbc.sql(COLUMNS + "where p.id = ?").param(id).query(Payouts::payout).optional();
  }

  /** Those of these states, oldest first where they wait, latest first where they are done. */
  public List<Payout> page(Collection<State> states, int page) {
    var done = states.contains(State.CONFIRMED);
    return jdbc.sql(
            COLUMNS
                + "where p.state in (:states) order by p.id "
                + (done ? "desc" : "asc")
                + " limit :rows offset :from")
        .param("states", states.stream().map(State::name).toList())
        .param("rows", ROWS_MAX)
        .param("from", (page - 1) * ROWS_MAX)
        .query(Payouts::payout)
        .list();
  }

  public long count(Collection<State> states) {
    return jdbc.sql("select count(*) from payout where state in (:states)")
        .param("states", states.stream().map(State::name).toList())
        .query(Long.class)
        .single();
  }

  /** Those of one file, in its order. */
  public List<Payout> of(long batch) {
    return jdbc.sql(COLUMNS + "where p.batch_id = ? order by p.id")
        .param(batch)
        .query(Payouts::payout)
        .list();
  }

  /** A case to which the shop owes something and no payout is on its way. */
  public record Owed(long rmaId, String number, String customer, Money amount, boolean account) {}

  /** A page of them, the longest due first. */
  public List<Owed> owed(int page) {
    return jdbc.sql(
            """
            select r.id, coalesce(r.rma_number, r.request_number), c.name, -r.balance,
                   a.rma_id is not null
            from rma r join customer c on c.id = r.customer_id
              left join customer_account a on a.rma_id = r.id
            where r.balance < 0 and r.due_at is not null
              and not exists (
                select 1 from payout p where p.rma_id = r.id
                  and p.state in ('PROPOSED', 'APPROVED', 'EXPORTED', 'UNKNOWN'))
            order by r.due_at, r.id limit ? offset ?
            """)
        .params(ROWS_MAX, (page - 1) * ROWS_MAX)
        .query(
            (row, n) ->
                new Owed(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    Money.rupiah(row.getLong(4)),
                    row.getBoolean(5)))
        .list();
  }

  public long countOwed() {
    return jdbc.sql(
            """
            select count(*) from rma r where r.balance < 0 and r.due_at is not null
              and not exists (
                select 1 from payout p where p.rma_id = r.id
                  and p.state in ('PROPOSED', 'APPROVED', 'EXPORTED', 'UNKNOWN'))
            """)
        .query(Long.class)
        .single();
  }

  @Override
  public boolean open(long rmaId) {
    return jdbc.sql(
            """
            select exists (select 1 from payout where rma_id = ?
              and state in ('PROPOSED', 'APPROVED', 'EXPORTED', 'UNKNOWN'))
            """)
        .param(rmaId)
        .query(Boolean.class)
        .single();
  }

  Optional<Payout> lock(long id) {
    jdbc.sql("select 1 from payout where id = ? for update")
        .param(id)
        .query(Integer.class)
        .optional();
    return find(id);
  }

  private static Payout payout(ResultSet row, int n) throws SQLException {
    return new Payout(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        Money.rupiah(row.getLong(5)),
        State.valueOf(row.getString(6)),
        Bank.of(row.getString(7)).orElseThrow(),
        row.getString(8),
        row.getObject(9, OffsetDateTime.class).toInstant(),
        row.getString(10),
        instant(row, 11),
        row.getString(12),
        (Long) row.getObject(13),
        instant(row, 14),
        row.getString(15));
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
