package io.tukar.shipping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Both ends of a parcel's way. */
@Repository
public class Addresses {

  private final JdbcClient jdbc;

  Addresses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Where returns go and replacements start; empty before the shop has told. */
  public Optional<Address> ofShop() {
    return jdbc.sql("select name, phone, return_address as street, city, postcode from shop")
        .query((row, n) -> address(row))
        .optional();
  }

  /** Of the customer of a case. */
  public Optional<Address> ofCustomer(long rmaId) {
    return jdbc.sql(
            """
            select c.name, c.phone, c.address as street, c.city, c.postcode
            from rma r join customer c on c.id = r.customer_id where r.id = ?
            """)
        .param(rmaId)
        .query((row, n) -> address(row))
        .optional();
  }

  private static Address address(ResultSet row) throws SQLException {
    return new Address(
        row.getString("name"),
        text(row, "phone"),
        text(row, "street"),
        text(row, "city"),
        text(row, "postcode"));
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).filter(text -> !text.isBlank());
  }
}
