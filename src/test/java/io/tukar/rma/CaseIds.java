package io.tukar.rma;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of cases for what only refers to them. */
public final class CaseIds {

  private final JdbcClient jdbc;
  private final long order;

  public CaseIds(JdbcClient jdbc) {
    this.jdbc = jdbc;
    var shop = new ShopFixture(jdbc);
    this.order =
        shop.order(
            LocalDate.of(2026, 3, 13),
            new ShopFixture.Line(shop.product(Cases.freshSku(), 1_000, 0).value(), 1, 1_000));
  }

  /** One more case. */
  public long next() {
    return jdbc.sql(
            """
            insert into rma (id, request_number, order_id, customer_id, status, channel, language,
                             priority, first_contact_at, opened_at, version, chain)
            select nextval('rma_number_seq'), 'REQ-' || currval('rma_number_seq'), id, customer_id, 'CANCELLED', 'PORTAL', 'ID',
                   false, now(), now(), 1, ''
            from sales_order where id = ? returning id
            """)
        .param(order)
        .query(Long.class)
        .single();
  }
}
