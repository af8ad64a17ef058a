package io.tukar.portal.policy;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.policy.Policy;
import io.tukar.policy.PolicyBook;
import io.tukar.policy.file.PolicyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The shipped policy in several versions, each with its own window. */
final class VersionsForTests {

  private VersionsForTests() {}

  static Policy version(int number, String from, int days) {
    try (var in =
        Objects.requireNonNull(PolicyFile.class.getResourceAsStream(PolicyFile.SHIPPED))) {
      var text =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replaceFirst("version: 1", "version: " + number)
              .replaceFirst("effective-from: \\S+", "effective-from: " + from)
              .replaceFirst("days: 7\n", "days: " + days + "\n");
      return PolicyFile.read(text).policy().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Seven days since 2025, nine since 10 March 2026, eleven from noon of 1 June 2026. */
  static PolicyBook three() {
    return new PolicyBook(
        List.of(
            version(1, "2025-01-01", 7),
            version(2, "2026-03-10", 9),
            version(3, "2026-06-01T12:00:00+07:00", 11)),
        WorkingCalendar.indonesia());
  }
}
