package io.tukar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementParseTest {

  private static final String BCA =
      """
      No. rekening,=,'1234567890
      Nama,=,TOKO CONTOH
      Periode,=,30/12/2025 - 03/01/2026
      Kode Mata Uang,=,Rp

      Tanggal Transaksi,Keterangan,Cabang,Jumlah,,Saldo
      '30/12,"TRSF E-BANKING CR  3012/FTSCY  RMA-7",'0000,"149,623.00",CR,"1,149,623.00"
      '31/12,BIAYA ADM,'0000,"15,000.00",DB,"1,134,623.00"
      '02/01,BUNGA,'0000,12.34,CR,"1,134,635.34"
      PEND,"SWITCHING CR",'0000,"500,000.00",CR,"1,634,635.34"
      Saldo Awal,=,"1,000,000.00"
      Mutasi Kredit,=,"149,635.34",2
      Mutasi Debet,=,"15,000.00",1
      Saldo Akhir,=,"1,134,635.34"
      """;

  private static final String BRI =
      """
      NOREK,TGL_TRAN,DESK_TRAN,MUTASI_DEBET,MUTASI_KREDIT,SALDO_AKHIR_MUTASI
      002301000001,2026-03-02 08:15:00,TRANSFER BRIMO,0.00,250000.00,1250000.00
      002301000001,2026-03-03 09:00:00,BIAYA,2500.00,0.00,1247500.00
      """;

  private static final String MANDIRI =
      """
      AccountNo;Ccy;PostDate;Remarks;AdditionalDesc;Credit Amount;Debit Amount;Close Balance
      1230001112223;IDR;02/03/2026;MCM InhouseTrf;DARI BUDI;1.500.000,00;0,00;2.500.000,00
      ;;;RMA-26-0042;;;;
      1230001112223;IDR;03/03/2026;Biaya;;0,00;6.500,00;2.493.500,00
      """;

  @TempDir private Path folder;

  @Test
  void everyEntryIsALineAndTheBalancesAreTheLast() throws IOException {
    var ran = parse(BCA);

    assertThat(ran.err()).isEmpty();
    assertThat(ran.exit()).isZero();
    assertThat(ran.outLines())
        .containsExactly(
            """
            {"date":"2025-12-30","amount":149623,"direction":"credit","description":"TRSF E-BANKING CR 3012/FTSCY RMA-7","status":"booked"}\
            """,
            """
            {"date":"2025-12-31","amount":15000,"direction":"debit","description":"BIAYA ADM","status":"booked"}\
            """,
            """
            {"date":"2026-01-02","amount":12.34,"direction":"credit","description":"BUNGA","status":"booked"}\
            """,
            """
            {"date":null,"amount":500000,"direction":"credit","description":"SWITCHING CR","status":"pending"}\
            """,
            """
            {"account":"1234567890","opening":1000000,"credits":149635.34,"credit_count":2,"debits":15000,"debit_count":1,"closing":1134635.34}\
            """);
  }

  @Test
  void theDirectionMayStandBehindTheAmount() throws IOException {
    var ran =
        parse(
            BCA.replace("Jumlah,,Saldo", "Jumlah,Saldo")
                .replace("\",CR,", " CR\",")
                .replace("\",DB,", " DB\",")
                .replace("12.34,CR,", "12.34 CR,"));

    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.outLines()).hasSize(5).first().asString().contains("\"amount\":149623");
  }

  @Test
  void theSumsAreReadWithoutQuotationMarksAndWithColonsToo() throws IOException {
    var quoted = parse(BCA).out();
    var bare =
        BCA.replace("=,\"1,000,000.00\"", "=,1,000,000.00")
            .replace("\"149,635.34\",2", "149,635.34,2")
            .replace("\"15,000.00\",1", "15,000.00,1")
            .replace("=,\"1,134,635.34\"", "=,1,134,635.34");
    var colons = bare.replace(",=,", " : ");

    assertThat(parse(bare).out()).isEqualTo(quoted);
    assertThat(parse(colons).out()).isEqualTo(quoted);
    assertThat(parse(bare.replace("15,000.00,1\n", "15,000.00,2\n")).err())
        .contains("row 13: Mutasi Debet counts 2 entries, but the file has 1");
  }

  @Test
  void semicolonsAndAByteOrderMarkAreReadAsWell() throws IOException {
    var semicolons = BRI.replace(',', ';');
    var plain = parse(BRI);

    assertThat(plain.exit()).as(plain.err()).isZero();
    assertThat(parse("\ufeff" + semicolons).out()).isEqualTo(plain.out());
    assertThat(parse(semicolons, StandardCharsets.UTF_16).out()).isEqualTo(plain.out());
    assertThat(plain.outLines())
        .last()
        .isEqualTo(
            """
            {"account":"002301000001","opening":1000000,"credits":250000,"credit_count":1,"debits":2500,"debit_count":1,"closing":1247500}\
            """);
  }

  @Test
  void theNewestEntryMayComeFirst() throws IOException {
    var lines = BRI.lines().toList();
    var ran = parse(lines.get(0) + "\n" + lines.get(2) + "\n" + lines.get(1) + "\n");

    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.outLines())
        .last()
        .asString()
        .contains("\"opening\":1000000")
        .contains("1247500");
  }

  @Test
  void aRowWithARemarkAloneCarriesOnTheOneBefore() throws IOException {
    var ran = parse(MANDIRI);

    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.outLines()).hasSize(3);
    assertThat(ran.outLines().getFirst())
        .contains("\"description\":\"MCM InhouseTrf DARI BUDI RMA-26-0042\"")
        .contains("\"date\":\"2026-03-02\"")
        .contains("\"amount\":1500000,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Saldo Akhir,=,"1,134,635.34"  | ``                            | without 'saldo akhir'
          "149,635.34",2                | "149,635.34",3                | row 12: Mutasi Kredit counts 3 entries, but the file has 2
          Mutasi Debet,=,"15,000.00"    | Mutasi Debet,=,"15,001.00"    | row 13: Mutasi Debet is 15001.00, but the entries sum to 15000.00
          Saldo Awal,=,"1,000,000.00"   | Saldo Awal,=,"1,000,001.00"   | but Saldo Akhir is 1134635.34
          '31/12                        | '29/12                        | row 8: the day 29/12 is not in the Periode
          '31/12                        | '31/13                        | row 8: the day 31/13 is not in the Periode
          "15,000.00",DB                | "15,000.00",                  | row 8: Jumlah is neither CR nor DB
          "149,623.00",CR               | "-149,623.00",CR              | row 7: Jumlah is below zero
          "149,623.00",CR               | 100000000000000,CR            | row 7: Jumlah is more than any amount can be
          "149,623.00",CR               | 1e15,CR                       | row 7: Jumlah is no amount
          "1,134,623.00"                | "1,134,624.00"                | row 8: the balance 1134624.00 does not follow
          Kode Mata Uang,=,Rp           | Kode Mata Uang,=,USD          | row 4: the account is in USD, not in rupiah
          30/12/2025 - 03/01/2026       | Desember                      | row 3: Periode is not dd/mm/yyyy - dd/mm/yyyy
          30/12/2025 - 03/01/2026       | 03/01/2025 - 03/02/2026       | row 3: Periode is longer than a year
          30/12/2025 - 03/01/2026       | 03/01/2025 - 03/01/2026       | row 3: Periode is longer than a year
          Periode,=                     | Waktu,=                       | row 6: the table begins without a Periode
          """)
  void aFileThatIsWrongIsRefusedWholeWithTheRow(String right, String wrong, String message)
      throws IOException {
    assertThat(BCA).contains(right);
    var ran = parse(BCA.replace(right, wrong));

    assertThat(ran.exit()).isOne();
    assertThat(ran.out()).isEmpty();
    assertThat(ran.errLines()).singleElement().asString().contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          0.00,250000.00,1250000.00     | 5.00,250000.00,1250000.00     | row 2: the row has money that came and money that went
          0.00,250000.00,1250000.00     | ,,1250000.00                  | row 2: the row has no amount
          2026-03-03 09:00:00           | kemarin                       | row 3: tgl_tran is no day
          002301000001,2026-03-03       | 002301000002,2026-03-03       | row 3: the account is another
          1247500.00                    | 1247501.00                    | row 3: the balance 1247501.00 does not follow
          002301000001,2026-03-03       | ,2026-03-03                   | row 3: norek is empty
          """)
  void aTableThatIsWrongIsRefusedWholeWithTheRow(String right, String wrong, String message)
      throws IOException {
    assertThat(BRI).contains(right);
    var ran = parse(BRI.replace(right, wrong));

    assertThat(ran.exit()).isOne();
    assertThat(ran.out()).isEmpty();
    assertThat(ran.errLines()).singleElement().asString().contains(message);
  }

  @Test
  void anUnknownFileSaysWhatIsKnown() throws IOException {
    var ran = parse("a,b,c\n1,2,3\n");

    assertThat(ran.exit()).isOne();
    assertThat(ran.err()).contains("no header of a known statement").contains("bca, bri, mandiri");
    assertThat(CommandLineForTests.run("statement", "parse", "nowhere.csv").err())
        .contains("There is no file nowhere.csv");
  }

  @Test
  void anUnknownFormatIsAWrongUsage() throws IOException {
    var file = Files.writeString(folder.resolve("bri.csv"), BRI);

    assertThat(CommandLineForTests.run("statement", "parse", file.toString(), "--format", "x"))
        .satisfies(ran -> assertThat(ran.exit()).isEqualTo(2))
        .satisfies(
            ran -> assertThat(ran.err()).contains("--format must be auto, bca, bri, mandiri"));
    assertThat(CommandLineForTests.run("statement", "parse", file.toString(), "--format", "bri"))
        .satisfies(ran -> assertThat(ran.exit()).isZero());
    assertThat(CommandLineForTests.run("statement", "parse", file.toString(), "--format", "bca"))
        .satisfies(ran -> assertThat(ran.exit()).isOne());
  }

  @Test
  void aFileOfLabelsAloneIsNotKeptInMemory() throws IOException {
    var labels = new StringBuilder();
    for (int n = 1; n <= 101; n++) {
      labels.append("Label ").append(n).append(",=,1\n");
    }
    var named = Files.writeString(folder.resolve("labels.csv"), labels + BCA);
    var ran = CommandLineForTests.run("statement", "parse", named.toString(), "--format", "bca");

    assertThat(ran.exit()).isOne();
    assertThat(ran.errLines())
        .singleElement()
        .asString()
        .contains("row 101: the file has more than 100 labels");
  }

  private CommandLineForTests parse(String text) throws IOException {
    return parse(text, StandardCharsets.UTF_8);
  }

  private CommandLineForTests parse(String text, Charset charset) throws IOException {
    var file = Files.writeString(folder.resolve("statement.csv"), text, charset);
    return CommandLineForTests.run("statement", "parse", file.toString());
  }
}
