package io.tukar.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import io.tukar.FreshForEachTest;
import io.tukar.TukarTest;
import io.tukar.cashier.BankAccounts;
import io.tukar.cashier.BcaFile;
import io.tukar.cashier.Cashier;
import io.tukar.cashier.StatementIntake;
import io.tukar.inspection.Disposition;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Role;
import io.tukar.payout.Payout.State;
import io.tukar.payout.PayoutBatches.Format;
import io.tukar.rma.CaseRef;
import io.tukar.rma.Cases;
import io.tukar.rma.Drafts;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.Rmas;
import io.tukar.rma.ShippingCosts;
import io.tukar.rma.ShopFixture;
import io.tukar.rma.Verification;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.SchemaOutputResolver;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.xml.XMLConstants;
import javax.xml.transform.Result;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xml.sax.SAXException;

/** Money out: two people, one file, and the bank's word. */
@TukarTest
@FreshForEachTest
class PayoutTest {

  private static final Actor FINANCE = new Actor.Staff(1, Role.FINANCE);
  private static final Actor AGENT = new Actor.Staff(2, Role.AGENT);
  private static final Actor MANAGER = new Actor.Staff(3, Role.MANAGER);
  private static final Actor OWNER = new Actor.Staff(4, Role.MANAGER);
  private static final Instant NOW = Cases.MONDAY;
  private static final CustomerAccount BUDI =
      new CustomerAccount(Bank.BCA, "1234567890", "Budi Sántoso");

  @Autowired private PayoutDesk payoutDesk;
  @Autowired private Payouts payouts;
  @Autowired private PayoutBatches batches;
  @Autowired private CustomerAccounts accounts;
  @Autowired private ApprovalCodes codes;
  @Autowired private BankSeal seal;
  @Autowired private StatementIntake intake;
  @Autowired private BankAccounts ours;
  @Autowired private Cashier cashier;
  @Autowired private ExchangeDesk desk;
  @Autowired private Drafts drafts;
  @Autowired private Rmas rmas;
  @Autowired private Verification verification;
  @Autowired private JdbcClient jdbc;
  @TempDir private Path folder;
  private ShopFixture shop;

  @BeforeEach
  void aShop() {
    shop = new ShopFixture(jdbc);
    jdbc.sql(
            """
            insert into shop (name, legal_name, return_address, bank_name, bank_account, bank_holder)
            values ('Toko', 'PT Toko Uji', 'Jakarta', 'BCA', '123-456-7890', 'PT Toko Uji')
            """)
        .update();
    ours.add(BcaFile.ACCOUNT, NOW, MANAGER);
  }

  @Test
  void fromProposalToTheBanksDebit() throws Exception {
    var rma = owed(75_000);
    assertThat(refused(payoutDesk.propose(rma, NOW, FINANCE))).isEqualTo("payout-no-account");
    accounts.give(rma, BUDI, NOW, AGENT);
    var proposed = done(payoutDesk.propose(rma, NOW, FINANCE));
    assertThat(done(payoutDesk.propose(rma, NOW, FINANCE)).id()).isEqualTo(proposed.id());
    assertThat(proposed.ending()).isEqualTo("7890");
    assertThat(refused(payoutDesk.approve(proposed.id(), NOW, FINANCE))).isEqualTo("payout-own");
    assertThat(refused(desk.paidOut(CaseRef.latest(rma), Money.rupiah(75_000), "X", NOW, FINANCE)))
        .isEqualTo("payout-open");
    assertThat(refused(payoutDesk.export(List.of(proposed.id()), NOW, FINANCE)))
        .isEqualTo("payout-gone");
    done(payoutDesk.approve(proposed.id(), NOW, MANAGER));
    done(payoutDesk.approve(proposed.id(), NOW, MANAGER));
    assertThat(balance(rma)).isEqualTo(-75_000);

    var batch = done(payoutDesk.export(List.of(proposed.id()), NOW, FINANCE));
    assertThat(balance(rma)).isZero();
    assertThat(refused(payoutDesk.export(List.of(proposed.id()), NOW, FINANCE)))
        .isEqualTo("payout-gone");
    var file = done(batches.take(batch, Format.PAIN001, "", NOW, FINANCE));
    assertThat(refused(batches.take(batch, Format.CSV, " ", NOW, FINANCE)))
        .isEqualTo("payout-again");
    var table = done(batches.take(batch, Format.CSV, "Bank menolak XML", NOW, FINANCE));
    assertThat(table).contains("TKR-PO-1,014,CENAIDJA,1234567890,Budi Santoso,75000,IDR,RMA-");
    assertThat(batches.downloads(batch)).hasSize(2);
    assertThat(done(batches.take(batch, Format.PAIN001, "Sekali lagi", NOW, FINANCE)))
        .as("the same bytes")
        .isEqualTo(file);
    followsTheSchema(file);
    holds();

    var day = LocalDate.of(2026, 3, 17);
    statement(day, "TRSF KE BUDI TKR-PO-" + proposed.id());
    assertThat(payouts.find(proposed.id()).orElseThrow().state()).isEqualTo(State.CONFIRMED);
    holds();
  }

