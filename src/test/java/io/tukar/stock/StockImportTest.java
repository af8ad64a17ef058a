package io.tukar.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.FreshDatabase;
import io.tukar.TukarTest;
import io.tukar.csv.ImportCounts;
import io.tukar.csv.RowRemark;
import io.tukar.kernel.Actor;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.rma.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TukarTest
@FreshDatabase
class StockImportTest {

  @Autowired private StockImport imports;
  @Autowired private Units units;
  @Autowired private Verification verification;
  @Autowired private JdbcClient jdbc;
  @TempDir private Path folder;

  private final List<RowRemark> remarks = new ArrayList<>();

  @BeforeEach
  void products() {
    jdbc.sql(
            """
            insert into product (sku, name, list_price, serialised)
            values ('T24G', 'Telepon', 1000, true), ('KABEL', 'Kabel', 10, false)
            on conflict do nothing
            """)
        .update();
  }

  @Test
  void aFileTakenTwiceChangesNothing() throws IOException {
    var text =
        """
        sku;serial;mac;lot;bin;grade;quantity;reference
        T24G;sn: imp-0001;00:0B:82:AA:00:01;LOT-7;A-01;new;;
        T24G;IMP-0002;;;;opened;1;
        KABEL;;;;;;25;opname-maret
        """;
    assertThat(read(text).added()).isEqualTo(3);
    assertThat(remarks).isEmpty();
    assertThat(onHand("T24G")).isEqualTo(2);
    assertThat(onHand("KABEL")).isEqualTo(25);

    var again = read(text);
    assertThat(again.added()).isZero();
    assertThat(again.unchanged()).isEqualTo(3);
    assertThat(onHand("KABEL")).isEqualTo(25);

    assertThat(read("sku,serial,bin\nT24G,IMP-0002,B-09\n").changed()).isEqualTo(1);
    var unit = units.with(new Sku("T24G"), List.of(new SerialNumber("IMP-0002"))).getFirst();
    assertThat(unit.bin()).isEqualTo("B-09");
    assertThat(unit.grade()).isEqualTo(Unit.Grade.OPENED);
    assertThat(verification.run().broken()).isEmpty();
  }

  @Test
  void whatIsWrongIsSaidByRowAndColumn() throws IOException {
    read("sku,serial,mac\nT24G,IMP-0100,00:0B:82:AA:01:00\n");
    var counts =
        read(
            """
            sku,serial,mac,quantity,reference,grade
            T24G,IMP-0101,OO:0B:82:AA:0I:01,,,
            T24G,IMP-0102,00:0B:82:AA:01:00,,,
            NIHIL,IMP-0103,,,,
            KABEL,IMP-0104,,,,
            T24G,,,3,opname,
            KABEL,,,-3,opname,
            KABEL,,,3,,
            T24G,IMP-0105,,2,,
            T24G,IMP-0106,,,,rusak
            """);
    assertThat(counts.refused()).isEqualTo(9);
    assertThat(remarks)
        .map(RowRemark::toString)
        .satisfiesExactly(
            row -> assertThat(row).contains("mac", "is it 00:0B:82:AA:01:01?"),
            row -> assertThat(row).contains("quantity", "is -3"),
            row -> assertThat(row).contains("reference", "is needed"),
            row -> assertThat(row).contains("quantity", "a serial is one unit"),
            row -> assertThat(row).contains("grade", "rusak"),
            row -> assertThat(row).contains("mac", "recorded with unit IMP-0100"),
            row -> assertThat(row).contains("sku", "NIHIL is no product"),
            row -> assertThat(row).contains("serial", "have no serials"),
            row -> assertThat(row).contains("serial", "every unit of T24G has one"));
    assertThat(verification.run().broken()).isEmpty();
  }

  private ImportCounts read(String text) throws IOException {
    var file = Files.writeString(folder.resolve("stok.csv"), text);
    return imports.read(file, Instant.now(), new Actor.Operator(), remarks::add, counts -> {});
  }

  private int onHand(String sku) {
    return jdbc.sql("select on_hand from stock_level where sku = ?")
        .param(sku)
        .query(Integer.class)
        .single();
  }
}
