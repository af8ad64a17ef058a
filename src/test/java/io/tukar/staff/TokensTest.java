package io.tukar.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.FreshDatabase;
import io.tukar.kernel.Role;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FreshDatabase
class TokensTest {

  private static final Instant AT = Instant.parse("2026-03-16T03:00:00Z");

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Tokens tokens;

  TokensTest(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.tokens = new Tokens(jdbc, transactions, new StaffEvents(jdbc));
  }

  @Test
  void aTokenIsKnownAgainWithItsRoleAndAnyOtherTextIsNot() {
    var text = tokens.issue("Toko", Role.AGENT, AT);

    assertThat(text).matches("tk_[A-Za-z0-9_-]{43}");
    assertThat(tokens.bearer(text).orElseThrow().role()).isEqualTo(Role.AGENT);
    for (var other :
        new String[] {
          "", "tk_", text + "x", text.substring(3), text.toUpperCase(java.util.Locale.ROOT)
        }) {
      assertThat(tokens.bearer(other)).as(other).isEmpty();
    }
  }

  @Test
  void onlyAHashOfATokenIsKept() {
    var text = tokens.issue("Toko", Role.AGENT, AT);

    assertThat(
            jdbc.sql("select t::text from api_token t where token_hash = ?")
                .param(Secrets.hash(text))
                .query(String.class)
                .single())
        .doesNotContain(text.substring(3));
  }

  @Test
  void aRevokedTokenIsRefusedEvenWhereItWasJustUsed() {
    var text = tokens.issue("Toko", Role.FINANCE, AT);
    long id = tokens.bearer(text).orElseThrow().tokenId();

    assertThat(tokens.revoke(id, AT)).isTrue();

    assertThat(tokens.bearer(text)).isEmpty();
    assertThat(tokens.revoke(id, AT)).isFalse();
  }

  @Test
  void aTokenUsedAgainWithinSecondsAsksTheDatabaseOnce() {
    var text = tokens.issue("Toko", Role.AGENT, AT);
    var bearer = tokens.bearer(text);
    jdbc.sql("delete from api_token where token_hash = ?").param(Secrets.hash(text)).update();

    assertThat(tokens.bearer(text)).isEqualTo(bearer);
    assertThat(new Tokens(jdbc, transactions, new StaffEvents(jdbc)).bearer(text)).isEmpty();
  }
}
