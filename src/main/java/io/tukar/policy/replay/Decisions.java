package io.tukar.policy.replay;

import io.tukar.policy.decision.Decision;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.file.DecisionFile;
import io.tukar.policy.file.FactsFile;
import io.tukar.policy.versions.Policies;
import io.tukar.rows.Writes;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was decided, kept whole: the facts and the proof as bytes, never edited. */
@Repository
public class Decisions {

  private final JdbcClient jdbc;
  private final Policies policies;

  Decisions(JdbcClient jdbc, Policies policies) {
    this.jdbc = jdbc;
    this.policies = policies;
  }

  /** When in a case's life a line was judged. */
  public enum Stage {
    REQUEST,
    EVIDENCE,
    INSPECTION,
    /** Another product was chosen for lack of stock. */
    CHOICE,
    /** It was made into two lines. */
    SPLIT,
    /** The days off changed while the line was in review. */
    CALENDAR
  }

  /** One line, judged. */
  public record Judged(int lineNo, Stage stage, ReturnFacts facts, Decision decision) {}

  /** A judgement as it was stored. */
  public record Kept(int lineNo, Stage stage, ReturnFacts facts, Decision decision, Instant at) {}

  /** Keeps the judgements of a case. */
  public static void keep(long rmaId, List<Judged> judged, Instant at, Writes writes) {
    for (var one : judged) {
      writes.any(
          """
          insert into decision (rma_id, line_no, stage, policy_id, policy_version, holiday_set,
            outcome, payer, difference, fee, facts, proof, at)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          rmaId,
          one.lineNo(),
          one.stage().name(),
          one.decision().policyId(),
          one.decision().policyVersion(),
          one.decision().holidaySet(),
          one.decision().outcome().name(),
          one.decision().payerToShop().name(),
          one.decision().difference().minor(),
          one.decision().fee().minor(),
          one.facts().toCanonicalJson(),
          one.decision().toCanonicalJson(),
          at.atOffset(ZoneOffset.UTC));
    }
  }

  /** Every judgement of a case, oldest first. */
  public List<Kept> of(long rmaId) {
    return jdbc.sql(
            "select line_no, stage, facts, proof, at from decision where rma_id = ? order by id")
        .param(rmaId)
        .query(this::kept)
        .list();
  }

  /** The latest judgement of each line. */
  public Map<Integer, Kept> latest(long rmaId) {
    var latest = new TreeMap<Integer, Kept>();
    jdbc.sql(
            """
            select distinct on (line_no) line_no, stage, facts, proof, at
            from decision where rma_id = ? order by line_no, id desc
            """)
        .param(rmaId)
        .query(this::kept)
        .list()
        .forEach(kept -> latest.put(kept.lineNo(), kept));
    return latest;
  }

  /** The facts each line was last judged on. */
  public Map<Integer, ReturnFacts> latestFacts(long rmaId) {
    var latest = new TreeMap<Integer, ReturnFacts>();
    jdbc.sql(
            """
            select distinct on (line_no) line_no, facts
            from decision where rma_id = ? order by line_no, id desc
            """)
        .param(rmaId)
        .query(
            row -> {
              latest.put(row.getInt(1), facts(row.getBytes(2)));
            });
    return latest;
  }

  private Kept kept(ResultSet row, int n) throws SQLException {
    return new Kept(
        row.getInt("line_no"),
        Stage.valueOf(row.getString("stage")),
        facts(row.getBytes("facts")),
        DecisionFile.read(row.getBytes("proof"), policies.current())
            .orElseThrow(Decisions::unreadable),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private static ReturnFacts facts(byte[] stored) {
    return FactsFile.read(new String(stored, StandardCharsets.UTF_8))
        .facts()
        .orElseThrow(Decisions::unreadable);
  }

  private static IllegalStateException unreadable() {
    return new IllegalStateException("A stored decision cannot be read back");
  }
}
