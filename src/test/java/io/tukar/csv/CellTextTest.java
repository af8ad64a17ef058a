package io.tukar.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1500000        | 1500000
          1500000.00     | 1500000.00
          1500000,00     | 1500000.00
          1.500.000      | 1500000
          1,500,000      | 1500000
          1.500.000,00   | 1500000.00
          1,500,000.50   | 1500000.50
          Rp1.500.000    | 1500000
          Rp 1.500.000,- | 1500000
          IDR 1500000    | 1500000
          1.500          | 1500
          0.500          | 0.500
          1500.5         | 1500.5
          0              | 0
          """)
  void anAmountIsReadHoweverItIsWritten(String text, BigDecimal amount) {
    assertThat(CellText.amount(text)).contains(amount);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mahal", "-5000", "1.50.000", "1,500.000,00", "1.5E+06", "12 3a", ""})
  void whatIsNoAmountIsNotGuessed(String text) {
    assertThat(CellText.amount(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-25 16:00:00",
        "2026-03-25T16:00",
        "2026-03-25T09:00:00Z",
        "2026-03-25T16:00:00+07:00",
        "25/03/2026 16.00",
        "25-3-2026 16:00"
      })
  void aMomentIsReadInTheShopsZone(String text) {
    assertThat(CellText.moment(text, JAKARTA)).contains(Instant.parse("2026-03-25T09:00:00Z"));
  }

  @Test
  void theDayComesBeforeTheMonth() {
    assertThat(CellText.date("02/03/2026")).contains(LocalDate.of(2026, 3, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30", "13/13/2026", "1899-12-31", "kemarin", "2026-03-25 25:00"})
  void whatIsNoDateIsNotGuessed(String text) {
    assertThat(CellText.date(text)).isEqualTo(Optional.empty());
  }

  @Test
  void aCountMayCarryEmptyDecimals() {
    assertThat(CellText.count("2.00")).contains(2);
    assertThat(CellText.count("-1")).contains(-1);
    assertThat(CellText.count("2.5")).isEmpty();
  }
}
