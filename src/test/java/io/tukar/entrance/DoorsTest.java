package io.tukar.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.TukarTest;
import io.tukar.kernel.Role;
import io.tukar.staff.Needs;
import io.tukar.staff.StaffBook;
import io.tukar.staff.Tokens;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@TukarTest
@Import(Probe.class)
class DoorsTest {

  private static final String PASSWORD = "kopi tubruk pagi";

  @LocalServerPort private int port;
  @Autowired private StaffBook staff;
  @Autowired private Tokens tokens;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  @ParameterizedTest
  @CsvSource({
    "/probe, 200",
    "/nowhere, 404",
    "/policy, 200",
    "/policy/1, 200",
    "/assets/0/tukar.css, 200",
    "/actuator/health, 200",
    "/actuator/env, 403",
    "/setup, 410",
    "/desk/sign-in, 200",
    "/desk/sign-out, 303",
    "/desk, 303",
    "/desk/, 303",
    "/desk/design, 303",
    "/desk/probe, 303",
    "/desk/nowhere, 303",
    "/desk/sign-in/../probe, 400",
    "/desk//probe, 400",
    "/desk/probe;a=b, 400",
    "/api/v1/openapi.json, 200",
    "/api/v1/probe, 401",
    "/api, 401",
  })
  void whatIsOpenToAnybody(String path, int status) throws Exception {
    assertThat(new Visitor(port).get(path).statusCode()).isEqualTo(status);
  }

  @Test
  void aTokenOpensTheApiUntilItIsRevokedAndNothingElse() throws Exception {
    var token = tokens.issue("Toko", Role.AGENT, Instant.EPOCH);
    var software = new Visitor(port);
    var bearer = "Bearer " + token;

    assertThat(software.get("/api/v1/probe", "Authorization", bearer).body())
        .isEqualTo("for anybody");
    assertThat(software.get("/api/v1/probe", "Authorization", bearer + "x").statusCode())
        .isEqualTo(401);
    assertThat(software.get("/api/v1/probe", "Authorization", "Basic " + token).statusCode())
        .isEqualTo(401);
    assertThat(software.get("/desk/probe", "Authorization", bearer).statusCode()).isEqualTo(303);

    tokens.revoke(tokens.bearer(token).orElseThrow().tokenId(), Instant.EPOCH);
    assertThat(software.get("/api/v1/probe", "Authorization", bearer).statusCode()).isEqualTo(401);
  }

  @Test
  void anEndpointThatDoesNotSayWhatItNeedsIsShutToEveryRole() throws Exception {
    for (var role : Role.values()) {
      var bearer = "Bearer " + tokens.issue("Toko", role, Instant.EPOCH);
      var answer = new Visitor(port).get("/api/v1/probe/forgotten", "Authorization", bearer);
      assertThat(answer.statusCode()).as(role.name()).isEqualTo(403);
      assertThat(answer.body()).contains("role-may-not").doesNotContain("for anybody");
    }
  }

  @Test
  void softwareThatIsShutOutGetsAProblemAndNoPage() throws Exception {
    var answer = new Visitor(port).get("/api/v1/probe");

    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"status\":401").doesNotContain("for anybody");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/probe", "/setup", "/desk/sign-in", "/desk/sign-out", "/desk/probe"})
  void aFormWithoutItsTokenIsRefusedOnEveryPageWithWordsAndANextStep(String path) throws Exception {
    var visitor = new Visitor(port);
    visitor.get("/desk/sign-in?lang=en");

    for (var fields :
        Set.of(Map.of("login", "a"), Map.of("_csrf", "x".repeat(64)), Map.of("_csrf", ""))) {
      var answer = visitor.send(path, fields);
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("<h1>Not allowed");
    }
  }

  @Test
  void aFormWithItsTokenIsTakenFromACustomerWithoutASession() throws Exception {
    var visitor = new Visitor(port);

    assertThat(visitor.post("/probe", Map.of()).body()).isEqualTo("sent");
    assertThat(visitor.cookie("desk")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AGENT, 200, 403",
    "INSPECTOR, 403, 403",
    "FINANCE, 403, 403",
    "MANAGER, 200, 200",
  })
  void aHandlerIsOpenToTheRolesThatMayWhatItNeeds(Role role, int authorize, int settings)
      throws Exception {
    var visitor = signedIn(role);

    assertThat(visitor.get("/desk/probe").statusCode()).isEqualTo(200);
    assertThat(visitor.post("/desk/probe/authorize", Map.of()).statusCode()).isEqualTo(authorize);
    assertThat(visitor.get("/desk/probe/settings").statusCode()).isEqualTo(settings);
    assertThat(visitor.post("/desk/probe/forgotten", Map.of()).statusCode()).isEqualTo(403);
  }

  @Test
  void whoMayNotIsToldSoOnADeskPageOfOurOwn() throws Exception {
    var visitor = signedIn(Role.INSPECTOR);

    assertThat(visitor.get("/desk/probe/settings?lang=en").body())
        .contains("<h1>Not allowed", "href=\"/desk\"");
  }

  @Test
  void aPartOfAPageThatNeedsSignInSendsTheWholePageThere() throws Exception {
    var answer = new Visitor(port).get("/desk/probe", "HX-Request", "true");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("HX-Redirect")).contains("/desk/sign-in");
  }

  @Test
  void everyHandlerOfTheDeskThatChangesSomethingSaysWhatItNeeds() {
    assertThat(requestMappingHandlerMapping.getHandlerMethods())
        .allSatisfy(
            (mapping, handler) -> {
              var onDesk =
                  mapping.getPatternValues().stream()
                      .anyMatch(
                          path ->
                              path.startsWith("/desk")
                                  && !path.startsWith("/desk/probe")
                                  && !path.startsWith("/desk/sign-"));
              var onlyShows =
                  mapping.getMethodsCondition().getMethods().equals(Set.of(RequestMethod.GET));
              assertThat(!onDesk || onlyShows || handler.hasMethodAnnotation(Needs.class))
                  .as(handler.getShortLogMessage())
                  .isTrue();
            });
  }

  private Visitor signedIn(Role role) throws Exception {
    var login = role.name().toLowerCase(Locale.ROOT);
    staff.create(login, "Nama", role, PASSWORD, Instant.EPOCH);
    var visitor = new Visitor(port);
    assertThat(visitor.signIn(login, PASSWORD).statusCode()).isEqualTo(303);
    return visitor;
  }
}
