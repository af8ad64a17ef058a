package io.tukar.staff;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a manager does with accounts. A change names the version it was made on. The last active
 * manager stays one: the verbs refuse otherwise, and the database does.
 */
@Repository
public class Accounts {

  /** Accounts on a page of the list. */
  public static final int ROWS_MAX = 50;

  private static final String COLUMNS = "select id, login, name, role, active, version from staff ";

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final StaffBook staff;
  private final StaffEvents events;

  Accounts(JdbcClient jdbc, TransactionTemplate transactions, StaffBook staff, StaffEvents events) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.staff = staff;
    this.events = events;
  }

  /** An account as managers see it. */
  public record Account(
      long id, String login, String name, Role role, boolean active, int version) {}

  /** The accounts whose login comes after this one, in order. */
  public List<Account> page(String afterLogin) {
    return jdbc.sql(COLUMNS + "where login > ? order by login limit ?")
        .param(afterLogin)
        .param(ROWS_MAX)
        .query(Accounts::account)
        .list();
  }

  public Optional<Account> find(long id) {
    return jdbc.sql(COLUMNS + "where id = ?").param(id).query(Accounts::account).optional();
  }

  /** Makes an account that nobody can sign in to until a link gave it a password. */
  public Answer<Member> make(String login, String name, Role role, Instant at, Actor by) {
    return transactions.execute(
        status -> {
          var made = staff.create(login, name, role, Secrets.random(), at);
          if (made instanceof Answer.Done<Member>(var member)) {
            events.append(StaffEvents.Kind.MADE, member.id(), role, at, by);
          }
          return made;
        });
  }

  /** Gives another role. */
  public Answer<Account> changeRole(long id, int version, Role role, Instant at, Actor by) {
    return change(id, version, StaffEvents.Kind.ROLE_CHANGED, new Wanted(role, true), at, by);
  }

  /** Ends an account and its sessions, and the links to a password. */
  public Answer<Account> deactivate(long id, int version, Instant at, Actor by) {
    return change(id, version, StaffEvents.Kind.DEACTIVATED, new Wanted(null, false), at, by);
  }

  /** Lets somebody in again, by the password they had. */
  public Answer<Account> reactivate(long id, int version, Instant at, Actor by) {
    return change(id, version, StaffEvents.Kind.REACTIVATED, new Wanted(null, true), at, by);
  }

  /** Keeps the member's own new password; their sessions and links to a password end. */
  public Answer<Member> changePassword(Member member, String password, Instant at) {
    var wrong = NewMember.password(password);
    if (wrong.isPresent()) {
      return Answer.refused(wrong.get());
    }
    return transactions.execute(
        status -> {
          if (!staff.keepPassword(member.id(), password)) {
            return Answer.<Member>refused(Refusal.of("account-stale", ""));
          }
          endLinks(member.id());
          events.append(StaffEvents.Kind.PASSWORD_CHANGED, member.id(), null, at, member.actor());
          return Answer.done(staff.find(member.id()).orElseThrow());
        });
  }

  /** As the account shall be; a null role stays as it is. */
  private record Wanted(@Nullable Role role, boolean active) {}

  private Answer<Account> change(
      long id, int version, StaffEvents.Kind kind, Wanted wanted, Instant at, Actor by) {
    return transactions.execute(
        status -> {
          jdbc.sql("lock table staff in share row exclusive mode").update();
          var before = find(id);
          if (before.isEmpty()) {
            return Answer.<Account>refused(Refusal.of("account-stale", ""));
          }
          var old = before.get();
          var role = wanted.role() == null ? old.role() : wanted.role();
          if (old.role() == role && old.active() == wanted.active()) {
            return Answer.done(old); // a form sent twice
          }
          if (old.version() != version
              || (kind == StaffEvents.Kind.ROLE_CHANGED && !old.active())) {
            return Answer.<Account>refused(Refusal.of("account-stale", ""));
          }
          if (isLastManager(old) && !(wanted.active() && role == Role.MANAGER)) {
            return Answer.<Account>refused(Refusal.of("last-manager", ""));
          }
          jdbc.sql(
                  """
                  update staff set role = :role, active = :active, version = version + 1,
                    epoch = epoch + case when active <> :active then 1 else 0 end
                  where id = :id
                  """)
              .param("role", role.name())
              .param("active", wanted.active())
              .param("id", id)
              .update();
          if (!wanted.active()) {
            endLinks(id);
          }
          events.append(kind, id, role, at, by);
          return Answer.done(find(id).orElseThrow());
        });
  }

  private void endLinks(long id) {
    jdbc.sql("delete from password_link where staff_id = ? and used_at is null").param(id).update();
  }

  private boolean isLastManager(Account account) {
    return account.active()
        && account.role() == Role.MANAGER
        && 1
            == jdbc.sql("select count(*) from staff where active and role = 'MANAGER'")
                .query(Integer.class)
                .single();
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    return new Account(
        row.getLong("id"),
        row.getString("login"),
        row.getString("name"),
        Role.valueOf(row.getString("role")),
        row.getBoolean("active"),
        row.getInt("version"));
  }
}
