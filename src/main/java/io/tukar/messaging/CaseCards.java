package io.tukar.messaging;

import io.tukar.kernel.EmailAddress;
import io.tukar.kernel.Language;
import io.tukar.kernel.RequestNumber;
import io.tukar.kernel.RmaNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks up what a letter says of its case and where it goes. */
@Repository
class CaseCards {

  private final JdbcClient jdbc;

  CaseCards(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  CaseCard of(long rmaId) {
    return jdbc.sql(
            """
            select r.request_number, r.rma_number, r.language, c.name as customer, c.email,
                   s.name as shop, s.email as shop_email,
                   s.bank_name || ' ' || s.bank_account || ' a.n. ' || s.bank_holder as bank
            from rma r
              join customer c on c.id = r.customer_id
              left join shop s on true
            where r.id = ?
            """)
        .param(rmaId)
        .query(CaseCards::card)
        .single();
  }

  private static CaseCard card(ResultSet row, int number) throws SQLException {
    return new CaseCard(
        new RequestNumber(row.getString("request_number")),
        Optional.ofNullable(row.getString("rma_number")).map(RmaNumber::new),
        Language.valueOf(row.getString("language")),
        row.getString("customer"),
        address(row.getString("email")),
        Optional.ofNullable(row.getString("shop")).orElse("Tukar"),
        address(row.getString("shop_email")),
        Optional.ofNullable(row.getString("bank")));
  }

  private static Optional<EmailAddress> address(@Nullable String text) {
    return Optional.ofNullable(text).flatMap(EmailAddress::parse);
  }
}