  @Test
  void whatFailsIsOwedAgainAndWhatNoStatementShowsIsUnknown() throws Exception {
    var rma = owed(75_000);
    accounts.give(rma, BUDI, NOW, AGENT);
    var sent = exported(rma);
    statement(LocalDate.of(2026, 3, 20), "LAIN", "1000");
    assertThat(payouts.find(sent).orElseThrow().state()).isEqualTo(State.UNKNOWN);
    assertThat(refused(payoutDesk.failed(sent, "", NOW, FINANCE))).isEqualTo("receipt-reason");
    done(payoutDesk.failed(sent, "Rekening tutup", NOW, FINANCE));
    done(payoutDesk.failed(sent, "Rekening tutup", NOW, FINANCE));
    assertThat(balance(rma)).isEqualTo(-75_000);
    holds();
    var again = exported(rma);
    assertThat(again).isNotEqualTo(sent);
    holds();
  }

  @Test
  void nobodyApprovesMoreOnADayThanTheLimit() {
    payoutDesk.personDayMax(Optional.of(100_000L));
    var one = proposed(75_000);
    var two = proposed(75_000);
    done(payoutDesk.approve(one, NOW, MANAGER));
    assertThat(refused(payoutDesk.approve(two, NOW, MANAGER))).isEqualTo("payout-limit");
    done(payoutDesk.approve(two, NOW, OWNER));
    var three = proposed(75_000);
    done(payoutDesk.approve(three, NOW.plus(Duration.ofDays(1)), MANAGER));
    done(payoutDesk.reject(proposed(20_000), "Rekening salah", NOW, FINANCE));
    holds();
  }

