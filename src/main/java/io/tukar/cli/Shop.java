package io.tukar.cli;

import io.tukar.database.DataFolder;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The shop's rooms without its doors, for a command that works on the data whether the server runs
 * or not: the database is migrated and reachable, nothing listens, no timer runs, and only what is
 * asked for is made.
 */
public final class Shop implements AutoCloseable {

  private final Premises premises;
  private final ConfigurableApplicationContext rooms;

  private Shop(Premises premises, ConfigurableApplicationContext rooms) {
    this.premises = premises;
    this.rooms = rooms;
  }

  /** Opens the shop in this data folder, making an empty one where there is none. */
  public static Shop open(Path path) {
    Premises premises = Premises.open(DataFolder.open(path));
    boolean opened = false;
    try {
      var program =
          premises.program(
              RoomsWithoutDoors.class,
              Map.of(
                  "spring.main.lazy-initialization", "true",
                  "spring.datasource.hikari.minimum-idle", "0",
                  "spring.datasource.hikari.maximum-pool-size", "4"));
      program.setWebApplicationType(WebApplicationType.NONE);
      Shop shop = new Shop(premises, program.run());
      opened = true;
      return shop;
    } finally {
      if (!opened) {
        premises.close();
      }
    }
  }

  /** The one bean of this type. */
  public <T> T bean(Class<T> type) {
    return rooms.getBean(type);
  }

  @Override
  public void close() {
    rooms.close();
    premises.close();
  }
}
