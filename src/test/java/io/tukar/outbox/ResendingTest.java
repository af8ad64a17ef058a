package io.tukar.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tukar.CaseRows;
import io.tukar.FreshDatabase;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Role;
import io.tukar.rows.WritesForTests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FreshDatabase
class ResendingTest {

  private static final Instant AT = Instant.parse("2026-03-11T03:00:00Z");
  private static final Actor MANAGER = new Actor.Staff(3, Role.MANAGER);

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final JdbcTemplate batch;
  private final Outbox outbox;
  private final Resending resending;
  private long rma;

  ResendingTest(DataSource database, JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.batch = new JdbcTemplate(database);
    this.outbox = new Outbox(jdbc);
    this.resending = new Resending(jdbc, transactions);
  }

  @BeforeEach
  void openCase() {
    jdbc.sql("update outbox set state = 'SENT' where state = 'PENDING'").update();
    var rows = new CaseRows(jdbc);
    long customer = rows.customer(null, "pembeli@surat-uji.id");
    rma = rows.rma(rows.order(customer), customer);
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSED", "UNKNOWN", "PARKED"})
  void aStuckMessageIsSaidAgainUnderItsKeyAndTheActIsRecorded(OutboxState stuck) {
    long id = ended(stuck);

    assertThat(resending.resend(id, MANAGER, AT)).isEqualTo(Answer.done(stuck));

    var heard = new ArrayList<String>();
    dispatch(heard);
    assertThat(heard).containsExactly(outbox.ofCase(rma).getFirst().message().key());
    assertThat(outbox.ofCase(rma).getFirst().state()).isEqualTo(OutboxState.SENT);
    assertThat(outbox.ofCase(rma).getFirst().reason()).isEmpty();
    assertThat(
            jdbc.sql(
                    """
                    select actor || ' ' || state || ' ' || outcome || ' ' || attempts
                    from outbox_resend where message_id = ?
                    """)
                .param(id)
                .query(String.class)
                .list())
        .containsExactly("staff:3 " + stuck + " broken off 1");
  }

  @ParameterizedTest
  @EnumSource(names = {"PENDING", "SENT", "NO_CHANNEL"})
  void whatWasSaidOrStillWaitsIsNotSaidAgain(OutboxState state) {
    long id = ended(state);

    assertThat(code(resending.resend(id, MANAGER, AT))).isEqualTo("message-not-stuck");

    assertThat(outbox.ofCase(rma).getFirst().state()).isEqualTo(state);
    assertThat(resends(id)).isZero();
  }

  @Test
  void aMessageThatIsNotThereIsRefused() {
    assertThat(code(resending.resend(999_999, MANAGER, AT))).isEqualTo("no-such-message");
  }

  @Test
  void ofManyWhoResendAtOnceOneDoes() throws Exception {
    long id = ended(OutboxState.UNKNOWN);
    var done = new ArrayList<Answer<OutboxState>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Answer<OutboxState>> resend = () -> resending.resend(id, MANAGER, AT);
      for (var answer : threads.invokeAll(Collections.nCopies(6, resend))) {
        done.add(answer.get());
      }
    }
    assertThat(done).filteredOn(Answer.Done.class::isInstance).hasSize(1);
    assertThat(resends(id)).isEqualTo(1);
  }

  @Test
  void theListNamesWhatWaitsForAPersonAndHowOftenItWasResent() {
    long parked = ended(OutboxState.PARKED);
    long sent = ended(OutboxState.SENT);
    resending.resend(parked, MANAGER, AT);
    ended(parked, OutboxState.UNKNOWN);

    assertThat(resending.list(Resending.STUCK))
        .extracting(QueuedMessage::id)
        .contains(parked)
        .doesNotContain(sent);
    var listed =
        resending.list(Set.of(OutboxState.UNKNOWN)).stream()
            .filter(message -> message.id() == parked)
            .findFirst()
            .orElseThrow();
    assertThat(listed.resends()).isEqualTo(1);
    assertThat(listed.request().value()).startsWith("PJ-2603-");
    assertThat(listed.reason()).contains("broken off");
    assertThat(resending.list(EnumSet.allOf(OutboxState.class))).hasSizeGreaterThan(1);
  }

  @Test
  void whatWasRecordedStays() {
    long id = ended(OutboxState.UNKNOWN);
    resending.resend(id, MANAGER, AT);
    assertThatThrownBy(() -> jdbc.sql("delete from outbox_resend").update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  private int resends(long id) {
    return jdbc.sql("select count(*) from outbox_resend where message_id = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }

  private static String code(Answer<OutboxState> answer) {
    return switch (answer) {
      case Answer.Done<OutboxState> done -> throw new AssertionError("Not refused: " + done);
      case Answer.Refused<OutboxState>(var reasons) -> reasons.getFirst().code();
    };
  }

  private long ended(OutboxState state) {
    int seq = outbox.ofCase(rma).size() + 1;
    var message = Outgoing.about(rma, seq, Notice.CLOSED).to(new Recipient.Customer(7000 + rma));
    transactions.executeWithoutResult(
        status -> WritesForTests.send(batch, rows -> Outbox.add(List.of(message), AT, rows)));
    long id = outbox.ofCase(rma).getLast().id();
    if (state != OutboxState.PENDING) {
      ended(id, state);
    }
    return id;
  }

  private void ended(long id, OutboxState state) {
    jdbc.sql("update outbox set attempts = 1 where id = ?").param(id).update();
    outbox.end(id, state, Optional.of("broken off"), AT);
  }

  private void dispatch(List<String> heard) {
    new Dispatcher(
            outbox,
            message -> {
              heard.add(message.key());
              return new Delivery.Sent();
            },
            Clock.fixed(AT.plus(Duration.ofSeconds(1)), ZoneOffset.UTC))
        .run(() -> false);
  }
}
