package io.tukar.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A stock keeping unit: the shop's code of a product, upper case, 1 to 64 characters. */
public record Sku(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9._/+-]{0,63}");

  public Sku {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a SKU: " + value.length() + " characters");
    }
  }

  /**
   * Reads what a person typed or a file held: case and outer blanks do not matter. Empty where it
   * cannot be one.
   */
  public static Optional<Sku> parse(String text) {
    var normal = Typed.plain(text).toUpperCase(Locale.ROOT);
    return FORM.matcher(normal).matches() ? Optional.of(new Sku(normal)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
