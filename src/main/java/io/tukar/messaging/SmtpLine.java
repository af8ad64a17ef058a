package io.tukar.messaging;

import io.tukar.kernel.EmailAddress;
import io.tukar.outbox.Delivery;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One mail over SMTP (RFC 5321), and what became of it. Until the server has answered the end of
 * the data nobody knows; what failed before the data began surely did not go out.
 */
final class SmtpLine {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpLine.class);

  private final SmtpSettings settings;
  private final Session session;

  SmtpLine(SmtpSettings settings) {
    this.settings = settings;
    this.session = Session.getInstance(settings.session());
  }

  /** An envelope: whom it is from and for, and the id that stays the same when sent again. */
  record Envelope(EmailAddress from, String fromName, EmailAddress to, String key, Instant at) {

    @Override
    public String toString() {
      return "Envelope[" + key + "]";
    }
  }

  Delivery send(Envelope envelope, Letter letter) {
    final Transport transport;
    final MimeMessage mail;
    try {
      mail = mail(envelope, letter);
      transport = connected();
    } catch (MessagingException e) {
      return new Delivery.NotNow("no connection: " + e.getClass().getSimpleName());
    }
    var answer = handed(transport, mail);
    hangUp(transport);
    return answer;
  }

  private Transport connected() throws MessagingException {
    var transport = session.getTransport();
    if (settings.authenticates()) {
      transport.connect(settings.user(), settings.password());
    } else {
      transport.connect();
    }
    return transport;
  }

  /**
   * What became of the mail is decided by now: a line that breaks at the goodbye changes nothing.
   */
  private static void hangUp(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("The mail server did not say goodbye: {}", e.getClass().getSimpleName());
    }
  }

  private static Delivery handed(Transport transport, MimeMessage mail) {
    try {
      transport.sendMessage(mail, mail.getAllRecipients());
      return new Delivery.Sent();
    } catch (SMTPSendFailedException e) {
      return answered(e);
    } catch (SendFailedException e) {
      // No recipient is left: the mail itself was not begun.
      return address(e);
    } catch (MessagingException e) {
      return new Delivery.Unknown("broken off: " + e.getClass().getSimpleName());
    }
  }

  private static Delivery answered(SMTPSendFailedException e) {
    if (e.getNextException() instanceof SMTPAddressFailedException refused) {
      return byCode(refused.getReturnCode());
    }
    boolean dataBegan = !isBeforeData(e.getCommand());
    return e.getReturnCode() < 0 && dataBegan
        ? new Delivery.Unknown("no answer after the data")
        : byCode(e.getReturnCode());
  }

  private static boolean isBeforeData(String command) {
    return command.startsWith("MAIL") || command.startsWith("RCPT") || command.equals("DATA");
  }

  private static Delivery address(SendFailedException e) {
    if (e instanceof SMTPAddressFailedException unanswered) {
      return byCode(unanswered.getReturnCode());
    }
    return e.getNextException() instanceof SMTPAddressFailedException refused
        ? byCode(refused.getReturnCode())
        : new Delivery.Refused("no valid address");
  }

  /** 5xx is for good, 4xx for now; no answer at all before the data began is for now too. */
  private static Delivery byCode(int code) {
    return code >= 500
        ? new Delivery.Refused("server answered " + code)
        : new Delivery.NotNow(code < 0 ? "no answer" : "server answered " + code);
  }

  private MimeMessage mail(Envelope envelope, Letter letter) throws MessagingException {
    var mail = new StableMail(session, id(envelope));
    try {
      mail.setFrom(
          new InternetAddress(
              envelope.from().value(), envelope.fromName(), StandardCharsets.UTF_8.name()));
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("Every Java platform has UTF-8", e);
    }
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(envelope.to().value()));
    mail.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    mail.setText(letter.text(), StandardCharsets.UTF_8.name());
    mail.setSentDate(Date.from(envelope.at()));
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.saveChanges();
    return mail;
  }

  private static String id(Envelope envelope) {
    var from = envelope.from().value();
    var unique = UUID.nameUUIDFromBytes(envelope.key().getBytes(StandardCharsets.UTF_8));
    return "<" + unique + from.substring(from.indexOf('@')) + ">";
  }

  /** Keeps its id: a mailbox that gets the same mail twice can tell. */
  private static final class StableMail extends MimeMessage {

    private final String id;

    private StableMail(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
