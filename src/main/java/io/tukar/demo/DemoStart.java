package io.tukar.demo;

import io.tukar.database.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code serve --demo}: fills the shop before the web server listens and before any timer looks at
 * its past, then writes the keys to {@code demo-credentials.json} in the data folder, which only
 * its owner reads. That file marks the filling as done.
 */
@Component
@ConditionalOnBooleanProperty("tukar.demo")
final class DemoStart implements SmartLifecycle, ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DemoShop shop;
  private final Clock clock;
  private final Environment environment;
  private final Path credentials;
  private DemoShop.@Nullable Keys keys;
  private volatile boolean running;

  DemoStart(DemoShop shop, Clock clock, Environment environment, DataFolder data) {
    this.shop = shop;
    this.clock = clock;
    this.environment = environment;
    this.credentials = data.path().resolve("demo-credentials.json");
  }

  @Override
  public void start() {
    running = true;
    if (!shop.mayFill()) {
      LOG.warn("The shop is not a demonstration shop; --demo leaves it as it is");
    } else if (!Files.exists(credentials)) {
      try {
        keys = shop.fill(clock.instant());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The address is known once the web server listens. */
  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    if (keys != null) {
      write((ObjectNode) JSON.valueToTree(keys));
    } else if (Files.exists(credentials)) {
      write((ObjectNode) JSON.readTree(Files.readString(credentials)));
    }
  }

  private void write(ObjectNode content) throws IOException {
    var file = JSON.createObjectNode();
    file.put("address", address());
    content.remove("address");
    file.setAll(content);
    DataFolder.writePrivately(
        credentials, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n");
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
