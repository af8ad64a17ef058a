package io.tukar.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An order or invoice number as the shop wrote it, upper case, 1 to 40 characters. */
public record OrderNumber(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9./_-]{0,39}");

  public OrderNumber {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not an order number: " + value.length() + " characters");
    }
  }

  /**
   * Reads what a person typed or a file held: case, blanks and a leading # do not matter. Empty
   * where it cannot be one.
   */
  public static Optional<OrderNumber> parse(String text) {
    var normal =
        Typed.plain(text).toUpperCase(Locale.ROOT).replaceAll("\\s+", "").replaceFirst("^#", "");
    return FORM.matcher(normal).matches() ? Optional.of(new OrderNumber(normal)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
