package io.tukar.staff;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tokens shop software comes in with: {@code tk_} and 256 random bits. Only a hash is kept, so
 * the text is seen once, when it is issued.
 */
@Repository
public class Tokens {

  /** Tokens on a page of the list. */
  public static final int ROWS_MAX = 50;

  private static final String PREFIX = "tk_";
  private static final int TEXT_CHARS_MAX = 100;

  /** A revoked token works for no longer than this. */
  static final Duration REMEMBERED = Duration.ofSeconds(5);

  private static final int REMEMBERED_MAX = 1_000;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final StaffEvents events;
  private final Map<String, Seen> remembered = new ConcurrentHashMap<>();

  Tokens(JdbcClient jdbc, TransactionTemplate transactions, StaffEvents events) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.events = events;
  }

  /** Whose token it is, and what it may do. */
  public record Bearer(long tokenId, Role role) {}

  private record Seen(Bearer bearer, long atNanos) {}

  /** Makes a token and gives its text, which is never seen again. */
  public String issue(String name, Role role, Instant at) {
    var text = PREFIX + Secrets.random();
    jdbc.sql("insert into api_token (name, role, token_hash, created_at) values (?, ?, ?, ?)")
        .param(name)
        .param(role.name())
        .param(Secrets.hash(text))
        .param(at.atOffset(ZoneOffset.UTC))
        .update();
    return text;
  }

  /** A token as managers see it: never its text. */
  public record Row(long id, String name, Role role, Instant madeAt, @Nullable Instant revokedAt) {}

  /** The tokens made before this one, the latest first. */
  public List<Row> page(long beforeId) {
    return jdbc.sql(
            """
            select id, name, role, created_at, revoked_at from api_token
            where id < ? order by id desc limit ?
            """)
        .param(beforeId)
        .param(ROWS_MAX)
        .query(Tokens::row)
        .list();
  }

  /** One token, also a revoked one. */
  public Optional<Row> find(long id) {
    return jdbc.sql("select id, name, role, created_at, revoked_at from api_token where id = ?")
        .param(id)
        .query(Tokens::row)
        .optional();
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        row.getLong(1),
        row.getString(2),
        Role.valueOf(row.getString(3)),
        row.getObject(4, OffsetDateTime.class).toInstant(),
        moment(row.getObject(5, OffsetDateTime.class)));
  }

  private static @Nullable Instant moment(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  /** Makes a token by a form that makes no second one, and gives its text this once. */
  public Answer<String> make(String form, String name, Role role, Instant at, Actor by) {
    if (name.isBlank() || name.strip().length() > NewMember.NAME_CHARS_MAX) {
      return Answer.refused(Refusal.of("name-length", "name", NewMember.NAME_CHARS_MAX));
    }
    return transactions.execute(
        status -> {
          var text = PREFIX + Secrets.random();
          var id =
              jdbc.sql(
                      """
                      insert into api_token (name, role, token_hash, created_at, form)
                      values (?, ?, ?, ?, ?)
                      on conflict (form) do nothing returning id
                      """)
                  .param(name.strip())
                  .param(role.name())
                  .param(Secrets.hash(text))
                  .param(at.atOffset(ZoneOffset.UTC))
                  .param(form)
                  .query(Long.class)
                  .optional();
          if (id.isEmpty()) {
            return Answer.<String>refused(Refusal.of("token-made", "name"));
          }
          events.append(StaffEvents.Kind.TOKEN_MADE, id.get(), role, at, by);
          return Answer.done(text);
        });
  }

  /** Ends a token, as {@link #revoke(long, Instant)}, and records who did. */
  public boolean revoke(long tokenId, Instant at, Actor by) {
    return Boolean.TRUE.equals(
        transactions.execute(
            status -> {
              var ended = revoke(tokenId, at);
              if (ended) {
                events.append(StaffEvents.Kind.TOKEN_REVOKED, tokenId, null, at, by);
              }
              return ended;
            }));
  }

  /** Ends a token, here at once and on other nodes within seconds; false where none was ended. */
  public boolean revoke(long tokenId, Instant at) {
    var ended =
        jdbc.sql("update api_token set revoked_at = ? where id = ? and revoked_at is null")
            .param(at.atOffset(ZoneOffset.UTC))
            .param(tokenId)
            .update();
    remembered.values().removeIf(seen -> seen.bearer().tokenId() == tokenId);
    return ended == 1;
  }

  /** Who bears this token; empty where it is unknown or revoked. */
  public Optional<Bearer> bearer(String text) {
    if (!text.startsWith(PREFIX) || text.length() > TEXT_CHARS_MAX) {
      return Optional.empty();
    }
    var hash = Secrets.hash(text);
    var key = HexFormat.of().formatHex(hash);
    var seen = remembered.get(key);
    if (seen != null && System.nanoTime() - seen.atNanos() < REMEMBERED.toNanos()) {
      return Optional.of(seen.bearer());
    }
    var bearer = find(hash);
    if (bearer.isPresent()) {
      if (remembered.size() >= REMEMBERED_MAX) {
        remembered.clear();
      }
      remembered.put(key, new Seen(bearer.get(), System.nanoTime()));
    } else {
      remembered.remove(key);
    }
    return bearer;
  }

  private Optional<Bearer> find(byte[] hash) {
    return jdbc.sql("select id, role from api_token where token_hash = ? and revoked_at is null")
        .param(hash)
        .query((row, n) -> new Bearer(row.getLong(1), Role.valueOf(row.getString(2))))
        .optional();
  }
}
