package io.tukar.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tukar.kernel.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceHoursTest {

  private static final ServiceHours HOURS = ServiceHours.standard(WorkingCalendar.indonesia());

  @ParameterizedTest
  @CsvSource({
    // within the day, over the night, over the weekend, over Nyepi and Idulfitri
    "2026-03-13T10:00, PT4H,  2026-03-13T14:00",
    "2026-03-13T10:00, PT7H,  2026-03-13T17:00",
    "2026-03-12T16:00, PT2H,  2026-03-13T10:00",
    "2026-03-13T16:00, PT2H,  2026-03-16T10:00",
    "2026-03-14T12:00, PT4H,  2026-03-16T13:00",
    "2026-03-17T16:30, PT1H,  2026-03-25T09:30",
    "2026-03-13T07:00, PT1H,  2026-03-13T10:00",
    "2026-03-13T17:00, PT1H,  2026-03-16T10:00",
    "2026-03-13T22:00, PT16H, 2026-03-17T17:00",
  })
  void anAnswerIsDueAfterThatMuchServiceTime(
      LocalDateTime from, Duration response, LocalDateTime expected) {
    assertThat(HOURS.due(wib(from), response)).isEqualTo(wib(expected));
    assertThat(HOURS.between(wib(from), wib(expected))).isEqualTo(response);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-13T09:00, true",
    "2026-03-13T16:59, true",
    "2026-03-13T17:00, false",
    "2026-03-13T08:59, false",
    "2026-03-14T12:00, false",
    "2026-03-19T12:00, false",
  })
  void serviceIsOpenOnWorkingDaysBetweenItsHours(LocalDateTime at, boolean open) {
    assertThat(HOURS.isOpen(wib(at))).isEqualTo(open);
  }

  @Test
  void theHoursAreSaidInBothLanguages() {
    var standard = ServiceHours.standard(WorkingCalendar.indonesia());

    assertThat(standard.inWords())
        .isEqualTo(
            new Words(
                "Senin sampai Jumat, 09.00 sampai 17.00 WIB",
                "Monday to Friday, 09:00 to 17:00 WIB"));
  }

  @Test
  void hoursThatCloseBeforeTheyOpenAreNone() {
    assertThatThrownBy(() -> hours(17, 9)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> hours(9, 9)).isInstanceOf(IllegalArgumentException.class);
    assertThat(hours(9, 10).closes()).isEqualTo(LocalTime.of(10, 0));
  }

  @Test
  void anAnswerIsPromisedWithinTheBoundsAlone() {
    var morning = wib(LocalDateTime.parse("2026-03-13T09:00"));

    for (var wrong : List.of("PT0S", "PT-1H", "PT2000H0.001S")) {
      assertThatThrownBy(() -> HOURS.due(morning, Duration.parse(wrong)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(HOURS.due(morning, ServiceHours.RESPONSE_MAX)).isAfter(morning);
  }

  private static ServiceHours hours(int opens, int closes) {
    return new ServiceHours(
        WorkingCalendar.indonesia(), LocalTime.of(opens, 0), LocalTime.of(closes, 0));
  }

  private static Instant wib(LocalDateTime local) {
    return local.atZone(WorkingCalendar.SHOP_ZONE).toInstant();
  }
}
