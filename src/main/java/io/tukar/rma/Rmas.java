package io.tukar.rma;

import io.tukar.inspection.Disposition;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Currency;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Language;
import io.tukar.kernel.Money;
import io.tukar.kernel.RequestNumber;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.RmaNumber;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Symptom;
import io.tukar.policy.decision.Payer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the cases, and locks them to be changed; {@link CaseWriter} writes them. */
@Repository
public class Rmas {

  private static final String COLUMNS =
      """
      select r.id, r.request_number, r.rma_number, r.order_id, r.customer_id, r.status, r.channel,
             r.language, r.priority, r.parcel_sent, r.advance, r.first_contact_at, r.opened_at, r.ship_by,
             r.due_at, r.balance, r.version, r.chain,
             l.line_no, l.origin, l.sold_item_id, l.sku, l.quantity, l.reason, l.symptom, l.wanted_sku,
             l.unit_paid, l.wanted_price, l.state, l.goods, l.verdict, l.fault, l.disposition,
             l.payer_to_shop, l.payer_to_customer, l.contest, l.again, l.part_of
      """;

  /** A case and its lines, one row for each line. */
  static final String CASES = COLUMNS + "from rma r join rma_line l on l.rma_id = r.id ";

  /** The one case, its order's row locked first: no join that could be walked along the orders. */
  private static final String LOCK =
      """
      select 1 from sales_order o, rma r
      where o.id = (select order_id from rma where id = ?) and r.id = ?
      for no key update of o, r
      """;

  /**
   * Read once the lock is there: what waited for it would not see a line that was added meanwhile.
   */
  private static final String LOCKED =
      COLUMNS
          + """
          from rma r join rma_line l on l.rma_id = r.id
          where r.id = ? order by l.line_no for no key update of l
          """;

  private final JdbcClient jdbc;

