package io.tukar.cashier;

import io.tukar.kernel.Money;
import io.tukar.kernel.RmaNumber;
import io.tukar.settlement.matching.Match;
import io.tukar.settlement.matching.OpenAmount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries of statements as they stand: open, given to cases, set aside. */
@Repository
public class Receipts {

  /** So many are on a page. */
  public static final int ROWS_MAX = 50;

  static final Comparator<Cashier.Part> BY_CASE = Comparator.comparingLong(part -> part.rma().id());

  /** Older receipts are left to people. */
  private static final Duration LOOKED_BACK = Duration.ofDays(90);

  private static final String COLUMNS =
      """
      select e.id, e.account, e.booked_on, e.direction, e.amount, e.matched,
             array(select e.words union all
                   select w.words from bank_entry_words w where w.entry_id = e.id),
             e.aside_at is not null, e.aside_reason, e.aside_posting
      from bank_entry e
      """;

  private final JdbcClient jdbc;

  Receipts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Which receipts a list shows. */
  public enum Which {
    /** Nobody's yet, oldest first. */
    OPEN(
        "e.direction = 'CREDIT' and e.aside_at is null and e.matched < e.amount",
        "e.booked_on, e.id"),
    /** Given to cases, in whole or in part, the latest day first. */
    MATCHED("e.matched > 0", "e.booked_on desc, e.id desc"),
    /** Not the exchange desk's. */
    ASIDE("e.aside_at is not null", "e.aside_at desc, e.id desc");

    private final String where;
    private final String order;

    Which(String where, String order) {
      this.where = where;
      this.order = order;
    }
  }

  /** How many there are, and what they come to. */
  public record Sum(long count, Money left) {}

  /** One entry. */
  public Optional<Receipt> find(long id) {
    return jdbc.sql(COLUMNS + "where e.id = ?").param(id).query(Receipts::receipt).optional();
  }

  /** A page of them; the first is 1. */
  public List<Receipt> page(Which which, int page) {
    return jdbc.sql(
            COLUMNS + "where " + which.where + " order by " + which.order + " limit ? offset ?")
        .params(ROWS_MAX, (page - 1) * ROWS_MAX)
        .query(Receipts::receipt)
        .list();
  }

  /** The entries of one statement in the order of its file; those it brought first. */
  public List<Receipt> of(long statement, int page) {
    return jdbc.sql(COLUMNS + "where e.statement_id = ? order by e.id limit ? offset ?")
        .params(statement, ROWS_MAX, (page - 1) * ROWS_MAX)
        .query(Receipts::receipt)
        .list();
  }

  public Sum sum(Which which) {
    return jdbc.sql(
            "select count(*), coalesce(sum(trunc(e.amount) - e.matched), 0) from bank_entry e where"
                + " "
                + which.where)
        .query((row, n) -> new Sum(row.getLong(1), Money.rupiah(row.getLong(2))))
        .single();
  }

  Optional<Receipt> lock(long id) {
    jdbc.sql("select 1 from bank_entry where id = ? for update")
        .param(id)
        .query(Integer.class)
        .optional();
    return find(id);
  }

  private static Receipt receipt(ResultSet row, int n) throws SQLException {
    var booked = row.getBigDecimal(5);
    return new Receipt(
        row.getLong(1),
        row.getString(2),
        row.getObject(3, LocalDate.class),
        row.getString(4).equals("CREDIT"),
        booked,
        Money.rupiah(Math.min(booked.longValue(), Money.MINOR_UNITS_MAX)),
        Money.rupiah(row.getLong(6)),
        List.of((String[]) row.getArray(7).getArray()),
        row.getBoolean(8),
        row.getString(9),
        (Long) row.getObject(10));
  }

  // What was given to cases --------------------------------------------------------------------

  /**
   * A receipt's part that a case got.
   *
   * @param typed the posting of a transfer that somebody had typed; null where there was none
   * @param reasons as the matcher names them
   * @param undone when it was taken back; null where it stands
   */
  public record Given(
      long id,
      long entry,
      long rmaId,
      String number,
      Money amount,
      long posting,
      @Nullable Long typed,
      List<String> reasons,
      Instant at,
      String actor,
      @Nullable Instant undone,
      @Nullable String undoneReason,
      @Nullable String undoneActor) {

    public Given {
      reasons = List.copyOf(reasons);
    }
  }

