package io.tukar.database;

import java.sql.Connection;
import java.sql.SQLException;

/** A PostgreSQL that the shop runs itself, version 15 or later. */
record ExternalPostgres(DatabaseAddress address) implements Database {

  static final int MAJOR_VERSION_MIN = 15;

  static ExternalPostgres open(DatabaseAddress address) {
    try (Connection connection = address.connect()) {
      refuseOlder(connection.getMetaData().getDatabaseMajorVersion());
      return new ExternalPostgres(address);
    } catch (SQLException e) {
      throw new StartFailure(
          "the database of " + DatabaseAddress.URL + " cannot be reached: " + firstLine(e), e);
    }
  }

  @Override
  public void close() {
    // The shop's own server keeps running.
  }

  static void refuseOlder(int majorVersion) {
    if (majorVersion < MAJOR_VERSION_MIN) {
      throw new StartFailure(
          "the database of %s is PostgreSQL %d; Tukar needs %d or later"
              .formatted(DatabaseAddress.URL, majorVersion, MAJOR_VERSION_MIN));
    }
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.getSQLState());
  }
}
