package io.tukar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The program as it is run: its own process, its own database, signals. */
class ServeTest {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
  private static final String READY = "Tukar is ready at ";

  @TempDir private Path temporary;
  private final List<Process> programs = new ArrayList<>();

  @AfterEach
  void stopWhatWasStarted() throws Exception {
    for (Process program : programs) {
      program.destroy();
      program.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
  }

  @Test
  void aServerThatIsKilledStartsAgainSharesItsDataAndStopsInTime() throws Exception {
    Process killed = serve();
    String before = address(killed);
    assertThat(killed.inputReader(StandardCharsets.UTF_8).readLine())
        .matches("Nobody can sign in yet.* " + before + "/setup\\?token=[A-Za-z0-9_-]{43}");
    assertThat(health(before)).contains("\"status\":\"UP\"");
    killed.destroyForcibly().waitFor();

    Process server = serve();
    String address = address(server);
    Process second = serve();
    assertThat(second.errorReader().readLine()).contains("already serves the folder");
    assertThat(second.waitFor()).isEqualTo(1);

    try (Shop shop = Shop.open(folder())) {
      assertThat(
              shop.bean(JdbcClient.class)
                  .sql("select count(*) from flyway_schema_history where success")
                  .query(Long.class)
                  .single())
          .isPositive();
    }
    assertThat(health(address)).contains("\"status\":\"UP\"");

    server.destroy();
    assertThat(server.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(folder().resolve("postgres/data/postmaster.pid")).doesNotExist();
  }

  @Test
  void aCommandStartsTheDatabaseOfAStoppedShopAndStopsItAgain() throws Exception {
    try (Shop shop = Shop.open(folder())) {
      assertThat(shop.bean(JdbcClient.class).sql("select 1").query(Integer.class).single())
          .isEqualTo(1);
      assertThat(folder().resolve("postgres/data/postmaster.pid")).exists();
    }
    assertThat(folder().resolve("postgres/data/postmaster.pid")).doesNotExist();
    assertThat(Files.exists(folder().resolve("secret.key"))).isTrue();
  }

  private Path folder() {
    return temporary.resolve("shop");
  }

  private Process serve() throws IOException {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                classPathWithoutTests(),
                TukarCommand.class.getName(),
                "serve",
                "--port",
                "0",
                "--data",
                folder().toString())
            .start();
    programs.add(program);
    return program;
  }

  private static String classPathWithoutTests() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String address(Process program) throws IOException {
    String line = program.inputReader(StandardCharsets.UTF_8).readLine();
    assertThat(line).startsWith(READY);
    return line.substring(READY.length());
  }

  private static String health(String address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(address + "/actuator/health")).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
