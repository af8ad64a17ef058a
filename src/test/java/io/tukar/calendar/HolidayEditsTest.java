package io.tukar.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.calendar.HolidayEdit.Effect;
import io.tukar.kernel.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayEditsTest {

  private static final String DECREE = "Keputusan Bersama No. 1/2026";
  private static final WorkingCalendar SHIPPED = WorkingCalendar.indonesia();
  private static final LocalDate WEDNESDAY = LocalDate.of(2026, 7, 15);
  private static final LocalDate NYEPI = LocalDate.of(2026, 3, 19);

  @Test
  void anAddedDayIsOffAndNamesAnotherHolidaySet() {
    var changed = HolidayEdits.none().with(off(WEDNESDAY, "Pemilihan")).over(SHIPPED);

    assertThat(SHIPPED.isWorkingDay(WEDNESDAY)).isTrue();
    assertThat(changed.isWorkingDay(WEDNESDAY)).isFalse();
    assertThat(changed.id()).startsWith("indonesia:off:").isNotEqualTo(SHIPPED.id());
  }

  @Test
  void aStruckDayIsWorkedAndPuttingItBackNamesTheSameSetAgain() {
    var there = SHIPPED.holiday(NYEPI).orElseThrow();
    var struck = HolidayEdits.none().with(new HolidayEdit.Struck(NYEPI, DECREE));
    var back = struck.with(new HolidayEdit.Off(there, DECREE));

    assertThat(struck.over(SHIPPED).isWorkingDay(NYEPI)).isTrue();
    assertThat(struck.over(SHIPPED).id()).isNotEqualTo(SHIPPED.id());
    assertThat(back.over(SHIPPED).id()).isEqualTo(SHIPPED.id());
  }

  @Test
  void aDayChangedToCollectiveLeaveIsWorkedWhereTheShopWorksThroughThose() {
    var leave =
        new Holiday(NYEPI, Holiday.Kind.COLLECTIVE_LEAVE, Optional.of(new Words("Nyepi", "Nyepi")));
    var changed = HolidayEdits.none().with(new HolidayEdit.Off(leave, DECREE)).over(SHIPPED);

    assertThat(changed.isWorkingDay(NYEPI)).isFalse();
    assertThat(changed.with(CollectiveLeave.WORKED).isWorkingDay(NYEPI)).isTrue();
    assertThat(SHIPPED.with(CollectiveLeave.WORKED).isWorkingDay(NYEPI)).isFalse();
  }

  @Test
  void aDecreeSettlesItsYearAndTakingItAwayOpensTheYearAgain() {
    var received = LocalDate.of(2028, 3, 1);
    var decreed =
        HolidayEdits.none().with(new HolidayEdit.OfYear(2028, Optional.of("SKB No. 7/2027")));
    var open = decreed.with(new HolidayEdit.OfYear(2028, Optional.empty()));

    assertThat(SHIPPED.due(received, 7, DayUnit.WORKING).provisional()).isTrue();
    assertThat(decreed.over(SHIPPED).due(received, 7, DayUnit.WORKING).provisional()).isFalse();
    assertThat(open.over(SHIPPED).due(received, 7, DayUnit.WORKING).provisional()).isTrue();
  }

  @Test
  void anEditSaysWhatItDoesAndTheSecondTimeThatItIsTheSame() {
    var edits =
        List.<HolidayEdit>of(
            off(WEDNESDAY, "Pemilihan"),
            off(NYEPI, "Nyepi, hari lain"),
            new HolidayEdit.Struck(LocalDate.of(2026, 8, 25), DECREE),
            new HolidayEdit.OfYear(2028, Optional.of(DECREE)),
            off(WEDNESDAY, "Pemilihan"));

    assertThat(HolidayEdits.none().effects(edits, SHIPPED))
        .extracting(Map.Entry::getValue)
        .containsExactly(Effect.ADDED, Effect.CHANGED, Effect.STRUCK, Effect.ADDED, Effect.SAME);
    assertThat(HolidayEdits.none().with(edits).effects(edits, SHIPPED))
        .extracting(Map.Entry::getValue)
        .containsOnly(Effect.SAME);
  }

  @Test
  void aDayGoesByItsOwnDecreeElseByItsYears() {
    var edits = HolidayEdits.none().with(off(WEDNESDAY, "Pemilihan"));
    var now = edits.over(SHIPPED);

    assertThat(edits.decreeOf(WEDNESDAY, now)).contains(DECREE);
    assertThat(edits.decreeOf(NYEPI, now)).contains(now.decree(2026).orElseThrow().citation());
    assertThat(edits.decreeOf(LocalDate.of(2031, 1, 1), now)).isEmpty();
  }

  @Test
  void aYearsDecreeIsAddedChangedOrStruckOrStaysTheSame() {
    var citation = SHIPPED.decree(2026).orElseThrow().citation();

    assertThat(effect(new HolidayEdit.OfYear(2026, Optional.of(citation)))).isEqualTo(Effect.SAME);
    assertThat(effect(new HolidayEdit.OfYear(2026, Optional.of(DECREE)))).isEqualTo(Effect.CHANGED);
    assertThat(effect(new HolidayEdit.OfYear(2026, Optional.empty()))).isEqualTo(Effect.STRUCK);
    assertThat(effect(new HolidayEdit.OfYear(2031, Optional.of(DECREE)))).isEqualTo(Effect.ADDED);
    assertThat(effect(new HolidayEdit.OfYear(2031, Optional.empty()))).isEqualTo(Effect.SAME);
  }

  @Test
  void aShippedDayIsTheSameUnderAnyDecreeButAnEditedOneChangesWithItsDecree() {
    var nyepi = SHIPPED.holiday(NYEPI).orElseThrow();
    var edited = HolidayEdits.none().with(new HolidayEdit.Off(nyepi, DECREE));
    var otherDecree = new HolidayEdit.Off(nyepi, "SK No. 9");

    assertThat(effect(otherDecree)).isEqualTo(Effect.SAME);
    assertThat(edited.effect(otherDecree, SHIPPED)).isEqualTo(Effect.CHANGED);
    assertThat(edited.effect(new HolidayEdit.Off(nyepi, DECREE), SHIPPED)).isEqualTo(Effect.SAME);
  }

  @Test
  void strikingADayThatIsNoHolidayChangesNothing() {
    assertThat(effect(new HolidayEdit.Struck(WEDNESDAY, DECREE))).isEqualTo(Effect.SAME);
  }

  @Test
  void anEditIsAboutTheYearOfItsDay() {
    assertThat(off(WEDNESDAY, "Pemilihan").year()).isEqualTo(2026);
    assertThat(new HolidayEdit.Struck(NYEPI, DECREE).year()).isEqualTo(2026);
    assertThat(new HolidayEdit.OfYear(2031, Optional.empty()).year()).isEqualTo(2031);
  }

  @ParameterizedTest
  @CsvSource({"1999, false", "2000, true", "2100, true", "2101, false"})
  void daysOffAreKeptForTheYearsOfACentury(int year, boolean known) {
    assertThat(HolidayEdit.known(year)).isEqualTo(known);
  }

  @Test
  void aCitationHoldsANumberAndIsNoLongerThanItMayBe() {
    assertThat(HolidayEdit.citesADecree("1" + "x".repeat(299))).isTrue();
    assertThat(HolidayEdit.citesADecree("1" + "x".repeat(300))).isFalse();
    assertThat(HolidayEdit.citesADecree("Keputusan Bersama")).isFalse();
  }

  @Property
  void addingAHolidayNeverShortensAWindow(
      @ForAll("days") LocalDate received,
      @ForAll("days") LocalDate added,
      @ForAll @IntRange(max = 60) int days) {
    var more = HolidayEdits.none().with(off(added, "Libur tambahan")).over(SHIPPED);

    assertThat(more.due(received, days, DayUnit.WORKING).date())
        .isAfterOrEqualTo(SHIPPED.due(received, days, DayUnit.WORKING).date());
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers()
        .between(0, 3 * 365)
        .map(day -> LocalDate.of(2025, 1, 1).plusDays(day));
  }

  private static Effect effect(HolidayEdit edit) {
    return HolidayEdits.none().effect(edit, SHIPPED);
  }

  private static HolidayEdit off(LocalDate date, String name) {
    return new HolidayEdit.Off(
        new Holiday(date, Holiday.Kind.NATIONAL, Optional.of(new Words(name, name))), DECREE);
  }
}
