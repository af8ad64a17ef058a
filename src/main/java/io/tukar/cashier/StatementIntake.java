package io.tukar.cashier;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.rows.AllOrNothing;
import io.tukar.settlement.Ledger;
import io.tukar.settlement.statement.StatementBalances;
import io.tukar.settlement.statement.StatementFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes a bank's statement in, whole or not at all. An entry is known by its day, its direction,
 * its amount and the how manieth of these it is; so any order and repetition of overlapping files
 * ends in the same entries, also where the bank has changed the words overnight. A file is taken to
 * hold whole days, as banks export them.
 */
@Component
public class StatementIntake {

  /** A file's name is kept so far. */
  private static final int NAME_CHARS_MAX = 200;

  private final AllOrNothing verbs;
  private final JdbcClient jdbc;
  private final BankAccounts accounts;
  private final Ledger ledger;

  StatementIntake(AllOrNothing verbs, JdbcClient jdbc, BankAccounts accounts, Ledger ledger) {
    this.verbs = verbs;
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.ledger = ledger;
  }

  /**
   * What was taken.
   *
   * @param entries booked entries in the file
   * @param fresh those that no file had brought before
   * @param pending entries the bank has not booked yet
   * @param again the very same file was taken before
   */
  public record Taken(long statement, long entries, long fresh, long pending, boolean again) {}

  /**
   * Takes a file of a format that is found out.
   *
   * @param name as the file was called
   * @throws io.tukar.settlement.statement.BadStatement where it is refused whole, with the row
   * @throws io.tukar.csv.UnreadableFile where it is no statement at all
   */
  public Answer<Taken> take(Path file, String name, Instant at, Actor by) throws IOException {
    return take(StatementFile.recognised(file), sha256(file), name, at, by);
  }

  private Answer<Taken> take(StatementFile file, byte[] sha256, String name, Instant at, Actor by)
      throws IOException {
    try {
      return verbs.run(
          () -> {
            try {
              return taken(file, sha256, name, at, by);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Answer<Taken> taken(StatementFile file, byte[] sha256, String name, Instant at, Actor by)
      throws IOException {
    var incoming = new IncomingEntries(jdbc);
    var balances = file.read(incoming);
    incoming.flush();
    var account = accounts.of(balances, at, by);
    if (account.isEmpty()) {
      return Answer.refused(
          balances.account().isEmpty()
              ? Refusal.of("statement-no-account", "file")
              : Refusal.of("statement-wrong-account", "file", balances.account()));
    }
    var before = find(account.get(), sha256);
    if (before.isPresent()) {
      return Answer.done(before.get());
    }
    var statement = insert(account.get(), sha256, name, file, balances, incoming, at, by);
    var fresh = incoming.book(statement, account.get(), at, by);
    var receipts = fresh.receipts();
    if (receipts.compareTo(BigDecimal.valueOf(Money.MINOR_UNITS_MAX)) > 0) {
      return Answer.refused(Refusal.of("statement-too-much", "file"));
    }
    var posting =
        receipts.signum() == 0
            ? null
            : ledger.receipts(Money.rupiah(receipts.longValueExact()), "S-" + statement, at, by);
    jdbc.sql("update bank_statement set fresh = ?, posting_id = ? where id = ?")
        .param(fresh.entries())
        .param(posting)
        .param(statement)
        .update();
    return Answer.done(
        new Taken(statement, incoming.booked(), fresh.entries(), incoming.pending(), false));
  }

  private Optional<Taken> find(String account, byte[] sha256) {
    return jdbc.sql(
            "select id, entries, pending from bank_statement where account = ? and sha256 = ?")
        .params(account, sha256)
        .query((row, n) -> new Taken(row.getLong(1), row.getLong(2), 0, row.getLong(3), true))
        .optional();
  }

  private long insert(
      String account,
      byte[] sha256,
      String name,
      StatementFile file,
      StatementBalances balances,
      IncomingEntries incoming,
      Instant at,
      Actor by) {
    return jdbc.sql(
            """
            insert into bank_statement
              (account, sha256, name, format, first_day, last_day, opening, closing, entries, fresh,
               pending, at, actor)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?) returning id
            """)
        .param(account)
        .param(sha256)
        .param(name.length() > NAME_CHARS_MAX ? name.substring(0, NAME_CHARS_MAX) : name)
        .param(file.format().word())
        .param(incoming.firstDay())
        .param(incoming.lastDay())
        .param(balances.opening())
        .param(balances.closing())
        .param(incoming.booked())
        .param(incoming.pending())
        .param(at.atOffset(ZoneOffset.UTC))
        .param(by.reference())
        .query(Long.class)
        .single();
  }

  private static byte[] sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      var digest = MessageDigest.getInstance("SHA-256");
      var buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
