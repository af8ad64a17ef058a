package io.tukar.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.FreshDatabase;
import io.tukar.database.DataFolder;
import io.tukar.database.SecretKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@FreshDatabase
class ThrottleTest {

  private static final Instant AT = Instant.parse("2026-03-16T03:00:00Z");

  private final JdbcClient jdbc;
  private final Throttle throttle;

  ThrottleTest(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.throttle =
        new Throttle(
            jdbc,
            SecretKey.open(
                DataFolder.open(Path.of("target", "throttle-for-tests")),
                Map.of(SecretKey.VARIABLE, "x".repeat(32))));
  }

  @Test
  void theFirstFailuresAreFreeThenTheWaitDoublesUpToItsLongest() {
    var order = Tried.of("find", "ORD-1");
    fail(order, 3);
    assertThat(throttle.wait(AT, order)).isEmpty();
    fail(order, 1);
    assertThat(throttle.wait(AT, order)).contains(Duration.ofSeconds(2));
    fail(order, 2);
    assertThat(throttle.wait(AT, order)).contains(Duration.ofSeconds(8));
    fail(order, 30);
    assertThat(throttle.wait(AT, order)).contains(Duration.ofSeconds(60));
    assertThat(throttle.wait(AT.plusSeconds(60), order)).isEmpty();
  }

  @Test
  void theLongerOfTwoWaitsCounts() {
    var order = Tried.of("find", "ORD-2");
    var address = Tried.from("find", "203.0.113.7");
    fail(order, 5);
    fail(address, 12);

    assertThat(throttle.wait(AT, order, address)).contains(Duration.ofSeconds(16));
    assertThat(throttle.wait(AT, order)).contains(Duration.ofSeconds(4));
  }

  @Test
  void aSuccessOrAQuietDayBeginsAnew() {
    var known = Tried.of("find", "ORD-3");
    fail(known, 5);
    throttle.passed(known);
    assertThat(throttle.wait(AT, known)).isEmpty();

    var quiet = Tried.of("find", "ORD-4");
    fail(quiet, 5);
    var twoDaysOn = AT.plus(Duration.ofDays(2));
    throttle.failed(twoDaysOn, quiet);
    assertThat(throttle.wait(twoDaysOn, quiet)).isEmpty();
    assertThat(throttle.sweep(twoDaysOn.plus(Duration.ofDays(2)))).isPositive();
  }

  @Test
  void theAddressesOfOneHomeAreOneAndNoneIsStoredReadably() {
    fail(Tried.from("find", "2001:db8:1:2::1"), 12);
    assertThat(throttle.wait(AT, Tried.from("find", "2001:db8:1:2:ffff::9"))).isPresent();
    assertThat(throttle.wait(AT, Tried.from("find", "2001:db8:1:3::1"))).isEmpty();
    assertThat(jdbc.sql("select encode(key, 'escape') from throttle").query(String.class).list())
        .noneMatch(key -> key.contains("2001"));
  }

  private void fail(Tried tried, int times) {
    for (int i = 0; i < times; i++) {
      throttle.failed(AT, tried);
    }
  }
}
