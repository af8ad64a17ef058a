package io.tukar.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a seal with which the shop closes a box after its test (clauses P1 and P4):
 * letters, digits and hyphens, 3 to 20, upper case.
 */
public record SealNumber(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9-]{3,20}");

  public SealNumber {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a seal number: " + value.length() + " characters");
    }
  }

  /**
   * Reads what was typed or scanned: case and blanks do not matter; empty where it cannot be one.
   */
  public static Optional<SealNumber> parse(String text) {
    var normal = Typed.plain(text).toUpperCase(Locale.ROOT).replaceAll("\\s+", "");
    return FORM.matcher(normal).matches() ? Optional.of(new SealNumber(normal)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
