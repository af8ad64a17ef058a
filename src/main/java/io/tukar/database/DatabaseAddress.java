package io.tukar.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * How to reach a PostgreSQL database.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/database?...}
 */
public record DatabaseAddress(String jdbcUrl, String user, String password) {

  static final String URL = "TUKAR_DATABASE_URL";
  static final String USER = "TUKAR_DATABASE_USER";
  static final String PASSWORD = "TUKAR_DATABASE_PASSWORD";

  /** The address set in the environment; empty where the embedded PostgreSQL is to be used. */
  static Optional<DatabaseAddress> in(Map<String, String> environment) {
    String url = environment.getOrDefault(URL, "").strip();
    if (url.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> user = Optional.ofNullable(environment.get(USER));
    Optional<String> password = Optional.ofNullable(environment.get(PASSWORD));
    if (url.startsWith("jdbc:postgresql:")) {
      return Optional.of(new DatabaseAddress(url, user.orElse(""), password.orElse("")));
    }
    if (url.startsWith("postgres://") || url.startsWith("postgresql://")) {
      return Optional.of(fromUri(url, user, password));
    }
    throw new StartFailure(URL + " must begin with jdbc:postgresql: or postgres://");
  }

  /** A new connection; the caller closes it. */
  public Connection connect() throws SQLException {
    Properties properties = new Properties();
    if (!user.isEmpty()) {
      properties.setProperty("user", user);
    }
    if (!password.isEmpty()) {
      properties.setProperty("password", password);
    }
    properties.setProperty("connectTimeout", "10");
    return DriverManager.getConnection(jdbcUrl, properties);
  }

  @Override
  public String toString() {
    return "DatabaseAddress[hidden]";
  }

  private static DatabaseAddress fromUri(
      String url, Optional<String> user, Optional<String> password) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      // The cause would repeat the password.
      throw new StartFailure(URL + " is not a valid address");
    }
    if (uri.getHost() == null) {
      throw new StartFailure(URL + " names no host");
    }
    String[] userInfo = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return new DatabaseAddress(
        "jdbc:postgresql://" + uri.getHost() + port + path + query,
        user.orElse(decoded(userInfo[0])),
        password.orElse(userInfo.length == 2 ? decoded(userInfo[1]) : ""));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
