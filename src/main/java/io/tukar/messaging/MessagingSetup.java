package io.tukar.messaging;

import io.tukar.kernel.EmailAddress;
import io.tukar.outbox.Channel;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the mail server's settings; without a host there is no mail, which is no error. */
@Configuration(proxyBeanMethods = false)
class MessagingSetup {

  @Bean
  Channel emailChannel(
      @Value("${tukar.smtp.host:}") String host,
      @Value("${tukar.smtp.port:587}") int port,
      @Value("${tukar.smtp.user:}") String user,
      @Value("${tukar.smtp.password:}") String password,
      @Value("${tukar.smtp.from:}") String from,
      CaseCards cards,
      Letters letters,
      Clock clock) {
    var settings =
        host.isBlank()
            ? Optional.<SmtpSettings>empty()
            : Optional.of(new SmtpSettings(host, port, user, password, sender(from)));
    return new EmailChannel(settings, cards, letters, clock);
  }

  private static Optional<EmailAddress> sender(String from) {
    if (from.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        EmailAddress.parse(from)
            .orElseThrow(
                () -> new IllegalArgumentException("TUKAR_SMTP_FROM is not an e-mail address")));
  }
}
