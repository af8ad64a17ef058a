package io.tukar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.CaseRows;
import io.tukar.outbox.Notice;
import io.tukar.outbox.Outbox;
import io.tukar.outbox.Outgoing;
import io.tukar.outbox.Recipient;
import io.tukar.rows.WritesForTests;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class OutboxCommandTest {

  private static final Instant AT = Instant.parse("2026-03-11T03:00:00Z");

  @TempDir private Path folder;

  @Test
  void whatIsListedAsUnknownCanBeResentOnce() {
    long id = unknownMessage();

    var listed = run("list");
    assertThat(listed.exit()).isZero();
    assertThat(listed.outLines()).hasSize(2);
    assertThat(listed.outLines().getLast().split("\t"))
        .startsWith(Long.toString(id), "UNKNOWN")
        .contains("CLOSED", "2026-03-11T03:00:00Z", "broken off");
    assertThat(run("list", "--state", "parked").outLines()).hasSize(1);

    var resent = run("resend", Long.toString(id), "999");
    assertThat(resent.exit()).isEqualTo(1);
    assertThat(resent.outLines()).containsExactly(id + ": queued again, was UNKNOWN");
    assertThat(resent.errLines()).containsExactly("999: There is no message 999.");

    assertThat(run("list", "--state", "pending").outLines()).hasSize(2);
    assertThat(run("resend", Long.toString(id)).errLines())
        .singleElement()
        .asString()
        .startsWith(id + ": Message " + id + " is PENDING.");
  }

  @Test
  void whatToDoAndWithWhichMessageMustBeSaid() {
    assertThat(run().exit()).isEqualTo(2);
    assertThat(run("resend").exit()).isEqualTo(2);
    assertThat(run("resend", "seven").exit()).isEqualTo(2);
    assertThat(run("list", "--state", "lost").exit()).isEqualTo(2);
    assertThat(folder.resolve("shop")).doesNotExist();
  }

  private long unknownMessage() {
    try (var shop = Shop.open(folder.resolve("shop"))) {
      var jdbc = shop.bean(JdbcClient.class);
      var rows = new CaseRows(jdbc);
      long customer = rows.customer("+6281200000001", null);
      long rma = rows.rma(rows.order(customer), customer);
      var message = Outgoing.about(rma, 1, Notice.CLOSED).to(new Recipient.Customer(customer));
      shop.bean(TransactionTemplate.class)
          .executeWithoutResult(
              status ->
                  WritesForTests.send(
                      shop.bean(JdbcTemplate.class),
                      writes -> Outbox.add(List.of(message), AT, writes)));
      return jdbc.sql("update outbox set state = 'UNKNOWN', outcome = 'broken off' returning id")
          .query(Long.class)
          .single();
    }
  }

  private CommandLineForTests run(String... arguments) {
    var all = new ArrayList<>(List.of("outbox"));
    all.addAll(List.of(arguments));
    if (arguments.length > 0) {
      all.addAll(List.of("--data", folder.resolve("shop").toString()));
    }
    return CommandLineForTests.run(all.toArray(String[]::new));
  }
}
