package io.tukar.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tukar.FreshDatabase;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FreshDatabase
class AccountsTest {

  private static final Instant AT = Instant.parse("2026-03-16T03:00:00Z");
  private static final Actor BY = new Actor.Operator();
  private static final String PASSWORD = "kopi tubruk pagi";

  private final JdbcClient jdbc;
  private final StaffBook book;
  private final Accounts accounts;
  private final PasswordLinks links;

  AccountsTest(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.book = new StaffBook(jdbc);
    var events = new StaffEvents(jdbc);
    this.accounts = new Accounts(jdbc, transactions, book, events);
    this.links = new PasswordLinks(jdbc, transactions, book, events);
  }

  @BeforeEach
  void nobody() {
    jdbc.sql("delete from staff").update();
  }

  @Test
  void theLastActiveManagerIsNeitherDeactivatedNorStripped() {
    var first = made("pertama", Role.MANAGER);
    var second = made("kedua", Role.MANAGER);
    assertThat(codes(accounts.deactivate(second.id(), 1, AT, BY))).isEmpty();

    assertThat(codes(accounts.deactivate(first.id(), 1, AT, BY))).containsExactly("last-manager");
    assertThat(codes(accounts.changeRole(first.id(), 1, Role.AGENT, AT, BY)))
        .containsExactly("last-manager");

    assertThat(accounts.find(first.id()).orElseThrow().role()).isEqualTo(Role.MANAGER);
    assertThat(book.find(first.id())).isPresent();
  }

  @Test
  void ofTwoManagersWhoEndEachOtherAtOnceOneStays() throws Exception {
    for (int round = 0; round < 5; round++) {
      nobody();
      var first = made("pertama", Role.MANAGER);
      var second = made("kedua", Role.MANAGER);
      var start = new CountDownLatch(1);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var one =
            threads.submit(
                () -> {
                  start.await();
                  return codes(accounts.deactivate(first.id(), 1, AT, second.actor()));
                });
        var other =
            threads.submit(
                () -> {
                  start.await();
                  return codes(accounts.changeRole(second.id(), 1, Role.AGENT, AT, first.actor()));
                });
        start.countDown();

        assertThat(List.of(one.get(), other.get()))
            .containsExactlyInAnyOrder(List.of(), List.of("last-manager"));
      }
      assertThat(
              jdbc.sql("select count(*) from staff where active and role = 'MANAGER'")
                  .query(Integer.class)
                  .single())
          .isEqualTo(1);
    }
  }

  @Test
  void theDatabaseItselfKeepsTheLastManager() {
    var manager = made("pertama", Role.MANAGER);

    assertThatThrownBy(
            () ->
                jdbc.sql("update staff set role = 'AGENT' where id = ?")
                    .param(manager.id())
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void aFormSentTwiceChangesOnceAndAnOldFormNothing() {
    made("pertama", Role.MANAGER);
    var agent = made("agen", Role.AGENT);

    assertThat(codes(accounts.changeRole(agent.id(), 1, Role.FINANCE, AT, BY))).isEmpty();
    assertThat(codes(accounts.changeRole(agent.id(), 1, Role.FINANCE, AT, BY))).isEmpty();
    assertThat(codes(accounts.changeRole(agent.id(), 1, Role.INSPECTOR, AT, BY)))
        .containsExactly("account-stale");

    assertThat(accounts.find(agent.id()).orElseThrow().role()).isEqualTo(Role.FINANCE);
    assertThat(kinds(agent.id())).containsExactly("MADE", "ROLE_CHANGED");
  }

  @Test
  void whoeverLeavesAndComesBackHasNoOldSession() {
    made("pertama", Role.MANAGER);
    var agent = made("agen", Role.AGENT);

    accounts.deactivate(agent.id(), 1, AT, BY);
    assertThat(book.find(agent.id())).isEmpty();
    accounts.reactivate(agent.id(), 2, AT, BY);

    assertThat(book.find(agent.id()).orElseThrow().epoch()).isGreaterThan(agent.epoch());
  }

  @Test
  void aLinkSetsAPasswordOnceAndOnlyTheLatestCounts() {
    var manager = made("pertama", Role.MANAGER);
    var old = links.offer(manager.id(), AT, BY).orElseThrow();
    var secret = links.offer(new Login("pertama"), AT, BY).orElseThrow();
    assertThat(links.isOpen(old, AT)).isFalse();
    assertThat(links.isOpen(secret, AT.plus(Duration.ofHours(25)))).isFalse();

    assertThat(codes(links.use(secret, "pendek", AT))).containsExactly("password-too-short");
    assertThat(codes(links.use(secret, PASSWORD, AT))).isEmpty();
    assertThat(codes(links.use(secret, PASSWORD, AT))).containsExactly("password-link-over");

    assertThat(book.authenticate("pertama", PASSWORD)).isPresent();
    assertThat(book.find(manager.id()).orElseThrow().epoch()).isGreaterThan(manager.epoch());
  }

  @Test
  void anOwnNewPasswordEndsTheLinksAndOlderSessions() {
    var manager = made("pertama", Role.MANAGER);
    var secret = links.offer(manager.id(), AT, BY).orElseThrow();

    assertThat(codes(accounts.changePassword(manager, PASSWORD, AT))).isEmpty();

    assertThat(links.isOpen(secret, AT)).isFalse();
    assertThat(book.find(manager.id()).orElseThrow().epoch()).isGreaterThan(manager.epoch());
    assertThat(kinds(manager.id())).containsExactly("MADE", "LINK_OFFERED", "PASSWORD_CHANGED");
  }

  @Test
  void aLinkOfWhoeverLeftOpensNothing() {
    made("pertama", Role.MANAGER);
    var agent = made("agen", Role.AGENT);
    var secret = links.offer(agent.id(), AT, BY).orElseThrow();

    accounts.deactivate(agent.id(), 1, AT, BY);

    assertThat(links.isOpen(secret, AT)).isFalse();
    assertThat(links.offer(agent.id(), AT, BY)).isEmpty();
  }

  private Member made(String login, Role role) {
    return switch (accounts.make(login, "Nama", role, AT, BY)) {
      case Answer.Done<Member>(var member) -> member;
      case Answer.Refused<Member>(var reasons) -> throw new AssertionError(reasons);
    };
  }

  private List<String> kinds(long id) {
    return jdbc.sql("select kind from staff_event where subject = ? order by id")
        .param(id)
        .query((row, n) -> row.getString(1))
        .list();
  }

  private static List<String> codes(Answer<?> answer) {
    return switch (answer) {
      case Answer.Done<?> done -> List.of();
      case Answer.Refused<?>(var reasons) -> reasons.stream().map(Refusal::code).toList();
    };
  }
}
