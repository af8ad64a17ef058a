package io.tukar.settlement;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Money;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The books: double entry, appended to, each posting summing to zero as the database checks. */
@Repository
public class Ledger {

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  Ledger(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** Posts a plan; empty where nobody owes anything. */
  public @Nullable Long post(long rmaId, SettlementPlan plan, Instant at, Actor by) {
    var sums = new TreeMap<Account, Money>();
    for (var item : plan.items()) {
      sums.merge(Account.CUSTOMER, item.amount(), Money::plus);
      sums.merge(item.account(), item.amount().negated(), Money::plus);
    }
    sums.values().removeIf(Money::isZero);
    return sums.isEmpty() ? null : append(rmaId, "SETTLEMENT", null, null, sums, at, by);
  }

  /**
   * Charges a replacement that was sent ahead, for goods that never came, and gives the deposit
   * back that stood for them; null where there is neither.
   */
  public @Nullable Long unreturned(long rmaId, Money price, Money deposit, Instant at, Actor by) {
    var sums = new TreeMap<Account, Money>();
    sums.put(Account.CUSTOMER, price.minus(deposit));
    sums.put(Account.REPLACEMENT_KEPT, price.negated());
    sums.put(Account.DEPOSIT, deposit);
    sums.values().removeIf(Money::isZero);
    return sums.isEmpty() ? null : append(rmaId, "UNRETURNED", null, null, sums, at, by);
  }

  /** Asks for a deposit. */
  public long deposit(long rmaId, Money amount, Instant at, Actor by) {
    return append(
        rmaId,
        "DEPOSIT",
        null,
        null,
        Map.of(Account.CUSTOMER, amount, Account.DEPOSIT, amount.negated()),
        at,
        by);
  }

  /** Gives a deposit back, or lets go of one that was not paid. */
  public long depositBack(long rmaId, Money amount, Instant at, Actor by) {
    return append(
        rmaId,
        "DEPOSIT_BACK",
        null,
        null,
        Map.of(Account.DEPOSIT, amount, Account.CUSTOMER, amount.negated()),
        at,
        by);
  }

  /** The deposit that stands, asked for and not given back. */
  public Money standingDeposit(long rmaId) {
    return shares(rmaId).stream()
        .filter(share -> share.account() == Account.DEPOSIT)
        .map(Share::amount)
        .findFirst()
        .orElse(Money.rupiah(0));
  }

  /** Lets go of what was charged for a way back that nobody goes. */
  public long wayNotGone(long rmaId, Money amount, Instant at, Actor by) {
    return append(
        rmaId,
        "WAY_NOT_GONE",
        null,
        null,
        Map.of(Account.SHIPPING, amount, Account.CUSTOMER, amount.negated()),
        at,
        by);
  }

  /** Books a transfer from the customer that somebody has seen; a statement is to show it. */
  public long paidIn(long rmaId, Incoming incoming, String reference, Instant at, Actor by) {
    return append(rmaId, "PAYMENT_IN", reference, null, incoming.into(Account.IN_TRANSIT), at, by);
  }

  /** Books what a statement brought as a case's. */
  public long received(long rmaId, Incoming incoming, Instant at, Actor by) {
    return append(rmaId, "PAYMENT_IN", null, null, incoming.into(Account.UNMATCHED), at, by);
  }

  /**
   * A customer's transfer for a case.
   *
   * @param letGo the unique code that was asked off the amount, which the shop gives away; zero
   *     where it was not
   */
  public record Incoming(Money amount, Money letGo) {

    /** What the customer's debt becomes less by. */
    public Money settles() {
      return amount.plus(letGo);
    }

    private Map<Account, Money> into(Account account) {
      var sums = new TreeMap<Account, Money>();
      sums.put(account, amount);
      sums.put(Account.WAIVED, letGo);
      sums.put(Account.CUSTOMER, settles().negated());
      sums.values().removeIf(Money::isZero);
      return sums;
    }
  }

  /** Books a transfer to the customer that somebody has made; a statement is to show it. */
  public long paidOut(long rmaId, Money amount, String reference, Instant at, Actor by) {
    return append(
        rmaId,
        "PAYMENT_OUT",
        reference,
        null,
        Map.of(Account.CUSTOMER, amount, Account.IN_TRANSIT, amount.negated()),
        at,
        by);
  }

  /** Books a transfer to the customer that the bank was told to make; a statement is to show it. */
  public long payoutSent(long rmaId, Money amount, String reference, Instant at, Actor by) {
    return append(
        rmaId,
        "PAYOUT_SENT",
        reference,
        null,
        Map.of(Account.CUSTOMER, amount, Account.IN_TRANSIT, amount.negated()),
        at,
        by);
  }

  /** The statement shows the debit of a payout. */
  public long payoutSeen(long rmaId, Money amount, Instant at, Actor by) {
    return append(
        rmaId,
        "PAYOUT_SEEN",
        null,
        null,
        Map.of(Account.IN_TRANSIT, amount, Account.BANK, amount.negated()),
        at,
        by);
  }

  /** Books all that one statement brought, as nobody's yet. */
  public long receipts(Money sum, String reference, Instant at, Actor by) {
    return append(
        null,
        "RECEIPTS",
        reference,
        null,
        Map.of(Account.BANK, sum, Account.UNMATCHED, sum.negated()),
        at,
        by);
  }

  /** Takes money of the shop's other business out of these books. */
  public long setAside(Money amount, Instant at, Actor by) {
    return append(
        null,
        "SET_ASIDE",
        null,
        null,
        Map.of(Account.UNMATCHED, amount, Account.BANK, amount.negated()),
        at,
        by);
  }

  /** A transfer that somebody had seen before has come with a statement. */
  public long arrived(long rmaId, Money amount, Instant at, Actor by) {
    return append(
        rmaId,
        "ARRIVED",
        null,
        null,
        Map.of(Account.UNMATCHED, amount, Account.IN_TRANSIT, amount.negated()),
        at,
        by);
  }

  /** A transfer that somebody had made has left with a statement. */
  public long left(long rmaId, Money amount, Instant at, Actor by) {
    return append(
        rmaId,
        "ARRIVED",
        null,
        null,
        Map.of(Account.IN_TRANSIT, amount, Account.BANK, amount.negated()),
        at,
        by);
  }

  /**
   * Takes back a posting whole.
   *
   * @return the posting that does it, and what it adds to the customer's debt
   * @throws org.springframework.dao.DuplicateKeyException where it was taken back already
   */
  public Reversal reverse(long posting, Instant at, Actor by) {
    var sums = new TreeMap<Account, Money>();
    jdbc.sql("select account, amount from ledger_entry where posting_id = ?")
        .param(posting)
        .query(
            row -> {
              sums.merge(
                  Account.valueOf(row.getString(1)), Money.rupiah(-row.getLong(2)), Money::plus);
            });
    var rmaId =
        jdbc.sql("select rma_id from ledger_posting where id = ?")
            .param(posting)
            .query((row, n) -> Optional.ofNullable((Long) row.getObject(1)))
            .single();
    var reversal = append(rmaId.orElse(null), "REVERSAL", null, posting, sums, at, by);
    return new Reversal(reversal, sums.getOrDefault(Account.CUSTOMER, Money.rupiah(0)));
  }

  /** Something taken back: the posting, and what it adds to the customer's debt. */
  public record Reversal(long posting, Money change) {}

  /** Takes back the settlement of a case that stands; null where nobody owed anything by it. */
  public @Nullable Reversal takeBack(long rmaId, Instant at, Actor by) {
    var standing =
        jdbc.sql(
                """
                select p.id from ledger_posting p where p.rma_id = ? and p.kind = 'SETTLEMENT'
                  and not exists (select 1 from ledger_posting r where r.reverses = p.id)
                order by p.id desc limit 1
                """)
            .param(rmaId)
            .query(Long.class)
            .optional();
    return standing.map(posting -> reverse(posting, at, by)).orElse(null);
  }

  /** True where a transfer with this reference is booked already. */
  public boolean booked(String kind, String reference) {
    return jdbc.sql("select exists (select 1 from ledger_posting where kind = ? and reference = ?)")
        .param(kind)
        .param(reference)
        .query(Boolean.class)
        .single();
  }

  /** The postings of a case with their entries, oldest first. */
  public List<Entry> entries(long rmaId) {
    return jdbc.sql(
            """
            select p.id, p.kind, p.reference, p.at, e.account, e.amount
            from ledger_posting p join ledger_entry e on e.posting_id = p.id
            where p.rma_id = ? order by p.id, e.entry_no
            """)
        .param(rmaId)
        .query(
            (row, n) ->
                new Entry(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getObject(4, OffsetDateTime.class).toInstant(),
                    Account.valueOf(row.getString(5)),
                    Money.rupiah(row.getLong(6))))
        .list();
  }

  /**
   * What a case's balance is made of, account by account: positive where it adds to what the
   * customer owes. Together they are the balance; accounts that came to nothing are left out.
   */
  public List<Share> shares(long rmaId) {
    return jdbc
        .sql(
            """
            select e.account, -sum(e.amount)
            from ledger_posting p join ledger_entry e on e.posting_id = p.id
            where p.rma_id = ? and e.account <> 'CUSTOMER'
            group by e.account having sum(e.amount) <> 0
            """)
        .param(rmaId)
        .query(
            (row, n) -> new Share(Account.valueOf(row.getString(1)), Money.rupiah(row.getLong(2))))
        .list()
        .stream()
        .sorted(Comparator.comparing(Share::account))
        .toList();
  }

  /** What one account adds to a balance. */
  public record Share(Account account, Money amount) {}

  /** One line of the books. */
  public record Entry(
      long posting,
      String kind,
      @Nullable String reference,
      Instant at,
      Account account,
      Money amount) {}

  private long append(
      @Nullable Long rmaId,
      String kind,
      @Nullable String reference,
      @Nullable Long reverses,
      Map<Account, Money> sums,
      Instant at,
      Actor by) {
    var posting =
        jdbc.sql(
                """
                insert into ledger_posting (rma_id, kind, reference, reverses, at, actor)
                values (?, ?, ?, ?, ?, ?) returning id
                """)
            .param(rmaId)
            .param(kind)
            .param(reference)
            .param(reverses)
            .param(at.atOffset(ZoneOffset.UTC))
            .param(by.reference())
            .query(Long.class)
            .single();
    var rows = new ArrayList<Object[]>();
    for (var sum : new TreeMap<>(sums).entrySet()) {
      rows.add(
          new Object[] {posting, rows.size() + 1, sum.getKey().name(), sum.getValue().minor()});
    }
    batch.batchUpdate(
        "insert into ledger_entry (posting_id, entry_no, account, amount) values (?, ?, ?, ?)",
        rows);
    return posting;
  }
}
