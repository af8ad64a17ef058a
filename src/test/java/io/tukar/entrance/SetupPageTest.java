package io.tukar.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.TukarTest;
import io.tukar.staff.SetupLink;
import io.tukar.staff.StaffBook;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@TukarTest
@Import(Probe.class)
@ExtendWith(OutputCaptureExtension.class)
class SetupPageTest {

  private static final String PASSWORD = "kopi tubruk pagi";

  @LocalServerPort private int port;
  @Autowired private SetupLink link;
  @Autowired private StaffBook staff;
  @Autowired private Clock clock;

  @Test
  void theLinkMakesTheFirstManagerOnceWhoThenSignsIn(CapturedOutput output) throws Exception {
    var secret = link.offer(clock.instant()).orElseThrow();
    var visitor = new Visitor(port);
    assertThat(visitor.get("/setup?token=wrong").statusCode()).isEqualTo(410);
    assertThat(visitor.get("/setup?token=" + secret).body()).contains("name=\"password\"");

    var refused = visitor.post("/setup", account(secret, "pendek"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("at least 12 characters").doesNotContain("pendek");
    assertThat(visitor.post("/setup", account("wrong", PASSWORD)).statusCode()).isEqualTo(410);
    assertThat(staff.isEmpty()).isTrue();

    var made = visitor.post("/setup", account(secret, PASSWORD));
    assertThat(made.statusCode()).isEqualTo(303);
    assertThat(made.headers().firstValue("Location")).contains("/desk/sign-in");

    assertThat(visitor.get("/setup?token=" + secret).statusCode()).isEqualTo(410);
    assertThat(visitor.post("/setup", account(secret, PASSWORD)).statusCode()).isEqualTo(410);
    assertThat(visitor.signIn("pemilik", PASSWORD).statusCode()).isEqualTo(303);
    assertThat(visitor.get("/desk/probe/settings").body()).isEqualTo("settings");
    assertThat(output.getAll()).doesNotContain(secret, PASSWORD, "pemilik");
  }

  private static Map<String, String> account(String secret, String password) {
    return Map.of("token", secret, "name", "Pemilik", "login", "pemilik", "password", password);
  }
}
