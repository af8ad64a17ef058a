package io.tukar.rma;

import io.tukar.kernel.Currency;
import io.tukar.kernel.MacAddress;
import io.tukar.kernel.Money;
import io.tukar.kernel.OrderNumber;
import io.tukar.kernel.Phone;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.WaybillNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases as people work through them: what is due first, and what answers a search. */
@Repository
public class Worklist {

  /** A page of a list shows no more than this. */
  public static final int ROWS_MAX = 50;

  /** An answer to a search shows no more than this. */
  public static final int FOUND_MAX = 50;

  private static final int NAME_CHARS_MIN = 2;

  private static final String ROWS =
      """
      select p.id, coalesce(p.rma_number, p.request_number) as number, c.name as customer,
             x.product, x.lines, x.reason, p.status, p.parcel_sent, p.priority, p.due_at, p.balance,
             p.advance and x.held as ahead
      from page p join customer c on c.id = p.customer_id
        join lateral (
          select count(*)::int as lines,
                 (array_agg(i.name order by l.line_no))[1] as product,
                 (array_agg(l.reason order by l.line_no))[1] as reason,
                 bool_or(l.state = 'AUTHORIZED' and l.goods = 'HELD') as held
          from rma_line l join sold_item i on i.id = l.sold_item_id where l.rma_id = p.id
        ) x on true
      """;

  private static final String COUNTS =
      Arrays.stream(Queue.values())
          .map(queue -> "count(*) filter (where " + queue.predicate() + ") as " + queue.name())
          .collect(Collectors.joining(",\n", "select ", "\nfrom rma r where r.due_at is not null"));

  private final JdbcClient jdbc;

  Worklist(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A place in a list: what comes after it is the next page. */
  public record Place(boolean priority, Instant dueAt, long id) {

    /** As it stands in a link. */
    public String written() {
      return (priority ? "1." : "0.") + ChronoUnit.MICROS.between(Instant.EPOCH, dueAt) + "." + id;
    }

    /** Reads what stood in a link; empty where somebody changed it. */
    public static Optional<Place> parse(String text) {
      var parts = text.split("\\.", -1);
      if (parts.length != 3) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            new Place(
                parts[0].equals("1"),
                Instant.EPOCH.plus(Long.parseLong(parts[1]), ChronoUnit.MICROS),
                Long.parseLong(parts[2])));
      } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
        return Optional.empty();
      }
    }
  }

  /** How many cases wait in each queue. */
  public Map<Queue, Long> counts(Instant at) {
    return jdbc.sql(COUNTS)
        .param("now", at.atOffset(ZoneOffset.UTC))
        .query(
            (row, n) -> {
              var counts = new EnumMap<Queue, Long>(Queue.class);
              for (var queue : Queue.values()) {
                counts.put(queue, row.getLong(queue.name()));
              }
              return counts;
            })
        .single();
  }

  /**
   * The next cases of a queue: first those with priority, then by when they are due.
   *
   * @param after the last row of the page before; null for the first page
   */
  public List<WorkRow> page(Queue queue, @Nullable Place after, int most, Instant at) {
    var sql =
        "with page as (select r.* from rma r where r.due_at is not null and "
            + queue.predicate()
            + (after == null
                ? ""
                : " and (not r.priority, r.due_at, r.id)" + " > (not :priority, :due, :id)")
            + " order by not r.priority, r.due_at, r.id limit :most) "
            + ROWS
            + " order by not p.priority, p.due_at, p.id";
    var statement =
        jdbc.sql(sql)
            .param("now", at.atOffset(ZoneOffset.UTC))
            .param("most", Math.min(most, ROWS_MAX));
    if (after != null) {
      statement =
          statement
              .param("priority", after.priority())
              .param("due", after.dueAt().atOffset(ZoneOffset.UTC))
              .param("id", after.id());
    }
    return statement.query(Worklist::row).list();
  }

  /**
   * The cases that answer what was typed: a case's or an order's number, an invoice, a serial, a
   * MAC, a waybill, a phone number or a part of a name; open ones first, then the latest.
   */
  public List<WorkRow> search(String typed) {
    var words = typed.strip();
    return jdbc.sql(
            """
            with hit as (
              select id from rma where request_number = :upper or rma_number = :upper
              union
              select r.id from rma r join sales_order o on o.id = r.order_id
              where o.number = :order or o.invoice = :order
              union
              select l.rma_id from rma_line l join sold_unit u on u.sold_item_id = l.sold_item_id
              where u.serial = :serial or u.mac = :mac
              union
              select h.rma_id from unit u join hold h on h.unit_id = u.id
              where u.serial = :serial or u.mac = :mac
              union
              select rma_id from shipment where waybill = :waybill
              union
              select r.id from rma r join customer c on c.id = r.customer_id
              where c.phone = :phone or lower(c.email) = :email or c.name ilike :like escape '\\'
            ), page as (
              select r.* from hit join rma r using (id)
              order by r.due_at is null, r.id desc limit :most
            )
            """
                + ROWS
                + " order by p.due_at is null, p.id desc")
        .param("upper", words.toUpperCase(Locale.ROOT))
        .param("order", OrderNumber.parse(words).map(OrderNumber::value).orElse(""))
        .param("serial", SerialNumber.parse(words).map(SerialNumber::value).orElse(""))
        .param("mac", MacAddress.parse(words).map(MacAddress::value).orElse(""))
        .param("waybill", WaybillNumber.parse(words).map(WaybillNumber::value).orElse(""))
        .param("phone", Phone.parse(words).map(Phone::value).orElse(""))
        .param("email", words.toLowerCase(Locale.ROOT))
        .param("like", words.length() < NAME_CHARS_MIN ? "" : "%" + escaped(words) + "%")
        .param("most", FOUND_MAX)
        .query(Worklist::row)
        .list();
  }

  /** The cases of an order, the latest first. */
  public List<WorkRow> ofOrder(long orderId) {
    return jdbc.sql(
            "with page as (select * from rma where order_id = ? order by id desc limit ?) "
                + ROWS
                + " order by p.id desc")
        .param(orderId)
        .param(FOUND_MAX)
        .query(Worklist::row)
        .list();
  }

  private static String escaped(String words) {
    return words.replaceAll("([\\\\%_])", "\\\\$1");
  }

  private static WorkRow row(ResultSet row, int n) throws SQLException {
    var status = RmaStatus.valueOf(row.getString("status"));
    var balance = new Money(row.getLong("balance"), Currency.IDR);
    var due = row.getObject("due_at", OffsetDateTime.class);
    return new WorkRow(
        row.getLong("id"),
        row.getString("number"),
        row.getString("customer"),
        row.getString("product"),
        row.getInt("lines"),
        ReturnReason.valueOf(row.getString("reason")),
        status,
        status == RmaStatus.AUTHORIZED && row.getBoolean("ahead")
            ? Turn.SHOP
            : Turn.of(status, row.getBoolean("parcel_sent"), balance),
        row.getBoolean("priority"),
        due == null ? null : due.toInstant(),
        balance);
  }
}
