package io.tukar.settlement.statement;

import io.tukar.settlement.statement.StatementEntry.Direction;
import io.tukar.settlement.statement.StatementEntry.Status;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * ISO 20022 camt.053, a bank's statement to its customer, in any of its versions: their elements
 * are named alike. Read as a stream, one entry in memory; a batch stays the one entry the bank
 * booked. Entries that are not {@code BOOK} are pending.
 */
final class Camt053 {

  private static final String STATEMENT = "/Document/BkToCstmrStmt/Stmt";
  private static final String BALANCE = STATEMENT + "/Bal";
  private static final String ENTRY = STATEMENT + "/Ntry";
  private static final int DAY_CHARS = 10;
  private static final int WORDS_CHARS_MAX = 4_000;

  private final XmlLeaves leaves;
  private final StatementSink sink;
  private final StatementSums sums = new StatementSums();
  private String account = "";
  private @Nullable BigDecimal opening;
  private @Nullable BigDecimal closing;
  private @Nullable BigDecimal statementOpening;
  private @Nullable BigDecimal statementClosing;
  private BigDecimal booked = BigDecimal.ZERO;
  private long statements;
  private Part part = new Part(0);

  private Camt053(XmlLeaves leaves, StatementSink sink) {
    this.leaves = leaves;
    this.sink = sink;
  }

  /** A balance or an entry while it is read. */
  private static final class Part {
    private final long line;
    private String amount = "";
    private String mark = "";
    private String status = "";
    private String type = "";
    private String day = "";
    private String valueDay = "";
    private final StringBuilder words = new StringBuilder();

    Part(long line) {
      this.line = line;
    }

    void say(String more) {
      if (words.length() < WORDS_CHARS_MAX) {
        words.append(more).append(' ');
      }
    }
  }

  static StatementBalances read(Path path, StatementSink sink) throws IOException {
    try (var leaves = XmlLeaves.open(path)) {
      return new Camt053(leaves, sink).read();
    }
  }

  private StatementBalances read() throws IOException {
    while (leaves.next()) {
      switch (leaves.kind()) {
        case BEGIN -> begin();
        case LEAF -> leaf();
        case END -> end();
      }
    }
    if (statements == 0) {
      throw new BadStatement("the file has no statement of camt.053");
    }
    return sums.balances(account, opening, closing);
  }

  private void begin() {
    switch (leaves.path()) {
      case BALANCE, ENTRY -> part = new Part(leaves.line());
      case STATEMENT -> {
        statementOpening = null;
        statementClosing = null;
        booked = BigDecimal.ZERO;
      }
      default -> {
        // Only what is read above has a beginning of its own.
      }
    }
  }

  private void leaf() throws BadStatement {
    var path = leaves.path();
    var text = leaves.text();
    if (path.startsWith(ENTRY + "/")) {
      ofEntry(path.substring(ENTRY.length()), text);
    } else if (path.startsWith(BALANCE + "/")) {
      ofBalance(path.substring(BALANCE.length()), text);
    } else if (path.equals(STATEMENT + "/Acct/Id/Othr/Id")
        || path.equals(STATEMENT + "/Acct/Id/IBAN")) {
      oneAccount(text.replaceAll("\\D", ""));
    } else if (path.equals(STATEMENT + "/Acct/Ccy")) {
      Currencies.rupiah(leaves.line(), text);
    }
  }

  private void oneAccount(String number) throws BadStatement {
    if (!account.isEmpty() && !account.equals(number)) {
      throw BadStatement.at(leaves.line(), "the account is another than in the statement before");
    }
    account = number;
  }

  private void ofBalance(String path, String text) throws BadStatement {
    switch (path) {
      case "/Tp/CdOrPrtry/Cd" -> part.type = text;
      case "/CdtDbtInd" -> part.mark = text;
      case "/Amt" -> amount(text);
      default -> {
        // Its day follows from the entries.
      }
    }
  }

