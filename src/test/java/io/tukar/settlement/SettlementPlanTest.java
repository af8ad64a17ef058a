package io.tukar.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.kernel.Currency;
import io.tukar.kernel.Money;
import io.tukar.policy.decision.Payer;
import io.tukar.settlement.SettlementPlan.AcceptedLine;
import io.tukar.settlement.SettlementPlan.Direction;
import io.tukar.settlement.SettlementPlan.LegCost;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlementPlanTest {

  private static final Money ZERO = Money.zero(Currency.IDR);

  @Test
  void theSameModelIsNeverADifferenceWhateverItsPriceIsNow() {
    assertThat(owed(List.of(line(2, 1_000_000, 1_300_000, true)), List.of())).isEqualTo(ZERO);
  }

  @Test
  void aDearerModelIsPaidByTheCustomerForEachUnit() {
    assertThat(owed(List.of(line(2, 1_000_000, 1_250_000, false)), List.of()))
        .isEqualTo(Money.rupiah(500_000));
  }

  @Test
  void aCheaperModelIsPaidBackByTheShop() {
    assertThat(owed(List.of(line(1, 1_000_000, 850_000, false)), List.of()))
        .isEqualTo(Money.rupiah(-150_000));
  }

  @Test
  void shippingFollowsItsPayerAndIsOwedByWhoDidNotLayItOut() {
    assertThat(owed(List.of(), List.of(leg(Direction.TO_SHOP, Payer.SHOP))))
        .isEqualTo(Money.rupiah(-20_000));
    assertThat(owed(List.of(), List.of(leg(Direction.TO_SHOP, Payer.CUSTOMER)))).isEqualTo(ZERO);
    assertThat(owed(List.of(), List.of(leg(Direction.TO_CUSTOMER, Payer.SHOP)))).isEqualTo(ZERO);
    assertThat(owed(List.of(), List.of(leg(Direction.TO_CUSTOMER, Payer.CUSTOMER))))
        .isEqualTo(Money.rupiah(20_000));
  }

  @Test
  void whatNobodyCanTellIsTheShops() {
    assertThat(owed(List.of(), List.of(leg(Direction.TO_SHOP, Payer.UNDECIDED))))
        .isEqualTo(Money.rupiah(-20_000));
  }

  @Test
  void everyAmountNamesItsClause() {
    var plan =
        SettlementPlan.of(
            List.of(line(1, 1_000_000, 850_000, false)),
            List.of(),
            List.of(leg(Direction.TO_CUSTOMER, Payer.CUSTOMER)),
            ZERO);

    assertThat(plan.items()).extracting(SettlementPlan.Item::clause).containsExactly("P6", "P7");
    assertThat(plan.customerOwes()).isEqualTo(Money.rupiah(-130_000));
  }

  @Test
  void aDepositThatStoodForTheGoodsIsGivenBack() {
    var plan =
        SettlementPlan.of(
            List.of(line(1, 1_000_000, 1_150_000, false)),
            List.of(),
            List.of(),
            Money.rupiah(500_000));

    assertThat(plan.items())
        .extracting(SettlementPlan.Item::account)
        .containsExactly(Account.PRICE_DIFFERENCE, Account.DEPOSIT);
    assertThat(plan.customerOwes()).isEqualTo(Money.rupiah(-350_000));
  }

  private static Money owed(List<AcceptedLine> lines, List<LegCost> legs) {
    return SettlementPlan.of(lines, List.of(), legs, ZERO).customerOwes();
  }

  private static AcceptedLine line(int quantity, long paid, long price, boolean sameModel) {
    return new AcceptedLine(1, quantity, Money.rupiah(paid), Money.rupiah(price), sameModel);
  }

  private static LegCost leg(Direction direction, Payer payer) {
    return new LegCost(direction, Money.rupiah(20_000), payer);
  }
}
