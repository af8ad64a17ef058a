package io.tukar.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A device's MAC address (IEEE 802 EUI-48): twelve hexadecimal digits, upper case, without
 * separators.
 */
public record MacAddress(String value) {

  private static final Pattern FORM = Pattern.compile("[0-9A-F]{12}");

  public MacAddress {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a MAC address: " + value.length() + " characters");
    }
  }

  /**
   * Reads what a person typed or a file held: colons, hyphens, dots, blanks and case do not matter.
   * Empty where it cannot be one.
   */
  public static Optional<MacAddress> parse(String text) {
    var normal = text.toUpperCase(Locale.ROOT).replaceAll("[\\s:.-]", "");
    return FORM.matcher(normal).matches() ? Optional.of(new MacAddress(normal)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
