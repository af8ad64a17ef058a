package io.tukar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@FreshDatabase
class FreshDatabaseTest {

  @Test
  void aTestClassGetsAMigratedDatabase(JdbcClient jdbc) {
    assertThat(
            jdbc.sql("select count(*) from flyway_schema_history where success")
                .query(Long.class)
                .single())
        .isPositive();
  }

  @Test
  void databasesDoNotSeeEachOther(JdbcClient jdbc) {
    jdbc.sql("create table only_here (id int)").update();
    try (DatabaseForTests other = DatabaseForTests.fresh()) {
      assertThat(
              other
                  .jdbc()
                  .sql("select to_regclass('only_here') is null")
                  .query(Boolean.class)
                  .single())
          .isTrue();
    }
  }
}
