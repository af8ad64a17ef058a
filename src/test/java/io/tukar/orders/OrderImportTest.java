package io.tukar.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tukar.DatabaseForTests;
import io.tukar.csv.ImportCounts;
import io.tukar.csv.RowRemark;
import io.tukar.csv.UnreadableFile;
import io.tukar.kernel.Contact;
import io.tukar.kernel.OrderNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class OrderImportTest {

  private static final Path FILES = Path.of("src/test/resources/import");
  private static final Instant NOON = Instant.parse("2026-03-25T05:00:00Z");
  private static final String HEADER =
      "order_number,ordered_at,status,customer_name,phone,sku,quantity,unit_paid,serials,received_on\n";

  @TempDir private Path folder;

  private final List<RowRemark> remarks = new ArrayList<>();
  private DatabaseForTests database;
  private JdbcClient jdbc;
  private OrderImport importing;
  private OrderBook book;

  @BeforeEach
  void anEmptyShop() {
    database = DatabaseForTests.fresh();
    jdbc = database.jdbc();
    importing = new OrderImport(jdbc, database.transactions());
    book = new OrderBook(jdbc);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"woocommerce-orders-row-per-item.csv", "woocommerce-orders-row-per-order.csv"})
  void bothWooCommerceLayoutsTellTheSameOrders(String name) throws IOException {
    var counts = read(FILES.resolve(name));

    assertThat(counts.added()).isEqualTo(3);
    assertThat(counts.refused()).isZero();
    var first = order("INV-5012");
    assertThat(first.orderedAt()).isEqualTo(Instant.parse("2026-03-02T02:14:33Z"));
    assertThat(first.status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(first.forCompany()).isTrue();
    assertThat(order("5013").forCompany()).isNull();
    assertThat(lines(first)).containsExactly("1 IPT-210P 2 x 929625", "2 HS-400-A 3 x 360283");
    assertThat(lines(order("5013")))
        .containsExactly(
            "1 WC-130 1 x 2664000", "2 UNKNOWN_PRODUCT 1 x 500000", "3 GW-4FXO 3 x 3150000");
    assertThat(
            jdbc.sql(
                    "select address || '|' || city || '|' || phone from customer where name ="
                        + " 'Budi'")
                .query(String.class)
                .single())
        .isEqualTo("Gudang Blok C|Bekasi|+6281300002222");
    assertThat(remarks).extracting(RowRemark::weight).containsOnly(RowRemark.Weight.NOTICE);
  }

  @Test
  void aShareThatIsNoWholeRupiahIsRoundedDown() throws IOException {
    read(FILES.resolve("woocommerce-orders-row-per-item.csv"));
    // 1,000,000 + 80,850 for three units is 360,283.33 for one.
    assertThat(order("INV-5012").items().get(1).unitPaid().minor()).isEqualTo(360_283);
  }

  @Test
  void anOrderRefundedWholeIsCancelledAndHasNoLines() throws IOException {
    read(FILES.resolve("woocommerce-orders-row-per-item.csv"));
    assertThat(
            jdbc.sql(
                    """
                    select status || ' ' || (select count(*) from sold_item where order_id = o.id)
                    from sales_order o where number = '5014'
                    """)
                .query(String.class)
                .single())
        .isEqualTo("CANCELLED 0");
  }

  @Test
  void theCsvImportFormatWithJsonItemsIsUnderstood() throws IOException {
    read(FILES.resolve("woocommerce-orders-csv-import.csv"));
    var order = order("WEB-20");
    assertThat(order.status()).isEqualTo(OrderStatus.OPEN);
    assertThat(lines(order)).containsExactly("1 RCK-19 2 x 166500");
    assertThat(order.items().getFirst().name()).isEqualTo("Kabel 19\" rak");
  }

  @Test
  void aLegacyRowIsTakenOnlyWhereNoTaxIsHidden() throws IOException {
    var counts = read(FILES.resolve("woocommerce-orders-legacy.csv"));
    assertThat(lines(order("4001"))).containsExactly("1 IPT-210P 3 x 833333");
    assertThat(counts.refused()).isEqualTo(1);
    assertThat(remarks)
        .singleElement()
        .asString()
        .contains("row 3, column tax")
        .contains("One Row per Item");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain-orders.csv", "plain-orders-semicolon-crlf-bom.csv"})
  void thePlainLayoutBringsDatesSerialsAndMacs(String name) throws IOException {
    var counts = read(FILES.resolve(name));

    assertThat(counts.added()).isEqualTo(2);
    assertThat(counts.refused()).isZero();
    var order = order("SO-1001");
    assertThat(order.invoice()).isEqualTo(new OrderNumber("F/2026/001"));
    assertThat(order.status()).isEqualTo(OrderStatus.DELIVERED);
    assertThat(order.dispatchedOn()).isEqualTo(LocalDate.of(2026, 3, 3));
    assertThat(order.receivedOn()).isEqualTo(LocalDate.of(2026, 3, 5));
    assertThat(lines(order)).containsExactly("1 IPT-210P 2 x 1500000", "2 HS-400-A 1 x 1500000");
    assertThat(lines(order("SO-1002"))).containsExactly("1 GW-4FXO 1 x 3150000");
    var bySerialOrMac = Contact.parse("081200001111").orElseThrow();
    assertThat(book.find("ns210p00002", bySerialOrMac)).contains(order);
    assertThat(book.find("00-1a-2b-00-00-01", bySerialOrMac)).contains(order);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain-orders.csv",
        "woocommerce-orders-row-per-item.csv",
        "woocommerce-orders-row-per-order.csv"
      })
  void theSameFileTakenTwiceChangesNothing(String name) throws IOException {
    var first = read(FILES.resolve(name));
    var before = everything();
    var second = read(FILES.resolve(name));

    assertThat(second.unchanged()).isEqualTo(first.added());
    assertThat(second.added() + second.changed() + second.refused()).isZero();
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void everyRefusedRowIsNamedWithItsColumnAndReason() throws IOException {
    var counts = read(FILES.resolve("plain-orders-with-mistakes.csv"));

    assertThat(remarks.stream().map(RowRemark::toString))
        .containsExactlyInAnyOrder(
            "row 3, column sku: \"HS 400\" is not a SKU (letters, digits and . _ / + -, at most 64,"
                + " no blanks)",
            "row 3, column quantity: is -1; from 1 to 100000 is possible",
            "row 3, column unit_paid: \"875000,50\" has a fraction; rupiah has none",
            "row 2: left out with row 3: an order is taken whole or not at all",
            "row 4, column ordered_at: \"kemarin\" is not a date and time such as 2026-03-25 16:00",
            "row 4, column status: \"entah\" is not one of open, shipped, delivered, cancelled",
            "row 4, column unit_paid: \"mahal\" is not an amount",
            "row 5, column phone: note: is not a phone number and was not used",
            "row 5, column email: note: is not an e-mail address and was not used",
            "row 5, column phone: and email: one of them must be there and valid",
            "row 6, column serials: 2 serials for 1 units were found",
            "row 8: serial XA-2005 was sold with order SO-2005",
            "row 9: the order began further up; its rows must stand together",
            "row 10, column order_number: is empty; an order number (letters, digits and . / _ -,"
                + " at most 40) is needed",
            "row 11, column received_on: is given, but the status says the order is open");
    assertThat(counts.added()).isEqualTo(1);
    assertThat(counts.refused()).isEqualTo(9);
    assertThat(lines(order("SO-2005"))).containsExactly("1 IPT-210P 1 x 875000");
  }

  @Test
  void aLaterFileFillsInDeliveryAndNeverTurnsItBack() throws IOException {
    read(row("shipped", 2, 1000, "", ""));
    read(row("delivered", 2, 1000, "", "2026-03-05"));
    var counts = read(row("open", 2, 1000, "", ""));

    assertThat(counts.unchanged()).isEqualTo(1);
    assertThat(order("SO-1").status()).isEqualTo(OrderStatus.DELIVERED);
    assertThat(order("SO-1").receivedOn()).isEqualTo(LocalDate.of(2026, 3, 5));
  }

  @Test
  void theCourierAndTheBuyingFirmAreHeardAndKeptWhereALaterFileIsSilent() throws IOException {
    var header = HEADER.strip() + ",courier,company\n";
    var order = "SO-1,2026-03-02 09:00,shipped,Pembeli Uji,081200001111,T31P,1,1000,,,";
    read(file(header + order + "JNE,ya\n"));
    assertThat(order("SO-1").courier()).isEqualTo("JNE");
    assertThat(order("SO-1").forCompany()).isTrue();

    assertThat(read(file(header + order + ",\n")).unchanged()).isEqualTo(1);
    assertThat(order("SO-1").courier()).isEqualTo("JNE");

    read(file(header + order + "SiCepat,tidak\n"));
    assertThat(order("SO-1").courier()).isEqualTo("SiCepat");
    assertThat(order("SO-1").forCompany()).isFalse();

    read(file(header + order + "JNE,maybe\n"));
    assertThat(remarks).singleElement().asString().contains("company", "yes or no");
    assertThat(order("SO-1").forCompany()).isFalse();
  }

  @Test
  void aLineNotYetInACaseFollowsTheFile() throws IOException {
    read(row("shipped", 2, 1000, "AAAA1|AAAA2", ""));
    var counts = read(row("shipped", 3, 900, "AAAA2|AAAA3", ""));

    assertThat(counts.changed()).isEqualTo(1);
    assertThat(lines(order("SO-1"))).containsExactly("1 A1 3 x 900");
    assertThat(jdbc.sql("select serial from sold_unit order by serial").query(String.class).list())
        .containsExactly("AAAA2", "AAAA3");
  }

  @Test
  void aFileTakesNothingFromALineThatWasScannedAsItLeft() throws IOException {
    read(row("open", 2, 1000, "AAAA1|AAAA2", ""));
    jdbc.sql("update sold_item set sent = 2").update();
    jdbc.sql("update sold_unit set serial = 'BBB' || serial, scanned = true").update();

    read(row("shipped", 2, 1000, "AAAA1|AAAA2", ""));
    assertThat(remarks)
        .last()
        .extracting(RowRemark::text)
        .isEqualTo("A1 was scanned as it left; the file's serials are not taken");
    assertThat(jdbc.sql("select status from sales_order").query(String.class).single())
        .isEqualTo("SHIPPED");
    assertThat(jdbc.sql("select serial from sold_unit order by serial").query(String.class).list())
        .containsExactly("BBBAAAA1", "BBBAAAA2");

    read(row("shipped", 1, 1000, "", ""));
    assertThat(remarks)
        .last()
        .extracting(RowRemark::text)
        .isEqualTo("2 of A1 have been sent; the file says only 1 were bought");
  }

  @Test
  void aFileThatContradictsALineInACaseIsRefusedAndNothingChanges() throws IOException {
    read(row("delivered", 2, 1000, "AAAA1|AAAA2", "2026-03-05"));
    jdbc.sql("update sold_item set claimed = 2").update();
    var before = everything();

    read(row("delivered", 1, 1000, "", ""));
    read(row("delivered", 2, 900, "", ""));
    read(row("delivered", 2, 1000, "AAAA1", ""));
    read(row("delivered", 2, 1000, "", "2026-03-01"));
    read(row("cancelled", 2, 1000, "", ""));

    assertThat(remarks)
        .extracting(RowRemark::text)
        .containsExactly(
            "2 of A1 are in a case; the file says only 1 were bought",
            "A1 is in a case at 1000 paid for a unit; the file says 900",
            "A1 is in a case and the file drops a serial of it",
            "the order is in a case as received on 2026-03-05",
            "the order is in a case and cannot be cancelled by a file");
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void anImportNeverLowersWhatIsClaimed() throws IOException {
    read(row("delivered", 3, 1000, "", "2026-03-05"));
    jdbc.sql("update sold_item set claimed = 2").update();
    read(row("delivered", 4, 1000, "", "2026-03-05"));
    assertThat(order("SO-1").items().getFirst().quantity()).isEqualTo(4);
    assertThat(order("SO-1").items().getFirst().claimed()).isEqualTo(2);
  }

  @Test
  void theLatestOrderSaysWhereACustomerLives() throws IOException {
    var header =
        "order_number,ordered_at,status,customer_name,phone,address,sku,quantity,unit_paid\n";
    var text =
        header
            + "N-2,2026-03-02,open,Sari,081200001111,Alamat baru,A1,1,1000\n"
            + "N-1,2026-03-01,open,Sari C.,081200001111,Alamat lama,A1,1,1000\n"
            + "N-3,2026-03-03,open,Sari,081200001111,,A1,1,1000\n";
    read(file(text));
    var before = everything();
    read(file(text));
    assertThat(jdbc.sql("select name || ', ' || address from customer").query(String.class).list())
        .containsExactly("Sari, Alamat baru");
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void anInvoiceBelongsToOneOrder() throws IOException {
    var header =
        "order_number,invoice,ordered_at,status,customer_name,phone,sku,quantity,unit_paid\n";
    read(
        file(
            header
                + "N-1,F-1,2026-03-01,open,Sari,081200001111,A1,1,1000\n"
                + "N-2,F-1,2026-03-01,open,Sari,081200001111,A1,1,1000\n"));
    assertThat(remarks)
        .singleElement()
        .asString()
        .isEqualTo("row 3: the invoice belongs to order N-1");
  }

  @Test
  void rowsOfOneOrderMustAgree() throws IOException {
    read(
        file(
            HEADER
                + "N-1,2026-03-01,open,Sari,081200001111,A1,1,1000,,\n"
                + "N-1,2026-03-02,open,Sari,081200001111,A2,1,1000,,\n"));
    assertThat(remarks.getFirst()).hasToString("row 3: tells the order otherwise than row 2");
    assertThat(jdbc.sql("select count(*) from sales_order").query(Long.class).single()).isZero();
  }

  @Test
  void aProductFileIsAnsweredWithTheColumnsThatAreExpected() {
    assertThatExceptionOfType(UnreadableFile.class)
        .isThrownBy(() -> read(FILES.resolve("plain-products.csv")))
        .withMessageContaining("no known layout")
        .withMessageContaining("order_number, ordered_at, sku, quantity, unit_paid");
  }

  private Path row(String status, int quantity, long unitPaid, String serials, String receivedOn)
      throws IOException {
    return file(
        HEADER
            + "SO-1,2026-03-02 09:00,%s,Sari,081200001111,A1,%d,%d,%s,%s\n"
                .formatted(status, quantity, unitPaid, serials, receivedOn));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("orders.csv"), text);
  }

  private Order order(String number) {
    return book.find(new OrderNumber(number)).orElseThrow();
  }

  private static List<String> lines(Order order) {
    return order.items().stream()
        .map(
            item ->
                "%d %s %d x %d"
                    .formatted(item.lineNo(), item.sku(), item.quantity(), item.unitPaid().minor()))
        .toList();
  }

  /** All rows an import writes, byte for byte. */
  private List<String> everything() {
    return jdbc.sql(
            """
            select c::text from customer c union all select o::text from sales_order o
            union all select i::text from sold_item i union all select u::text from sold_unit u
            order by 1
            """)
        .query((row, n) -> row.getString(1))
        .list();
  }

  private ImportCounts read(Path file) throws IOException {
    return importing.read(file, NOON, remarks::add, counts -> {});
  }
}
