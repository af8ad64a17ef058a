package io.tukar.cashier;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Money;
import io.tukar.settlement.statement.StatementEntry;
import io.tukar.settlement.statement.StatementEntry.Status;
import io.tukar.settlement.statement.StatementSink;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The entries of one file on their way in: laid beside the tables a few thousand at a time, so that
 * a file of any length needs the same memory, and then compared with what is known all at once.
 * Lives within one transaction.
 */
final class IncomingEntries implements StatementSink {

  /** The bank's words are kept so far. */
  private static final int WORDS_CHARS_MAX = 1_000;

  private static final int ROWS_AT_ONCE = 5_000;

  private final JdbcClient jdbc;
  private final List<StatementEntry> rows = new ArrayList<>(ROWS_AT_ONCE);
  private long booked;
  private long pending;
  private @Nullable LocalDate firstDay;
  private @Nullable LocalDate lastDay;

  IncomingEntries(JdbcClient jdbc) {
    this.jdbc = jdbc;
    jdbc.sql("drop table if exists incoming_entry").update();
    jdbc.sql(
            """
            create temporary table incoming_entry (
              row_no bigint, booked boolean, booked_on date, direction text,
              amount numeric(17, 2), words text, balance numeric(17, 2)
            ) on commit drop
            """)
        .update();
  }

  @Override
  public void take(StatementEntry entry) {
    if (entry.status() == Status.PENDING) {
      pending++;
    } else {
      booked++;
      var day = entry.date();
      if (day != null) {
        firstDay = firstDay == null || day.isBefore(firstDay) ? day : firstDay;
        lastDay = lastDay == null || day.isAfter(lastDay) ? day : lastDay;
      }
    }
    rows.add(entry);
    if (rows.size() == ROWS_AT_ONCE) {
      flush();
    }
  }

  long booked() {
    return booked;
  }

  long pending() {
    return pending;
  }

  @Nullable LocalDate firstDay() {
    return firstDay;
  }

  @Nullable LocalDate lastDay() {
    return lastDay;
  }

  /** Sends what is gathered. */
  void flush() {
    if (rows.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into incoming_entry
            select row_no::bigint, booked::boolean, booked_on::date, direction, amount::numeric,
                   words, balance::numeric
            from unnest(?, ?, ?, ?, ?, ?, ?)
              as file (row_no, booked, booked_on, direction, amount, words, balance)
            """)
        .param(column(StatementEntry::row))
        .param(column(entry -> entry.status() == Status.BOOKED))
        .param(column(StatementEntry::date))
        .param(column(StatementEntry::direction))
        .param(column(StatementEntry::amount))
        .param(column(entry -> kept(entry.description())))
        .param(column(StatementEntry::balance))
        .update();
    rows.clear();
  }

  private static String kept(String words) {
    return words.length() > WORDS_CHARS_MAX ? words.substring(0, WORDS_CHARS_MAX) : words;
  }

  /** One column of the gathered rows, as text: that is an array every driver can send. */
  private @Nullable String[] column(Function<StatementEntry, @Nullable Object> value) {
    var column = new @Nullable String[rows.size()];
    for (int i = 0; i < column.length; i++) {
      var cell = value.apply(rows.get(i));
      column[i] = cell == null ? null : cell.toString();
    }
    return column;
  }

  /**
   * What was new.
   *
   * @param receipts the sum of what came, without amounts that have a fraction of a rupiah
   */
  record Fresh(long entries, BigDecimal receipts) {}

  /**
   * Keeps those that no file had brought. Of entries of one day and amount those whose words or
   * balance are known come first, so that only the others can be new.
   */
  Fresh book(long statement, String account, Instant at, Actor by) {
    jdbc.sql("analyze incoming_entry").update();
    jdbc.sql(
            """
            create temporary table counted_entry on commit drop as
            select row_no, booked_on, direction, amount, words, balance,
                   row_number() over (
                     partition by booked_on, direction, amount order by known desc, row_no)
                     as occurrence
            from (
              select i.*, exists (
                       select 1 from bank_entry e
                       where e.account = :account and e.booked_on = i.booked_on
                         and e.direction = i.direction and e.amount = i.amount
                         and (e.words = i.words or e.balance = i.balance)) as known
              from incoming_entry i where i.booked) seen
            """)
        .param("account", account)
        .update();
    otherWords(statement, account);
    var fresh = insert(statement, account, at, by);
    jdbc.sql(
            """
            insert into bank_pending (statement_id, row_no, booked_on, direction, amount, words)
            select :statement, row_no, booked_on, direction, amount, words
            from incoming_entry where not booked
            """)
        .param("statement", statement)
        .update();
    return fresh;
  }

  private void otherWords(long statement, String account) {
    jdbc.sql(
            """
            insert into bank_entry_words (entry_id, words, statement_id)
            select e.id, c.words, :statement
            from counted_entry c
              join bank_entry e on e.account = :account and e.booked_on = c.booked_on
                and e.direction = c.direction and e.amount = c.amount
                and e.occurrence = c.occurrence
            where not exists (
              select 1 from bank_entry o
              where o.account = :account and o.booked_on = c.booked_on
                and o.direction = c.direction and o.amount = c.amount and o.words = c.words)
            on conflict do nothing
            """)
        .param("statement", statement)
        .param("account", account)
        .update();
  }

  private Fresh insert(long statement, String account, Instant at, Actor by) {
    return jdbc.sql(
            """
            with fresh as (
              insert into bank_entry
                (statement_id, account, booked_on, direction, amount, occurrence, words, balance,
                 aside_at, aside_actor)
              select :statement, :account, booked_on, direction, amount, occurrence, words, balance,
                     case when odd then :at::timestamptz end, case when odd then :by end
              from (
                select c.*, direction = 'CREDIT' and (amount <> trunc(amount) or amount > :most)
                         as odd
                from counted_entry c) entries
              order by row_no
              on conflict (account, booked_on, direction, amount, occurrence) do nothing
              returning direction, amount, aside_at)
            select count(*),
                   coalesce(sum(amount) filter (where direction = 'CREDIT' and aside_at is null), 0)
            from fresh
            """)
        .param("statement", statement)
        .param("account", account)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.reference())
        .param("most", Money.MINOR_UNITS_MAX)
        .query((row, n) -> new Fresh(row.getLong(1), row.getBigDecimal(2)))
        .single();
  }
}
