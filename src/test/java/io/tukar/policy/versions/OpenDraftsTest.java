package io.tukar.policy.versions;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.DatabaseForTests;
import io.tukar.FreshDatabase;
import io.tukar.calendar.CalendarForTests;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Role;
import io.tukar.rows.AllOrNothing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many drafts a shop can have open. */
@FreshDatabase
class OpenDraftsTest {

  private static final Instant NOW = Instant.parse("2026-03-16T02:00:00Z");

  @Test
  void soManyDraftsAreOpenAtATimeAndTheListGoesPageByPage(DatabaseForTests database) {
    var jdbc = database.jdbc();
    var versions = new PolicyVersions(jdbc);
    var policies = new Policies(CalendarForTests.in(jdbc), new PublishedVersions(jdbc));
    var office =
        new PolicyOffice(
            new VersionRows(jdbc, new JdbcTemplate(database.dataSource()), versions),
            new AllOrNothing(database.transactions()),
            versions,
            policies);
    var id =
        jdbc.sql(
                """
                insert into staff (login, name, role, password_hash)
                values ('uji', 'Manajer Uji', 'MANAGER', 'x') returning id
                """)
            .query(Long.class)
            .single();
    var manager = new Actor.Staff(id, Role.MANAGER);
    for (var i = 0; i < PolicyOffice.OPEN_MAX; i++) {
      assertThat(office.draft(wanted(), manager, NOW)).isInstanceOf(Answer.Done.class);
    }
    assertThat(office.draft(wanted(), manager, NOW))
        .isEqualTo(Answer.refused(Refusal.of("policy-too-many-open", "", PolicyOffice.OPEN_MAX)));

    var page = versions.page(Integer.MAX_VALUE);
    assertThat(page).hasSize(PolicyVersions.ROWS_MAX);
    office.withdraw(page.getLast().ref(), "", manager, NOW);
    assertThat(office.draft(wanted(), manager, NOW)).isInstanceOf(Answer.Done.class);
    assertThat(versions.page(page.getLast().number() + 1))
        .extracting(PolicyVersion::number)
        .containsExactly(page.getLast().number());
    var steps = versions.timeline(Long.MAX_VALUE);
    assertThat(steps).hasSize(PolicyVersions.ROWS_MAX);
    assertThat(versions.timeline(steps.getLast().id())).hasSize(2);
  }

  private static PolicyOffice.NewDraft wanted() {
    return new PolicyOffice.NewDraft(1, LocalDate.of(2026, 4, 1), UUID.randomUUID());
  }
}
