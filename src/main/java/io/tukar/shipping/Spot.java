package io.tukar.shipping;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a parcel starts or ends, as a tariff knows places: a city in one spelling, or the first
 * digits of a postcode.
 *
 * @param keys what a tariff may call it, the most exact first
 */
public record Spot(List<String> keys) {

  private static final int POSTCODE_DIGITS = 5;
  private static final int POSTCODE_PREFIX_DIGITS_MIN = 2;
  private static final int CITY_CHARS_MAX = 60;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z0-9]+");
  private static final Pattern KABUPATEN = Pattern.compile("^(?:kabupaten|kab|regency of) ");
  private static final Pattern REGENCY = Pattern.compile(" (?:regency|kab)$");
  private static final Pattern KOTA =
      Pattern.compile(
          "^(?:kota administrasi|kota adm|kotamadya|kodya|kota|city of|dki|daerah khusus ibukota) ");
  private static final Pattern CITY = Pattern.compile(" (?:city|kota)$");
  private static final String KAB = "kab ";

  /** Other names of the same city. */
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("jkt", "jakarta"),
          Map.entry("jaksel", "jakarta selatan"),
          Map.entry("jakbar", "jakarta barat"),
          Map.entry("jakpus", "jakarta pusat"),
          Map.entry("jaktim", "jakarta timur"),
          Map.entry("jakut", "jakarta utara"),
          Map.entry("south jakarta", "jakarta selatan"),
          Map.entry("west jakarta", "jakarta barat"),
          Map.entry("central jakarta", "jakarta pusat"),
          Map.entry("east jakarta", "jakarta timur"),
          Map.entry("north jakarta", "jakarta utara"),
          Map.entry("bdg", "bandung"),
          Map.entry("sby", "surabaya"),
          Map.entry("smg", "semarang"),
          Map.entry("tangsel", "tangerang selatan"),
          Map.entry("south tangerang", "tangerang selatan"),
          Map.entry("yogya", "yogyakarta"),
          Map.entry("jogja", "yogyakarta"),
          Map.entry("jogjakarta", "yogyakarta"),
          Map.entry("diy", "yogyakarta"),
          Map.entry("solo", "surakarta"),
          Map.entry("ujung pandang", "makassar"),
          Map.entry("makasar", "makassar"),
          Map.entry("pakanbaru", "pekanbaru"),
          Map.entry("pekan baru", "pekanbaru"),
          Map.entry("bandar lampung", "bandarlampung"),
          Map.entry("banda aceh", "bandaaceh"));

  public Spot {
    keys = List.copyOf(keys);
  }

  /** Of an address; what is not known is null. */
  public static Spot of(@Nullable String city, @Nullable String postcode) {
    var keys = new LinkedHashSet<String>();
    if (postcode != null && postcode.strip().matches("[0-9]{" + POSTCODE_DIGITS + "}")) {
      for (int n = POSTCODE_DIGITS; n >= POSTCODE_PREFIX_DIGITS_MIN; n--) {
        keys.add(postcode.strip().substring(0, n));
      }
    }
    if (city != null) {
      key(city).ifPresent(name -> keys.addAll(wider(name)));
    }
    return new Spot(new ArrayList<>(keys));
  }

  /** Nothing is known of it. */
  public boolean isUnknown() {
    return keys.isEmpty();
  }

  /**
   * The one spelling of a place in a tariff: a city, or two to five digits of a postcode. Empty
   * where it is neither.
   */
  static Optional<String> key(String text) {
    var plain =
        NOT_LETTERS
            .matcher(
                MARKS
                    .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                    .replaceAll("")
                    .toLowerCase(Locale.ROOT))
            .replaceAll(" ")
            .strip();
    if (plain.matches("[0-9]+")) {
      return plain.length() >= POSTCODE_PREFIX_DIGITS_MIN && plain.length() <= POSTCODE_DIGITS
          ? Optional.of(plain)
          : Optional.empty();
    }
    if (plain.isEmpty() || plain.length() > CITY_CHARS_MAX) {
      return Optional.empty();
    }
    var regency = KABUPATEN.matcher(plain).find() || REGENCY.matcher(plain).find();
    var bare = bare(plain);
    var name = SAME.getOrDefault(bare, bare);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(regency ? KAB + name : name);
  }

  /** A place of a tariff as people write it: {@code Jakarta Selatan}, {@code 401}. */
  public static String named(String key) {
    return Arrays.stream(key.split(" ", -1))
        .map(
            word ->
                word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining(" "));
  }

  private static String bare(String plain) {
    var name = KABUPATEN.matcher(plain).replaceFirst("");
    name = REGENCY.matcher(name).replaceFirst("");
    name = KOTA.matcher(name).replaceFirst("");
    return CITY.matcher(name).replaceFirst("").strip();
  }

  /** A regency is found by its city's name too, and a part of Jakarta by Jakarta. */
  private static List<String> wider(String key) {
    var keys = new ArrayList<String>();
    keys.add(key);
    if (key.startsWith(KAB)) {
      keys.add(key.substring(KAB.length()));
    }
    if (key.startsWith("jakarta ")) {
      keys.add("jakarta");
    }
    return keys;
  }
}
