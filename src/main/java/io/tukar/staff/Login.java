package io.tukar.staff;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name somebody signs in with: small letters, digits and {@code . _ @ -}, which an e-mail
 * address fits in.
 */
public record Login(String value) {

  /** The longest login. */
  public static final int CHARS_MAX = 64;

  private static final Pattern SHAPE = Pattern.compile("[a-z0-9._@-]{2," + CHARS_MAX + "}");

  public Login {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a login");
    }
  }

  /** Reads a login as typed: capitals and blanks around it do not matter. */
  public static Optional<Login> parse(String text) {
    var login = text.strip().toLowerCase(Locale.ROOT);
    return SHAPE.matcher(login).matches() ? Optional.of(new Login(login)) : Optional.empty();
  }

  /** Hidden on purpose: it may be an e-mail address. */
  @Override
  public String toString() {
    return "Login[hidden]";
  }
}
