package io.tukar.staff;

import io.tukar.kernel.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tokens shop software comes in with: {@code tk_} and 256 random bits. Only a hash is kept, so
 * the text is seen once, when it is issued.
 */
@Repository
public class Tokens {

  private static final String PREFIX = "tk_";
  private static final int TEXT_CHARS_MAX = 100;

  /** A revoked token works for no longer than this. */
  static final Duration REMEMBERED = Duration.ofSeconds(5);

  private static final int REMEMBERED_MAX = 1_000;

  private final JdbcClient jdbc;
  private final Map<String, Seen> remembered = new ConcurrentHashMap<>();

  Tokens(JdbcClient jdbc) {
    this.jdbc = jdbc;
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
