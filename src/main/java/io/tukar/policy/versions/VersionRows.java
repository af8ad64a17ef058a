package io.tukar.policy.versions;

import io.tukar.kernel.Actor;
import io.tukar.policy.file.PolicyFile;
import io.tukar.rows.Writes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the versions and of their history: what a verb locks, counts and writes. */
@Repository
class VersionRows {

  private final JdbcClient jdbc;
  private final JdbcOperations rows;
  private final PolicyVersions versions;

  VersionRows(JdbcClient jdbc, JdbcOperations rows, PolicyVersions versions) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.versions = versions;
  }

  /** A new draft. */
  void insert(
      Writes writes,
      PolicyOffice.NewDraft wanted,
      int number,
      String text,
      Actor.Staff by,
      Instant at) {
    writes.any(
        """
        insert into policy_version (policy_id, version, key, based_on, state, text, sha256,
          author_id, drafted_at, saved_by, saved_at, row_version)
        values (?, ?, ?, ?, 'DRAFT', ?, ?, ?, ?, ?, ?, 1)
        """,
        PolicyVersions.policyId(),
        number,
        wanted.key(),
        wanted.from(),
        text,
        TextHash.of(text),
        by.id(),
        utc(at),
        by.id(),
        utc(at));
  }

  /** Moves a version on; the row it was found as must still stand. */
  void update(Writes writes, PolicyVersion version, String assignments, Object... values) {
    var all = new ArrayList<Object>(List.of(values));
    all.add(version.policyId());
    all.add(version.number());
    all.add(version.row());
    writes.one(
        () -> new IllegalStateException("Version " + version.number() + " moved under its lock"),
        "update policy_version set "
            + assignments
            + ", row_version = row_version + 1 where policy_id = ? and version = ? and row_version = ?",
        all.toArray());
  }

  /** A step in the history, with the text as it stood. */
  void step(
      Writes writes,
      PolicyVersions.Kept kept,
      VersionStep.Kind kind,
      String note,
      Actor.Staff by,
      Instant at) {
    step(writes, kept.version().number(), kind, TextHash.of(kept.text()), note, by, at);
  }

  /** The same for a text that is being written. */
  void step(
      Writes writes,
      int number,
      VersionStep.Kind kind,
      byte[] sha256,
      String note,
      Actor.Staff by,
      Instant at) {
    writes.any(
        """
        insert into policy_history (policy_id, version, at, staff_id, step, note, sha256)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        PolicyVersions.policyId(),
        number,
        utc(at),
        by.id(),
        kind.name(),
        note.strip(),
        sha256);
  }

  /** Has every program on this database read the versions again. */
  void countUp(Writes writes) {
    writes.any("update policy_revision set revision = revision + 1");
  }

  /** Sends what was collected as one message. */
  void send(Writes writes) {
    writes.send(rows);
  }

  /** The queue for numbers and instants; taken after the version's own lock. */
  void lockNumbers() {
    jdbc.sql("select revision from policy_revision for update").query(Long.class).single();
  }

  /** Holds one version still; none where it does not exist. */
  void lock(int number) {
    jdbc.sql("select version from policy_version where policy_id = ? and version = ? for update")
        .param(PolicyVersions.policyId())
        .param(number)
        .query(Integer.class)
        .optional();
  }

  /** The draft that was made by this key. */
  Optional<PolicyVersion> byKey(UUID key) {
    return jdbc.sql("select version from policy_version where key = ?")
        .param(key)
        .query(Integer.class)
        .optional()
        .flatMap(versions::find)
        .map(PolicyVersions.Kept::version);
  }

  /** Drafts, and versions in review. */
  int open() {
    return jdbc.sql(
            """
            select count(*) from policy_version
            where policy_id = ? and state in ('DRAFT', 'IN_REVIEW')
            """)
        .param(PolicyVersions.policyId())
        .query(Integer.class)
        .single();
  }

  /** One more than any version had. */
  int nextNumber() {
    return jdbc.sql("select coalesce(max(version), ?) + 1 from policy_version where policy_id = ?")
        .param(PolicyFile.shipped().versions().getLast().version())
        .param(PolicyVersions.policyId())
        .query(Integer.class)
        .single();
  }

  /** The published version that takes effect at this very instant. */
  Optional<Integer> publishedAt(Instant effectiveFrom) {
    return jdbc.sql(
            """
            select version from policy_version
            where policy_id = ? and state = 'PUBLISHED' and effective_from = ?
            """)
        .param(PolicyVersions.policyId())
        .param(utc(effectiveFrom))
        .query(Integer.class)
        .optional();
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
