package io.tukar.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
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

  private static Instant wib(LocalDateTime local) {
    return local.atZone(WorkingCalendar.SHOP_ZONE).toInstant();
  }
}
