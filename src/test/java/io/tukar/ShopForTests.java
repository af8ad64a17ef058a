package io.tukar;

import io.tukar.database.DataFolder;
import io.tukar.database.SecretKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * What a started program is given from outside: here a folder and a database of the tests. Taken in
 * by import alone, so that no scan for beans finds it.
 */
class ShopForTests {

  private static final String SECRET = "a secret for tests that nobody else uses";

  @Bean
  DataSource dataSource() {
    return SwitchedDataSource.ONLY;
  }

  @Bean
  DataFolder dataFolder() throws IOException {
    Path parent = Files.createDirectories(Path.of("target", "shops-for-tests"));
    return DataFolder.open(Files.createTempDirectory(parent, "shop"));
  }

  @Bean
  SecretKey secretKey(DataFolder folder) {
    return SecretKey.open(folder, Map.of(SecretKey.VARIABLE, SECRET));
  }

  @Bean
  @Primary
  ClockForTests clockForTests() {
    return new ClockForTests();
  }
}
