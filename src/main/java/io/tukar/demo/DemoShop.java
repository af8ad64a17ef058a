package io.tukar.demo;

import io.tukar.csv.ImportCounts;
import io.tukar.csv.RowRemark;
import io.tukar.evidence.Album;
import io.tukar.evidence.Caption;
import io.tukar.evidence.PhotoIntake;
import io.tukar.evidence.PhotoSource;
import io.tukar.evidence.Photos;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.OrderNumber;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.SealNumber;
import io.tukar.orders.OrderBook;
import io.tukar.orders.OrderImport;
import io.tukar.rma.Drafts;
import io.tukar.rma.ExchangeDesk;
import io.tukar.shipping.TariffImport;
import io.tukar.staff.StaffBook;
import io.tukar.staff.Tokens;
import io.tukar.stock.ProductImport;
import io.tukar.stock.Shelf;
import io.tukar.stock.qc.QcBench;
import io.tukar.stock.qc.QcTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills a fresh database with a shop that feels real: products, stock with serials, orders of the
 * last two months, staff, and cases in every status. The same every time, apart from secrets and
 * from dates, which count back from now. A filling that was broken off is taken up again.
 */
@Component
class DemoShop {

  private static final long SEED = 20_261_122;
  private static final Duration OLDEST = Duration.ofDays(75);
  private static final int SAMPLE_ORDERS = 6;
  private static final int SAMPLE_DAYS_MAX = 4;

  private final JdbcClient jdbc;
  private final ProductImport products;
  private final OrderImport orders;
  private final TariffImport tariffs;
  private final OrderBook orderBook;
  private final Shelf shelf;
  private final QcBench bench;
  private final ExchangeDesk desk;
  private final Drafts drafts;
  private final Photos photos;
  private final PhotoIntake intake;
  private final DemoStaff staff;
  private final TransactionTemplate transactions;
  private final DemoLists lists;
  private final DemoVendors vendors;

  DemoShop(
      JdbcClient jdbc,
      ProductImport products,
      OrderImport orders,
      TariffImport tariffs,
      OrderBook orderBook,
      Shelf shelf,
      QcBench bench,
      ExchangeDesk desk,
      Drafts drafts,
      Photos photos,
      PhotoIntake intake,
      StaffBook staff,
      Tokens tokens,
      TransactionTemplate transactions,
      DemoLists lists,
      DemoVendors vendors) {
    this.lists = lists;
    this.vendors = vendors;
    this.jdbc = jdbc;
    this.products = products;
    this.orders = orders;
    this.tariffs = tariffs;
    this.orderBook = orderBook;
    this.shelf = shelf;
    this.bench = bench;
    this.desk = desk;
    this.drafts = drafts;
    this.photos = photos;
    this.intake = intake;
    this.staff = new DemoStaff(jdbc, staff, tokens);
    this.transactions = transactions;
  }

  /** An order to try the portal with. */
  record SampleOrder(String number, String invoice, String contact, String serial, String item) {}

  /** Whether this database may be filled: nothing is in it, or a demonstration shop is. */
  boolean mayFill() {
    return jdbc.sql(
            """
            select coalesce(
              (select demo from shop),
              not exists (select 1 from product) and not exists (select 1 from sales_order)
                and not exists (select 1 from staff))
            """)
        .query(Boolean.class)
        .single();
  }

  /**
   * Opens the shop and hires its people, if nobody works there yet.
   *
   * @param tell is told how they come in, before anything is final
   */
  void open(Instant now, Consumer<DemoStaff.Keys> tell) {
    transactions.executeWithoutResult(
        transaction -> {
          openShop();
          if (!staff.isHired()) {
            tell.accept(staff.hire(now));
          }
        });
  }

  /** Fills what is not there yet, and names orders to try the portal with. */
  List<SampleOrder> fill(Instant now) throws IOException {
    var random = new Random(SEED);
    var folder = Files.createTempDirectory("tukar-demo");
    try {
      var goods = stock(folder.resolve("products.csv"), now, staff.team().inspector());
      var scripts = Script.all(now, random);
      var all = new DemoOrders(goods, random, now).all(scripts);
      if (jdbc.sql("select count(*) from sales_order").query(Long.class).single() == 0) {
        takeOrders(all, folder.resolve("orders.csv"), now);
      }
      lists.write(goods.all());
      takeTariffs(folder.resolve("tariffs.csv"), now);
      play(all, goods, staff.team());
      vendors.write(now, staff.team().inspector());
      return samples(all, now);
    } finally {
      Files.deleteIfExists(folder.resolve("products.csv"));
      Files.deleteIfExists(folder.resolve("orders.csv"));
      Files.deleteIfExists(folder.resolve("tariffs.csv"));
      Files.delete(folder);
    }
  }

  private void openShop() {
    jdbc.sql(
            """
            insert into shop (name, legal_name, return_address, phone, whatsapp, email, bank_name,
                              bank_account, bank_holder, city, postcode, demo)
            values ('Suara Nusantara (toko demo)', 'PT Suara Nusantara Contoh (fiktif)',
                    'Gudang Retur, Jl. Contoh Raya No. 1, Jakarta Selatan 12190',
                    '+622100000000', '+6281200000000', 'cs@suaranusantara.example', 'Bank Contoh',
                    '0000000000', 'PT Suara Nusantara Contoh',
                    'Jakarta Selatan', '12190', true)
            on conflict (id) do nothing
            """)
        .update();
  }

