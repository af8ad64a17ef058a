package io.tukar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.calendar.ShopCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportHolidaysTest {

  private static final String FILE =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20280101
      SUMMARY:Tahun Baru Masehi
      END:VEVENT
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20281226
      SUMMARY:Cuti Bersama Hari Raya Natal
      END:VEVENT
      END:VCALENDAR
      """;
  private static final String DECREE = "SKB No. 12/2027";

  @TempDir private Path folder;

  @Test
  void aFileIsTakenRowByRowAndTheSecondTimeEveryRowIsTheSame() throws IOException {
    var file = Files.writeString(folder.resolve("2028.ics"), FILE).toString();

    var first = run(file, "--decree", DECREE);
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.outLines())
        .containsExactly(
            "line 3: 2028-01-01 added: national holiday (New Year's Day)",
            "line 7: 2028-12-26 added: collective leave (Christmas Day)",
            "decree of 2028 added: " + DECREE);
    assertThat(first.errLines()).last().asString().contains("2 days added", "0 open cases");

    var again = run(file, "--decree", DECREE);
    assertThat(again.outLines())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).contains(" same: "));

    try (var shop = Shop.open(folder.resolve("shop"))) {
      var days = shop.bean(ShopCalendar.class).current();
      assertThat(days.decree(2028)).isPresent();
      assertThat(days.isWorkingDay(LocalDate.of(2028, 12, 26))).isFalse();
    }
  }

  @Test
  void aFileWithABadRowIsRefusedWholeBeforeADatabaseIsStarted() throws IOException {
    var bad = FILE.replace("DTSTART;VALUE=DATE:20281226", "DTSTART:20281226T090000");
    var file = Files.writeString(folder.resolve("bad.ics"), bad).toString();

    var refused = run(file, "--decree", DECREE);

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.outLines())
        .singleElement()
        .asString()
        .startsWith("line 7: refused: \"Cuti Bersama Hari Raya Natal\" The event has a time");
    assertThat(refused.errLines()).singleElement().asString().contains("Nothing was taken");
    assertThat(folder.resolve("shop")).doesNotExist();
  }

  @Test
  void theDecreeMustBeNamedAndTheFileMustBeThere() throws IOException {
    var file = Files.writeString(folder.resolve("2028.ics"), FILE).toString();

    assertThat(run(file).exit()).isEqualTo(1);
    assertThat(run(file).errLines()).singleElement().asString().contains("--decree");
    assertThat(run(file, "--decree", "soon").exit()).isEqualTo(1);
    assertThat(run(folder.resolve("none.ics").toString()).errLines())
        .singleElement()
        .asString()
        .contains("There is no file");
    assertThat(run().exit()).isEqualTo(2);
    assertThat(run(file, "--collective-leave-word", " ").exit()).isEqualTo(2);
    assertThat(folder.resolve("shop")).doesNotExist();
  }

  private CommandLineForTests run(String... arguments) {
    var all = new String[arguments.length + 4];
    all[0] = "import";
    all[1] = "holidays";
    all[2] = "--data";
    all[3] = folder.resolve("shop").toString();
    System.arraycopy(arguments, 0, all, 4, arguments.length);
    return CommandLineForTests.run(all);
  }
}
