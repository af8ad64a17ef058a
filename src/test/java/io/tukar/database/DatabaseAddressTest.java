package io.tukar.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseAddressTest {

  @Test
  void withoutASettingThereIsNoExternalDatabase() {
    assertThat(DatabaseAddress.in(Map.of())).isEmpty();
    assertThat(DatabaseAddress.in(Map.of("TUKAR_DATABASE_URL", " "))).isEmpty();
  }

  @Test
  void aJdbcAddressIsTakenAsItIs() {
    assertThat(
            DatabaseAddress.in(
                Map.of(
                    "TUKAR_DATABASE_URL", "jdbc:postgresql://db/shop?ssl=true",
                    "TUKAR_DATABASE_USER", "shop",
                    "TUKAR_DATABASE_PASSWORD", "s3cret")))
        .contains(new DatabaseAddress("jdbc:postgresql://db/shop?ssl=true", "shop", "s3cret"));
  }

  @Test
  void aUriWithUserAndPasswordInsideIsTranslated() {
    assertThat(
            DatabaseAddress.in(
                Map.of(
                    "TUKAR_DATABASE_URL",
                    "postgres://shop:p%40ss+word@db.example:6432/tukar?sslmode=require")))
        .contains(
            new DatabaseAddress(
                "jdbc:postgresql://db.example:6432/tukar?sslmode=require", "shop", "p@ss+word"));
  }

  @Test
  void theVariablesOverrideWhatTheUriSays() {
    assertThat(
            DatabaseAddress.in(
                Map.of(
                    "TUKAR_DATABASE_URL", "postgresql://a:b@db/tukar",
                    "TUKAR_DATABASE_USER", "c",
                    "TUKAR_DATABASE_PASSWORD", "d")))
        .contains(new DatabaseAddress("jdbc:postgresql://db/tukar", "c", "d"));
  }

  @Test
  void anotherKindOfDatabaseIsRefusedWithoutRepeatingThePassword() {
    assertThatThrownBy(
            () -> DatabaseAddress.in(Map.of("TUKAR_DATABASE_URL", "mysql://root:hunter2@db/x")))
        .isInstanceOf(StartFailure.class)
        .hasMessageNotContaining("hunter2");
    assertThatThrownBy(
            () -> DatabaseAddress.in(Map.of("TUKAR_DATABASE_URL", "postgres://a:hunter2@/ x")))
        .isInstanceOf(StartFailure.class)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aServerThatDoesNotAnswerIsNamedInOneLine() {
    var nowhere = new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/tukar", "shop", "hunter2");
    assertThatThrownBy(() -> ExternalPostgres.open(nowhere))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("TUKAR_DATABASE_URL")
        .hasMessageNotContaining("\n")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void versionsBefore15AreRefused() {
    assertThatThrownBy(() -> ExternalPostgres.refuseOlder(14))
        .hasMessageContaining("PostgreSQL 14");
    ExternalPostgres.refuseOlder(15);
  }
}
