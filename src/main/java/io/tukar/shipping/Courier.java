package io.tukar.shipping;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The couriers there are; the shop says which of them it trusts (clause P12). */
public enum Courier {
  JNE("JNE"),
  JNT("J&T"),
  SICEPAT("SiCepat"),
  ANTERAJA("AnterAja"),
  POS("Pos Indonesia"),
  TIKI("TIKI"),
  NINJA("Ninja"),
  LION("Lion Parcel"),
  /** Brought or fetched in person, or any other. */
  OTHER("Lainnya");

  private final String brand;

  Courier(String brand) {
    this.brand = brand;
  }

  /** The name people know it by. */
  public String brand() {
    return brand;
  }

  /** Reads a brand or code as files write it: {@code J&T Express}, {@code sicepat}, {@code pos}. */
  public static Optional<Courier> parse(String text) {
    var typed = letters(text);
    return Arrays.stream(values())
        .filter(
            courier ->
                typed.equals(letters(courier.name()))
                    || typed.equals(letters(courier.brand))
                    || typed.equals(letters(courier.brand) + "EXPRESS"))
        .findFirst();
  }

  private static String letters(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
  }
}
