package io.tukar.demo;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Invented buyers: names put together by chance, addresses at a domain that cannot exist. */
final class DemoBuyers {

  private static final List<String> FIRST =
      List.of(
          "Adi", "Ayu", "Bagas", "Bima", "Citra", "Dewi", "Dian", "Eka", "Fajar", "Gita", "Hendra",
          "Indah", "Joko", "Kartika", "Lestari", "Made", "Nadia", "Oki", "Putri", "Rangga", "Ratna",
          "Sari", "Tari", "Umar", "Wahyu", "Yanti", "Yoga", "Zahra");
  private static final List<String> LAST =
      List.of("Contoh", "Fiktif", "Rekaan", "Percobaan", "Andaian", "Teladan", "Misal", "Khayali");
  private static final List<String> FIRMS =
      List.of("Sinar", "Mitra", "Karya", "Cahaya", "Surya", "Bina", "Graha", "Mandiri", "Prima");
  private static final List<String> STREETS =
      List.of("Jl. Contoh Raya", "Jl. Misal", "Jl. Teladan", "Jl. Percobaan", "Gang Rekaan");

  private static final List<City> CITIES =
      List.of(
          new City("Jakarta Selatan", "12190"),
          new City("Jakarta Barat", "11480"),
          new City("Bandung", "40115"),
          new City("Surabaya", "60275"),
          new City("Semarang", "50132"),
          new City("Yogyakarta", "55223"),
          new City("Denpasar", "80227"),
          new City("Medan", "20112"),
          new City("Makassar", "90111"),
          new City("Tangerang", "15117"),
          new City("Bekasi", "17144"),
          new City("Depok", "16424"),
          new City("Malang", "65112"),
          new City("Palembang", "30129"));

  private static final int BUYERS = 170;

  private final Random random;

  private record City(String name, String postcode) {}

  DemoBuyers(Random random) {
    this.random = random;
  }

  /** A buyer; reached by phone, by e-mail or by both. */
  record Buyer(
      String name, String phone, String email, String address, String city, String postcode) {

    /** What to type into the portal. */
    String contact() {
      return email.isEmpty() ? phone : email;
    }
  }

  Buyer next() {
    var n = random.nextInt(BUYERS);
    var first = FIRST.get(n % FIRST.size());
    var last = LAST.get(n / FIRST.size() % LAST.size());
    var firm = n % 5 == 0;
    var name =
        firm
            ? "PT %s %s %s".formatted(FIRMS.get(n % FIRMS.size()), first, last)
            : first + " " + last;
    var city = CITIES.get(n % CITIES.size());
    return new Buyer(
        name,
        n % 7 == 3 ? "" : "+62812000%05d".formatted(10_000 + n),
        n % 4 == 2 && n % 7 != 3
            ? ""
            : "%s.%s%d@contoh.example"
                .formatted(first.toLowerCase(Locale.ROOT), last.toLowerCase(Locale.ROOT), n),
        "%s No. %d".formatted(STREETS.get(n % STREETS.size()), 1 + n % 120),
        city.name(),
        city.postcode());
  }
}
