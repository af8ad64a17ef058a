package io.tukar.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A manufacturer's serial number: letters and digits, 4 to 40, upper case. */
public record SerialNumber(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9-]{4,40}");

  /** "S/N", "SN:", "SN " and the like: without a separator the letters belong to the serial. */
  private static final Pattern LABEL = Pattern.compile("^(?:S/N[.:#\\s]*|SN[.:#\\s]+)");

  public SerialNumber {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a serial number: " + value.length() + " characters");
    }
  }

  /**
   * Reads what a person typed or a file held: case, blanks and a label before it ("S/N", "SN:") do
   * not matter; a serial that itself begins with SN is kept whole. Empty where it cannot be one.
   */
  public static Optional<SerialNumber> parse(String text) {
    var typed = Typed.plain(text).toUpperCase(Locale.ROOT);
    var normal = LABEL.matcher(typed).replaceFirst("").replaceAll("\\s+", "");
    return FORM.matcher(normal).matches()
        ? Optional.of(new SerialNumber(normal))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