  private static final String GIVEN =
      """
      select m.id, m.entry_id, m.rma_id, coalesce(r.rma_number, r.request_number), m.amount,
             m.posting_id, m.typed_id, m.reasons, m.at, m.actor, m.undone_at, m.undone_reason,
             m.undone_actor
      from bank_match m join rma r on r.id = m.rma_id
      """;

  /** To which cases a receipt went, oldest first, also what was taken back. */
  public List<Given> givenOf(long entry) {
    return jdbc.sql(GIVEN + "where m.entry_id = ? order by m.id")
        .param(entry)
        .query(Receipts::given)
        .list();
  }

  Optional<Given> given(long match) {
    return jdbc.sql(GIVEN + "where m.id = ?").param(match).query(Receipts::given).optional();
  }

  Optional<Long> entryOf(long match) {
    return jdbc.sql("select entry_id from bank_match where id = ?")
        .param(match)
        .query(Long.class)
        .optional();
  }

  /** True where just these parts were given from the entry already. */
  boolean gave(long entry, List<Cashier.Part> parts) {
    var given = givenOf(entry).stream().filter(one -> one.undone() == null).toList();
    return parts.stream()
        .allMatch(
            part ->
                given.stream()
                    .anyMatch(
                        one ->
                            one.rmaId() == part.rma().id() && one.amount().equals(part.amount())));
  }

  private static Given given(ResultSet row, int n) throws SQLException {
    var undone = row.getObject(11, OffsetDateTime.class);
    return new Given(
        row.getLong(1),
        row.getLong(2),
        row.getLong(3),
        row.getString(4),
        Money.rupiah(row.getLong(5)),
        row.getLong(6),
        (Long) row.getObject(7),
        List.of((String[]) row.getArray(8).getArray()),
        row.getObject(9, OffsetDateTime.class).toInstant(),
        row.getString(10),
        undone == null ? null : undone.toInstant(),
        row.getString(12),
        row.getString(13));
  }

  // What the matcher is told -------------------------------------------------------------------

  /** What is open at the cases. */
  public List<OpenAmount> openAmounts() {
    return jdbc.sql(
            """
            select r.id, r.rma_number, r.customer_id, c.name, r.balance, coalesce(p.code, 0)
            from rma r
              join customer c on c.id = r.customer_id
              left join payment_code p
                on p.rma_id = r.id and p.ended_at is null and p.owed = r.balance
            where r.balance > 0 and r.due_at is not null
            """)
        .query(
            (row, n) ->
                new OpenAmount(
                    row.getLong(1),
                    Optional.ofNullable(row.getString(2)).map(RmaNumber::new).orElse(null),
                    row.getLong(3),
                    row.getString(4),
                    Money.rupiah(row.getLong(5)),
                    row.getInt(6)))
        .list();
  }

  /** True while each case of a match owes what it did. */
  boolean stillOwe(Match match) {
    return match.parts().stream()
        .allMatch(
            part ->
                jdbc.sql("select balance from rma where id = ? for update")
                    .param(part.open().caseId())
                    .query(Long.class)
                    .optional()
                    .filter(balance -> balance == part.open().owed().minor())
                    .isPresent());
  }

  List<io.tukar.settlement.matching.Receipt> openForMatching(Instant now) {
    return jdbc
        .sql(COLUMNS + "where " + Which.OPEN.where + " and e.booked_on >= ?")
        .param(now.minus(LOOKED_BACK).atOffset(ZoneOffset.UTC).toLocalDate())
        .query(Receipts::receipt)
        .list()
        .stream()
        .map(Receipts::forMatching)
        .toList();
  }

  /** A receipt as the matcher reads it. */
  public static io.tukar.settlement.matching.Receipt forMatching(Receipt receipt) {
    return new io.tukar.settlement.matching.Receipt(
        receipt.id(), receipt.day(), receipt.left(), String.join(" ", receipt.words()));
  }

  // Transfers that somebody typed --------------------------------------------------------------

  /**
   * A transfer that somebody typed and no statement has shown.
   *
   * @param in from the customer; false: to the customer
   */
  public record Typed(
      long posting,
      long rmaId,
      String number,
      boolean in,
      Money amount,
      String reference,
      Instant at,
      String actor) {}

  /** An entry and a typed transfer that belong together. */
  record Pair(long entry, long typed) {}

