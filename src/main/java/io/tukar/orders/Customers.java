package io.tukar.orders;

import io.tukar.kernel.Language;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The buyers, as the orders brought them. */
@Repository
public class Customers {

  private final JdbcClient jdbc;

  Customers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Customer> find(long id) {
    return jdbc.sql("select id, name, phone, email, city, language from customer where id = ?")
        .param(id)
        .query(
            (row, n) ->
                new Customer(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getString("phone"),
                    row.getString("email"),
                    row.getString("city"),
                    Language.valueOf(row.getString("language"))))
        .optional();
  }
}
