package io.tukar.payout;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.rows.AllOrNothing;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Files for the bank. Accounts are opened only here, when a file is taken; whoever takes one is
 * written down, and a second time only for a reason.
 */
@Repository
public class PayoutBatches {

  private final AllOrNothing verbs;
  private final BankSeal seal;
  private final JdbcClient jdbc;

  PayoutBatches(AllOrNothing verbs, BankSeal seal, JdbcClient jdbc) {
    this.verbs = verbs;
    this.seal = seal;
    this.jdbc = jdbc;
  }

  /** How the bank takes a batch. */
  public enum Format {
    /** ISO 20022 pain.001.001.09. */
    PAIN001,
    CSV
  }

  /** A batch. */
  public record Batch(long id, Instant madeAt, String actor) {}

  /**
   * A file that was taken.
   *
   * @param reason why once more; null the first time
   */
  public record Download(
      int no, Format format, @Nullable String reason, Instant at, String actor) {}

  public Optional<Batch> find(long id) {
    return jdbc.sql("select id, made_at, actor from payout_batch where id = ?")
        .param(id)
        .query(
            (row, n) ->
                new Batch(
                    row.getLong(1),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    row.getString(3)))
        .optional();
  }

  /** Each time its file was taken. */
  public List<Download> downloads(long batch) {
    return jdbc.sql(
            "select no, format, reason, at, actor from payout_download where batch_id = ? order by"
                + " no")
        .param(batch)
        .query(
            (row, n) ->
                new Download(
                    row.getInt(1),
                    Format.valueOf(row.getString(2)),
                    row.getString(3),
                    row.getObject(4, OffsetDateTime.class).toInstant(),
                    row.getString(5)))
        .list();
  }

  /**
   * Takes a batch's file.
   *
   * @param reason why once more; may be blank the first time
   */
  public Answer<String> take(long id, Format format, String reason, Instant at, Actor by) {
    return verbs.run(
        () -> {
          var batch =
              jdbc.sql("select id, made_at, actor from payout_batch where id = ? for update")
                  .param(id)
                  .query(
                      (row, n) ->
                          new Batch(
                              row.getLong(1),
                              row.getObject(2, OffsetDateTime.class).toInstant(),
                              row.getString(3)))
                  .optional();
          if (batch.isEmpty()) {
            return Answer.refused(Refusal.of("payout-gone", "", "#" + id));
          }
          var no = downloads(id).size() + 1;
          if (no > 1 && (reason.isBlank() || reason.length() > PayoutDesk.REASON_CHARS_MAX)) {
            return Answer.refused(
                Refusal.of("payout-again", "reason", PayoutDesk.REASON_CHARS_MAX));
          }
          var debtor = debtor();
          if (debtor.isEmpty()) {
            return Answer.refused(Refusal.of("payout-no-shop-account", ""));
          }
          jdbc.sql(
                  """
                  insert into payout_download (batch_id, no, format, reason, at, actor)
                  values (?, ?, ?, ?, ?, ?)
                  """)
              .param(id)
              .param(no)
              .param(format.name())
              .param(no == 1 ? null : reason.strip())
              .param(at.atOffset(ZoneOffset.UTC))
              .param(by.reference())
              .update();
          return Answer.done(
              switch (format) {
                case PAIN001 ->
                    BankFiles.pain001(id, batch.get().madeAt(), debtor.get(), transfers(id));
                case CSV -> BankFiles.csv(transfers(id));
              });
        });
  }

  private Optional<BankFiles.Debtor> debtor() {
    return jdbc.sql(
            """
            select coalesce(bank_holder, legal_name),
                   regexp_replace(bank_account, '[^0-9]', '', 'g')
            from shop where bank_account ~ '[0-9]'
            """)
        .query((row, n) -> new BankFiles.Debtor(row.getString(1), row.getString(2)))
        .optional();
  }

  private List<BankFiles.Transfer> transfers(long batch) {
    return jdbc.sql(
            """
            select p.id, coalesce(r.rma_number, r.request_number), p.rma_id, p.bank, p.sealed,
                   p.amount
            from payout p join rma r on r.id = p.rma_id where p.batch_id = ? order by p.id
            """)
        .param(batch)
        .query(
            (row, n) ->
                new BankFiles.Transfer(
                    row.getLong(1),
                    row.getString(2),
                    CustomerAccount.opened(
                        Bank.of(row.getString(4)).orElseThrow(),
                        seal.open(row.getLong(3), row.getBytes(5))),
                    Money.rupiah(row.getLong(6))))
        .list();
  }
}
