package io.tukar.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tukar.DatabaseForTests;
import io.tukar.csv.ImportCounts;
import io.tukar.csv.RowRemark;
import io.tukar.csv.UnreadableFile;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Sku;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProductImportTest {

  private static final Path FILES = Path.of("src/test/resources/import");
  private static final Instant NOON = Instant.parse("2026-03-25T05:00:00Z");

  @TempDir private Path folder;

  private final List<RowRemark> remarks = new ArrayList<>();
  private DatabaseForTests database;
  private JdbcClient jdbc;
  private ProductImport importing;

  @BeforeEach
  void anEmptyShop() {
    database = DatabaseForTests.fresh();
    jdbc = database.jdbc();
    var batch = new JdbcTemplate(database.dataSource());
    importing = new ProductImport(jdbc, batch, database.transactions(), new Catalogue(jdbc));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aWooCommerceExportGivesSimpleProductsAndVariations() throws IOException {
    var counts = read(FILES.resolve("woocommerce-products.csv"));

    assertThat(counts.added()).isEqualTo(5);
    assertThat(counts.skipped()).isEqualTo(2);
    assertThat(counts.refused()).isEqualTo(2);
    assertThat(product("IPT-210P"))
        .isEqualTo(
            new Product(
                new Sku("IPT-210P"),
                "Telepon IP Nusa 210P (PoE)",
                "Telepon IP > Meja",
                io.tukar.kernel.Money.rupiah(875_000),
                true,
                true,
                false,
                "",
                true,
                24));
    assertThat(product("HS-400-A").category()).isEqualTo("Headset");
    assertThat(product("HS-400-A").listPrice().minor()).isEqualTo(1_250_000);
    assertThat(product("HS-400-C").category()).isEqualTo("Headset");
    assertThat(product("HS-400-C").free()).isZero();
    assertThat(product("WC-130").name()).isEqualTo("Lisensi Cloud PBX & Rekaman, 10 pengguna");
    assertThat(product("WC-130").boxed()).isFalse();
    assertThat(product("GW-4FXO").active()).isFalse();
  }

  @Test
  void everyRefusedRowIsNamedWithItsColumnAndReason() throws IOException {
    read(FILES.resolve("woocommerce-products.csv"));
    assertThat(remarks)
        .extracting(RowRemark::toString)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("row 9, column sku: \"ADP 5V\" is not a SKU"),
            second ->
                assertThat(second)
                    .isEqualTo("row 10, column regular price: is empty; an amount is needed"));
  }

  @Test
  void stockIsCountedInOnceAndNeverInvented() throws IOException {
    read(FILES.resolve("plain-products.csv"));
    assertThat(moves()).containsExactly("IPT-210P 24 SUPPLIER>SHELF imported");
    jdbc.sql("update stock_level set on_hand = 20 where sku = 'IPT-210P'").update();

    var second = read(FILES.resolve("plain-products.csv"));

    assertThat(second.unchanged()).isEqualTo(3);
    assertThat(second.added() + second.changed() + second.refused()).isZero();
    assertThat(moves()).hasSize(1);
    assertThat(product("IPT-210P").free()).isEqualTo(20);
  }

  @Test
  void anEmptyCellNeverWipesOutWhatIsKnown() throws IOException {
    read(FILES.resolve("plain-products.csv"));
    var counts =
        read(file("sku,name,list_price,category,contents\nipt-210p,Telepon IP 210P,900000,,\n"));

    assertThat(counts.changed()).isEqualTo(1);
    var product = product("IPT-210P");
    assertThat(product.name()).isEqualTo("Telepon IP 210P");
    assertThat(product.listPrice().minor()).isEqualTo(900_000);
    assertThat(product.category()).isEqualTo("telepon-ip");
    assertThat(product.serialised()).isTrue();
    assertThat(product.contents()).isEqualTo("1 unit, 1 gagang, 1 kabel RJ45");
  }

  @Test
  void windows1252WithSemicolonsIsUnderstood() throws IOException {
    read(FILES.resolve("plain-products-windows-1252.csv"));
    assertThat(product("CAB-1").name()).isEqualTo("Kabel Café 2½ m – biru");
    assertThat(product("CAB-1").listPrice().minor()).isEqualTo(12_500);
  }

  @Test
  void theSecondRowWithOneSkuIsRefused() throws IOException {
    var counts = read(file("sku,name,list_price\nA1,satu,1000\nA1,dua,2000\n"));
    assertThat(counts.refused()).isEqualTo(1);
    assertThat(product("A1").name()).isEqualTo("satu");
    assertThat(remarks).singleElement().asString().contains("row 3").contains("further up");
  }

  @Test
  void anUnquotedCommaInANameIsRefusedInsteadOfShiftingTheColumns() throws IOException {
    var counts = read(file("sku,name,list_price\nA1,Kabel, biru,1000\n"));
    assertThat(counts.added()).isZero();
    assertThat(remarks)
        .anySatisfy(r -> assertThat(r).asString().contains("more cells than the header"));
  }

  @Test
  void aFileOfOrdersIsNoFileOfProducts() {
    assertThatExceptionOfType(UnreadableFile.class)
        .isThrownBy(() -> read(file("order_number,quantity\n1,2\n")))
        .withMessageContaining("no known layout")
        .withMessageContaining("sku, name, list_price");
  }

  private Product product(String sku) {
    return Objects.requireNonNull(
        new Catalogue(jdbc).products(List.of(new Sku(sku))).get(new Sku(sku)));
  }

  private List<String> moves() {
    return jdbc.sql(
            "select concat(sku, ' ', quantity, ' ', from_place, '>', to_place, ' ', cause) from stock_move")
        .query((row, n) -> row.getString(1))
        .list();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("products.csv"), text);
  }

  private ImportCounts read(Path file) throws IOException {
    return importing.read(file, NOON, new Actor.Clock(), remarks::add, counts -> {});
  }
}
