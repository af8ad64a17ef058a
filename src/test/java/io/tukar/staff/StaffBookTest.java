package io.tukar.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.FreshDatabase;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@FreshDatabase
class StaffBookTest {

  private static final Instant AT = Instant.parse("2026-03-16T03:00:00Z");
  private static final String PASSWORD = "kopi tubruk pagi";

  private final JdbcClient jdbc;
  private final StaffBook book;

  StaffBookTest(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.book = new StaffBook(jdbc);
  }

  @BeforeEach
  void nobody() {
    jdbc.sql("delete from staff").update();
  }

  @Test
  void anAccountIsKnownByItsLoginInAnyCaseAndItsPasswordAlone() {
    assertThat(book.isEmpty()).isTrue();
    var member = made("Gudang@Toko.test", Role.INSPECTOR);

    assertThat(book.isEmpty()).isFalse();
    assertThat(book.find(member.id())).contains(member);
    assertThat(book.authenticate(" gudang@toko.TEST", PASSWORD)).contains(member);
    assertThat(book.authenticate("gudang@toko.test", PASSWORD + " ")).isEmpty();
    assertThat(book.authenticate("gudang@toko.test", "x".repeat(10_000))).isEmpty();
    assertThat(book.authenticate("orang-lain", PASSWORD)).isEmpty();
    assertThat(book.authenticate("' or 1=1 --", PASSWORD)).isEmpty();
  }

  @Test
  void thePasswordIsKeptAsABcryptHash() {
    made("gudang", Role.INSPECTOR);

    assertThat(jdbc.sql("select password_hash from staff").query(String.class).single())
        .startsWith("{bcrypt}$2a$10$");
  }

  @Test
  void everyWrongFieldOfANewAccountIsNamed() {
    assertThat(reasons("Bapak Anu", " ", "pendek"))
        .extracting(Refusal::field, Refusal::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("name", "name-length"),
            org.assertj.core.groups.Tuple.tuple("login", "login-unreadable"),
            org.assertj.core.groups.Tuple.tuple("password", "password-too-short"));
    assertThat(reasons("gudang", "Gudang", "é".repeat(37)))
        .extracting(Refusal::code)
        .containsExactly("password-too-long");
    assertThat(book.isEmpty()).isTrue();
  }

  @Test
  void aLoginIsTakenOnce() {
    made("gudang", Role.INSPECTOR);

    assertThat(reasons("GUDANG", "Lain", PASSWORD))
        .extracting(Refusal::code)
        .containsExactly("login-taken");
  }

  @Test
  void whoeverLeftCannotSignInAndStillHasANameInTheTimelines() {
    var member = made("gudang", Role.INSPECTOR);

    jdbc.sql("update staff set active = false where id = ?").param(member.id()).update();

    assertThat(book.find(member.id())).isEmpty();
    assertThat(book.authenticate("gudang", PASSWORD)).isEmpty();
    assertThat(book.names(List.of(member.id(), -1L))).isEqualTo(Map.of(member.id(), "Nama"));
  }

  private Member made(String login, Role role) {
    return switch (book.create(login, "Nama", role, PASSWORD, AT)) {
      case Answer.Done<Member>(var member) -> member;
      case Answer.Refused<Member>(var reasons) -> throw new AssertionError(reasons);
    };
  }

  private List<Refusal> reasons(String login, String name, String password) {
    return switch (book.create(login, name, Role.AGENT, password, AT)) {
      case Answer.Done<Member> done -> throw new AssertionError(done);
      case Answer.Refused<Member>(var reasons) -> reasons;
    };
  }
}
