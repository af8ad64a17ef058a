package io.tukar.demo;

import io.tukar.database.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code serve --demo}: fills the shop before the web server listens and before any timer looks at
 * its past. The keys go into {@code demo-credentials.json} in the data folder, which only its owner
 * reads; once the file names orders, the filling is done.
 */
@Component
@ConditionalOnBooleanProperty("tukar.demo")
public final class DemoStart implements SmartLifecycle, ApplicationRunner {

  /** The file with the sign-ins, in the data folder. */
  public static final String CREDENTIALS = "demo-credentials.json";

  private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ADDRESS = "address";
  private static final String ORDERS = "orders";

  private final DemoShop shop;
  private final Clock clock;
  private final Environment environment;
  private final Path credentials;
  private volatile boolean running;

  DemoStart(DemoShop shop, Clock clock, Environment environment, DataFolder data) {
    this.shop = shop;
    this.clock = clock;
    this.environment = environment;
    this.credentials = data.path().resolve(CREDENTIALS);
  }

  @Override
  public void start() {
    running = true;
    if (!shop.mayFill()) {
      LOG.warn("The shop is not a demonstration shop; --demo leaves it as it is");
      return;
    }
    var now = clock.instant();
    shop.open(now, keys -> write(JSON.valueToTree(keys)));
    var content = read();
    if (!content.has(ORDERS)) {
      try {
        content.set(ORDERS, JSON.valueToTree(shop.fill(now)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      write(content);
    }
  }

  /** The address is known once the web server listens. */
  @Override
  public void run(ApplicationArguments arguments) {
    var content = read();
    if (!content.isEmpty() && !content.path(ADDRESS).asString("").equals(address())) {
      var addressed = JSON.createObjectNode().put(ADDRESS, address());
      content.remove(ADDRESS);
      addressed.setAll(content);
      write(addressed);
    }
  }

  private ObjectNode read() {
    try {
      return Files.exists(credentials)
          ? (ObjectNode) JSON.readTree(Files.readString(credentials))
          : JSON.createObjectNode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(JsonNode content) {
    try {
      DataFolder.writePrivately(
          credentials, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String address() {
    var host = environment.getProperty("server.address", "127.0.0.1");
    var shown = host.equals("0.0.0.0") || host.equals("0:0:0:0:0:0:0:0") ? "127.0.0.1" : host;
    return "http://%s:%s"
        .formatted(
            shown.contains(":") ? "[" + shown + "]" : shown,
            environment.getRequiredProperty("local.server.port"));
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server and the timers. */
  @Override
  public int getPhase() {
    return 0;
  }
}
