package io.tukar.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tukar.DatabaseForTests;
import io.tukar.FreshDatabase;
import io.tukar.csv.ImportCounts;
import io.tukar.csv.RowRemark;
import io.tukar.csv.UnreadableFile;
import io.tukar.kernel.Money;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

@FreshDatabase
class TariffImportTest {

  private static final Instant NOON = Instant.parse("2026-03-25T05:00:00Z");
  private static final String HEADER = "courier,service,origin,destination,per_kg,min_grams,days\n";

  @TempDir private Path folder;

  private final List<RowRemark> remarks = new ArrayList<>();
  private final DatabaseForTests database;
  private final Tariffs tariffs;

  TariffImportTest(DatabaseForTests database) {
    this.database = database;
    this.tariffs = new Tariffs(database.jdbc());
  }

  @BeforeEach
  void empty() {
    database.jdbc().sql("delete from tariff").update();
  }

  private ImportCounts read(String text, Charset charset) throws IOException {
    var file = Files.write(folder.resolve("tariffs.csv"), text.getBytes(charset));
    return new TariffImport(new JdbcTemplate(database.dataSource()), database.transactions())
        .read(file, NOON, remarks::add, counts -> {});
  }

  private Quote quote(String from, String to, int grams) {
    return tariffs.quote(Courier.JNE, "REG", Spot.of(from, null), Spot.of(to, null), grams);
  }

  @Test
  void theSameFileTakenTwiceChangesNothing() throws IOException {
    var file =
        HEADER
            + "JNE,REG,Jakarta,Kota Bandung,Rp11.000,1000,1-2\n"
            + "J&T,EZ,Jakarta,401,10000,,2\n";

    assertThat(read(file, StandardCharsets.UTF_8).added()).isEqualTo(2);
    var again = read(file, StandardCharsets.UTF_8);

    assertThat(again.added() + again.changed()).isZero();
    assertThat(again.unchanged()).isEqualTo(2);
    assertThat(remarks).isEmpty();
    assertThat(quote("Jakarta Selatan", "bandung", 1_500))
        .isInstanceOfSatisfying(
            Quote.Known.class, known -> assertThat(known.cost()).isEqualTo(Money.rupiah(22_000)));
    assertThat(quote("Jakarta", "Sorong", 1_500)).isEqualTo(new Quote.Unknown());
  }

  @Test
  void aNewPriceOfAKnownWayReplacesTheOld() throws IOException {
    read(HEADER + "JNE,REG,Jakarta,Bandung,11000,,\n", StandardCharsets.UTF_8);
    var counts = read(HEADER + "JNE,REG,DKI Jakarta,BDG,12500,,\n", StandardCharsets.UTF_8);
    assertThat(counts.changed()).isEqualTo(1);
    assertThat(quote("Jakarta", "Bandung", 900))
        .isInstanceOfSatisfying(
            Quote.Known.class, known -> assertThat(known.cost()).isEqualTo(Money.rupiah(12_500)));
  }

  @Test
  void everyRefusedRowIsNamedWithItsColumn() throws IOException {
    var counts =
        read(
            HEADER
                + "JNE,REG,Jakarta,Bandung,-11000,1000,2\n"
                + "DHL,REG,Jakarta,Bandung,11000,1000,2\n"
                + "JNE,REG,Jakarta,,11000,1000,2\n"
                + "JNE,REG,Jakarta,Bandung,0,1000,2\n"
                + "JNE,REG,Jakarta,Bandung,11000,0,2\n"
                + "JNE,REG,Jakarta,Bandung,11000,1000,3-1\n"
                + "JNE,reg!,Jakarta,Bandung,11000,1000,2\n"
                + "JNE,REG,Jakarta,Bandung,11000,1000,2\n"
                + "jne,reg,jkt,bdg,9000,1000,2\n",
            StandardCharsets.UTF_8);
    assertThat(counts.refused()).isEqualTo(8);
    assertThat(counts.added()).isEqualTo(1);
    assertThat(remarks)
        .extracting(remark -> remark.row() + " " + remark.column())
        .containsExactly(
            "2 per_kg",
            "3 courier",
            "4 destination",
            "5 per_kg",
            "6 min_grams",
            "7 days",
            "8 service",
            "10 ");
  }

  @Test
  void semicolonsAndAnOldEncodingAreRead() throws IOException {
    var counts =
        read(
            "courier;service;origin;destination;per_kg;days\nJNE;REG;Jakarta;Bandúng;11.000;1–2\n",
            Charset.forName("windows-1252"));
    assertThat(counts.added()).isEqualTo(1);
    assertThat(quote("Jakarta", "Bandung", 1_000)).isInstanceOf(Quote.Known.class);
  }

  @Test
  void aFileThatIsNoTariffIsRefusedWhole() {
    assertThatExceptionOfType(UnreadableFile.class)
        .isThrownBy(() -> read("name,price\nx,1\n", StandardCharsets.UTF_8))
        .withMessageContaining("tariff");
  }
}
