package io.tukar.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;

/** The accounts of those who work in the shop. Passwords are kept as bcrypt hashes only. */
@Repository
public class StaffBook {

  /** About 50 ms on a server of today. */
  private static final int BCRYPT_ROUNDS_LOG2 = 10;

  private static final String BCRYPT = "bcrypt";

  private final JdbcClient jdbc;

  /** Names its algorithm with each hash, so that a later one can replace it. */
  private final PasswordEncoder passwords =
      new DelegatingPasswordEncoder(
          BCRYPT, Map.of(BCRYPT, new BCryptPasswordEncoder(BCRYPT_ROUNDS_LOG2)));

  /** Compared with where the login is unknown, so that the answer takes as long. */
  private final String nobodysHash = encoded(Secrets.random());

  StaffBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Account(Member member, String passwordHash) {}

  /** Makes an account; refused with every reason, or because its login is taken. */
  public Answer<Member> create(String login, String name, Role role, String password, Instant at) {
    return switch (NewMember.of(login, name, role, password)) {
      case Answer.Refused<NewMember>(var reasons) -> new Answer.Refused<>(reasons);
      case Answer.Done<NewMember>(var member) -> create(member, at);
    };
  }

  Answer<Member> create(NewMember member, Instant at) {
    return jdbc.sql(
            """
            insert into staff (login, name, role, password_hash, created_at)
            values (?, ?, ?, ?, ?)
            on conflict (login) do nothing
            returning id, login, name, role, epoch
            """)
        .param(member.login().value())
        .param(member.name())
        .param(member.role().name())
        .param(encoded(member.password()))
        .param(at.atOffset(ZoneOffset.UTC))
        .query(StaffBook::member)
        .optional()
        .map(Answer::done)
        .orElseGet(() -> Answer.refused(Refusal.of("login-taken", "login")));
  }

  /**
   * Who signs in with these; empty where the login is unknown, has left, or has another password.
   */
  public Optional<Member> authenticate(String login, String password) {
    var account = Login.parse(login).flatMap(this::account);
    var hash = account.map(Account::passwordHash).orElse(nobodysHash);
    var right =
        password.getBytes(UTF_8).length <= NewMember.PASSWORD_BYTES_MAX
            && passwords.matches(password, hash);
    return right ? account.map(Account::member) : Optional.empty();
  }

  /** Somebody who works here now. */
  public Optional<Member> find(long id) {
    return jdbc.sql("select id, login, name, role, epoch from staff where id = ? and active")
        .param(id)
        .query(StaffBook::member)
        .optional();
  }

  /** The names behind these ids, those who left included. */
  public Map<Long, String> names(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql("select id, name from staff where id = any(?)")
        .param(ids.toArray(Long[]::new))
        .query((row, n) -> Map.entry(row.getLong(1), row.getString(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Whether nobody has an account yet, as in a shop just made. */
  public boolean isEmpty() {
    return !jdbc.sql("select exists (select from staff)").query(Boolean.class).single();
  }

  /** Keeps a new password, which ends all sessions of the account; false where nobody is there. */
  boolean keepPassword(long id, String password) {
    return 1
        == jdbc.sql("update staff set password_hash = ?, epoch = epoch + 1 where id = ? and active")
            .param(encoded(password))
            .param(id)
            .update();
  }

  private Optional<Account> account(Login login) {
    return jdbc.sql(
            """
            select id, login, name, role, epoch, password_hash from staff where login = ? and active
            """)
        .param(login.value())
        .query((row, n) -> new Account(member(row, n), row.getString("password_hash")))
        .optional();
  }

  private String encoded(String password) {
    var hash = passwords.encode(password);
    if (hash == null) {
      throw new IllegalStateException("A password has a hash");
    }
    return hash;
  }

  private static Member member(ResultSet row, int number) throws SQLException {
    return new Member(
        row.getLong("id"),
        row.getString("login"),
        row.getString("name"),
        Role.valueOf(row.getString("role")),
        row.getInt("epoch"));
  }
}
