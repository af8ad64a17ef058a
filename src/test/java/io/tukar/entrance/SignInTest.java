package io.tukar.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.TukarTest;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Role;
import io.tukar.staff.Member;
import io.tukar.staff.StaffBook;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@TukarTest
@Import(Probe.class)
@ExtendWith(OutputCaptureExtension.class)
class SignInTest {

  private static final Instant AT = Instant.parse("2026-03-16T03:00:00Z");
  private static final String LOGIN = "layanan@toko.test";
  private static final String PASSWORD = "kopi tubruk pagi";

  @LocalServerPort private int port;
  @Autowired private StaffBook staff;
  @Autowired private JdbcClient jdbc;
  @Autowired private ClockForTests clock;
  private Visitor visitor = new Visitor(0);
  private long id;

  @BeforeEach
  void oneAgent() {
    jdbc.sql("delete from throttle").update();
    jdbc.sql("delete from staff").update();
    clock.standAt(AT);
    visitor = new Visitor(port);
    id =
        switch (staff.create(LOGIN, "Petugas Layanan", Role.AGENT, PASSWORD, AT)) {
          case Answer.Done<Member>(var member) -> member.id();
          case Answer.Refused<Member>(var reasons) -> throw new AssertionError(reasons);
        };
  }

  @AfterEach
  void letTheClockRun() {
    clock.run();
  }

  @Test
  void theSessionAndTheFormsTokenStayTheSameFromPageToPage() throws Exception {
    visitor.signIn(LOGIN, PASSWORD);
    visitor.get("/desk/design");
    var session = visitor.cookie("desk");
    var form = visitor.cookie("form");

    visitor.get("/desk/design");
    visitor.get("/desk/no-such-page");

    assertThat(session).isNotEmpty();
    assertThat(visitor.cookie("desk")).isEqualTo(session);
    assertThat(visitor.cookie("form")).isNotEmpty().isEqualTo(form);
  }

  @Test
  void whoSignsInGoesOnToThePageTheyAskedFor() throws Exception {
    assertThat(where(visitor.get("/desk/probe?a=1")))
        .isEqualTo("303 /desk/sign-in?next=%2Fdesk%2Fprobe%3Fa%3D1");
    assertThat(visitor.get("/desk/sign-in?next=%2Fdesk%2Fprobe%3Fa%3D1").body())
        .contains("name=\"next\" value=\"/desk/probe?a=1\"");

    var answer =
        visitor.post(
            "/desk/sign-in",
            Map.of("login", LOGIN, "password", PASSWORD, "next", "/desk/probe?a=1"));

    assertThat(where(answer)).isEqualTo("303 /desk/probe?a=1");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("desk=")
                    .contains("HttpOnly", "SameSite=Lax", "Path=/desk"));
    assertThat(visitor.get("/desk/probe?a=1").body()).isEqualTo("staff:" + id);
    assertThat(where(visitor.get("/desk/sign-in"))).isEqualTo("303 /desk");
    assertThat(visitor.get("/desk/design").body()).contains("Petugas Layanan");
  }

  @Test
  void aWrongPasswordAndAnUnknownLoginGetTheSameAnswerInBothLanguages() throws Exception {
    var wrong = visitor.signIn(LOGIN, "teh tawar sore hari");
    var unknown = visitor.signIn("orang-lain", PASSWORD);

    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("The login or the password is wrong", "value=\"" + LOGIN + "\"")
        .doesNotContain("teh tawar");
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("The login or the password is wrong");
    assertThat(visitor.cookie("desk")).isEmpty();
    visitor.get("/desk/sign-in?lang=id");
    assertThat(new Visitor(port).get("/desk/sign-in").body()).contains("Kata sandi");
  }

  @Test
  void afterSomeFailuresEvenTheRightPasswordWaitsAndThenIsLetIn() throws Exception {
    for (int i = 0; i < 4; i++) {
      assertThat(visitor.signIn(LOGIN, "salah salah salah").statusCode()).isEqualTo(422);
    }

    var early = visitor.signIn(LOGIN, PASSWORD);
    assertThat(early.statusCode()).isEqualTo(429);
    assertThat(early.headers().firstValue("Retry-After")).contains("2");
    assertThat(early.body()).contains("Wait 2 seconds");

    clock.advance(Duration.ofSeconds(2));
    assertThat(where(visitor.signIn(LOGIN, PASSWORD))).isEqualTo("303 /desk");
    assertThat(jdbc.sql("select count(*) from throttle").query(Long.class).single()).isZero();
  }

  @Test
  void aSessionFromBeforeIsNotGoneOnWith() throws Exception {
    var planted = new HttpCookie("desk", "0123456789ABCDEF0123456789ABCDEF");
    planted.setPath("/desk");
    visitor.hold(planted);

    assertThat(visitor.signIn(LOGIN, PASSWORD).headers().allValues("Set-Cookie"))
        .filteredOn(cookie -> cookie.startsWith("desk="))
        .hasSize(1)
        .noneMatch(cookie -> cookie.contains(planted.getValue()));

    var thief = new Visitor(port);
    thief.hold(planted);
    assertThat(thief.get("/desk/probe").statusCode()).isEqualTo(303);
  }

  @Test
  void whoSignsOutIsOutAlsoWithTheOldCookie() throws Exception {
    visitor.signIn(LOGIN, PASSWORD);
    var old = new HttpCookie("desk", visitor.cookie("desk"));
    old.setPath("/desk");

    assertThat(where(visitor.post("/desk/sign-out", Map.of()))).isEqualTo("303 /desk/sign-in");

    var thief = new Visitor(port);
    thief.hold(old);
    assertThat(thief.get("/desk/probe").statusCode()).isEqualTo(303);
  }

  @Test
  void whoHasLeftTheShopIsOutWithTheNextClick() throws Exception {
    visitor.signIn(LOGIN, PASSWORD);
    assertThat(visitor.get("/desk/probe").statusCode()).isEqualTo(200);

    jdbc.sql("update staff set active = false where id = ?").param(id).update();

    assertThat(visitor.get("/desk/probe").statusCode()).isEqualTo(303);
    assertThat(visitor.signIn(LOGIN, PASSWORD).statusCode()).isEqualTo(422);
  }

  @Test
  void noPasswordSessionOrLoginIsLogged(CapturedOutput output) throws Exception {
    visitor.signIn(LOGIN, "salah salah salah");
    visitor.signIn(LOGIN, PASSWORD);

    assertThat(output.getAll())
        .contains("Staff " + id + " signed in")
        .doesNotContain(LOGIN, PASSWORD, "salah salah", visitor.cookie("desk"), "Petugas");
  }

  private static String where(HttpResponse<String> answer) {
    return answer.statusCode() + " " + answer.headers().firstValue("Location").orElse("");
  }
}