  private DemoGoods stock(Path file, Instant now, Actor inspector) throws IOException {
    try (var shipped =
        Objects.requireNonNull(DemoShop.class.getResourceAsStream("/demo/products.csv"))) {
      Files.copy(shipped, file, StandardCopyOption.REPLACE_EXISTING);
    }
    var goods = DemoGoods.of(file);
    var counted = products.read(file, now.minus(OLDEST), inspector, DemoShop::mustNot, c -> {});
    var drawn = new DemoPhotos(intake);
    for (var item : goods.all()) {
      for (var tag : goods.tags(item, item.stock())) {
        if (counted.added() > 0) {
          tested(item, tag, now.minus(OLDEST).plus(Duration.ofHours(4)), drawn, inspector);
        }
      }
    }
    return goods;
  }

  private void tested(
      DemoGoods.Item item, DemoGoods.Tag tag, Instant at, DemoPhotos drawn, Actor inspector)
      throws IOException {
    var test = done(bench.start(item.sku(), tag.serial(), tag.mac().orElse(null), at, inspector));
    for (var step : test.plan().steps()) {
      done(
          switch (step.kind()) {
            case CHECK -> bench.answer(test.id(), step.no(), true, null, at, inspector);
            case READ -> bench.answer(test.id(), step.no(), true, "1.0.11.64", at, inspector);
            case PHOTO -> {
              photograph(test, step.no(), PhotoSlot.UNIT, item, drawn, at, inspector);
              yield bench.photographed(test.id(), step.no(), 1, at, inspector);
            }
          });
    }
    photograph(test, 1, PhotoSlot.SEAL, item, drawn, at, inspector);
    done(bench.pass(test.id(), new SealNumber("SN-%06d".formatted(test.id())), 1, at, inspector));
  }

  private void photograph(
      QcTest test,
      int stepNo,
      PhotoSlot slot,
      DemoGoods.Item item,
      DemoPhotos drawn,
      Instant at,
      Actor inspector)
      throws IOException {
    photos.attach(
        new Album.OfQcTest(test.id()),
        new Caption(stepNo, slot, PhotoSource.QC),
        drawn.of(slot, item.category(), ""),
        inspector,
        at);
  }

  private static QcTest done(Answer<QcTest> answer) {
    return switch (answer) {
      case Answer.Done<QcTest>(var test) -> test;
      case Answer.Refused<QcTest>(var reasons) ->
          throw new IllegalStateException("A demonstration unit was not tested: " + reasons);
    };
  }

  private void takeOrders(List<DemoOrders.Order> all, Path file, Instant now) throws IOException {
    DemoOrders.write(all, file);
    ImportCounts taken = orders.read(file, now, DemoShop::mustNot, counts -> {});
    if (taken.added() != all.size()) {
      throw new IllegalStateException("Of the demonstration orders came only " + taken);
    }
  }

  private void takeTariffs(Path file, Instant now) throws IOException {
    try (var shipped =
        Objects.requireNonNull(DemoShop.class.getResourceAsStream("/demo/tariffs.csv"))) {
      Files.copy(shipped, file, StandardCopyOption.REPLACE_EXISTING);
    }
    tariffs.read(file, now, DemoShop::mustNot, counts -> {});
  }

  private static void mustNot(RowRemark remark) {
    throw new IllegalStateException("The demonstration data is wrong: " + remark);
  }

  private void play(List<DemoOrders.Order> all, DemoGoods goods, DemoStaff.Team team)
      throws IOException {
    var cases =
        new DemoCases(
            orderBook,
            new DemoRooms(
                desk,
                drafts,
                photos,
                shelf,
                new DemoPhotos(intake),
                goods,
                team,
                new DemoParcels()));
    var scripted =
        all.stream()
            .filter(order -> order.script() != null)
            .sorted(
                java.util.Comparator.comparing(
                    order -> Objects.requireNonNull(order.script()).requestedAt()))
            .toList();
    for (var order : scripted) {
      if (!hasCase(order)) {
        cases.play(Objects.requireNonNull(order.script()), order);
      }
    }
  }

  private boolean hasCase(DemoOrders.Order order) {
    return jdbc.sql(
            """
            select exists (select 1 from rma r join sales_order o on o.id = r.order_id
                           where o.number = ?)
            """)
        .param(new OrderNumber(order.number()).value())
        .query(Boolean.class)
        .single();
  }

  /** Received lately, with a serial, and in no case yet. */
  private static List<SampleOrder> samples(List<DemoOrders.Order> all, Instant now) {
    var since =
        LocalDate.ofInstant(now, io.tukar.calendar.WorkingCalendar.SHOP_ZONE)
            .minusDays(SAMPLE_DAYS_MAX);
    return all.stream()
        .filter(order -> order.script() == null)
        .filter(order -> order.receivedOn() != null && order.receivedOn().isAfter(since))
        .filter(order -> !order.lines().getFirst().tags().isEmpty())
        .limit(SAMPLE_ORDERS)
        .map(
            order ->
                new SampleOrder(
                    order.number(),
                    order.invoice(),
                    order.buyer().contact(),
                    order.lines().getFirst().tags().getFirst().serial().value(),
                    order.lines().getFirst().item().name()))
        .toList();
  }
}
