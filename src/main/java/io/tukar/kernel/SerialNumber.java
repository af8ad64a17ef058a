package io.tukar.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A manufacturer's serial number: letters and digits, 4 to 40, upper case. */
public record SerialNumber(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9-]{4,40}");

  public SerialNumber {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a serial number: " + value.length() + " characters");
    }
  }

  /**
   * Reads what a person typed or a file held: case, blanks and a leading S/N do not matter. Empty
   * where it cannot be one.
   */
  public static Optional<SerialNumber> parse(String text) {
    var normal = text.toUpperCase(Locale.ROOT).replaceAll("\\s+", "").replaceFirst("^S/?N:?", "");
    return FORM.matcher(normal).matches()
        ? Optional.of(new SerialNumber(normal))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
