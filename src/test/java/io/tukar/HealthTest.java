package io.tukar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@TukarTest
class HealthTest {

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;

  @Test
  void anybodyMayAskWhetherItIsUpAndLearnsNothingElse() throws Exception {
    HttpResponse<String> answer = get("/actuator/health");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("{").contains("\"status\":\"UP\"").doesNotContain("db");
  }

  @Test
  void nothingElseOfTheActuatorIsReachable() throws Exception {
    for (String path : new String[] {"", "/env", "/beans", "/heapdump", "/loggers"}) {
      assertThat(get("/actuator" + path).statusCode()).as(path).isIn(401, 403, 404);
    }
  }

  @Test
  void theProgramWorksOnTheDatabaseOfThisTestClass() {
    assertThat(jdbc.sql("select current_database()").query(String.class).single())
        .startsWith("test_");
  }

  private HttpResponse<String> get(String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
