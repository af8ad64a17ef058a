package io.tukar.orders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.DatabaseForTests;
import io.tukar.csv.ImportCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongOrderFileTest {

  private static final Instant NOON = Instant.parse("2026-03-25T05:00:00Z");
  private static final int REFUSED_EVERY = 1000;

  @TempDir private Path folder;

  @Test
  void twentyThousandLinesAreTakenAndTheSecondTimeNothingChanges() throws IOException {
    takenTwice(20_000);
  }

  @Test
  @Tag("slow")
  void aHundredThousandLinesAreTakenAndTheSecondTimeNothingChanges() throws IOException {
    takenTwice(100_000);
  }

  private void takenTwice(int lines) throws IOException {
    var file = file(lines);
    var refused = lines / REFUSED_EVERY;
    try (var database = DatabaseForTests.fresh()) {
      var importing = new OrderImport(database.jdbc(), database.transactions());
      List<ImportCounts> progress = new ArrayList<>();

      var first = importing.read(file, NOON, remark -> {}, progress::add);
      assertThat(first.rows()).isEqualTo(lines);
      assertThat(first.refused()).isEqualTo(refused);
      assertThat(first.added()).isEqualTo((lines - refused) / 3);
      assertThat(progress).isSortedAccordingTo((a, b) -> Long.compare(a.rows(), b.rows()));

      var second = importing.read(file, NOON, remark -> {}, counts -> {});
      assertThat(second.unchanged()).isEqualTo(first.added());
      assertThat(second.added() + second.changed()).isZero();
      assertThat(count(database, "sold_item")).isEqualTo(lines - refused);
      assertThat(count(database, "sold_unit")).isEqualTo(first.added());
    }
  }

  private static long count(DatabaseForTests database, String table) {
    return database.jdbc().sql("select count(*) from " + table).query(Long.class).single();
  }

  /** Orders of three lines, the first with a serial; one line in a thousand has no order number. */
  private Path file(int lines) throws IOException {
    var file = folder.resolve("orders.csv");
    try (var out = Files.newBufferedWriter(file, UTF_8)) {
      out.write("order_number,ordered_at,status,received_on,customer_name,phone,email,address,");
      out.write("sku,item_name,quantity,unit_paid,serials\n");
      var line = 0;
      for (var written = 0; written < lines; written++) {
        if (written % REFUSED_EVERY == REFUSED_EVERY - 1) {
          out.write(",2026-03-02,open,,Nobody,0812,,,A1,x,1,1000,\n");
          continue;
        }
        var order = line / 3;
        out.write(
            "SO-%d,2026-03-02 09:00:00,delivered,2026-03-05,Pembeli %d,+62812%07d,p%d@contoh.example,"
                .formatted(order, order % 5000, order % 5000, order % 5000));
        out.write(
            "\"Jl. Contoh No. %d, Bandung\",IPT-%d,Telepon IP,2,%d,%s\n"
                .formatted(
                    order % 5000,
                    line % 3,
                    875_000 + line % 100,
                    line % 3 == 0 ? "SER" + line : ""));
        line++;
      }
    }
    return file;
  }
}
