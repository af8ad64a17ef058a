package io.tukar.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.TukarTest;
import io.tukar.kernel.Contact;
import io.tukar.orders.OrderBook;
import io.tukar.rma.RmaStatus;
import io.tukar.rma.Verification;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TukarTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoShopTest {

  /** A Friday evening, two weeks after a feast. */
  private static final Instant NOW = Instant.parse("2026-11-20T12:30:00.123456789Z");

  @Autowired private DemoShop shop;
  @Autowired private JdbcClient jdbc;
  @Autowired private OrderBook orders;
  @Autowired private Verification verification;

  @Test
  void aFreshDatabaseBecomesAShopThatFeelsRealAndHoldsEveryInvariant() throws IOException {
    assertThat(shop.mayFill()).isTrue();
    var told = new ArrayList<DemoStaff.Keys>();
    shop.open(NOW, told::add);
    var samples = shop.fill(NOW);

    assertThat(count("select count(*) from product")).isEqualTo(60);
    assertThat(count("select count(*) from sales_order")).isEqualTo(DemoOrders.ORDERS);
    assertThat(count("select count(distinct status) from sales_order")).isEqualTo(4);
    assertThat(count("select count(*) from rma")).isEqualTo(60);
    assertThat(count("select count(*) from rma_event where at > '" + NOW + "'")).isZero();
    assertThat(list("select distinct status from rma"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(RmaStatus.values()).map(Enum::name).toList());
    assertThat(count("select count(*) from rma_line where goods = 'WAITING'")).isPositive();
    assertThat(count("select count(*) from rma where priority")).isEqualTo(1);
    assertThat(count("select count(*) from rma where balance > 0")).isPositive();
    assertThat(count("select count(*) from rma where balance < 0")).isPositive();
    assertThat(verification.run().broken()).isEmpty();

    assertThat(told.getFirst().staff())
        .extracting(signIn -> signIn.role().name())
        .contains("AGENT", "INSPECTOR", "FINANCE", "MANAGER");
    assertThat(told.getFirst().tokens()).hasSize(4);
    assertThat(samples)
        .isNotEmpty()
        .allSatisfy(
            sample ->
                assertThat(
                        orders.find(sample.serial(), Contact.parse(sample.contact()).orElseThrow()))
                    .isPresent());

    var before = list("select r::text from rma r union all select m::text from stock_move m");
    assertThat(shop.mayFill()).isTrue();
    shop.open(NOW, told::add);
    assertThat(told).hasSize(1);
    assertThat(shop.fill(NOW)).isEqualTo(samples);
    assertThat(list("select r::text from rma r union all select m::text from stock_move m"))
        .containsExactlyInAnyOrderElementsOf(before);
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  private List<String> list(String sql) {
    return jdbc.sql(sql).query((row, n) -> row.getString(1)).list();
  }
}
