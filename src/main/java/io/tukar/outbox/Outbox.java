package io.tukar.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Rows to be said, in the transaction of the change that causes them. */
@Repository
public class Outbox {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcTemplate batch;

  Outbox(JdbcTemplate batch) {
    this.batch = batch;
  }

  /** Adds what is to be said; a key that is there already is left as it is. */
  public void add(List<Saying> sayings) {
    if (sayings.isEmpty()) {
      return;
    }
    batch.batchUpdate(
        """
        insert into outbox (key, recipient, template, rma_id, params) values (?, ?, ?, ?, ?::jsonb)
        on conflict (key) do nothing
        """,
        sayings.stream()
            .map(
                saying ->
                    new @Nullable Object[] {
                      saying.key(),
                      saying.recipient(),
                      saying.template(),
                      saying.rmaId(),
                      JSON.writeValueAsString(saying.params())
                    })
            .toList());
  }
}
