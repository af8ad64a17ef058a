package io.tukar.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes photos that nothing names any more: taken out of a draft, or taken in and then not kept.
 * A photo is left alone for a day after it was last taken in, so one that is just being attached is
 * never lost.
 */
@Component
public class PhotoSweep {

  static final Duration LEFT_ALONE = Duration.ofDays(1);

  private static final Logger LOG = LoggerFactory.getLogger(PhotoSweep.class);

  private final EvidenceStore store;
  private final JdbcClient jdbc;

  PhotoSweep(EvidenceStore store, JdbcClient jdbc) {
    this.store = store;
    this.jdbc = jdbc;
  }

  /** Says how many photos it deleted. Can be stopped and repeated at any time. */
  public int run(Instant at, BooleanSupplier stop) {
    if (!anyIsNamed()) {
      // Rather a database that is not (yet) the one of these photos than photos of nobody.
      return 0;
    }
    int deleted = 0;
    try {
      for (int shard = 0; shard < EvidenceStore.SHARDS && !stop.getAsBoolean(); shard++) {
        deleted += sweep(shard, at.minus(LEFT_ALONE));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (deleted > 0) {
        LOG.info("Deleted {} photos that nothing names", deleted);
      }
    }
    return deleted;
  }

  private int sweep(int shard, Instant before) throws IOException {
    // First the files, then the rows: what is attached in between was taken in too lately to go.
    var unnamed = new HashSet<>(store.takenInBefore(before, shard));
    if (unnamed.isEmpty()) {
      return 0;
    }
    unnamed.removeAll(named(shard));
    int deleted = 0;
    for (var digest : unnamed) {
      if (store.discard(digest, before)) {
        deleted++;
      }
    }
    return deleted;
  }

  private boolean anyIsNamed() {
    return jdbc.sql("select exists (select 1 from photo)").query(Boolean.class).single();
  }

  private Set<Sha256> named(int shard) {
    return jdbc.sql("select distinct sha256 from photo where get_byte(sha256, 0) = ?")
        .param(shard)
        .query((row, n) -> Sha256.fromBytes(row.getBytes("sha256")))
        .set();
  }
}
