package io.tukar.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tukar.kernel.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TariffTest {

  private static Tariff way(String origin, String destination, long perKg) {
    return new Tariff(Courier.JNE, "REG", origin, destination, Money.rupiah(perKg), 1_000, 1, 2);
  }

  @ParameterizedTest
  @CsvSource({
    "1,    1, 10000",
    "1000, 1, 10000",
    "1001, 2, 20000",
    "2500, 3, 30000",
  })
  void everyStartedKilogramCounts(int grams, int kilograms, long cost) {
    var tariff = way("jakarta", "bandung", 10_000);
    assertThat(tariff.kilograms(grams)).isEqualTo(kilograms);
    assertThat(tariff.cost(grams)).isEqualTo(Money.rupiah(cost));
  }

  @Test
  void aLightParcelIsChargedTheMinimum() {
    var heavy =
        new Tariff(Courier.LION, "REG", "jakarta", "sorong", Money.rupiah(7_000), 10_000, 5, 9);
    assertThat(heavy.cost(800)).isEqualTo(Money.rupiah(70_000));
  }

  @Test
  void aParcelOfNoWeightIsABug() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> way("jakarta", "bandung", 10_000).cost(0));
    assertThatIllegalArgumentException().isThrownBy(() -> way("jakarta", "bandung", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Jakarta Selatan | jakarta selatan",
        "KOTA ADM. JAKARTA SELATAN | jakarta selatan",
        "Kota Administrasi Jakarta Selatan | jakarta selatan",
        "jaksel | jakarta selatan",
        "South Jakarta | jakarta selatan",
        "Kota Bandung | bandung",
        "Bandung, Kota | bandung",
        "Kab. Bandung | kab bandung",
        "Kabupaten Bandung | kab bandung",
        "Jogja | yogyakarta",
        "D.I.Y | d i y",
        "Yogyakarta City | yogyakarta",
        "Solo | surakarta",
        "  ujung   pandang  | makassar",
        "401 | 401",
        "40132 | 40132",
      })
  void aPlaceIsFoundHoweverItIsSpelled(String typed, String key) {
    assertThat(Spot.key(typed)).contains(key);
  }

  @ParameterizedTest
  @CsvSource({"4", "401321", "...", "''", "Kota"})
  void whatIsNoPlaceIsNone(String typed) {
    assertThat(Spot.key(typed).filter(key -> !key.equals("kota"))).isEmpty();
  }

  @Test
  void thePostcodeGoesBeforeTheCityAndTheExactBeforeTheWide() {
    var from = Spot.of("Jakarta Selatan", "12190");
    var to = Spot.of("Kab. Bandung", "40379");
    var wide = way("jakarta", "bandung", 11_000);
    var regency = way("jakarta", "kab bandung", 14_000);
    var postcode = way("jakarta", "403", 15_000);
    var near = way("jakarta selatan", "403", 13_000);

    assertThat(Tariff.between(from, to, List.of(wide))).contains(wide);
    assertThat(Tariff.between(from, to, List.of(wide, regency))).contains(regency);
    assertThat(Tariff.between(from, to, List.of(wide, regency, postcode))).contains(postcode);
    assertThat(Tariff.between(from, to, List.of(postcode, wide, near))).contains(near);
  }

  @Test
  void noWayThereIsNotAGuess() {
    var to = Spot.of("Sorong", null);
    assertThat(
            Tariff.between(
                Spot.of("Jakarta", null), to, List.of(way("jakarta", "bandung", 11_000))))
        .isEmpty();
    assertThat(Spot.of(null, "abc").isUnknown()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "J&T, JNT",
    "j&t express, JNT",
    "JNT, JNT",
    "si cepat, SICEPAT",
    "pos indonesia, POS",
    "Lion Parcel, LION"
  })
  void aCourierIsReadAsFilesWriteIt(String typed, Courier courier) {
    assertThat(Courier.parse(typed)).contains(courier);
  }
}
