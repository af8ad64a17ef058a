package io.tukar.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.FreshDatabase;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FreshDatabase
class SetupLinkTest {

  private static final Instant AT = Instant.parse("2026-03-16T03:00:00Z");
  private static final String PASSWORD = "kopi tubruk pagi";

  private final JdbcClient jdbc;
  private final StaffBook staff;
  private final SetupLink link;

  SetupLinkTest(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.staff = new StaffBook(jdbc);
    this.link = new SetupLink(jdbc, transactions, staff);
  }

  @BeforeEach
  void nobody() {
    jdbc.sql("delete from staff").update();
    jdbc.sql("delete from setup_link").update();
  }

  @Test
  void aLinkIsOpenForADayAndUntilTheNextIsOffered() {
    var first = link.offer(AT).orElseThrow();
    assertThat(link.isOpen(first, AT.plus(Duration.ofHours(24)).minusSeconds(1))).isTrue();
    assertThat(link.isOpen(first, AT.plus(Duration.ofHours(24)))).isFalse();
    assertThat(use(first, AT.plus(Duration.ofHours(24)))).isInstanceOf(Answer.Refused.class);

    var second = link.offer(AT).orElseThrow();

    assertThat(link.isOpen(first, AT)).isFalse();
    assertThat(link.isOpen(second, AT)).isTrue();
    assertThat(jdbc.sql("select l::text from setup_link l").query(String.class).list())
        .allSatisfy(row -> assertThat(row).doesNotContain(second));
  }

  @Test
  void aShopWithStaffOffersNoLinkAndAnOlderLinkIsOver() {
    var older = link.offer(AT).orElseThrow();
    staff.create("lain", "Lain", Role.AGENT, PASSWORD, AT);

    assertThat(link.offer(AT)).isEmpty();
    assertThat(link.isOpen(older, AT)).isFalse();
    assertThat(use(older, AT)).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void ofManyWhoUseALinkAtOnceOneGetsAnAccount() throws Exception {
    var secret = link.offer(AT).orElseThrow();
    Callable<Answer<Member>> use = () -> use(secret, AT);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var done = 0;
      for (var answer : threads.invokeAll(Collections.nCopies(4, use))) {
        done += answer.get() instanceof Answer.Done<Member> ? 1 : 0;
      }
      assertThat(done).isEqualTo(1);
    }
    assertThat(jdbc.sql("select role from staff").query(String.class).list())
        .containsExactly("MANAGER");
  }

  private Answer<Member> use(String secret, Instant at) {
    return link.use(secret, "pemilik" + Thread.currentThread().threadId(), "Pemilik", PASSWORD, at);
  }
}
