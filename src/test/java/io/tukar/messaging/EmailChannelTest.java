package io.tukar.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tukar.CaseRows;
import io.tukar.FreshDatabase;
import io.tukar.kernel.EmailAddress;
import io.tukar.kernel.Role;
import io.tukar.outbox.Delivery;
import io.tukar.outbox.Notice;
import io.tukar.outbox.Outgoing;
import io.tukar.outbox.Recipient;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@FreshDatabase
class EmailChannelTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-11T03:00:00Z"), ZoneOffset.UTC);

  private final CaseRows rows;
  private final CaseCards cards;
  private final Letters letters = new Letters(LinksForTests.at("https://tukar.toko.test"));
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  EmailChannelTest(JdbcClient jdbc) {
    this.rows = new CaseRows(jdbc);
    this.cards = new CaseCards(jdbc);
  }

  @BeforeEach
  void startServer() {
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop();
  }

  @Test
  void aCustomerWithAnAddressGetsTheLetterByMail() throws Exception {
    var answer = channel("tukar@toko.test").deliver(closed(null, "pembeli@surat-uji.id"));

    assertThat(answer).isEqualTo(new Delivery.Sent());
    var mail = server.getReceivedMessages()[0];
    assertThat(mail.getSubject()).startsWith("RMA-2603-").endsWith(" selesai");
    assertThat((String) mail.getContent()).startsWith("Halo Pembeli Uji,");
  }

  @Test
  void whoCannotBeMailedIsShownTheMessageInstead() {
    assertThat(channel("tukar@toko.test").deliver(closed("+6281200000009", null)))
        .isEqualTo(new Delivery.NoChannel("no address"));
    assertThat(channel("").deliver(closed(null, "pembeli@surat-uji.id")))
        .as("neither a sender set nor an address of the shop")
        .isEqualTo(new Delivery.NoChannel("no sender"));
    var noServer = new EmailChannel(Optional.empty(), cards, letters, CLOCK);
    assertThat(noServer.deliver(closed(null, "pembeli@surat-uji.id")))
        .isEqualTo(new Delivery.NoChannel("no mail server"));
    var toStaff = Outgoing.about(1, 1, Notice.CLOSED).to(new Recipient.Staff(Role.FINANCE));
    assertThat(channel("tukar@toko.test").deliver(toStaff))
        .isEqualTo(new Delivery.NoChannel("for the desk"));
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@contoh.example",
        "a@b.c.test",
        "A@Salah.INVALID",
        "a@mail.localhost",
        "a@example.com",
        "a@mail.example.org"
      })
  void mailToADomainThatNobodyCanHaveNeverReachesTheServer(String address) {
    assertThat(channel("tukar@toko.test").deliver(closed(null, address)))
        .isEqualTo(new Delivery.NoChannel("reserved domain"));
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@test.co.id", "a@myexample.com", "a@example.co.id", "a@contest.id"})
  void aDomainThatOnlyLooksReservedGetsItsMail(String address) {
    assertThat(channel("tukar@toko.test").deliver(closed(null, address)))
        .isEqualTo(new Delivery.Sent());
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  private EmailChannel channel(String from) {
    return new EmailChannel(
        Optional.of(
            new SmtpSettings(
                "127.0.0.1", server.getSmtp().getPort(), "", "", EmailAddress.parse(from))),
        cards,
        letters,
        CLOCK);
  }

  private Outgoing closed(@Nullable String phone, @Nullable String email) {
    long customer = rows.customer(phone, email);
    long rma = rows.rma(rows.order(customer), customer);
    return Outgoing.about(rma, 9, Notice.CLOSED).to(new Recipient.Customer(customer));
  }
}
