package io.tukar.rma;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people call the cases that others know by their row. */
@Component
public class RequestNumbers {

  /** So many cases are asked for at once at most. */
  public static final int ASKED_MAX = 1_000;

  private final JdbcClient jdbc;

  RequestNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The request numbers, by the cases' row numbers. */
  public Map<Long, String> of(Collection<Long> rmaIds) {
    if (rmaIds.size() > ASKED_MAX) {
      throw new IllegalArgumentException("More than " + ASKED_MAX + " cases at once");
    }
    var numbers = new HashMap<Long, String>();
    if (!rmaIds.isEmpty()) {
      jdbc.sql("select id, request_number from rma where id in (:ids)")
          .param("ids", rmaIds)
          .query(
              row -> {
                numbers.put(row.getLong(1), row.getString(2));
              });
    }
    return Map.copyOf(numbers);
  }
}
