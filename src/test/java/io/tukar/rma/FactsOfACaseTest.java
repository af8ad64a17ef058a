package io.tukar.rma;

import static io.tukar.rma.Cases.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.TukarTest;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.ContactChannel;
import io.tukar.kernel.Role;
import io.tukar.kernel.Sku;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the shop's own records tell the policy, beside what the customer says. */
@TukarTest
class FactsOfACaseTest {

  private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 11);
  private static final Actor CUSTOMER = new Actor.Customer(1);
  private static final Actor AGENT = new Actor.Staff(1, Role.AGENT);

  @Autowired private ExchangeDesk desk;
  @Autowired private Drafts drafts;
  @Autowired private JdbcClient jdbc;
  private ShopFixture shop;
  private Cases cases;
  private String sku;

  @BeforeEach
  void open() {
    shop = new ShopFixture(jdbc);
    cases = new Cases(shop, drafts);
    sku = Cases.freshSku();
    shop.product(sku, 1_000_000, 5);
  }

  @Test
  void earlierExchangesOfTheSameCustomerCountAndOthersDoNot() {
    var first = order();
    var second = order();
    assertThat(exchanged(second)).isEqualTo(Fact.known(List.of(), Source.SHOP));

    done(desk.open(cases.dead(first, 1, new Sku(sku)), MONDAY, CUSTOMER));
    assertThat(exchanged(second)).isEqualTo(Fact.known(List.of(), Source.SHOP));

    sameCustomer(first, second);
    assertThat(exchanged(second))
        .isEqualTo(Fact.known(List.of(LocalDate.of(2026, 3, 16)), Source.SHOP));
  }

  @Test
  void anExchangeThatWasTakenBackDoesNotCount() {
    var first = order();
    var second = order();
    sameCustomer(first, second);
    var rma = done(desk.open(cases.dead(first, 1, new Sku(sku)), MONDAY, CUSTOMER));
    done(desk.cancel(CaseRef.latest(rma.id()), MONDAY, AGENT));
    assertThat(exchanged(second)).isEqualTo(Fact.known(List.of(), Source.SHOP));
  }

  @Test
  void theOrderTellsItsCourierAndWhetherAFirmBought() {
    var order = order();
    assertThat(facts(order).sold().courier()).isEqualTo(Fact.unknown());
    assertThat(facts(order).customer().company()).isEqualTo(Fact.unknown());

    jdbc.sql("update sales_order set courier = 'JNE', for_company = true where id = ?")
        .param(order)
        .update();
    assertThat(facts(order).sold().courier()).isEqualTo(Fact.known("JNE", Source.ORDER));
    assertThat(facts(order).customer().company()).isEqualTo(Fact.known(true, Source.ORDER));
  }

  @Test
  void theWayOfTheFirstContactIsKnownWhereItWasNoted() {
    assertThat(facts(order()).claim().channel())
        .isEqualTo(Fact.known(ContactChannel.PORTAL, Source.SHOP));
  }

  private long order() {
    return shop.order(RECEIVED, new ShopFixture.Line(sku, 1, 1_000_000));
  }

  private void sameCustomer(long one, long other) {
    jdbc.sql(
            "update sales_order set customer_id = (select customer_id from sales_order where id = ?)"
                + " where id = ?")
        .params(one, other)
        .update();
  }

  private Fact<List<LocalDate>> exchanged(long order) {
    return facts(order).customer().exchangedOn();
  }

  private ReturnFacts facts(long order) {
    return done(desk.preCheck(cases.dead(order, 1, new Sku(sku)), MONDAY))
        .lines()
        .getFirst()
        .facts();
  }

  private static <T> T done(Answer<T> answer) {
    if (answer instanceof Answer.Done<T>(var value)) {
      return value;
    }
    throw new AssertionError("Refused: " + answer);
  }
}