  private void ofEntry(String path, String text) throws BadStatement {
    switch (path) {
      case "/Amt" -> amount(text);
      case "/CdtDbtInd" -> part.mark = text;
      case "/Sts", "/Sts/Cd" -> part.status = text;
      case "/BookgDt/Dt", "/BookgDt/DtTm" -> part.day = text;
      case "/ValDt/Dt", "/ValDt/DtTm" -> part.valueDay = text;
      case "/AddtlNtryInf" -> part.say(text);
      default -> {
        if (isWords(path)) {
          part.say(text);
        }
      }
    }
  }

  private static boolean isWords(String path) {
    return path.startsWith("/NtryDtls/TxDtls/")
        && (path.endsWith("/RmtInf/Ustrd")
            || path.endsWith("/RltdPties/Dbtr/Nm")
            || path.endsWith("/RltdPties/Dbtr/Pty/Nm")
            || path.endsWith("/RltdPties/Cdtr/Nm")
            || path.endsWith("/RltdPties/Cdtr/Pty/Nm")
            || path.endsWith("/Refs/EndToEndId")
            || path.endsWith("/AddtlTxInf"));
  }

  private void amount(String text) throws BadStatement {
    Currencies.rupiah(leaves.line(), leaves.currency());
    part.amount = text;
  }

  private void end() throws IOException {
    switch (leaves.path()) {
      case BALANCE -> balance();
      case ENTRY -> entry();
      case STATEMENT -> statement();
      default -> {
        // Nothing is complete yet.
      }
    }
  }

  private void balance() throws BadStatement {
    var signed = credit() ? size() : size().negate();
    switch (part.type) {
      case "OPBD", "PRCD" -> statementOpening = signed;
      case "CLBD" -> statementClosing = signed;
      default -> {
        // Interim and available balances are left to the bank.
      }
    }
  }

  private void entry() throws IOException {
    var isBooked = part.status.equals("BOOK");
    if (!isBooked && !part.status.matches("PDNG|INFO|FUTR")) {
      throw BadStatement.at(part.line, "the entry is neither booked nor pending");
    }
    var amount = size();
    if (amount.signum() == 0) {
      return;
    }
    var entry =
        new StatementEntry(
            part.line,
            day(isBooked),
            amount,
            credit() ? Direction.CREDIT : Direction.DEBIT,
            Row.words(part.words.toString().replace("NOTPROVIDED", "")),
            isBooked ? Status.BOOKED : Status.PENDING,
            null);
    sums.add(entry);
    if (isBooked) {
      booked = booked.add(entry.change());
    }
    sink.take(entry);
  }

  private void statement() throws BadStatement {
    statements++;
    var before = closing;
    var from = statementOpening;
    var to = statementClosing;
    if (from != null && to != null && from.add(booked).compareTo(to) != 0) {
      throw BadStatement.at(
          leaves.line(),
          "the closing balance is "
              + to.toPlainString()
              + ", but the entries lead to "
              + from.add(booked).toPlainString());
    }
    if (before != null && from != null && before.compareTo(from) != 0) {
      throw BadStatement.at(
          leaves.line(),
          "the statement begins with "
              + from.toPlainString()
              + ", but the one before ended with "
              + before.toPlainString()
              + "; is one missing?");
    }
    opening = statements == 1 ? from : opening;
    closing = to;
  }

  private boolean credit() throws BadStatement {
    return switch (part.mark) {
      case "CRDT" -> true;
      case "DBIT" -> false;
      default -> throw BadStatement.at(part.line, "CdtDbtInd is neither CRDT nor DBIT");
    };
  }

  private BigDecimal size() throws BadStatement {
    if (!part.amount.matches("-?[0-9]{1,18}(\\.[0-9]{1,5})?")) {
      throw BadStatement.at(part.line, "Amt is no amount: \"" + part.amount + '"');
    }
    return Amounts.read(part.line, "Amt", part.amount);
  }

  private @Nullable LocalDate day(boolean needed) throws BadStatement {
    var text = part.day.isEmpty() ? part.valueDay : part.day;
    try {
      return text.isEmpty() && !needed
          ? null
          : LocalDate.parse(text.length() > DAY_CHARS ? text.substring(0, DAY_CHARS) : text);
    } catch (DateTimeException e) {
      throw BadStatement.at(part.line, "BookgDt is no day: \"" + text + '"');
    }
  }
}
