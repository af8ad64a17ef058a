package io.tukar.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An airway bill (resi): letters and digits, 6 to 40, upper case. */
public record WaybillNumber(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9-]{6,40}");

  public WaybillNumber {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a waybill: " + value.length() + " characters");
    }
  }

  /**
   * Reads what a person typed or a file held: case and blanks do not matter. Empty where it cannot
   * be one.
   */
  public static Optional<WaybillNumber> parse(String text) {
    var normal = Typed.plain(text).toUpperCase(Locale.ROOT).replaceAll("\\s+", "");
    return FORM.matcher(normal).matches()
        ? Optional.of(new WaybillNumber(normal))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
