package io.tukar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.settlement.statement.StatementEntry;
import io.tukar.settlement.statement.StatementFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MT940 and camt.053, as {@code statement parse} reads them. */
class StatementMessagesTest {

  private static final String MT940 =
      """
      {1:F01BMRIIDJAXXXX0000000000}{2:O9400000000000BMRIIDJAXXXX00000000000000000000N}{4:
      :20:MUTASI260103
      :25:1230001112223
      :28C:00001/001
      :60F:C251230IDR1000000,00
      :61:2512301230C149623,00NTRFNONREF//0012
      :86:MCM InhouseTrf DARI BUDI
      RMA-2601-00042
      :61:2601011231D6500,50NCHGBIAYA
      :62F:C260103IDR1143122,50
      -}
      {1:F01BMRIIDJAXXXX0000000000}{2:O9400000000000BMRIIDJAXXXX00000000000000000000N}{4:
      :20:MUTASI260104
      :25:1230001112223
      :28C:00002/001
      :60F:C260103IDR1143122,50
      :61:260104RD6500,50NCHGKOREKSI
      :86:PEMBATALAN BIAYA
      :62F:C260104IDR1149623,
      :64:C260104IDR1149623,
      -}
      """;

  private static final String CAMT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
       <BkToCstmrStmt>
        <GrpHdr><MsgId>M1</MsgId></GrpHdr>
        <Stmt>
         <Id>S1</Id>
         <Acct><Id><Othr><Id>1230001112223</Id></Othr></Id><Ccy>IDR</Ccy></Acct>
         <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="IDR">1000000.00</Amt>
          <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2025-12-30</Dt></Dt></Bal>
         <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="IDR">1143122.50</Amt>
          <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-01-03</Dt></Dt></Bal>
         <Ntry><Amt Ccy="IDR">149623.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
          <BookgDt><Dt>2025-12-30</Dt></BookgDt>
          <NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
           <RltdPties><Dbtr><Pty><Nm>BUDI &amp; ANI</Nm></Pty></Dbtr></RltdPties>
           <RmtInf><Ustrd>RMA-2601-00042</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
         <Ntry><Amt Ccy="IDR">6500.5</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>
          <BookgDt><DtTm>2026-01-01T08:00:00+07:00</DtTm></BookgDt>
          <AddtlNtryInf>BIAYA</AddtlNtryInf></Ntry>
         <Ntry><Amt Ccy="IDR">99000</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts>
          <AddtlNtryInf>SWITCHING</AddtlNtryInf></Ntry>
        </Stmt>
       </BkToCstmrStmt>
      </Document>
      """;

  @TempDir private Path folder;

  @Test
  void mt940IsReadWithItsEnvelopesOverANewYear() throws IOException {
    var ran = parse(MT940);
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.outLines())
        .containsExactly(
            """
            {"date":"2025-12-30","amount":149623,"direction":"credit","description":"MCM InhouseTrf DARI BUDI RMA-2601-00042","status":"booked"}\
            """,
            """
            {"date":"2025-12-31","amount":6500.5,"direction":"debit","description":"BIAYA","status":"booked"}\
            """,
            """
            {"date":"2026-01-04","amount":6500.5,"direction":"credit","description":"PEMBATALAN BIAYA KOREKSI","status":"booked"}\
            """,
            """
            {"account":"1230001112223","opening":1000000,"credits":156123.5,"credit_count":2,"debits":6500.5,"debit_count":1,"closing":1149623}\
            """);
  }

  @Test
  void mt940IsReadWithoutEnvelopesAndWithOtherLineEnds() throws IOException {
    var bare = MT940.replaceAll("(?m)^\\{1:.*\\{4:\\R", "").replace("-}\n", "-\n");
    assertThat(parse(bare).outLines()).isEqualTo(parse(MT940).outLines());
    assertThat(parse(bare.replace("\n", "\r\n")).outLines()).isEqualTo(parse(MT940).outLines());
    assertThat(parse("\uFEFF" + bare).outLines()).isEqualTo(parse(MT940).outLines());
  }

  @Test
  void camtIsReadWithWhatIsPending() throws IOException {
    var ran = parse(CAMT);
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.outLines())
        .containsExactly(
            """
            {"date":"2025-12-30","amount":149623,"direction":"credit","description":"BUDI & ANI RMA-2601-00042","status":"booked"}\
            """,
            """
            {"date":"2026-01-01","amount":6500.5,"direction":"debit","description":"BIAYA","status":"booked"}\
            """,
            """
            {"date":null,"amount":99000,"direction":"credit","description":"SWITCHING","status":"pending"}\
            """,
            """
            {"account":"1230001112223","opening":1000000,"credits":149623,"credit_count":1,"debits":6500.5,"debit_count":1,"closing":1143122.5}\
            """);
    assertThat(
            parse(
                    CAMT.replace("<", "<c:")
                        .replace("<c:/", "</c:")
                        .replace("<c:?", "<?")
                        .replace("xmlns=", "xmlns:c="))
                .outLines())
        .as("with a prefix")
        .isEqualTo(ran.outLines());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          IDR1143122,50\\n-}    | IDR1143122,51\\n-} | row 10: the closing balance is 1143122.51, but the entries lead to 1143122.50
          :62F:C260103IDR1143122,50\\n | '' | row 12: the statement before ends without field 62
          :62F:C260104IDR1149623,\\n | '' | the statement ends without field 62
          :60F:C251230IDR | :60F:C251230USD | row 5: the account is in USD, not in rupiah
          :60F:C260103IDR1143122,50 | :60F:C260103IDR1000000,00 | the one before ended with 1143122.50; is one missing?
          :25:1230001112223\\n:28C:00002 | :25:999\\n:28C:00002 | the account is another
          :61:2512301230C149623,00 | :61:2512301230X149623,00 | row 6: field 61
          :61:2512301230C149623,00 | :61:2513301230C149623,00 | row 6: field 61 has no day
          :61:2512301230C149623,00 | :61:2512301230C999999999999999,00 | row 6: field 61 is more than any amount can be
          """)
  void aWrongMt940IsRefusedWhole(String right, String wrong, String why) throws IOException {
    var changed = MT940.replace(right.replace("\\n", "\n"), wrong.replace("\\n", "\n"));
    assertThat(changed).isNotEqualTo(MT940);
    var ran = parse(changed);
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1143122.50</Amt> | 1143122.51</Amt> | the closing balance is 1143122.51
          <Amt Ccy="IDR">149623.00 | <Amt Ccy="SGD">149623.00 | row 12: the account is in SGD
          <Amt Ccy="IDR">149623.00 | <Amt Ccy="IDR">-149623.00 | row 12: Amt is below zero
          <Amt Ccy="IDR">149623.00 | <Amt Ccy="IDR">1e15 | row 12: Amt is no amount
          <Amt Ccy="IDR">149623.00 | <Amt Ccy="IDR">999999999999999 | row 12: Amt is more than any amount can be
          <Sts>BOOK</Sts> | <Sts>WHAT</Sts> | row 17: the entry is neither booked nor pending
          CRDT</CdtDbtInd><Sts><Cd>BOOK | CREDIT</CdtDbtInd><Sts><Cd>BOOK | row 12: CdtDbtInd
          <Dt>2025-12-30</Dt></BookgDt> | <Dt>30/12/2025</Dt></BookgDt> | row 12: BookgDt is no day
          </Stmt> | '' | the XML is broken or cut off here
          BkToCstmrStmt | BkToCstmrDbtCdtNtfctn | has no statement of camt.053
          """)
  void aWrongCamtIsRefusedWhole(String right, String wrong, String why) throws IOException {
    var changed = CAMT.replace(right, wrong);
    assertThat(changed).isNotEqualTo(CAMT);
    var ran = parse(changed);
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains(why);
  }

  @Test
  void anXmlBombAndEntitiesFromOutsideAreRefusedUnread() throws IOException {
    var secret = Files.writeString(folder.resolve("secret.txt"), "RAHASIA");
    var bomb =
        CAMT.replace(
                "<Document",
                """
                <!DOCTYPE Document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>
                <Document\
                """)
            .replace("BIAYA", "&d;");
    var outside =
        CAMT.replace(
                "<Document",
                "<!DOCTYPE Document [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>\n<Document")
            .replace("BIAYA", "&x;");
    var elsewhere =
        CAMT.replace(
            "<Document", "<!DOCTYPE Document SYSTEM \"http://127.0.0.1:9/x.dtd\">\n<Document");
    for (var hostile : List.of(bomb, outside, elsewhere)) {
      var ran = parse(hostile);
      assertThat(ran.exit()).isEqualTo(1);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err()).contains("document type").doesNotContain("RAHASIA");
    }
    var entity = parse(CAMT.replace("BIAYA", "&x;"));
    assertThat(entity.exit()).isEqualTo(1);
    assertThat(entity.out()).isEmpty();
    var deep = parse(CAMT.replace("<GrpHdr>", "<GrpHdr>" + "<a>".repeat(100_000)));
    assertThat(deep.err()).contains("nested deeper");
    var wordy = parse(CAMT.replace("BIAYA", "x".repeat(1_000_000)));
    assertThat(wordy.err()).contains("longer than any text");
    var endless = parse(MT940.replace("DARI BUDI", "x".repeat(1_000_000)));
    assertThat(endless.err()).contains("longer than any field");
  }

  @Test
  void otherXmlIsNoStatement() throws IOException {
    assertThat(parse("<?xml version=\"1.0\"?><html/>").err())
        .contains("XML, but no statement of camt.053");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theSameEntriesReadTheSameInEveryForm(long seed) throws IOException {
    var random = new Random(seed);
    var mt = new StringBuilder(":20:X\n:25:1234567890\n:60F:C251220IDR5000000,00\n");
    var camt = new StringBuilder();
    var bri =
        new StringBuilder(
            "NOREK;TGL_TRAN;DESK_TRAN;MUTASI_DEBET;MUTASI_KREDIT;SALDO_AKHIR_MUTASI\n");
    var balance = new BigDecimal("5000000.00");
    var day = LocalDate.of(2025, 12, 20);
    var count = 1 + random.nextInt(30);
    for (int n = 0; n < count; n++) {
      day = day.plusDays(random.nextInt(3));
      var amount = BigDecimal.valueOf(1 + random.nextInt(10_000_000), 2);
      var credit = balance.compareTo(amount) < 0 || random.nextBoolean();
      balance = credit ? balance.add(amount) : balance.subtract(amount);
      var words = "TRSF " + n + " RMA-2601-0" + (1000 + random.nextInt(9000));
      var comma = amount.toPlainString().replace('.', ',');
      mt.append(
          ":61:%s%s%sNTRFNONREF\n:86:%s\n"
              .formatted(
                  day.format(DateTimeFormatter.ofPattern("uuMMdd")),
                  credit ? "C" : "D",
                  comma,
                  words));
      camt.append(
          """
          <Ntry><Amt Ccy="IDR">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts>BOOK</Sts>
          <BookgDt><Dt>%s</Dt></BookgDt><AddtlNtryInf>%s</AddtlNtryInf></Ntry>
          """
              .formatted(amount, credit ? "CRDT" : "DBIT", day, words));
      bri.append(
          "1234567890;%s;%s;%s;%s;%s\n"
              .formatted(
                  day,
                  words,
                  credit ? "0.00" : amount,
                  credit ? amount : "0.00",
                  balance.toPlainString()));
    }
    mt.append(":62F:C260301IDR").append(balance.toPlainString().replace('.', ',')).append("\n-\n");
    var xml =
        """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>
        <Acct><Id><Othr><Id>1234567890</Id></Othr></Id></Acct>%s%s%s
        </Stmt></BkToCstmrStmt></Document>
        """
            .formatted(bal("OPBD", "5000000.00"), bal("CLBD", balance.toPlainString()), camt);

    var entries = entries("m.sta", mt.toString());
    assertThat(entries).hasSize(count).isEqualTo(entries("c.xml", xml));
    assertThat(entries).isEqualTo(entries("b.csv", bri.toString()));
  }

  private static String bal(String type, String amount) {
    return """
    <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="IDR">%s</Amt>
    <CdtDbtInd>CRDT</CdtDbtInd></Bal>
    """
        .formatted(type, amount);
  }

  private List<String> entries(String name, String text) throws IOException {
    var file = Files.writeString(folder.resolve(name), text);
    var entries = new ArrayList<String>();
    StatementFile.recognised(file).read(entry -> entries.add(said(entry)));
    return entries;
  }

  private static String said(StatementEntry entry) {
    return entry.date()
        + " "
        + entry.direction()
        + " "
        + entry.amount().setScale(2)
        + " "
        + entry.description();
  }

  private CommandLineForTests parse(String text) throws IOException {
    var file = Files.write(folder.resolve("statement"), text.getBytes(StandardCharsets.UTF_8));
    return CommandLineForTests.run("statement", "parse", file.toString());
  }
}
