package io.tukar.cli;

import io.tukar.database.DataFolder;
import io.tukar.database.Database;
import io.tukar.database.DatabaseAddress;
import io.tukar.database.SecretKey;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;

/** What a shop's program stands on: its folder, its key and its database, open until closed. */
record Premises(DataFolder folder, SecretKey key, Database database) implements AutoCloseable {

  static Premises open(DataFolder folder) {
    Map<String, String> environment = System.getenv();
    SecretKey key = SecretKey.open(folder, environment);
    return new Premises(folder, key, Database.open(folder, environment));
  }

  /** A program on these premises, not started yet; the settings go before all others. */
  SpringApplication program(Class<?> beans, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    DatabaseAddress address = database.address();
    all.put("spring.datasource.url", address.jdbcUrl());
    if (!address.user().isEmpty()) {
      all.put("spring.datasource.username", address.user());
      all.put("spring.datasource.password", address.password());
    }
    SpringApplication program = new SpringApplication(beans);
    program.setRegisterShutdownHook(false);
    program.addInitializers(
        context -> {
          context
              .getEnvironment()
              .getPropertySources()
              .addFirst(new MapPropertySource("premises", all));
          context.getBeanFactory().registerSingleton("dataFolder", folder);
          context.getBeanFactory().registerSingleton("secretKey", key);
        });
    return program;
  }

  @Override
  public void close() {
    database.close();
  }
}
