package io.tukar.story;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The mail server of the customers: what came for whom. */
final class Post implements AutoCloseable {

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  /** A letter as it came. */
  record Received(String subject, String text) {}

  Post() {
    server.start();
  }

  int port() {
    return server.getSmtp().getPort();
  }

  /** The letters to this address, oldest first. */
  List<Received> to(String address) {
    return Arrays.stream(server.getReceivedMessages())
        .filter(mail -> isTo(mail, address))
        .map(Post::read)
        .toList();
  }

  @Override
  public void close() {
    server.stop();
  }

  private static boolean isTo(MimeMessage mail, String address) {
    try {
      return mail.getAllRecipients()[0].toString().equals(address);
    } catch (MessagingException e) {
      throw new AssertionError("A letter without an address", e);
    }
  }

  private static Received read(MimeMessage mail) {
    try {
      return new Received(mail.getSubject(), (String) mail.getContent());
    } catch (MessagingException | IOException e) {
      throw new AssertionError("A letter nobody can read", e);
    }
  }
}
