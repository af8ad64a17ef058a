package io.tukar.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request number (nomor pengajuan), given when a case is submitted: PJ, year and month, a
 * counter.
 */
public record RequestNumber(String value) {

  private static final Pattern FORM = Pattern.compile("PJ-[0-9]{4}-[0-9]{5,9}");

  public RequestNumber {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a request number: " + value.length() + " characters");
    }
  }

  /**
   * Reads what a person typed or a file held: case and outer blanks do not matter. Empty where it
   * cannot be one.
   */
  public static Optional<RequestNumber> parse(String text) {
    var normal = text.strip().toUpperCase(Locale.ROOT);
    return FORM.matcher(normal).matches()
        ? Optional.of(new RequestNumber(normal))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
