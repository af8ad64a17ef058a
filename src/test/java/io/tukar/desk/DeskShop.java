package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.cashier.BankAccounts;
import io.tukar.cashier.BcaFile;
import io.tukar.inspection.Arrival;
import io.tukar.inspection.Arrivals;
import io.tukar.inspection.Disposition;
import io.tukar.inspection.Packaging;
import io.tukar.inspection.Seen;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Role;
import io.tukar.kernel.Sku;
import io.tukar.kernel.WaybillNumber;
import io.tukar.payout.Bank;
import io.tukar.payout.CustomerAccount;
import io.tukar.payout.CustomerAccounts;
import io.tukar.payout.PayoutDesk;
import io.tukar.rma.Arriving;
import io.tukar.rma.CaseRef;
import io.tukar.rma.Cases;
import io.tukar.rma.Drafts;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.LeftoverDesk;
import io.tukar.rma.LineDispatch;
import io.tukar.rma.LineInspection;
import io.tukar.rma.Parcel;
import io.tukar.rma.ReceivingDesk;
import io.tukar.rma.Rma;
import io.tukar.rma.RmaStatus;
import io.tukar.rma.Rmas;
import io.tukar.rma.ShippingCosts;
import io.tukar.rma.ShopFixture;
import io.tukar.settlement.PaymentCodes;
import io.tukar.shipping.Courier;
import io.tukar.staff.StaffBook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop with staff of every role and cases wherever a test wants them. */
@TestComponent
class DeskShop {

  static final String PASSWORD = "kopi tubruk pagi";
  static final Instant NOW = Cases.MONDAY;
  private static final LocalDate FRIDAY_BEFORE = LocalDate.of(2026, 3, 13);
  private static final Actor MANAGER = new Actor.Staff(1, Role.MANAGER);
  private static final Actor FINANCE = new Actor.Staff(2, Role.FINANCE);

  private final JdbcClient jdbc;
  private final StaffBook staff;
  private final ExchangeDesk desk;
  private final ReceivingDesk receiving;
  private final LeftoverDesk leftovers;
  private final Rmas rmas;
  private final PaymentCodes codes;
  private final BankAccounts accounts;
  private final CustomerAccounts customers;
  private final PayoutDesk payoutDesk;
  private final ShopFixture shop;
  private final Cases cases;

  DeskShop(
      JdbcClient jdbc,
      StaffBook staff,
      ExchangeDesk desk,
      ReceivingDesk receiving,
      LeftoverDesk leftovers,
      Drafts drafts,
      Rmas rmas,
      PaymentCodes codes,
      BankAccounts accounts,
      CustomerAccounts customers,
      PayoutDesk payoutDesk) {
    this.jdbc = jdbc;
    this.staff = staff;
    this.desk = desk;
    this.receiving = receiving;
    this.leftovers = leftovers;
    this.rmas = rmas;
    this.codes = codes;
    this.accounts = accounts;
    this.customers = customers;
    this.payoutDesk = payoutDesk;
    this.shop = new ShopFixture(jdbc);
    this.cases = new Cases(shop, drafts);
  }

