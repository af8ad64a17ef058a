package io.tukar.evidence;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Customers' photos that look like one of another case: a hint to who reviews, never a ground by
 * itself. Two pictures that differ in three bits of {@link Likeness} at most have one of its four
 * quarters in common, and by these quarters the database finds them.
 */
@Repository
public class Lookalikes {

  /** No more are named, the newest of the other cases first. */
  public static final int NAMED_MAX = 5;

  private final JdbcClient jdbc;

  Lookalikes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Two photos that look alike. */
  public record Pair(long photoId, long otherPhotoId, long otherCaseId) {}

  /** Of each other case and photo one pair at most. */
  public List<Pair> of(long rmaId) {
    return jdbc.sql(
            """
            select distinct on (other.rma_id) mine.id, other.id as other_id, other.rma_id
            from photo mine
            join photo other on other.rma_id <> mine.rma_id and other.source = 'CUSTOMER'
              and (other.likeness >> 48 = mine.likeness >> 48
                or other.likeness >> 32 & 65535 = mine.likeness >> 32 & 65535
                or other.likeness >> 16 & 65535 = mine.likeness >> 16 & 65535
                or other.likeness & 65535 = mine.likeness & 65535)
              and bit_count((other.likeness # mine.likeness)::bit(64)) <= :bits
            where mine.rma_id = :case and mine.source = 'CUSTOMER'
            order by other.rma_id desc, mine.id, other.id
            limit :most
            """)
        .param("bits", Likeness.ALIKE_BITS_MAX)
        .param("case", rmaId)
        .param("most", NAMED_MAX)
        .query(
            (row, n) -> new Pair(row.getLong("id"), row.getLong("other_id"), row.getLong("rma_id")))
        .list();
  }
}
