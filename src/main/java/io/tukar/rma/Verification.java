package io.tukar.rma;

import io.tukar.rows.Invariant;
import io.tukar.rows.Invariants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Proves the invariants over all data, on one snapshot, in bounded memory: every chain intact and
 * folding to its row, and whatever every room says is true of its own.
 */
@Component
public class Verification {

  private static final int BROKEN_REPORTED_MAX = 100;
  private static final int ROWS_FETCHED_AT_ONCE = 500;

  private final Rmas rmas;
  private final List<Invariants> rooms;
  private final JdbcClient jdbc;
  private final JdbcTemplate streaming;
  private final TransactionTemplate snapshot;

  Verification(
      Rmas rmas,
      List<Invariants> rooms,
      JdbcClient jdbc,
      JdbcTemplate template,
      PlatformTransactionManager tx) {
    this.rmas = rmas;
    this.rooms = List.copyOf(rooms);
    this.jdbc = jdbc;
    var source = template.getDataSource();
    if (source == null) {
      throw new IllegalStateException("No database");
    }
    this.streaming = new JdbcTemplate(source);
    this.streaming.setFetchSize(ROWS_FETCHED_AT_ONCE);
    this.snapshot = new TransactionTemplate(tx);
    this.snapshot.setReadOnly(true);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /**
   * What was proven.
   *
   * @param counts how many of each thing were looked at
   * @param broken what does not hold, at most {@value #BROKEN_REPORTED_MAX}; empty when all is well
   */
  public record Report(Map<String, Long> counts, List<String> broken) {}

  /** Looks at everything; takes as long as there are events. */
  public Report run() {
    var report =
        snapshot.execute(
            transaction -> {
              var broken = new ArrayList<String>();
              var counts = new LinkedHashMap<String, Long>();
              new Chains(broken, counts).walk();
              count(counts, "ledger postings", "ledger_posting");
              count(counts, "stock moves", "stock_move");
              count(counts, "holds", "hold");
              count(counts, "parcels", "shipment");
              count(counts, "parcels that arrived", "parcel");
              count(counts, "goods nobody claimed", "leftover");
              count(counts, "units", "unit");
              count(counts, "tests of units", "qc_test");
              rooms.stream()
                  .flatMap(room -> room.all().stream())
                  .forEach(rule -> prove(rule, broken));
              return new Report(counts, broken);
            });
    if (report == null) {
      throw new IllegalStateException("A verification without a report");
    }
    return report;
  }

  private void count(Map<String, Long> counts, String what, String table) {
    counts.put(what, jdbc.sql("select count(*) from " + table).query(Long.class).single());
  }

  private void prove(Invariant rule, List<String> broken) {
    jdbc.sql(rule.offenders() + " limit " + BROKEN_REPORTED_MAX)
        .query((row, n) -> row.getString(1))
        .list()
        .forEach(offender -> report(broken, "not true that " + rule.says() + ": " + offender));
  }

  private static void report(List<String> broken, String what) {
    if (broken.size() < BROKEN_REPORTED_MAX) {
      broken.add(what);
    }
  }

  /** Walks over all events in the order of their cases, one case in memory at a time. */
  private final class Chains {
    private final List<String> broken;
    private final Map<String, Long> counts;
    private long cases;
    private long events;
    private long caseId = -1;
    private byte[] chain = Chain.genesis();
    private @Nullable Rma folded;
    private int seq;

    Chains(List<String> broken, Map<String, Long> counts) {
      this.broken = broken;
      this.counts = counts;
    }

    void walk() {
      streaming.query(
          "select rma_id, seq, kind, at, actor, body, hash from rma_event order by rma_id, seq",
          row -> {
            take(row);
          });
      endCase();
      var rows = jdbc.sql("select count(*) from rma").query(Long.class).single();
      if (rows != cases) {
        report(broken, rows + " cases, but events of " + cases);
      }
      counts.put("cases", cases);
      counts.put("events", events);
    }

    private void take(ResultSet row) throws SQLException {
      var id = row.getLong("rma_id");
      if (id != caseId) {
        endCase();
        caseId = id;
        chain = Chain.genesis();
        folded = null;
        seq = 0;
        cases++;
      }
      events++;
      seq++;
      var link =
          new Chain.Link(
              row.getInt("seq"),
              row.getString("kind"),
              row.getObject("at", OffsetDateTime.class).toInstant(),
              row.getString("actor"),
              row.getBytes("body"),
              row.getBytes("hash"));
      if (link.seq() != seq || !Chain.holds(id, chain, link)) {
        report(broken, "the chain of case " + id + " is broken at event " + link.seq());
      }
      chain = link.hash();
      fold(id, link);
    }

    private void fold(long id, Chain.Link link) {
      var event = EventCodec.read(RmaEvent.Kind.valueOf(link.kind()), link.body());
      if (event instanceof RmaEvent.Opened opened) {
        folded = Rma.opened(id, Intake.requestNumber(id, link.at()), opened, link.at());
      } else if (folded != null) {
        var refusal = folded.check(event);
        if (refusal.isPresent()) {
          report(broken, "case " + id + " made a move that is not legal: event " + link.seq());
        }
        folded = folded.after(event);
      } else {
        report(broken, "case " + id + " does not begin with its opening");
      }
    }

    private void endCase() {
      if (caseId < 0) {
        return;
      }
      var stored = rmas.find(caseId);
      if (!stored.equals(Optional.ofNullable(folded))) {
        report(broken, "the events of case " + caseId + " do not fold to its row");
      }
      if (!Arrays.equals(chain, rmas.chainOf(caseId))) {
        report(broken, "the chain of case " + caseId + " does not end at its row");
      }
    }
  }
}
