package io.tukar.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.kernel.Language;
import io.tukar.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FormatsTest {

  private static final Instant AT = Instant.parse("2026-03-25T09:00:00Z");
  private final Formats id = Formats.of(Language.ID);
  private final Formats en = Formats.of(Language.EN);

  @Test
  void datesAreWrittenOutInEachLanguage() {
    assertThat(id.date(LocalDate.of(2026, 3, 25))).isEqualTo("Rabu, 25 Maret 2026");
    assertThat(en.date(LocalDate.of(2026, 3, 25))).isEqualTo("Wednesday, 25 March 2026");
    assertThat(id.shortDate(LocalDate.of(2026, 8, 5))).isEqualTo("5 Agu 2026");
  }

  @Test
  void timesAreTheShopsAndSaySo() {
    assertThat(id.time(AT)).isEqualTo("16.00 WIB");
    assertThat(en.time(AT)).isEqualTo("16:00 WIB");
  }

  @Test
  void aMomentAfterShopMidnightBelongsToTheNextShopDay() {
    assertThat(id.date(Instant.parse("2026-03-25T17:00:00Z"))).isEqualTo("Kamis, 26 Maret 2026");
  }

  @Test
  void rupiahHaveNoDecimalsAndTheLanguagesSeparator() {
    assertThat(id.money(Money.rupiah(1_234_567))).isEqualTo("Rp1.234.567");
    assertThat(en.money(Money.rupiah(1_234_567))).isEqualTo("Rp1,234,567");
    assertThat(id.money(Money.rupiah(0))).isEqualTo("Rp0");
    assertThat(id.money(Money.rupiah(-999))).isEqualTo("−Rp999");
  }
}
