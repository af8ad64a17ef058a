package io.tukar.policy.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tukar.DatabaseForTests;
import io.tukar.FreshDatabase;
import io.tukar.calendar.CalendarForTests;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Role;
import io.tukar.policy.ReturnFactsFixture;
import io.tukar.policy.file.PolicyFile;
import io.tukar.policy.versions.PolicyOffice.NewDraft;
import io.tukar.rows.AllOrNothing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A policy from draft to publication, by two managers. */
@FreshDatabase
class PolicyOfficeTest {

  private static final Instant NOW = Instant.parse("2026-03-16T02:00:00Z");
  private static final int SHIPPED = 1;

  private final JdbcClient jdbc;
  private final PolicyVersions versions;
  private final Policies policies;
  private final PolicyOffice office;
  private final LocalDate start;
  private Actor.Staff arif = new Actor.Staff(0, Role.MANAGER);
  private Actor.Staff sari = new Actor.Staff(0, Role.MANAGER);

  private static int starts;

  PolicyOfficeTest(DatabaseForTests database) {
    this.jdbc = database.jdbc();
    this.versions = new PolicyVersions(jdbc);
    this.policies = program();
    this.office =
        new PolicyOffice(
            new VersionRows(jdbc, new JdbcTemplate(database.dataSource()), versions),
            new AllOrNothing(database.transactions()),
            versions,
            policies);
    // One database for all: each test has an instant of its own.
    this.start = LocalDate.of(2026, 4, 1).plusDays(starts++);
  }

  private Policies program() {
    return new Policies(CalendarForTests.in(jdbc), new PublishedVersions(jdbc));
  }

  @BeforeEach
  void hire() {
    arif = manager();
    sari = manager();
  }

  @Test
  void whatOneManagerWroteAndAnotherApprovedIsInForceFromItsInstantOn() {
    var before = policies.current();
    var draft = done(office.draft(wanted(SHIPPED), arif, NOW));
    assertThat(draft.state()).isEqualTo(VersionState.DRAFT);
    assertThat(text(draft)).contains("version: " + draft.number() + "\n").contains("" + start);

    var longer = text(draft).replace("\n    days: 7\n", "\n    days: 10\n");
    var saved = done(office.save(draft.ref(), longer, arif, NOW));
    var submitted = done(office.submit(saved.ref(), "Ten days from April", arif, NOW));
    assertThat(submitted.state()).isEqualTo(VersionState.IN_REVIEW);
    assertThat(policies.current()).isSameAs(before);

    var published = done(office.approve(submitted.ref(), "Agreed", sari, NOW.plusSeconds(60)));

    assertThat(published.state()).isEqualTo(VersionState.PUBLISHED);
    assertThat(published.reviewerId()).contains(sari.id());
    var book = policies.current();
    var starts = published.effectiveFrom().orElseThrow();
    assertThat(book.inForceAt(starts.minusSeconds(1)).version()).isNotEqualTo(draft.number());
    assertThat(book.inForceAt(starts).version()).isEqualTo(draft.number());
    assertThat(book.judge(ReturnFactsFixture.deadPhone()).policyVersion()).isEqualTo(SHIPPED);
    assertThat(versions.history(draft.number(), Long.MAX_VALUE))
        .extracting(entry -> entry.step().kind())
        .containsExactly(
            VersionStep.Kind.PUBLISHED,
            VersionStep.Kind.SUBMITTED,
            VersionStep.Kind.SAVED,
            VersionStep.Kind.DRAFTED);
  }

  @Test
  void anotherProgramNoticesAPublicationByItsCount() {
    var other = program();
    var known = other.current();
    var published = published(inReview());
    assertThat(other.current()).isSameAs(known);
    other.look();
    assertThat(other.current().version(PolicyVersions.policyId(), published.number())).isPresent();
    var after = other.current();
    other.look();
    assertThat(other.current()).isSameAs(after);
  }

