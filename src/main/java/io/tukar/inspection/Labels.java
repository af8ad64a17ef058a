package io.tukar.inspection;

import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is on a label: which unit or product it is, and whose. */
@Repository
public class Labels {

  private final JdbcClient jdbc;

  Labels(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What a label says it is.
   *
   * @param no its place among the parcel's strange items
   * @param customerId whose parcel it came in; null where nobody knows
   */
  public StrangeItem read(int no, String label, @Nullable Long customerId) {
    var serial = SerialNumber.parse(label);
    return serial
        .flatMap(number -> sold(no, label, number, customerId))
        .or(() -> serial.flatMap(number -> neverSold(no, label, number)))
        .or(() -> Sku.parse(label).flatMap(sku -> product(no, label, sku)))
        .orElseGet(
            () ->
                new StrangeItem(
                    no,
                    StrangeItem.Kind.UNKNOWN,
                    Optional.empty(),
                    Optional.empty(),
                    label,
                    1,
                    null));
  }

  private Optional<StrangeItem> sold(
      int no, String label, SerialNumber serial, @Nullable Long customerId) {
    return jdbc.sql(
            """
            select sku, customer_id from (
              select u.sku, o.customer_id
              from sold_unit u join sold_item i on i.id = u.sold_item_id
                join sales_order o on o.id = i.order_id join product p on p.sku = u.sku
              where u.serial = :serial
              union all
              select u.sku, r.customer_id
              from unit u join hold h on h.unit_id = u.id join rma r on r.id = h.rma_id
              where u.serial = :serial and h.state = 'SHIPPED'
            ) sold
            order by customer_id is not distinct from :customer::bigint desc limit 1
            """)
        .param("serial", serial.value())
        .param("customer", customerId)
        .query(
            (row, n) ->
                new StrangeItem(
                    no,
                    customerId != null && row.getLong(2) == customerId
                        ? StrangeItem.Kind.OTHER_PRODUCT
                        : StrangeItem.Kind.SOLD_TO_OTHER,
                    Optional.of(new Sku(row.getString(1))),
                    Optional.of(serial),
                    label,
                    1,
                    null))
        .optional();
  }

  private Optional<StrangeItem> neverSold(int no, String label, SerialNumber serial) {
    return jdbc.sql("select sku from unit where serial = ? order by id limit 1")
        .param(serial.value())
        .query(
            (row, n) ->
                new StrangeItem(
                    no,
                    StrangeItem.Kind.NEVER_SOLD,
                    Optional.of(new Sku(row.getString(1))),
                    Optional.of(serial),
                    label,
                    1,
                    null))
        .optional();
  }

  private Optional<StrangeItem> product(int no, String label, Sku sku) {
    return jdbc.sql("select sku from product where sku = ?")
        .param(sku.value())
        .query(
            (row, n) ->
                new StrangeItem(
                    no,
                    StrangeItem.Kind.OTHER_PRODUCT,
                    Optional.of(sku),
                    Optional.empty(),
                    label,
                    1,
                    null))
        .optional();
  }

  /** The parcel in which this unit lies already as a strange item. */
  public Optional<Long> lies(Sku sku, SerialNumber serial) {
    return jdbc.sql(
            """
            select parcel_id from parcel_item
            where sku = ? and serial = ? and ended_at is null
            """)
        .params(sku.value(), serial.value())
        .query(Long.class)
        .optional();
  }
}