  @Test
  void aCodeOnThePhoneApprovesOnePayoutWithinTenMinutes() {
    var one = proposed(75_000);
    var code = codes.issue(MANAGER, NOW);
    assertThat(code).matches("[0-9]{6}");
    var wrong = code.equals("000000") ? "000001" : "000000";
    assertThat(refused(payoutDesk.approveByCode(one, wrong, NOW))).isEqualTo("payout-code");
    assertThat(refused(payoutDesk.approveByCode(one, code, NOW.plus(ApprovalCodes.GOOD_FOR))))
        .isEqualTo("payout-code");
    assertThat(done(payoutDesk.approveByCode(one, code, NOW)).decidedBy())
        .isEqualTo(MANAGER.reference());
    assertThat(refused(payoutDesk.approveByCode(proposed(20_000), code, NOW)))
        .as("used")
        .isEqualTo("payout-code");

    var again = codes.issue(MANAGER, NOW);
    var other = again.equals("000000") ? "000001" : "000000";
    var two = proposed(30_000);
    for (int tries = 0; tries < 5; tries++) {
      assertThat(refused(payoutDesk.approveByCode(two, other, NOW))).isEqualTo("payout-code");
    }
    assertThat(refused(payoutDesk.approveByCode(two, again, NOW)))
        .as("tried too often")
        .isEqualTo("payout-code");
    assertThat(
            jdbc.sql("select count(*) from approval_code where encode(digest, 'escape') like ?")
                .param("%" + code + "%")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void accountsAreSealedAndOpenOnlyForTheirCase() {
    var rma = owed(75_000);
    accounts.give(rma, BUDI, NOW, AGENT);
    var row =
        jdbc.sql("select sealed::text || digest::text || ending from customer_account")
            .query(String.class)
            .single();
    assertThat(row).doesNotContain("1234567890", "Budi");
    assertThat(BUDI.toString()).doesNotContain("1234567890", "Budi");
    var sealed = seal.seal(7, "rahasia");
    assertThat(seal.open(7, sealed)).isEqualTo("rahasia");
    assertThat(seal.seal(7, "rahasia")).isNotEqualTo(sealed);
    assertThatThrownBy(() -> seal.open(8, sealed)).isInstanceOf(IllegalStateException.class);

    var other = owed(20_000);
    accounts.give(other, BUDI, NOW, AGENT);
    assertThat(accounts.shown(rma).orElseThrow().others()).isEqualTo(1);
    assertThat(CustomerAccount.faults("014", "12 34-56", "B"))
        .extracting(Refusal::field)
        .containsExactly("holder");
    assertThat(CustomerAccount.faults("999", "12ab", "Budi"))
        .extracting(Refusal::field)
        .containsExactly("bank", "number");
  }

  @Test
  void ofManyWhoDoTheSameAtOnceOneDoes() throws Exception {
    var one = proposed(75_000);
    var approvers = List.of(MANAGER, OWNER);
    assertThat(together(4, n -> () -> payoutDesk.approve(one, NOW, approvers.get(n % 2))))
        .as("the winner, and the winner again")
        .isEqualTo(2);
    assertThat(together(4, n -> () -> payoutDesk.export(List.of(one), NOW, FINANCE))).isOne();
    assertThat(together(4, n -> () -> payoutDesk.failed(one, "Gagal", NOW, FINANCE))).isEqualTo(4);
    var rma = payouts.find(one).orElseThrow().rmaId();
    assertThat(balance(rma)).isEqualTo(-75_000);
    assertThat(together(4, n -> () -> payoutDesk.propose(rma, NOW, FINANCE))).isEqualTo(4);
    assertThat(payouts.count(List.of(State.PROPOSED))).isOne();
    holds();
  }

  private static <T> int together(
      int people, java.util.function.IntFunction<Supplier<Answer<T>>> act) throws Exception {
    var start = new CyclicBarrier(people);
    try (var pool = Executors.newFixedThreadPool(people)) {
      var calls = new ArrayList<Callable<Answer<T>>>();
      for (int n = 0; n < people; n++) {
        var one = act.apply(n);
        calls.add(
            () -> {
              start.await();
              return one.get();
            });
      }
      int done = 0;
      for (var call : pool.invokeAll(calls)) {
        done += call.get() instanceof Answer.Done ? 1 : 0;
      }
      return done;
    }
  }

  /**
   * The library has no schema file, but the classes made of it: they give it back, with the
   * elements in no namespace, since the library puts that in as it writes.
   */
  private void followsTheSchema(String file)
      throws IOException, SAXException, jakarta.xml.bind.JAXBException {
    var written = new ArrayList<Path>();
    JAXBContext.newInstance(MxPain00100109.class)
        .generateSchema(
            new SchemaOutputResolver() {
              @Override
              public Result createOutput(String namespace, String suggested) {
                var path = folder.resolve(suggested);
                written.add(path);
                return new StreamResult(path.toFile());
              }
            });
    var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
    var sources =
        written.stream()
            .map(path -> (Source) new StreamSource(path.toFile()))
            .toArray(Source[]::new);
    var validator = factory.newSchema(sources).newValidator();
    var plain =
        file.replace("<pain:", "<")
            .replace("</pain:", "</")
            .replace("<Document", "<pain:Document")
            .replace("</Document", "</pain:Document");
    validator.validate(new StreamSource(new StringReader(plain)));
    Map.of(
            "MsgId>", "MessageId>",
            "<PmtMtd>TRF</PmtMtd>", "")
        .forEach(
            (right, wrong) ->
                assertThatExceptionOfType(SAXException.class)
                    .as(right)
                    .isThrownBy(
                        () ->
                            validator.validate(
                                new StreamSource(new StringReader(plain.replace(right, wrong))))));
  }

  private long exported(long rma) {
    var id = done(payoutDesk.propose(rma, NOW, FINANCE)).id();
    done(payoutDesk.approve(id, NOW, MANAGER));
    done(payoutDesk.export(List.of(id), NOW, FINANCE));
    return id;
  }

  private long proposed(long amount) {
    var rma = owed(amount);
    accounts.give(rma, BUDI, NOW, AGENT);
    return done(payoutDesk.propose(rma, NOW, FINANCE)).id();
  }

  private void statement(LocalDate day, String words) throws IOException {
    statement(day, words, "75000");
  }

  private void statement(LocalDate day, String words, String amount) throws IOException {
    var file =
        new BcaFile(day.withDayOfMonth(1), day, "1000000")
            .debit(day, amount, words)
            .write(folder, "s.csv");
    done(intake.take(file, "s.csv", NOW.plus(Duration.ofDays(5)), FINANCE));
    cashier.matchTheSure(NOW.plus(Duration.ofDays(5)), FINANCE);
  }

  /** A case to whose customer the shop owes this for a cheaper replacement. */
  private long owed(long difference) {
    var old = shop.product(Cases.freshSku(), 1_000_000, 0);
    var cheaper = shop.product(Cases.freshSku(), 1_000_000 - difference, 1);
    var order =
        shop.order(LocalDate.of(2026, 3, 13), new ShopFixture.Line(old.value(), 1, 1_000_000));
    var cases = new Cases(shop, drafts);
    var ref =
        CaseRef.latest(
            done(desk.open(cases.dead(order, 1, cheaper), NOW, new Actor.Customer(1))).id());
    done(desk.receive(ref, List.of(), NOW, AGENT));
    done(desk.inspect(ref, List.of(Cases.asClaimed(1, Disposition.RESTOCK)), NOW, AGENT));
    return done(desk.settle(ref, ShippingCosts.NONE, NOW, FINANCE)).id();
  }

  private long balance(long rma) {
    return rmas.find(rma).orElseThrow().balance().minor();
  }

  private void holds() {
    assertThat(verification.run().broken()).isEmpty();
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }

  private static String refused(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<?>) answer).reasons().getFirst().code();
  }
}