  @Test
  void aRunningServerNoticesWhatAnotherPublishedByItself() {
    var other = program();
    other.current();
    var watch = new PolicyWatch(other);
    watch.start();
    try {
      var published = published(inReview());
      var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      while (other.current().version(PolicyVersions.policyId(), published.number()).isEmpty()
          && System.nanoTime() < deadline) {
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
      assertThat(other.current().version(PolicyVersions.policyId(), published.number()))
          .isPresent();
    } finally {
      watch.stop();
    }
    assertThat(watch.isRunning()).isFalse();
  }

  @Test
  void nobodyWhoWroteOnAVersionApprovesIt() {
    var draft = done(office.draft(wanted(SHIPPED), arif, NOW));
    var saved = done(office.save(draft.ref(), text(draft) + "# two wrote this\n", sari, NOW));
    var submitted = done(office.submit(saved.ref(), "", sari, NOW));
    assertThat(refusal(office.approve(submitted.ref(), "", arif, NOW)).code())
        .isEqualTo("policy-own-text");
    assertThat(refusal(office.approve(submitted.ref(), "", sari, NOW)).code())
        .isEqualTo("policy-own-text");
    assertThat(done(office.approve(submitted.ref(), "", manager(), NOW)).state())
        .isEqualTo(VersionState.PUBLISHED);
  }

  @Test
  void onlyManagersChangeThePolicy() {
    var draft = done(office.draft(wanted(SHIPPED), arif, NOW));
    for (var role : List.of(Role.AGENT, Role.INSPECTOR, Role.FINANCE)) {
      var clerk = new Actor.Staff(sari.id(), role);
      assertThat(
              List.of(
                  office.draft(wanted(SHIPPED), clerk, NOW),
                  office.save(draft.ref(), "x", clerk, NOW),
                  office.submit(draft.ref(), "", clerk, NOW),
                  office.sendBack(draft.ref(), "no", clerk, NOW),
                  office.approve(draft.ref(), "", clerk, NOW),
                  office.withdraw(draft.ref(), "", clerk, NOW)))
          .allSatisfy(
              answer -> assertThat(refusal(answer).code()).isEqualTo("policy-managers-only"));
    }
  }

  @Test
  void aDraftWithErrorsIsNotSubmittedAndSaysWhere() {
    var draft = done(office.draft(wanted(SHIPPED), arif, NOW));
    var broken = text(draft).replace("\n    days: 7\n", "\n    days: -1\n");
    var saved = done(office.save(draft.ref(), broken, arif, NOW));
    var line = broken.substring(0, broken.indexOf("days: -1")).split("\n", -1).length;
    assertThat(refusal(office.submit(saved.ref(), "", arif, NOW)))
        .isEqualTo(
            Refusal.of(
                "policy-text-error",
                "text",
                line,
                11,
                "days must be 1 to 9999, not -1",
                "days harus 1 sampai 9999, bukan -1"));
  }

  @Test
  void aVersionInThePastIsRefusedWithItsPlaceWhenSubmittedAndWhenPublished() {
    assertThat(
            refusal(
                    office.draft(
                        new NewDraft(SHIPPED, LocalDate.of(2026, 3, 16), UUID.randomUUID()),
                        arif,
                        NOW))
                .code())
        .isEqualTo("policy-effective-past");
    var submitted = inReview();
    var line =
        text(submitted)
            .substring(0, text(submitted).indexOf("effective-from"))
            .split("\n", -1)
            .length;
    var late = submitted.effectiveFrom().orElseThrow().plusSeconds(1);
    var expected = Refusal.of("policy-effective-past-at", "text", line, 17, start);
    assertThat(refusal(office.approve(submitted.ref(), "", sari, late))).isEqualTo(expected);
    var back = done(office.sendBack(submitted.ref(), "Too late now", sari, late));
    assertThat(refusal(office.submit(back.ref(), "", arif, late))).isEqualTo(expected);
  }

  @Test
  void idAndNumberOfADraftStayAsGiven() {
    var draft = done(office.draft(wanted(SHIPPED), arif, NOW));
    var other =
        text(draft)
            .replace("policy: tukar-default", "policy: another")
            .replace("version: " + draft.number(), "version: 999");
    var saved = done(office.save(draft.ref(), other, arif, NOW));
    assertThat(refusals(office.submit(saved.ref(), "", arif, NOW)))
        .extracting(Refusal::code)
        .containsExactly("policy-other-id", "policy-other-number");
  }

  @Test
  void twoVersionsNeverTakeEffectAtTheSameInstant() {
    var first = published(inReview());
    var second = inReview();
    assertThat(refusal(office.approve(second.ref(), "", sari, NOW)))
        .extracting(Refusal::code, refusal -> refusal.args().getLast())
        .containsExactly("policy-effective-taken", String.valueOf(first.number()));
  }

  @Test
  void aVersionIsSentBackOnlyWithAWordAndWrittenOnAfterwards() {
    var submitted = inReview();
    assertThat(refusal(office.sendBack(submitted.ref(), " ", sari, NOW)).code())
        .isEqualTo("policy-word-missing");
    assertThat(refusal(office.save(submitted.ref(), "x", arif, NOW)))
        .isEqualTo(Refusal.of("policy-not-now", "", submitted.number(), VersionState.IN_REVIEW));
    var back = done(office.sendBack(submitted.ref(), "Say who pays", sari, NOW));
    assertThat(back.state()).isEqualTo(VersionState.DRAFT);
    assertThat(back.note()).isEqualTo("Say who pays");
    assertThat(done(office.save(back.ref(), text(back) + "# more\n", arif, NOW)).row())
        .isEqualTo(back.row() + 1);
  }

  @Test
  void whatIsInForceIsNotWithdrawnAndWhatIsNotYetInForceDecidesNothingAfterwards() {
    var published = published(inReview());
    var starts = published.effectiveFrom().orElseThrow();
    assertThat(refusal(office.withdraw(published.ref(), "", sari, starts)).code())
        .isEqualTo("policy-in-force");
    var withdrawn = done(office.withdraw(published.ref(), "Not now", sari, starts.minusSeconds(1)));
    assertThat(withdrawn.state()).isEqualTo(VersionState.WITHDRAWN);
    assertThat(policies.current().version(PolicyVersions.policyId(), published.number())).isEmpty();
    assertThat(refusal(office.approve(withdrawn.ref(), "", sari, NOW)).args())
        .contains("WITHDRAWN");
  }

  @Test
  void aNumberIsNotUsedAgainAndAnOlderTextComesBackUnderANewOne() {
    var first = done(office.draft(wanted(SHIPPED), arif, NOW));
    done(office.withdraw(first.ref(), "", arif, NOW));
    var second = done(office.draft(wanted(SHIPPED), arif, NOW));
    var saved = done(office.save(second.ref(), text(second) + "# its mark\n", arif, NOW));
    var rolledBack = done(office.draft(wanted(saved.number()), sari, NOW));
    assertThat(List.of(first.number(), second.number(), rolledBack.number()))
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(rolledBack.basedOn()).isEqualTo(saved.number());
    assertThat(text(rolledBack))
        .isEqualTo(
            text(saved).replace("version: " + saved.number(), "version: " + rolledBack.number()));
  }

  @Test
  void aStepSentTwiceIsDoneOnce() {
    var wanted = wanted(SHIPPED);
    var draft = done(office.draft(wanted, arif, NOW));
    assertThat(done(office.draft(wanted, arif, NOW))).isEqualTo(draft);
    var typed = text(draft) + "# once\n";
    var saved = done(office.save(draft.ref(), typed, arif, NOW));
    assertThat(done(office.save(draft.ref(), typed, arif, NOW))).isEqualTo(saved);
    var submitted = done(office.submit(saved.ref(), "", arif, NOW));
    assertThat(done(office.submit(saved.ref(), "", arif, NOW))).isEqualTo(submitted);
    var published = done(office.approve(submitted.ref(), "", sari, NOW));
    assertThat(done(office.approve(submitted.ref(), "", sari, NOW))).isEqualTo(published);
    var withdrawn = done(office.withdraw(published.ref(), "", sari, NOW));
    assertThat(done(office.withdraw(published.ref(), "", sari, NOW))).isEqualTo(withdrawn);
    assertThat(versions.history(draft.number(), Long.MAX_VALUE)).hasSize(5);
  }

  @Test
  void whoSavesOnAnOlderRowIsToldAndOverwritesNothing() {
    var draft = done(office.draft(wanted(SHIPPED), arif, NOW));
    done(office.save(draft.ref(), text(draft) + "# Sari's\n", sari, NOW));
    assertThat(refusal(office.save(draft.ref(), text(draft) + "# Arif's\n", arif, NOW)))
        .isEqualTo(Refusal.of("policy-stale", "", draft.number()));
    assertThat(text(draft)).contains("Sari's").doesNotContain("Arif's");
  }

  @Test
  void ofTwoApprovalsAtOnceOneIsDone() throws Exception {
    var submitted = inReview();
    var third = manager();
    var answers = new ArrayList<Answer<PolicyVersion>>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      var both =
          List.<Callable<Answer<PolicyVersion>>>of(
              () -> office.approve(submitted.ref(), "", sari, NOW),
              () -> office.approve(submitted.ref(), "", third, NOW));
      for (var future : threads.invokeAll(both)) {
        answers.add(future.get());
      }
    }
    assertThat(answers).filteredOn(Answer.Done.class::isInstance).hasSize(1);
    assertThat(answers)
        .filteredOn(Answer.Refused.class::isInstance)
        .singleElement()
        .satisfies(answer -> assertThat(refusal(answer).code()).isEqualTo("policy-stale"));
  }

