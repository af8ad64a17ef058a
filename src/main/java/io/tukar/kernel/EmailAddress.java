package io.tukar.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address, lower case, at most 254 characters (RFC 5321); its text never reaches a log.
 */
public record EmailAddress(String value) {

  private static final Pattern FORM =
      Pattern.compile("[^\\s@<>\",;:()\\[\\]\\\\]{1,64}@[a-z0-9-]+(\\.[a-z0-9-]+)+");
  private static final int LENGTH_MAX = 254;

  public EmailAddress {
    if (value.length() > LENGTH_MAX || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not an e-mail address");
    }
  }

  /** Reads what a person typed; case and outer blanks do not matter. */
  public static Optional<EmailAddress> parse(String text) {
    var normal = text.strip().toLowerCase(Locale.ROOT);
    return normal.length() <= LENGTH_MAX && FORM.matcher(normal).matches()
        ? Optional.of(new EmailAddress(normal))
        : Optional.empty();
  }

  /** Hidden on purpose: an address is personal data. Ask for {@link #value()}. */
  @Override
  public String toString() {
    return "EmailAddress[hidden]";
  }
}
