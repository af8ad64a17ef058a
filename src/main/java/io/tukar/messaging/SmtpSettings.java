package io.tukar.messaging;

import io.tukar.kernel.EmailAddress;
import java.util.Optional;
import java.util.Properties;

/**
 * The mail server: {@code TUKAR_SMTP_HOST}, {@code _PORT} (465 speaks TLS from the start, others
 * may upgrade to it), {@code _USER}, {@code _PASSWORD}, {@code _FROM}.
 *
 * @param from the sender; where empty, the shop's own address
 */
record SmtpSettings(
    String host, int port, String user, String password, Optional<EmailAddress> from) {

  private static final int TLS_PORT = 465;
  private static final String CONNECT_TIMEOUT_MILLISECONDS = "10000";
  private static final String ANSWER_TIMEOUT_MILLISECONDS = "20000";

  boolean authenticates() {
    return !user.isEmpty();
  }

  /** Jakarta Mail's settings. A password is never sent over a line that could not be encrypted. */
  Properties session() {
    var properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", host);
    properties.setProperty("mail.smtp.port", String.valueOf(port));
    properties.setProperty("mail.smtp.connectiontimeout", CONNECT_TIMEOUT_MILLISECONDS);
    properties.setProperty("mail.smtp.timeout", ANSWER_TIMEOUT_MILLISECONDS);
    properties.setProperty("mail.smtp.writetimeout", ANSWER_TIMEOUT_MILLISECONDS);
    properties.setProperty("mail.smtp.auth", String.valueOf(authenticates()));
    properties.setProperty("mail.smtp.ssl.enable", String.valueOf(port == TLS_PORT));
    properties.setProperty("mail.smtp.starttls.enable", "true");
    properties.setProperty(
        "mail.smtp.starttls.required", String.valueOf(authenticates() && port != TLS_PORT));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    return properties;
  }

  /** Hidden on purpose: it holds a secret. */
  @Override
  public String toString() {
    return "SmtpSettings[" + host + ":" + port + "]";
  }
}
