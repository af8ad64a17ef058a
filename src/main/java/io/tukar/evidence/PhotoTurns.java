package io.tukar.evidence;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps who takes a photo out of a bucket apart from those who put the same one in, on all servers
 * of the shop, by a lock in their database. The reasons are in {@code docs/decisions/0013}.
 */
final class PhotoTurns {

  /** Longer than a store that answers takes to look at three files and delete them. */
  private static final String WAIT_MAX = "20s";

  private static final String KEY = "hashtextextended('photo ' || ?, 0)";

  private final JdbcClient jdbc;
  private final TransactionTemplate alone;

  PhotoTurns(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    // A lock of its own transaction, which ends with it wherever it is called from.
    this.alone = new TransactionTemplate(requireNonNull(transactions.getTransactionManager()));
    this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** What is done to a photo while nobody else has it. */
  interface Work {
    boolean done() throws IOException;
  }

  /** Does something to a photo while nobody passes {@link #pass}. */
  boolean alone(Sha256 digest, Work work) throws IOException {
    try {
      return Boolean.TRUE.equals(
          alone.execute(
              status -> {
                lock("pg_advisory_xact_lock", digest);
                try {
                  return work.done();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Returns once nobody is {@link #alone} with the photo; holds nothing afterwards.
   *
   * @throws StoreUnreachable where that takes too long
   */
  void pass(Sha256 digest) throws StoreUnreachable {
    try {
      alone.executeWithoutResult(status -> lock("pg_advisory_xact_lock_shared", digest));
    } catch (DataAccessException e) {
      throw new StoreUnreachable("The photo " + digest + " is being deleted for too long", e);
    }
  }

  private void lock(String function, Sha256 digest) {
    jdbc.sql("select set_config('lock_timeout', ?, true)")
        .param(WAIT_MAX)
        .query(String.class)
        .single();
    jdbc.sql("select 1 from (select " + function + "(" + KEY + ")) as locked")
        .param(digest.hex())
        .query(Integer.class)
        .single();
  }
}
