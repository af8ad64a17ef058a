package io.tukar;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bare rows that rooms below the case need to refer to: an order, a draft, a case. */
public final class CaseRows {

  private static final Instant AT = Instant.parse("2026-03-10T02:00:00Z");

  private final JdbcClient jdbc;

  public CaseRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public long customer(@Nullable String phone, @Nullable String email) {
    return jdbc.sql(
            """
            insert into customer (name, phone, email) values ('Pembeli Uji', ?, ?)
            on conflict (phone, email) do update set name = excluded.name returning id
            """)
        .param(phone)
        .param(email)
        .query(Long.class)
        .single();
  }

  public long order(long customerId) {
    return jdbc.sql(
            """
            insert into sales_order (number, customer_id, ordered_at, status, source)
            values ('ORD-' || nextval('rma_number_seq'), ?, ?, 'DELIVERED', 'test') returning id
            """)
        .param(customerId)
        .param(AT.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  public UUID draft(long orderId) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into draft (id, order_id, started_at, language, form, saved_at)
            values (?, ?, ?, 'ID', '{}', ?)
            """)
        .param(id)
        .param(orderId)
        .param(AT.atOffset(ZoneOffset.UTC))
        .param(AT.atOffset(ZoneOffset.UTC))
        .update();
    return id;
  }

  /** A case in status AUTHORIZED with both numbers, without lines or events. */
  public long rma(long orderId, long customerId) {
    return jdbc.sql(
            """
            with n as (select nextval('rma_number_seq') as id)
            insert into rma (id, request_number, rma_number, order_id, customer_id, status, channel,
                             language, first_contact_at, opened_at, version, chain)
            select id, 'PJ-2603-' || lpad(id::text, 5, '0'), 'RMA-2603-' || lpad(id::text, 5, '0'),
                   ?, ?, 'AUTHORIZED', 'PORTAL', 'ID', ?, ?, 1, ''
            from n returning id
            """)
        .param(orderId)
        .param(customerId)
        .param(AT.atOffset(ZoneOffset.UTC))
        .param(AT.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }
}