  private static final String TYPED =
      """
      select p.id, p.rma_id, coalesce(r.rma_number, r.request_number) as number,
             p.kind = 'PAYMENT_IN' as came, abs(e.amount) as amount, p.reference, p.at, p.actor
      from ledger_posting p
        join ledger_entry e on e.posting_id = p.id and e.account = 'IN_TRANSIT'
        join rma r on r.id = p.rma_id
      where p.kind in ('PAYMENT_IN', 'PAYMENT_OUT')
        and not exists (select 1 from ledger_posting x where x.reverses = p.id)
        and not exists (
          select 1 from bank_match m where m.typed_id = p.id and m.undone_at is null)
      """;

  Optional<Typed> typed(long posting) {
    return jdbc.sql(TYPED + " and p.id = ?").param(posting).query(Receipts::typed).optional();
  }

  /** Typed transfers of this amount and direction: the entry may be one of them. */
  public List<Typed> typedLike(Receipt receipt) {
    return jdbc.sql(
            "select * from (" + TYPED + ") t where came = ? and amount = ? order by at, id limit 5")
        .params(receipt.in(), receipt.left().minor())
        .query(Receipts::typed)
        .list();
  }

  /**
   * Typed transfers that a statement should have shown by now: there are statements from their day
   * on and of a later day, and they are on none. What was typed before the first statement begins
   * nobody can tell.
   */
  public List<Typed> missing() {
    return jdbc.sql(
            """
            select * from (
            """
                + TYPED
                + """
                ) t
                where (at at time zone 'Asia/Jakarta')::date
                    >= (select min(first_day) from bank_statement)
                  and (at at time zone 'Asia/Jakarta')::date
                  < (select min(last) from (
                       select max(last_day) as last from bank_statement group by account) days)
                order by at, id limit
                """
                + " "
                + ROWS_MAX)
        .query(Receipts::typed)
        .list();
  }

  /** Where an entry fits one typed transfer alone, and that fits no other entry: a week apart. */
  List<Pair> typedPairs() {
    return jdbc.sql(
            "with typed as ("
                + TYPED
                + """
                ), pairs as (
                  select b.id as entry, t.id as typed,
                         count(*) over (partition by b.id) as typeds,
                         count(*) over (partition by t.id) as entries
                  from typed t
                    join bank_entry b
                      on b.direction = case when t.came then 'CREDIT' else 'DEBIT' end
                        and b.amount = t.amount and b.matched = 0 and b.aside_at is null
                        and abs(b.booked_on - (t.at at time zone 'Asia/Jakarta')::date) <= 7)
                select entry, typed from pairs where typeds = 1 and entries = 1 order by entry
                """)
        .query((row, n) -> new Pair(row.getLong(1), row.getLong(2)))
        .list();
  }

  /** A debit and the payout it is. */
  record PayoutDebit(long entry, long payout) {}

  /**
   * Where a debit has a payout's reference beside its amount, or one debit and one payout alone
   * have the amount, from the day before it left on.
   */
  List<PayoutDebit> payoutPairs() {
    return jdbc.sql(
            """
            with pairs as (
              select b.id as entry, p.id as payout,
                     b.words ~ ('TKR-PO-' || p.id || '($|[^0-9])') as told,
                     count(*) over (partition by b.id) as payouts,
                     count(*) over (partition by p.id) as entries
              from payout p
                join bank_entry b on b.direction = 'DEBIT' and b.amount = p.amount
                  and b.matched = 0 and b.aside_at is null
                  and b.booked_on >= (p.exported_at at time zone 'Asia/Jakarta')::date - 1
              where p.state in ('EXPORTED', 'UNKNOWN'))
            select distinct on (payout) entry, payout from pairs
            where told or payouts = 1 and entries = 1 order by payout, told desc, entry
            """)
        .query((row, n) -> new PayoutDebit(row.getLong(1), row.getLong(2)))
        .list();
  }

  /** Payouts that a statement should have shown by now are of unknown outcome. */
  void missPayouts() {
    jdbc.sql(
            """
            update payout set state = 'UNKNOWN'
            where state = 'EXPORTED' and (exported_at at time zone 'Asia/Jakarta')::date + 1
              < (select min(last) from (
                   select max(last_day) as last from bank_statement group by account) days)
            """)
        .update();
  }

  private static Typed typed(ResultSet row, int n) throws SQLException {
    return new Typed(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        row.getBoolean(4),
        Money.rupiah(row.getLong(5)),
        Optional.ofNullable(row.getString(6)).orElse(""),
        row.getObject(7, OffsetDateTime.class).toInstant(),
        row.getString(8));
  }
}
