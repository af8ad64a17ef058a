package io.tukar.stock;

import io.tukar.kernel.Actor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The papers behind moves: never changed, never deleted. */
@Repository
class Papers {

  private final JdbcClient jdbc;

  Papers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The paper that was made of a form with this key. */
  Optional<Long> of(UUID key) {
    return jdbc.sql("select id from stock_document where key = ?")
        .param(key)
        .query(Long.class)
        .optional();
  }

  /** When this supplier's delivery note was booked; empty where it was not. */
  Optional<Instant> delivered(String supplier, String reference) {
    return jdbc.sql(
            """
            select at from stock_document
            where kind = 'DELIVERY' and lower(party) = lower(?) and lower(reference) = lower(?)
            """)
        .params(supplier, reference)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  Paper write(
      UUID key,
      Paper.Kind kind,
      @Nullable String party,
      @Nullable String reference,
      @Nullable String reason,
      Instant at,
      Actor by) {
    var id =
        jdbc.sql(
                """
                insert into stock_document (key, kind, party, reference, reason, at, actor)
                values (?, ?, ?, ?, ?, ?, ?) returning id
                """)
            .param(key)
            .param(kind.name())
            .param(party)
            .param(reference)
            .param(reason)
            .param(at.atOffset(ZoneOffset.UTC))
            .param(by.reference())
            .query(Long.class)
            .single();
    return new Paper(id, key, kind, party, reference, reason);
  }
}
