package io.tukar.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The embedded PostgreSQL that all tests of a build folder share: kept from run to run so that it
 * starts at once, and alone allowed to forget what it wrote when the machine fails.
 */
public final class ServerForTests {

  private static final String FORGETFUL_BUT_QUICK =
      """
      fsync = off
      synchronous_commit = off
      full_page_writes = off
      wal_level = minimal
      max_wal_senders = 0
      max_connections = 200
      shared_buffers = 64MB
      autovacuum_naptime = 10min
      """;

  private final EmbeddedPostgres postgres;

  private ServerForTests(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /** Starts it; it stops with the program. */
  public static ServerForTests start(Path path) {
    DataFolder folder = DataFolder.open(path);
    try {
      Files.writeString(folder.subfolder("postgres").resolve("local.conf"), FORGETFUL_BUT_QUICK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    EmbeddedPostgres postgres = EmbeddedPostgres.open(folder);
    Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "stop-postgres"));
    return new ServerForTests(postgres);
  }

  /** May make and drop databases. */
  public DatabaseAddress superuser() {
    return postgres.superuser();
  }

  /** The program's account on one of the server's databases. */
  public DatabaseAddress database(String name) {
    DatabaseAddress shop = postgres.address();
    String url = shop.jdbcUrl();
    return new DatabaseAddress(
        url.substring(0, url.lastIndexOf('/') + 1) + name, shop.user(), shop.password());
  }

  /** The account that owns every database made for a test. */
  public String owner() {
    return EmbeddedPostgres.NAME;
  }
}
