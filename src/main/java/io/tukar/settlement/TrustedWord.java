package io.tukar.settlement;

import io.tukar.kernel.Money;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How far somebody's word that a transfer was seen is trusted: above the limit nothing leaves for a
 * case until the bank's statement shows the money (clause P6).
 */
@Repository
public class TrustedWord {

  private final JdbcClient jdbc;

  TrustedWord(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The limit in rupiah; empty: none. */
  public Optional<Long> limit() {
    return jdbc.sql("select word_max from cashier_setting")
        .query((row, n) -> Optional.ofNullable((Long) row.getObject(1)))
        .single();
  }

  /** Changes it; empty: none. */
  public void limit(Optional<Long> rupiah) {
    jdbc.sql("update cashier_setting set word_max = ?").param(rupiah.orElse(null)).update();
  }

  /**
   * What a case's customer is said to have transferred and no statement has shown, where that is
   * more than the word is good for; empty where the case's goods may leave.
   */
  public Optional<Money> beyond(long rmaId) {
    return jdbc.sql(
            """
            select t.amount from (
              select coalesce(sum(e.amount), 0) as amount
              from ledger_posting p join ledger_entry e on e.posting_id = p.id
              where p.rma_id = ? and e.account = 'IN_TRANSIT') t
              cross join cashier_setting s
            where t.amount > s.word_max
            """)
        .param(rmaId)
        .query((row, n) -> Money.rupiah(row.getLong(1)))
        .optional();
  }
}