  @Test
  void textsNotesAndDraftsAreBounded() {
    var draft = done(office.draft(wanted(SHIPPED), arif, NOW));
    var huge = "#" + "x".repeat(PolicyFile.BYTES_MAX);
    assertThat(refusal(office.save(draft.ref(), huge, arif, NOW)).code())
        .isEqualTo("policy-text-too-long");
    assertThat(refusal(office.save(draft.ref(), "a\0b", arif, NOW)).code())
        .isEqualTo("policy-text-unreadable");
    var long1001 = "x".repeat(PolicyOffice.NOTE_CHARS_MAX + 1);
    assertThat(refusal(office.submit(draft.ref(), long1001, arif, NOW)).code())
        .isEqualTo("policy-note-too-long");
    assertThat(refusal(office.draft(wanted(4711), arif, NOW)).code())
        .isEqualTo("policy-no-such-version");
    assertThat(refusal(office.submit(new VersionRef(4711, 1), "", arif, NOW)).code())
        .isEqualTo("policy-no-such-version");
  }

  @Test
  void theDatabaseKeepsWhatWasPublishedAndWhoReviewedIt() {
    var submitted = inReview();
    refusedByDatabase(
        "reviewed by one of its authors",
        "update policy_version set state = 'PUBLISHED', reviewer_id = author_id,"
            + " published_at = submitted_at, row_version = row_version + 1 where version = ?",
        submitted.number());
    refusedByDatabase(
        "its text is not edited",
        "update policy_version set state = 'DRAFT', text = 'x', sha256 = sha256('x'),"
            + " row_version = row_version + 1 where version = ?",
        submitted.number());
    var published = published(submitted);
    refusedByDatabase(
        "cannot go from PUBLISHED to PUBLISHED",
        "update policy_version set text = 'x', sha256 = sha256('x'), row_version = row_version + 1"
            + " where version = ?",
        published.number());
    refusedByDatabase(
        "its text is not edited",
        "update policy_version set state = 'WITHDRAWN', withdrawn_at = published_at, text = 'x',"
            + " sha256 = sha256('x'), row_version = row_version + 1 where version = ?",
        published.number());
    refusedByDatabase(
        "was published",
        "update policy_version set state = 'WITHDRAWN', withdrawn_at = published_at,"
            + " effective_from = effective_from + interval '1 day',"
            + " row_version = row_version + 1 where version = ?",
        published.number());
    refusedByDatabase(
        "cannot go from PUBLISHED to DRAFT",
        "update policy_version set state = 'DRAFT', row_version = row_version + 1 where version ="
            + " ?",
        published.number());
    refusedByDatabase(
        "never deleted", "delete from policy_version where version = ?", published.number());
    refusedByDatabase(
        "appended to",
        "update policy_history set note = 'x' where version = ?",
        published.number());
    refusedByDatabase(
        "policy_version_withdrawn_before_it_decides",
        "update policy_version set state = 'WITHDRAWN', withdrawn_at = effective_from,"
            + " row_version = row_version + 1 where version = ?",
        published.number());
  }

