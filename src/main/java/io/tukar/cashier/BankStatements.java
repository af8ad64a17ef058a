package io.tukar.cashier;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The statements that were taken in. */
@Repository
public class BankStatements {

  /** So many are on a page. */
  public static final int ROWS_MAX = 50;

  private static final int PENDING_MAX = 200;

  private static final String COLUMNS =
      """
      select id, account, name, format, first_day, last_day, opening, closing, entries, fresh,
             pending, at, actor
      from bank_statement
      """;

  private final JdbcClient jdbc;

  BankStatements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One file.
   *
   * @param firstDay of its booked entries; null where it has none
   * @param opening null where the file does not tell
   * @param fresh entries that no file had brought before
   */
  public record Kept(
      long id,
      String account,
      String name,
      String format,
      @Nullable LocalDate firstDay,
      @Nullable LocalDate lastDay,
      @Nullable BigDecimal opening,
      @Nullable BigDecimal closing,
      long entries,
      long fresh,
      long pending,
      Instant at,
      String actor) {}

  /** An entry the bank has not booked yet. */
  public record Pending(@Nullable LocalDate day, boolean in, BigDecimal amount, String words) {}

  /** A page of them, the latest first; the first page is 1. */
  public List<Kept> page(int page) {
    return jdbc.sql(COLUMNS + "order by id desc limit ? offset ?")
        .params(ROWS_MAX, (page - 1) * ROWS_MAX)
        .query(BankStatements::kept)
        .list();
  }

  public long count() {
    return jdbc.sql("select count(*) from bank_statement").query(Long.class).single();
  }

  public Optional<Kept> find(long id) {
    return jdbc.sql(COLUMNS + "where id = ?").param(id).query(BankStatements::kept).optional();
  }

  /** What was pending when the file was written, at most the first {@value #PENDING_MAX}. */
  public List<Pending> pending(long statement) {
    return jdbc.sql(
            """
            select booked_on, direction = 'CREDIT', amount, words from bank_pending
            where statement_id = ? order by row_no limit ?
            """)
        .params(statement, PENDING_MAX)
        .query(
            (row, n) ->
                new Pending(
                    row.getObject(1, LocalDate.class),
                    row.getBoolean(2),
                    row.getBigDecimal(3),
                    row.getString(4)))
        .list();
  }

  /** Where statements are missing between those there are. */
  public List<StatementGap> gaps() {
    return StatementGap.among(
        jdbc.sql(COLUMNS + "where first_day is not null order by account, first_day, last_day, id")
            .query(BankStatements::kept)
            .list());
  }

  private static Kept kept(ResultSet row, int n) throws SQLException {
    return new Kept(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getObject(5, LocalDate.class),
        row.getObject(6, LocalDate.class),
        row.getBigDecimal(7),
        row.getBigDecimal(8),
        row.getLong(9),
        row.getLong(10),
        row.getLong(11),
        row.getObject(12, OffsetDateTime.class).toInstant(),
        row.getString(13));
  }
}
