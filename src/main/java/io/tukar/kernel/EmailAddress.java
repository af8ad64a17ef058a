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

  /** Domains for documentation and tests, and all below them (RFC 2606, RFC 6761). */
  private static final Pattern RESERVED =
      Pattern.compile("(?:.*\\.)?(?:example|test|invalid|localhost|example\\.(?:com|net|org))");

  public EmailAddress {
    if (value.length() > LENGTH_MAX || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not an e-mail address");
    }
  }

  /** Reads what a person typed; case and outer blanks do not matter. */
  public static Optional<EmailAddress> parse(String text) {
    var normal = Typed.plain(text).toLowerCase(Locale.ROOT);
    return normal.length() <= LENGTH_MAX && FORM.matcher(normal).matches()
        ? Optional.of(new EmailAddress(normal))
        : Optional.empty();
  }

  /**
   * Whether nobody can have this address, because its domain is reserved: no mail is sent to it.
   */
  public boolean isReserved() {
    return RESERVED.matcher(value.substring(value.lastIndexOf('@') + 1)).matches();
  }

  /** Hidden on purpose: an address is personal data. Ask for {@link #value()}. */
  @Override
  public String toString() {
    return "EmailAddress[hidden]";
  }
}
