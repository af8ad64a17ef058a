package io.tukar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarDueTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-13, 7, calendar, off,    2026-03-20",
    "2026-03-13, 7, working,  worked, 2026-03-25",
    "2026-03-13, 7, working,  off,    2026-03-31",
  })
  void theFirstLineIsTheDateAlone(
      String received, String days, String unit, String leave, String date) {
    var ran = due(received, days, unit, "--collective-leave", leave);

    assertThat(ran.exit()).isZero();
    assertThat(ran.outLines()).first().isEqualTo(date);
    assertThat(ran.outLines().get(1)).isEqualTo("received: Friday, 13 March 2026");
    assertThat(ran.out()).doesNotContain("provisional");
  }

  @Test
  void collectiveLeaveIsOffUnlessSaidOtherwise() {
    var ran = due("2026-03-13", "7", "working");

    assertThat(ran.outLines()).first().isEqualTo("2026-03-31");
    assertThat(ran.outLines())
        .contains(
            "not counted: Wednesday, 18 March 2026, collective leave (Nyepi, Day of Silence)",
            "day 7: Tuesday, 31 March 2026");
  }

  @Test
  void aYearWithoutADecreeMakesItProvisional() {
    var ran = due("2027-12-28", "7", "working");

    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("provisional").contains("2028");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-30, 7,     working,   --received must be a date",
    "13-03-2026, 7,     working,   --received must be a date",
    "2026-03-13, -1,    working,   --days must be 0 to 9999",
    "2026-03-13, 10000, working,   --days must be 0 to 9999",
    "2026-03-13, seven, working,   --days must be 0 to 9999",
    "2026-03-13, 7,     fortnight, --unit must be working or calendar",
  })
  void badInputIsOneClearLineAndExit2(String received, String days, String unit, String message) {
    var ran = due(received, days, unit);

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.errLines()).singleElement().asString().contains(message);
  }

  @Test
  void aMissingOptionIsOneClearLineAndExit2() {
    var ran = CommandLineForTests.run("calendar", "due", "--received", "2026-03-13");

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.errLines()).singleElement().asString().contains("--days");
  }

  private static CommandLineForTests due(
      String received, String days, String unit, String... more) {
    var args = new ArrayList<String>();
    args.addAll(List.of("calendar", "due", "--received", received));
    args.addAll(List.of("--days", days, "--unit", unit));
    args.addAll(List.of(more));
    return CommandLineForTests.run(args.toArray(String[]::new));
  }
}
