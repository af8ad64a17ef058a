package io.tukar.cashier;

import io.tukar.kernel.Actor;
import io.tukar.settlement.statement.StatementBalances;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shop's own accounts: the one on its payment instruction, and others a manager adds. */
@Repository
public class BankAccounts {

  private final JdbcClient jdbc;

  BankAccounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All of them, digits only. */
  public List<String> numbers() {
    return jdbc.sql("select number from bank_account order by number")
        .query((row, n) -> row.getString(1))
        .list();
  }

  /** Says that this account, too, is the shop's. */
  public void add(String number, Instant at, Actor by) {
    jdbc.sql(
            """
            insert into bank_account (number, added_at, actor) values (?, ?, ?)
            on conflict do nothing
            """)
        .params(number, at.atOffset(ZoneOffset.UTC), by.reference())
        .update();
  }

  /**
   * The account a statement is of, locked for what it brings; empty where it is not the shop's. A
   * file without a number is of the account on the payment instruction.
   */
  Optional<String> of(StatementBalances balances, Instant at, Actor by) {
    var instructed = instructed();
    instructed.ifPresent(number -> add(number, at, by));
    var number = balances.account().isEmpty() ? instructed : Optional.of(balances.account());
    return number.flatMap(
        digits ->
            jdbc.sql("select number from bank_account where number = ? for update")
                .param(digits)
                .query(String.class)
                .optional());
  }

  private Optional<String> instructed() {
    return jdbc.sql(
            """
            select regexp_replace(bank_account, '[^0-9]', '', 'g') from shop
            where bank_account is not null
            """)
        .query(String.class)
        .optional()
        .filter(digits -> digits.matches("[0-9]{5,20}"));
  }
}
