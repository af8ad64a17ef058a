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

  /** As on a device's label; M is no hexadecimal digit, so nothing of an address is lost. */
  private static final Pattern LABEL = Pattern.compile("^MAC(?:\\s*ID|\\s*ADDRESS)?(?![A-Z])");

  public MacAddress {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a MAC address: " + value.length() + " characters");
    }
  }

  /**
   * Reads what a person typed or a file held: colons, hyphens, dots, blanks, case and the label
   * "MAC" before it do not matter. Empty where it cannot be one.
   */
  public static Optional<MacAddress> parse(String text) {
    var typed = Typed.plain(text).toUpperCase(Locale.ROOT);
    var normal = LABEL.matcher(typed).replaceFirst("").replaceAll("[\\s:.-]", "");
    return FORM.matcher(normal).matches() ? Optional.of(new MacAddress(normal)) : Optional.empty();
  }

  /**
   * The address that was probably meant where a text is none only because letters were taken for
   * digits: O for 0, I and L for 1, S for 5.
   */
  public static Optional<MacAddress> misread(String text) {
    var typed = Typed.plain(text).toUpperCase(Locale.ROOT);
    var bare = LABEL.matcher(typed).replaceFirst("");
    return parse(typed).isPresent()
        ? Optional.empty()
        : parse(bare.replace('O', '0').replace('I', '1').replace('L', '1').replace('S', '5'));
  }

  /** As on a label: pairs with colons, {@code 00:0B:82:11:22:33}. */
  public String labelled() {
    return value.replaceAll("(..)(?!$)", "$1:");
  }

  @Override
  public String toString() {
    return value;
  }
}