  Rmas(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The case with this id. */
  public Optional<Rma> find(long id) {
    return read(jdbc.sql(CASES + "where r.id = ? order by l.line_no").param(id)).map(Journal::now);
  }

  /** The id of the case that carries this request number or RMA number. */
  public Optional<Long> idOf(String typed) {
    var request = RequestNumber.parse(typed).map(RequestNumber::value).orElse("");
    var number = RmaNumber.parse(typed).map(RmaNumber::value).orElse("");
    return jdbc.sql("select id from rma where request_number = ? or rma_number = ?")
        .param(request)
        .param(number)
        .query(Long.class)
        .optional();
  }

  /** The number each case goes by: its RMA number once there is one. */
  public Map<Long, String> numbersOf(Collection<Long> ids) {
    var numbers = new HashMap<Long, String>();
    jdbc.sql("select id, coalesce(rma_number, request_number) from rma where id = any(?)")
        .param(ids.toArray(Long[]::new))
        .query(
            row -> {
              numbers.put(row.getLong(1), row.getString(2));
            });
    return numbers;
  }

  /** The cases of an order, the latest first. */
  public List<Rma> ofOrder(long orderId) {
    return jdbc
        .sql("select id from rma where order_id = ? order by id desc")
        .param(orderId)
        .query((row, n) -> row.getLong(1))
        .list()
        .stream()
        .flatMap(id -> find(id).stream())
        .toList();
  }

  /** The request number of a case that claims units of this sold item, the latest first. */
  Optional<RequestNumber> claiming(long soldItemId) {
    return jdbc.sql(
            """
            select r.request_number from rma r join rma_line l on l.rma_id = r.id
            where l.sold_item_id = ?
              and l.state not in ('DECLINED', 'WITHDRAWN', 'SENT_BACK', 'RELEASED')
              and l.part_of is null
            order by r.id desc limit 1
            """)
        .param(soldItemId)
        .query((row, n) -> new RequestNumber(row.getString(1)))
        .optional();
  }

  /**
   * When a customer first turned to the shop about each exchange that was granted and not taken
   * back, the newest first.
   */
  List<Instant> exchangesOf(long customerId, int most) {
    return jdbc.sql(
            """
            select r.first_contact_at from rma r
            where r.customer_id = ? and exists (
              select 1 from rma_line l
              where l.rma_id = r.id and l.state in ('AUTHORIZED', 'RECEIVED', 'ACCEPTED', 'EXCHANGED'))
            order by r.first_contact_at desc limit ?
            """)
        .param(customerId)
        .param(most)
        .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .list();
  }

  /** The case to change, its order's row locked first, then its own. */
  Optional<Journal> lock(long id) {
    jdbc.sql(LOCK).param(id).param(id).query(Integer.class).optional();
    return read(jdbc.sql(LOCKED).param(id));
  }

  /** A fresh number for a case. */
  long drawId() {
    return jdbc.sql("select nextval('rma_number_seq')").query((row, n) -> row.getLong(1)).single();
  }

  /** The last link of a case's chain, as its row has it. */
  byte[] chainOf(long rmaId) {
    return jdbc.sql("select chain from rma where id = ?")
        .param(rmaId)
        .query((row, n) -> row.getBytes(1))
        .single();
  }

  private static Optional<Journal> read(JdbcClient.StatementSpec statement) {
    return statement.query(
        rows -> {
          if (!rows.next()) {
            return Optional.empty();
          }
          var currency = Currency.IDR;
          var head = head(rows, currency);
          var chain = rows.getBytes("chain");
          var lines = new ArrayList<RmaLine>();
          do {
            lines.add(line(rows, currency));
          } while (rows.next());
          return Optional.of(Journal.of(head.withLines(lines), chain));
        });
  }

  /** Every case of the rows, which come case by case. */
  static List<Rma> readAll(ResultSet rows) throws SQLException {
    var cases = new ArrayList<Rma>();
    var lines = new ArrayList<RmaLine>();
    Rma head = null;
    while (rows.next()) {
      if (head == null || head.id() != rows.getLong("id")) {
        if (head != null) {
          cases.add(head.withLines(lines));
        }
        head = head(rows, Currency.IDR);
        lines.clear();
      }
      lines.add(line(rows, Currency.IDR));
    }
    if (head != null) {
      cases.add(head.withLines(lines));
    }
    return cases;
  }

  private static Rma head(ResultSet row, Currency currency) throws SQLException {
    var number = row.getString("rma_number");
    var due = row.getObject("due_at", OffsetDateTime.class);
    return new Rma(
        row.getLong("id"),
        new RequestNumber(row.getString("request_number")),
        number == null ? null : new RmaNumber(number),
        row.getLong("order_id"),
        row.getLong("customer_id"),
        RmaStatus.valueOf(row.getString("status")),
        Channel.valueOf(row.getString("channel")),
        Language.valueOf(row.getString("language")),
        row.getBoolean("priority"),
        row.getBoolean("parcel_sent"),
        row.getBoolean("advance"),
        instant(row, "first_contact_at"),
        instant(row, "opened_at"),
        row.getObject("ship_by", LocalDate.class),
        due == null ? null : due.toInstant(),
        new Money(row.getLong("balance"), currency),
        List.of(),
        row.getInt("version"));
  }

  private static RmaLine line(ResultSet row, Currency currency) throws SQLException {
    var partOf = row.getString("part_of");
    return new RmaLine(
        row.getInt("line_no"),
        row.getInt("origin"),
        row.getLong("sold_item_id"),
        new Sku(row.getString("sku")),
        row.getInt("quantity"),
        ReturnReason.valueOf(row.getString("reason")),
        value(Symptom.class, row.getString("symptom")),
        new Sku(row.getString("wanted_sku")),
        new Money(row.getLong("unit_paid"), currency),
        new Money(row.getLong("wanted_price"), currency),
        LineState.valueOf(row.getString("state")),
        Goods.valueOf(row.getString("goods")),
        value(Verdict.class, row.getString("verdict")),
        value(Fault.class, row.getString("fault")),
        value(Disposition.class, row.getString("disposition")),
        value(Payer.class, row.getString("payer_to_shop")),
        value(Payer.class, row.getString("payer_to_customer")),
        value(Contest.class, row.getString("contest")),
        row.getBoolean("again"),
        partOf == null ? null : new Sku(partOf));
  }

  private static <E extends Enum<E>> @Nullable E value(Class<E> type, @Nullable String name) {
    return name == null ? null : Enum.valueOf(type, name);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
