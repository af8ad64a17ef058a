package io.tukar.settlement.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tukar.kernel.Money;
import io.tukar.kernel.RmaNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose money a receipt is (clause P6). */
class MatcherTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 12);

  /** A desk phone for a dearer one: Rp149.623 is asked for. */
  private static final OpenAmount PHONE = open(1, 10, "Rina Wulandari", 150_000, 377);

  private static final OpenAmount GATEWAY = open(2, 20, "PT Surya Jaringan Tbk", 2_400_000, 12);
  private static final OpenAmount HEADSET = open(3, 20, "PT Surya Jaringan Tbk", 90_000, 501);

  private final Matcher matcher = new Matcher(List.of(PHONE, GATEWAY, HEADSET));

  @Test
  void theAmountWithItsCodeIsSureWhoeverPays() {
    var best = best("TRSF E-BANKING CR 1203/FTSCY/WS95031 ANDI PRATAMA", 149_623);
    assertThat(best.parts()).containsExactly(part(PHONE, 149_623));
    assertThat(best.reasons()).containsExactly(Reason.AMOUNT_WITH_CODE);
    assertThat(best.sure()).isTrue();
  }

  @Test
  void theWholeAmountWithANameIsLikelyAndWithItsNumberSure() {
    var named = best("BI-FAST CR TRANSFER DR 009 RINA WULANDARI", 150_000);
    assertThat(named.reasons()).containsExactly(Reason.AMOUNT_OWED, Reason.NAME);
    assertThat(named.sure()).isFalse();
    var numbered = best("selisih rma-2026-00001", 150_000);
    assertThat(numbered.reasons()).containsExactly(Reason.AMOUNT_OWED, Reason.NUMBER);
    assertThat(numbered.sure()).isTrue();
    assertThat(numbered.score()).isGreaterThan(named.score());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RMA-2026-00001",
        "bayar RMA 2026 00001 tks",
        "RMA202600001",
        "TRF RMA-2026-000 01",
        "RMA/2026/00001 12/03"
      })
  void aNumberIsReadHoweverTheBankBreaksIt(String remark) {
    assertThat(best(remark, 150_000).reasons()).contains(Reason.NUMBER);
  }

  @Test
  void aNameIsReadWithoutTitlesAndWhereTheBankCutItOff() {
    assertThat(best("SWITCHING CR SURYA JARING", 2_400_000).reasons()).contains(Reason.NAME);
    assertThat(best("SWITCHING CR SURYA JARINGAN PT", 2_400_000).reasons()).contains(Reason.NAME);
    assertThat(best("SWITCHING CR SURYA KENCANA", 2_400_000).reasons()).doesNotContain(Reason.NAME);
    assertThat(best("SWITCHING CR SURYA JA", 2_400_000).reasons()).doesNotContain(Reason.NAME);
  }

  @Test
  void aPartAndTooMuchAreGuessesOfThoseWhoAreNamed() {
    var part = best("RMA-2026-00002 cicilan", 1_000_000);
    assertThat(part.parts()).containsExactly(part(GATEWAY, 1_000_000));
    assertThat(part.reasons()).containsExactly(Reason.AMOUNT_IN_PART, Reason.NUMBER);
    assertThat(part.sure()).isFalse();
    var above = best("RMA-2026-00001", 200_000);
    assertThat(above.reasons()).containsExactly(Reason.AMOUNT_ABOVE, Reason.NUMBER);
    assertThat(above.sure()).isFalse();
    assertThat(matcher.matches(receipt(1, "SETORAN TUNAI", 1_000_000))).isEmpty();
  }

  @Test
  void aWrongCodeIsAGuess() {
    var guess = best("SETORAN TUNAI", 149_600);
    assertThat(guess.parts()).containsExactly(part(PHONE, 149_600));
    assertThat(guess.reasons()).containsExactly(Reason.AMOUNT_WITH_OTHER_CODE);
    assertThat(guess.sure()).isFalse();
  }

  @Test
  void oneTransferForTwoCasesIsToldByTheirSum() {
    var both = best("CR SURYA JARINGAN", 2_399_988 + 89_499);
    assertThat(both.parts()).containsExactly(part(GATEWAY, 2_399_988), part(HEADSET, 89_499));
    assertThat(both.sure()).isFalse();
    var numbered = best("RMA-2026-00002 DAN RMA-2026-00003", 2_490_000);
    assertThat(numbered.parts()).containsExactly(part(GATEWAY, 2_400_000), part(HEADSET, 90_000));
    assertThat(numbered.sure()).isTrue();
  }

  @Test
  void anotherCasesNumberSpeaksAgainstTheAmount() {
    var other = best("RMA-2026-00002", 149_623);
    assertThat(other.sure()).isFalse();
    var gone = best("RMA-2025-99999", 149_623);
    assertThat(gone.reasons()).contains(Reason.OTHER_NUMBER);
    assertThat(gone.sure()).isFalse();
  }

  @Test
  void anAmountThatTwoCasesWaitForIsNobodysForSure() {
    // One is asked for what the other owes as a whole.
    var twin = open(4, 40, "Made Sukarta", 149_623, 0);
    var matches = new Matcher(List.of(PHONE, twin)).matches(receipt(1, "SETORAN TUNAI", 149_623));
    assertThat(matches).hasSize(2).noneMatch(Match::sure);
    assertThat(matches).allMatch(match -> match.reasons().contains(Reason.AMOUNT_SHARED));
  }

  @Test
  void aCaseIsPaidBySureMatchesOnce() {
    var first = receipt(7, "BUDI", 149_623);
    var again = receipt(8, "BUDI", 149_623);
    assertThat(matcher.sure(List.of(again, first))).containsOnlyKeys(first);
  }

  @Test
  void anAmountAndItsCodeAreChecked() {
    assertThatThrownBy(() -> open(1, 1, "A", 100, 100))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> open(1, 1, "A", 10_000, 1000))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> open(1, 1, "A", 0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> receipt(1, "", 0)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Whatever is open and comes, in any order: no case twice, no rupiah lost, the same answer. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void nothingIsMatchedTwiceAndNothingIsLost(long seed) {
    var random = new Random(seed);
    var names = List.of("Rina Wulandari", "Rina Lestari", "PT Surya", "Made Sukarta", "");
    var opens = new ArrayList<OpenAmount>();
    for (int id = 1; id <= 60; id++) {
      var name = random.nextInt(names.size());
      var owed = 1_000 * (1 + random.nextInt(20));
      opens.add(open(id, name, names.get(name), owed, random.nextInt(1_000)));
    }
    var receipts = new ArrayList<Receipt>();
    for (int id = 1; id <= 200; id++) {
      var one = opens.get(random.nextInt(opens.size()));
      var amount =
          switch (random.nextInt(4)) {
            case 0 -> one.owed().minor();
            case 1 -> 1 + random.nextInt(20_000);
            default -> one.asked().minor();
          };
      var remark = random.nextBoolean() ? "TRF " + one.number() : "TRF " + one.customerName();
      receipts.add(receipt(id, remark, amount));
    }
    var any = new Matcher(opens);
    var sure = any.sure(receipts);
    var paid = new HashSet<Long>();
    assertThat(sure).isNotEmpty();
    sure.forEach(
        (receipt, match) -> {
          assertThat(match.sure()).isTrue();
          assertThat(match.parts()).allMatch(part -> paid.add(part.open().caseId()));
        });
    for (var receipt : receipts) {
      assertThat(any.matches(receipt))
          .hasSizeLessThanOrEqualTo(Matcher.MATCHES_MAX)
          .allSatisfy(match -> assertThat(sum(match)).isEqualTo(receipt.amount()));
      assertThat(any.matches(receipt)).filteredOn(Match::sure).hasSizeLessThanOrEqualTo(1);
    }
    Collections.shuffle(receipts, random);
    Collections.shuffle(opens, random);
    assertThat(new Matcher(opens).sure(Set.copyOf(receipts))).isEqualTo(sure);
  }

  private static Money sum(Match match) {
    return match.parts().stream().map(Match.Part::amount).reduce(Money.rupiah(0), Money::plus);
  }

  private Match best(String remark, long amount) {
    return matcher.matches(receipt(1, remark, amount)).getFirst();
  }

  private static Match.Part part(OpenAmount open, long amount) {
    return new Match.Part(open, Money.rupiah(amount));
  }

  private static Receipt receipt(long id, String remark, long amount) {
    return new Receipt(id, DAY, Money.rupiah(amount), remark);
  }

  private static OpenAmount open(long id, long customer, String name, long owed, int code) {
    var number = new RmaNumber("RMA-2026-%05d".formatted(id));
    return new OpenAmount(id, number, customer, name, Money.rupiah(owed), code);
  }
}
