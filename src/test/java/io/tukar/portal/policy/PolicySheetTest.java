package io.tukar.portal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.ReturnReason;
import io.tukar.policy.ClauseView;
import io.tukar.policy.PolicyBook;
import io.tukar.portal.policy.PolicySheet.Item;
import io.tukar.portal.policy.PolicySheet.Standing;
import io.tukar.portal.status.ShopCard;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicySheetTest {

  private static final Instant MONDAY = Instant.parse("2026-03-16T03:00:00Z");
  private static final PolicyBook BOOK = VersionsForTests.three();
  private static final ShopCard SHOP =
      new ShopCard("Toko", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  @Test
  void aVersionSaysWhetherItDecidesTodayAndWhatFollowsIt() {
    var past = sheet(1);
    assertThat(past.standing()).isEqualTo(Standing.PAST);
    assertThat(past.current()).isEqualTo(2);
    assertThat(past.next())
        .contains(new PolicySheet.Next(2, Instant.parse("2026-03-09T17:00:00Z")));

    assertThat(sheet(2).standing()).isEqualTo(Standing.IN_FORCE);
    assertThat(sheet(2).next()).map(PolicySheet.Next::version).contains(3);
    assertThat(sheet(3).standing()).isEqualTo(Standing.COMING);
    assertThat(sheet(3).next()).isEmpty();
    assertThat(sheet(3).versions()).containsExactly(3, 2, 1);
  }

  @Test
  void aBeginningIsWrittenAsADayUnlessItLiesWithinOne() {
    assertThat(PolicySheet.written(sheet(2).from())).isEqualTo(LocalDate.of(2026, 3, 10));
    assertThat(PolicySheet.written(sheet(3).from()))
        .isEqualTo(Instant.parse("2026-06-01T05:00:00Z"));
  }

  @Test
  void everyClauseStandsOnceAndInTheOrderPeopleAsk() {
    var sheet = sheet(1);
    assertThat(sheet.parts().stream().map(PolicySheet.Part::chapter))
        .containsExactly(Chapter.values());
    assertThat(sheet.parts().stream().flatMap(part -> ids(part).stream()))
        .containsExactlyInAnyOrderElementsOf(
            BOOK.version("tukar-default", 1).orElseThrow().clauseIds());
    assertThat(part(sheet, Chapter.TIME)).contains("P2");
    assertThat(part(sheet, Chapter.GOODS)).containsExactly("P3");
    assertThat(part(sheet, Chapter.CONDITION)).containsExactly("P4", "P4b");
    assertThat(part(sheet, Chapter.SHIPPING)).containsExactly("P7", "P12");
    assertThat(part(sheet, Chapter.EXCLUSIONS)).containsExactly("X1", "X2");
  }

  @Test
  void theWindowIsCountedFromTodayOnTheShopsCalendar() {
    // 18 to 24 March 2026 are holidays and collective leave (Nyepi, Idul Fitri).
    var due = clause(sheet(1), "P2").example().orElseThrow();
    assertThat(due.received()).isEqualTo(LocalDate.of(2026, 3, 16));
    assertThat(due).isEqualTo(BOOK.calendar().due(due.received(), 7, due.unit()));
    assertThat(due.date()).isAfter(LocalDate.of(2026, 3, 25));
    assertThat(clause(sheet(2), "P2").example().orElseThrow().days()).isEqualTo(9);
  }

  @Test
  void aClauseSaysWhatItGoesByAndWhatFollows() {
    var condition = clause(sheet(1), "P4");
    assertThat(figures(condition.clause()))
        .containsExactly("Required: seal intact, clean, complete, serial number as sold.");
    assertThat(condition.thenKey()).isEqualTo("portal.policy.then.unmet.BLOCK");
    assertThat(condition.tracksKey()).isEqualTo("portal.policy.track.CUSTOMER_CHOICE");

    var goods = clause(sheet(1), "P3").clause();
    assertThat(goods.waived()).containsOnlyKeys(ReturnReason.WRONG_ITEM, ReturnReason.INCOMPLETE);
    var photos = clause(sheet(1), "P10").clause().photos();
    assertThat(photos).containsOnlyKeys(ReturnReason.values());
    assertThat(photos.get(ReturnReason.WRONG_ITEM))
        .containsExactly(PhotoSlot.LABEL, PhotoSlot.UNIT, PhotoSlot.BOX);
    assertThat(clause(sheet(1), "P10").thenKey()).isEqualTo("portal.policy.then.photos.REVIEW");
    assertThat(clause(sheet(1), "X1").thenKey()).isEqualTo("portal.policy.then.named.BLOCK");
    assertThat(clause(sheet(1), "P8").thenKey()).isEmpty();
  }

  private static PolicySheet sheet(int version) {
    var policy = BOOK.version("tukar-default", version).orElseThrow();
    return PolicySheet.of(BOOK, policy, MONDAY, SHOP);
  }

  private static List<String> part(PolicySheet sheet, Chapter chapter) {
    return sheet.parts().stream()
        .filter(part -> part.chapter() == chapter)
        .flatMap(part -> ids(part).stream())
        .toList();
  }

  private static List<String> ids(PolicySheet.Part part) {
    return part.items().stream().map(item -> item.clause().id()).toList();
  }

  private static Item clause(PolicySheet sheet, String id) {
    return sheet.parts().stream()
        .flatMap(part -> part.items().stream())
        .filter(item -> item.clause().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> figures(ClauseView clause) {
    return clause.figures().stream().map(words -> words.en()).toList();
  }
}
