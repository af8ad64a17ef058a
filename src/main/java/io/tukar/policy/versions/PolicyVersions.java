package io.tukar.policy.versions;

import io.tukar.policy.edit.PolicyText;
import io.tukar.policy.file.PolicyFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The versions a shop wrote, as they are kept. The one shipped with the product is not among them.
 */
@Repository
public class PolicyVersions {

  /** Versions, and steps, on a page of a list. */
  public static final int ROWS_MAX = 20;

  private static final String COLUMNS =
      """
      policy_id, version, based_on, state, effective_from, author_id, drafted_at, saved_by, saved_at,
      submitted_at, reviewer_id, published_at, withdrawn_at, note, row_version
      """;

  private final JdbcClient jdbc;

  PolicyVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A version with its text. */
  public record Kept(PolicyVersion version, String text) {}

  /** The policy all versions belong to. */
  public static String policyId() {
    return PolicyFile.shipped().versions().getFirst().id();
  }

  /** The stored version of this number. */
  public Optional<Kept> find(int number) {
    return jdbc.sql(
            "select " + COLUMNS + ", text from policy_version where policy_id = ? and version = ?")
        .param(policyId())
        .param(number)
        .query((row, n) -> new Kept(version(row), row.getString("text")))
        .optional();
  }

  /** The text of a stored version, or of the shipped one. */
  public Optional<String> text(int number) {
    return number == PolicyFile.shipped().versions().getFirst().version()
        ? Optional.of(PolicyText.shipped().text())
        : find(number).map(Kept::text);
  }

  /** The versions before this number, the latest first. */
  public List<PolicyVersion> page(int before) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from policy_version where policy_id = ? and version < ?
                order by version desc limit ?
                """)
        .param(policyId())
        .param(before)
        .param(ROWS_MAX)
        .query((row, n) -> version(row))
        .list();
  }

  /** The published version that was in force before this instant or comes next before it. */
  public Optional<PolicyVersion> publishedBefore(Instant effectiveFrom) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from policy_version
                where policy_id = ? and state = 'PUBLISHED' and effective_from < ?
                order by effective_from desc limit 1
                """)
        .param(policyId())
        .param(effectiveFrom.atOffset(java.time.ZoneOffset.UTC))
        .query((row, n) -> version(row))
        .optional();
  }

  /** What was done with a version before this step, the latest first. */
  public List<Numbered> history(int number, long before) {
    return jdbc.sql(
            """
            select id, version, at, staff_id, step, note from policy_history
            where policy_id = ? and version = ? and id < ? order by id desc limit ?
            """)
        .param(policyId())
        .param(number)
        .param(before)
        .param(ROWS_MAX)
        .query(PolicyVersions::step)
        .list();
  }

  /** What was done with any version, saving left out, the latest first. */
  public List<Numbered> timeline(long before) {
    return jdbc.sql(
            """
            select id, version, at, staff_id, step, note from policy_history
            where policy_id = ? and step <> 'SAVED' and id < ? order by id desc limit ?
            """)
        .param(policyId())
        .param(before)
        .param(ROWS_MAX)
        .query(PolicyVersions::step)
        .list();
  }

  /** A step with its place in the history. */
  public record Numbered(long id, VersionStep step) {}

  /** Whether this member of staff had a hand in a version's text. */
  public boolean isWrittenBy(long staffId, int number) {
    return jdbc.sql(
            """
            select exists (select from policy_history where policy_id = ? and version = ?
              and staff_id = ? and step in ('DRAFTED', 'SAVED', 'SUBMITTED'))
            """)
        .param(policyId())
        .param(number)
        .param(staffId)
        .query(Boolean.class)
        .single();
  }

  private static Numbered step(ResultSet row, int n) throws SQLException {
    return new Numbered(
        row.getLong("id"),
        new VersionStep(
            row.getInt("version"),
            VersionStep.Kind.valueOf(row.getString("step")),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getLong("staff_id"),
            row.getString("note")));
  }

  static PolicyVersion version(ResultSet row) throws SQLException {
    var reviewer = row.getLong("reviewer_id");
    return new PolicyVersion(
        row.getString("policy_id"),
        row.getInt("version"),
        row.getInt("based_on"),
        VersionState.valueOf(row.getString("state")),
        instant(row, "effective_from"),
        row.getLong("author_id"),
        row.getObject("drafted_at", OffsetDateTime.class).toInstant(),
        row.getLong("saved_by"),
        row.getObject("saved_at", OffsetDateTime.class).toInstant(),
        instant(row, "submitted_at"),
        reviewer == 0 ? Optional.empty() : Optional.of(reviewer),
        instant(row, "published_at"),
        instant(row, "withdrawn_at"),
        row.getString("note"),
        row.getInt("row_version"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
  }
}