  /**
   * A statement of the shop's account with the amount asked for, a sale, and one yet to be booked.
   */
  Path statement(Path folder, Rma owing) throws IOException {
    var asked = codes.asked(owing.id(), owing.balance()).amount().minor();
    accounts.add(BcaFile.ACCOUNT, NOW, MANAGER);
    return new BcaFile(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 16), "1000000")
        .credit(LocalDate.of(2026, 3, 10), "777000", "TRSF E-BANKING CR PENJUALAN")
        .credit(LocalDate.of(2026, 3, 16), Long.toString(asked - 1), "TRSF " + number(owing))
        .debit(LocalDate.of(2026, 3, 16), "6500.50", "BIAYA ADM")
        .pending("99000", "SWITCHING CR")
        .write(folder, "mutasi.csv");
  }

  /** Payouts to propose, to approve, to export and in the bank's file; the file. */
  long payouts() {
    long batch = 0;
    for (var state : List.of("EXPORTED", "APPROVED", "PROPOSED")) {
      var rma = owed(25_000);
      customers.give(
          rma.id(), new CustomerAccount(Bank.BRI, "002301000001", "Siti Aminah"), NOW, MANAGER);
      var id = done(payoutDesk.propose(rma.id(), NOW, FINANCE)).id();
      if (!state.equals("PROPOSED")) {
        done(payoutDesk.approve(id, NOW, MANAGER));
      }
      if (state.equals("EXPORTED")) {
        batch = done(payoutDesk.export(List.of(id), NOW, FINANCE));
      }
    }
    return batch;
  }

  /** Makes one account for each role; its login is the role in small letters. */
  void hire() {
    for (var role : Role.values()) {
      staff.create(login(role), name(role), role, PASSWORD, NOW);
    }
  }

  static String login(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  static String name(Role role) {
    return switch (role) {
      case AGENT -> "Rani Layanan";
      case INSPECTOR -> "Bayu Gudang";
      case FINANCE -> "Mega Keuangan";
      case MANAGER -> "Arif Manajer";
    };
  }

  /** The id of a product's first unit. */
  long unitOf(String sku) {
    return jdbc.sql("select min(id) from unit where sku = ?").param(sku).query(Long.class).single();
  }

  /** The id of an open test of a product's first unit. */
  long testOf(String sku) {
    return jdbc.sql(
            """
            insert into qc_test (unit_id, plan_id, started_at, started_by)
            values (?, (select max(id) from qc_plan where code = 'ip-phone'), now(), 'staff:1')
            on conflict (unit_id) where outcome is null do update set unit_id = excluded.unit_id
            returning id
            """)
        .param(unitOf(sku))
        .query(Long.class)
        .single();
  }

  String product(long price, int stock) {
    var sku = Cases.freshSku();
    shop.product(sku, price, stock);
    return sku;
  }

  /** An order of one phone, received on the Friday before. */
  long order(String sku, long paid) {
    return shop.order(FRIDAY_BEFORE, new ShopFixture.Line(sku, 1, paid));
  }

  /** An order of two units that nobody has sent. */
  long openOrder(String sku) {
    var order = shop.order(FRIDAY_BEFORE, new ShopFixture.Line(sku, 2, 1_000_000));
    jdbc.sql(
            "update sales_order set status = 'OPEN', dispatched_on = null, received_on = null"
                + " where id = ?")
        .param(order)
        .update();
    return order;
  }

  String orderNumber(long order) {
    return jdbc.sql("select number from sales_order where id = ?")
        .param(order)
        .query(String.class)
        .single();
  }

  void rename(long order, String customer) {
    jdbc.sql(
            "update customer set name = ? where id = (select customer_id from sales_order where id"
                + " = ?)")
        .params(customer, order)
        .update();
  }

  /** Gives every product and every line sold this name. */
  void nameProducts(String name) {
    jdbc.sql("update product set name = ?").param(name).update();
    jdbc.sql("update sold_item set name = ?").param(name).update();
  }

  /**
   * A dead phone to be exchanged for the same model, whose receipt nobody proved: a person looks.
   */
  Rma toReview() {
    var sku = product(1_500_000, 2);
    var order = order(sku, 1_400_000);
    jdbc.sql("update sales_order set received_on = null, dispatched_on = null where id = ?")
        .param(order)
        .update();
    var rma = done(desk.open(cases.dead(order, 1, new Sku(sku)), NOW, new Actor.Customer(1)));
    assertThat(rma.status()).isEqualTo(RmaStatus.REQUESTED);
    return rma;
  }

  Rma authorized() {
    var sku = product(1_500_000, 2);
    return authorized(sku, sku, 1_400_000);
  }

  Rma authorized(String sku, String wanted, long paid) {
    var order = order(sku, paid);
    return done(desk.open(cases.dead(order, 1, new Sku(wanted)), NOW, new Actor.Customer(1)));
  }

  /** A case whose replacement may leave before the goods come. */
  Rma allowedAhead() {
    return done(
        desk.allowAdvance(CaseRef.latest(authorized().id()), "Mendesak", null, NOW, MANAGER));
  }

  /** A case whose replacement left, and whose goods are awaited. */
  Rma sentAhead() {
    var rma = allowedAhead();
    var line = rma.lines().getFirst();
    return done(
        desk.dispatch(
            CaseRef.latest(rma.id()),
            new Parcel(Courier.JNE, new WaybillNumber("CHO" + rma.requestNumber().value())),
            List.of(new LineDispatch(1, List.of(ShopFixture.serial(line.wantedSku().value(), 1)))),
            NOW,
            MANAGER));
  }

  /** A case of three units, two of which came. */
  Rma cameInPart() {
    var sku = product(1_500_000, 3);
    var order = shop.order(FRIDAY_BEFORE, new ShopFixture.Line(sku, 3, 1_400_000));
    var rma = done(desk.open(cases.dead(order, 3, new Sku(sku)), NOW, new Actor.Customer(1)));
    arrived(CaseRef.latest(rma.id()), Map.of(1, 2));
    return now(rma);
  }

  /** A parcel of nobody with something of this kind in it each. */
  Arrival strangeParcel(String... labels) {
    return arrived(null, Map.of(), labels);
  }

  private Arrival arrived(@Nullable CaseRef ref, Map<Integer, Integer> came, String... labels) {
    return done(
        receiving.arrive(
            new Arriving(
                UUID.randomUUID(),
                new Arrivals.Told(null, null, 1, Packaging.AS_PACKED, "", ""),
                ref,
                came,
                List.of(labels)),
            NOW,
            MANAGER));
  }

  Rma received() {
    return received(authorized());
  }

  /** A case whose replacement is out of stock, with an equivalent that is there. */
  Rma waiting() {
    var sku = product(1_500_000, 0);
    var equivalent = product(1_600_000, 2);
    jdbc.sql(
            "insert into product_substitute (sku, substitute, kind, rank) values (?, ?,"
                + " 'EQUIVALENT', 1)")
        .params(sku, equivalent)
        .update();
    return authorized(sku, sku, 1_400_000);
  }

  /** So many dead phones of one line that came back. */
  Rma received(int quantity) {
    var sku = product(1_500_000, quantity);
    var order = shop.order(FRIDAY_BEFORE, new ShopFixture.Line(sku, quantity, 1_400_000));
    return received(
        done(desk.open(cases.dead(order, quantity, new Sku(sku)), NOW, new Actor.Customer(1))));
  }

  Rma received(Rma rma) {
    return done(desk.receive(CaseRef.latest(rma.id()), List.of(), NOW, MANAGER));
  }

  Rma inspected() {
    return inspected(received());
  }

  Rma inspected(Rma rma) {
    return done(
        desk.inspect(
            CaseRef.latest(rma.id()),
            List.of(Cases.asClaimed(1, Disposition.VENDOR_RMA)),
            NOW,
            MANAGER));
  }

  Rma settled() {
    return settled(inspected());
  }

  private Rma settled(Rma rma) {
    return done(desk.settle(CaseRef.latest(rma.id()), ShippingCosts.NONE, NOW, MANAGER));
  }

  /** Refused, agreed, and waiting to be sent back. */
  Rma refused() {
    var rma = received();
    return settled(
        done(
            desk.inspect(
                CaseRef.latest(rma.id()),
                List.of(
                    new LineInspection(
                        1,
                        new Seen(false, false, true, true, List.of()),
                        Verdict.CUSTOMER_DAMAGE,
                        Fault.CUSTOMER,
                        Disposition.SEND_BACK,
                        false,
                        "Layar pecah")),
                NOW,
                MANAGER)));
  }

  /** The number of refused goods that nobody asks for, counted from now on. */
  long left() {
    return done(leftovers.begin(CaseRef.latest(refused().id()), 1, NOW, MANAGER)).id();
  }

  /** Agreed, and the customer owes this much. */
  Rma owing(long difference) {
    var old = product(1_000_000, 0);
    var dearer = product(1_000_000 + difference, 1);
    return settled(inspected(received(authorized(old, dearer, 1_000_000))));
  }

  /** Agreed, and the shop owes this much. */
  Rma owed(long difference) {
    var old = product(1_000_000, 0);
    var cheaper = product(1_000_000 - difference, 1);
    return settled(inspected(received(authorized(old, cheaper, 1_000_000))));
  }

  /** The case with this request or RMA number. */
  Rma numbered(String number) {
    return rmas.idOf(number).flatMap(rmas::find).orElseThrow();
  }

  Rma now(Rma rma) {
    return rmas.find(rma.id()).orElseThrow();
  }

  /** Somebody else adds a photo: the case is no longer as a form showed it. */
  void movesOn(Rma rma) {
    done(desk.evidenceAdded(CaseRef.latest(rma.id()), 1, NOW, new Actor.Customer(1)));
  }

  static String number(Rma rma) {
    return CaseView.numberOf(rma);
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }
}
