package io.tukar.messaging;

import io.tukar.database.DataFolder;
import io.tukar.database.SecretKey;
import java.nio.file.Path;
import java.util.Map;

/** Links as a shop with this key and address writes them. */
final class LinksForTests {

  private LinksForTests() {}

  static PortalLinks at(String url) {
    return withKey(url, "a secret for tests that nobody else uses");
  }

  static PortalLinks withKey(String url, String secret) {
    var folder = DataFolder.open(Path.of("target", "links-for-tests"));
    return new PortalLinks(url, SecretKey.open(folder, Map.of(SecretKey.VARIABLE, secret)));
  }
}
