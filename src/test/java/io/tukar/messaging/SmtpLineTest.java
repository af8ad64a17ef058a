package io.tukar.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tukar.kernel.EmailAddress;
import io.tukar.outbox.Delivery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SmtpLineTest {

  private static final SmtpLine.Envelope ENVELOPE =
      new SmtpLine.Envelope(
          new EmailAddress("tukar@toko.test"),
          "Toko Uji",
          new EmailAddress("pembeli@example.test"),
          "case/1/2/CLOSED",
          Instant.parse("2026-03-11T03:00:00Z"));
  private static final Letter LETTER = new Letter("Selesai – RMA-2603-00001", "Terima kasih.\n");

  @Test
  void aMailArrivesOnceInUtf8WithAnIdThatStaysTheSame() throws Exception {
    var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      var line = line(server.getSmtp().getPort());
      assertThat(line.send(ENVELOPE, LETTER)).isEqualTo(new Delivery.Sent());

      assertThat(server.getReceivedMessages()).hasSize(1);
      var mail = server.getReceivedMessages()[0];
      assertThat(mail.getSubject()).isEqualTo("Selesai – RMA-2603-00001");
      assertThat((String) mail.getContent()).isEqualToIgnoringNewLines("Terima kasih.\n");
      assertThat(mail.getAllRecipients())
          .extracting(Object::toString)
          .containsExactly("pembeli@example.test");
      assertThat(mail.getFrom())
          .extracting(Object::toString)
          .containsExactly("Toko Uji <tukar@toko.test>");
      assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");

      line.send(ENVELOPE, LETTER);
      assertThat(server.getReceivedMessages()[1].getHeader("Message-ID"))
          .isEqualTo(mail.getHeader("Message-ID"));
    } finally {
      server.stop();
    }
  }

  @Test
  void aRecipientTheServerDoesNotKnowIsRefused() throws IOException {
    assertThat(answer(Map.of("MAIL", "250 ok", "RCPT", "550 no such user")))
        .isEqualTo(new Delivery.Refused("server answered 550"));
  }

  @Test
  void aRecipientWhoIsPutOffIsTriedLater() throws IOException {
    assertThat(answer(Map.of("MAIL", "250 ok", "RCPT", "450 greylisted")))
        .isEqualTo(new Delivery.NotNow("server answered 450"));
  }

  @Test
  void aMailRefusedAfterItsDataIsRefused() throws IOException {
    assertThat(
            answer(Map.of("MAIL", "250 ok", "RCPT", "250 ok", "DATA", "354 go", ".", "554 spam")))
        .isEqualTo(new Delivery.Refused("server answered 554"));
  }

  @Test
  void aMailPutOffAfterItsDataIsTriedLater() throws IOException {
    assertThat(
            answer(
                Map.of("MAIL", "250 ok", "RCPT", "250 ok", "DATA", "354 go", ".", "452 disk full")))
        .isEqualTo(new Delivery.NotNow("server answered 452"));
  }

  @Test
  void aLineBrokenAfterTheDataLeavesTheOutcomeUnknown() throws IOException {
    try (var server =
        new ScriptedSmtpServer(Map.of("MAIL", "250 ok", "RCPT", "250 ok", "DATA", "354 go"))) {
      assertThat(line(server.port()).send(ENVELOPE, LETTER)).isInstanceOf(Delivery.Unknown.class);
      assertThat(server.mailsReceived()).isEqualTo(1);
    }
  }

  @Test
  void aLineBrokenBeforeTheDataIsTriedLater() throws IOException {
    assertThat(answer(Map.of())).isInstanceOf(Delivery.NotNow.class);
    assertThat(answer(Map.of("MAIL", "250 ok"))).isInstanceOf(Delivery.NotNow.class);
    assertThat(answer(Map.of("MAIL", "250 ok", "RCPT", "250 ok")))
        .isInstanceOf(Delivery.NotNow.class);
  }

  @Test
  void aServerThatIsAwayIsTriedLater() throws IOException {
    int closed;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    assertThat(line(closed).send(ENVELOPE, LETTER)).isInstanceOf(Delivery.NotNow.class);
  }

  @Test
  void aPasswordIsNotGivenToAServerThatCannotEncrypt() throws IOException {
    try (var server = new ScriptedSmtpServer(Map.of("AUTH", "235 welcome"))) {
      var settings =
          new SmtpSettings("127.0.0.1", server.port(), "user", "secret", Optional.empty());
      assertThat(new SmtpLine(settings).send(ENVELOPE, LETTER)).isInstanceOf(Delivery.NotNow.class);
    }
  }

  private static Delivery answer(Map<String, String> script) throws IOException {
    try (var server = new ScriptedSmtpServer(script)) {
      return line(server.port()).send(ENVELOPE, LETTER);
    }
  }

  private static SmtpLine line(int port) {
    return new SmtpLine(new SmtpSettings("127.0.0.1", port, "", "", Optional.empty()));
  }
}