  private void refusedByDatabase(String why, String sql, int number) {
    assertThatThrownBy(() -> jdbc.sql(sql).param(number).update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining(why);
  }

  private NewDraft wanted(int from) {
    return new NewDraft(from, start, UUID.randomUUID());
  }

  private PolicyVersion inReview() {
    var draft = done(office.draft(wanted(SHIPPED), arif, NOW));
    return done(office.submit(draft.ref(), "", arif, NOW.plus(Duration.ofMinutes(1))));
  }

  private PolicyVersion published(PolicyVersion submitted) {
    return done(office.approve(submitted.ref(), "", sari, NOW.plus(Duration.ofMinutes(2))));
  }

  private String text(PolicyVersion version) {
    return versions.find(version.number()).orElseThrow().text();
  }

  private Actor.Staff manager() {
    var id =
        jdbc.sql(
                """
                insert into staff (login, name, role, password_hash)
                values (?, 'Manajer Uji', 'MANAGER', 'x') returning id
                """)
            .param(UUID.randomUUID().toString())
            .query(Long.class)
            .single();
    return new Actor.Staff(id, Role.MANAGER);
  }

  private static PolicyVersion done(Answer<PolicyVersion> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<PolicyVersion>) answer).value();
  }

  private static List<Refusal> refusals(Answer<PolicyVersion> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<PolicyVersion>) answer).reasons();
  }

  private static Refusal refusal(Answer<PolicyVersion> answer) {
    assertThat(refusals(answer)).hasSize(1);
    return refusals(answer).getFirst();
  }
}
