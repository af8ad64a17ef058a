package io.tukar.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A return merchandise authorization number, given when a case is authorized: written on the box.
 */
public record RmaNumber(String value) {

  private static final Pattern FORM = Pattern.compile("RMA-[0-9]{4}-[0-9]{5,9}");

  public RmaNumber {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a RMA number: " + value.length() + " characters");
    }
  }

  /**
   * Reads what a person typed or a file held: case and outer blanks do not matter. Empty where it
   * cannot be one.
   */
  public static Optional<RmaNumber> parse(String text) {
    var normal = text.strip().toUpperCase(Locale.ROOT);
    return FORM.matcher(normal).matches() ? Optional.of(new RmaNumber(normal)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
