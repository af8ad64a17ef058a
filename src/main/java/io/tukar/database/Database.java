package io.tukar.database;

import java.util.Map;

/** The PostgreSQL that the shop's rows are in, reachable until closed. */
public sealed interface Database extends AutoCloseable permits EmbeddedPostgres, ExternalPostgres {

  /**
   * The database that {@code TUKAR_DATABASE_URL} names, else the embedded one in the data folder,
   * which is started unless it runs already.
   */
  static Database open(DataFolder folder, Map<String, String> environment) {
    return DatabaseAddress.in(environment)
        .<Database>map(ExternalPostgres::open)
        .orElseGet(() -> EmbeddedPostgres.open(folder));
  }

  /** The address the program uses, with an account that owns its database and nothing else. */
  DatabaseAddress address();

  /** Lets go; an embedded PostgreSQL that nobody else uses is stopped. */
  @Override
  void close();
}
