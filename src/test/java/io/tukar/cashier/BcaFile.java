package io.tukar.cashier;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A statement of 2026 as BCA writes it, with sums that are right. */
public final class BcaFile {

  public static final String ACCOUNT = "1234567890";

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final LocalDate first;
  private final LocalDate last;
  private final String opening;
  private final List<String> rows = new ArrayList<>();
  private String account = ACCOUNT;
  private BigDecimal balance;
  private BigDecimal credits = BigDecimal.ZERO;
  private BigDecimal debits = BigDecimal.ZERO;
  private int creditCount;
  private int debitCount;

  public BcaFile(LocalDate first, LocalDate last, String opening) {
    this.first = first;
    this.last = last;
    this.opening = opening;
    this.balance = new BigDecimal(opening);
  }

  public BcaFile of(String number) {
    account = number;
    return this;
  }

  public BcaFile credit(LocalDate day, String amount, String words) {
    credits = credits.add(new BigDecimal(amount));
    creditCount++;
    return row(day, amount, "CR", words, new BigDecimal(amount));
  }

  public BcaFile debit(LocalDate day, String amount, String words) {
    debits = debits.add(new BigDecimal(amount));
    debitCount++;
    return row(day, amount, "DB", words, new BigDecimal(amount).negate());
  }

  public BcaFile pending(String amount, String words) {
    rows.add(
        "PEND,\"%s\",'0000,\"%s\",CR,\"%s\""
            .formatted(words, written(new BigDecimal(amount)), written(balance)));
    return this;
  }

  private BcaFile row(LocalDate day, String amount, String mark, String words, BigDecimal change) {
    balance = balance.add(change);
    rows.add(
        "'%s,\"%s\",'0000,\"%s\",%s,\"%s\""
            .formatted(
                DAY.format(day), words, written(new BigDecimal(amount)), mark, written(balance)));
    return this;
  }

  private static String written(BigDecimal amount) {
    return String.format(Locale.ROOT, "%,.2f", amount);
  }

  public Path write(Path folder, String name) throws IOException {
    var text =
        """
        No. rekening,=,'%s
        Nama,=,TOKO UJI
        Periode,=,%s - %s
        Kode Mata Uang,=,Rp

        Tanggal Transaksi,Keterangan,Cabang,Jumlah,,Saldo
        %s
        Saldo Awal,=,"%s"
        Mutasi Kredit,=,"%s",%d
        Mutasi Debet,=,"%s",%d
        Saldo Akhir,=,"%s"
        """
            .formatted(
                account,
                DATE.format(first),
                DATE.format(last),
                String.join("\n", rows),
                written(new BigDecimal(opening)),
                written(credits),
                creditCount,
                written(debits),
                debitCount,
                written(balance));
    return Files.writeString(folder.resolve(name), text);
  }
}
