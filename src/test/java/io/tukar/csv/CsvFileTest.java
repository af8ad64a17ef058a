package io.tukar.csv;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void theDelimiterIsFoundInTheHeader(String delimiter) throws IOException {
    var rows =
        read(
            file(
                "sku,name\n\"A1\",\"satu; dua, tiga\"\n"
                    .replaceFirst(",", delimiter)
                    .replaceFirst("\",\"", "\"" + delimiter + "\"")));
    assertThat(rows)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("sku")).isEqualTo("A1");
              assertThat(row.get("name")).isEqualTo("satu; dua, tiga");
            });
  }

  @Test
  void rowsAreCountedAsASpreadsheetCountsThem() throws IOException {
    var rows = read(file("sku,name\r\nA1,\"dua\r\nbaris\"\r\n,\r\n\r\nA2,x\r\n"));
    assertThat(rows).extracting(CsvRow::number).containsExactly(2L, 5L);
  }

  @Test
  void utf8AndUtf16AndWindows1252AreTold() throws IOException {
    var text = "sku,name\nA1,Café – 2½ m\n";
    for (var bytes :
        List.of(
            text.getBytes(UTF_8),
            ("\ufeff" + text).getBytes(UTF_8),
            ("\ufeff" + text).getBytes(UTF_16LE),
            text.getBytes(Charset.forName("windows-1252")))) {
      var file = Files.write(folder.resolve("encoded.csv"), bytes);
      assertThat(read(file))
          .singleElement()
          .extracting(row -> row.get("name"))
          .isEqualTo("Café – 2½ m");
    }
  }

  @Test
  void anApostropheAgainstFormulasIsTakenOff() throws IOException {
    assertThat(read(file("phone,name\n'+62812,'t Hooft\n")))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("phone")).isEqualTo("+62812");
              assertThat(row.get("name")).isEqualTo("'t Hooft");
            });
  }

  @Test
  void aFieldOfTenMegabytesIsRefusedWithItsRow() throws IOException {
    var file = file("sku,name\nA1,x\nA2,\"" + "y".repeat(10_000_000) + "\"\n");
    assertRefused(file, "Row 3", "1,048,576 characters");
  }

  @Test
  void anOpenQuotationMarkIsNamedWithItsRow() throws IOException {
    assertRefused(file("sku,name\nA1,x\nA2,\"tidak ditutup\nA3,x\n"), "Row 3", "never closed");
  }

  @Test
  void aFirstLineWithoutEndIsRefused() throws IOException {
    assertRefused(file("x".repeat(10_000_000)), "first line");
  }

  @Test
  void whatIsNoTextIsCalledByItsName() throws IOException {
    var noise = new byte[20_000];
    new Random(1).nextBytes(noise);
    assertRefused(Files.write(folder.resolve("noise.csv"), noise), "binary");
    assertRefused(file("PK\u0003\u0004 xl/worksheets"), "workbook");
    assertRefused(file("<!DOCTYPE html><html>"), "web page");
    assertRefused(file("{\"orders\": []}"), "JSON");
    assertRefused(file("%PDF-1.7"), "binary");
    assertRefused(file(""), "empty");
    assertRefused(file("\n\n \n"), "empty");
    assertRefused(folder, "not a file");
    assertRefused(folder.resolve("nowhere.csv"), "There is no file");
  }

  @Test
  void anUnknownHeaderIsAnsweredWithTheNearestLayoutAndAllThatAreKnown() {
    var orders = new CsvLayout("orders", List.of("number", "sku", "quantity"));
    var products = new CsvLayout("products", List.of("sku", "name"));
    assertThatExceptionOfType(UnreadableFile.class)
        .isThrownBy(
            () -> CsvLayout.of(java.util.Set.of("sku", "number"), List.of(products, orders)))
        .withMessageContaining("Nearest is orders; it lacks: quantity")
        .withMessageContaining("products (sku, name)");
  }

  @Test
  void keysAreTakenAsSeenOnlyOnce() {
    var seen = new SeenKeys();
    for (var i = 0; i < 100_000; i++) {
      assertThat(seen.add("SO-" + i)).isTrue();
    }
    for (var i = 0; i < 100_000; i++) {
      assertThat(seen.add("SO-" + i)).isFalse();
    }
  }

  private static void assertRefused(Path file, String... words) {
    assertThatExceptionOfType(UnreadableFile.class)
        .isThrownBy(() -> read(file))
        .satisfies(refusal -> assertThat(refusal).message().contains(words));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("file.csv"), text);
  }

  private static List<CsvRow> read(Path file) throws IOException {
    var rows = new ArrayList<CsvRow>();
    try (var csv = CsvFile.open(file)) {
      for (var row = csv.next(); row.isPresent(); row = csv.next()) {
        rows.add(row.get());
      }
    }
    return rows;
  }
}
