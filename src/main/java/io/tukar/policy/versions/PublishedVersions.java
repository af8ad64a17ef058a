package io.tukar.policy.versions;

import io.tukar.policy.Policy;
import io.tukar.policy.file.PolicyFile;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions that decide, read and compiled, with the count by which a change is noticed. */
@Repository
class PublishedVersions {

  private final JdbcClient jdbc;

  PublishedVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The shipped version and every published one.
   *
   * @param revision grows with every publication
   */
  record Published(long revision, List<Policy> versions) {}

  private record Row(long revision, int version, String text) {}

  /** One small read: whether anything changed. */
  long revision() {
    return jdbc.sql("select revision from policy_revision").query(Long.class).single();
  }

  /** All of them, as of one moment. */
  Published load() {
    // One statement sees one state of the database: the count fits the versions.
    var rows =
        jdbc.sql(
                """
                select r.revision, coalesce(v.version, 0) as version, coalesce(v.text, '') as text
                from policy_revision r
                left join policy_version v on v.policy_id = ? and v.state = 'PUBLISHED'
                order by v.version
                """)
            .param(PolicyVersions.policyId())
            .query((row, n) -> new Row(row.getLong(1), row.getInt(2), row.getString(3)))
            .list();
    var versions = new ArrayList<>(PolicyFile.shipped().versions());
    for (var row : rows) {
      if (row.version() > 0) {
        versions.add(compiled(row));
      }
    }
    return new Published(rows.getFirst().revision(), List.copyOf(versions));
  }

  private static Policy compiled(Row row) {
    var reading = PolicyFile.load(row.text());
    return reading
        .policy()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Published version "
                        + row.version()
                        + " of the policy cannot be read: "
                        + reading.problems().getFirst().inFile("version " + row.version())));
  }
}
