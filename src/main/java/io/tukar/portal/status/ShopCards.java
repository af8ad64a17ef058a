package io.tukar.portal.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the shop's card. */
@Repository
public class ShopCards {

  private final JdbcClient jdbc;

  ShopCards(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The card as it stands; a blank one before the shop has told anything. */
  public ShopCard card() {
    return jdbc.sql(
            """
            select name, return_address, phone, whatsapp, bank_name, bank_account, bank_holder
            from shop
            """)
        .query((row, n) -> card(row))
        .optional()
        .orElse(ShopCard.UNKNOWN);
  }

  private static ShopCard card(ResultSet row) throws SQLException {
    var bank = text(row, "bank_name");
    var account = text(row, "bank_account");
    var holder = text(row, "bank_holder").orElse("");
    return new ShopCard(
        row.getString("name"),
        text(row, "return_address"),
        text(row, "phone"),
        text(row, "whatsapp").map(number -> number.replaceAll("[^0-9]", "")),
        bank.flatMap(name -> account.map(number -> new ShopCard.Bank(name, number, holder))));
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).filter(text -> !text.isBlank());
  }
}
