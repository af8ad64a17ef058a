package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.TukarTest;
import io.tukar.entrance.Visitor;
import io.tukar.kernel.Role;
import io.tukar.staff.Tokens;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Accounts, passwords and tokens over HTTP, without JavaScript. */
@TukarTest
@Import(DeskShop.class)
class StaffPageTest {

  private static final Pattern LINK = Pattern.compile("/setup/password\\?token=[A-Za-z0-9_-]{43}");
  private static final Pattern SECRET = Pattern.compile("tk_[A-Za-z0-9_-]{43}");
  private static final String NEW_PASSWORD = "teh manis hangat";

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private ClockForTests clock;
  @Autowired private Tokens tokens;

  @BeforeEach
  void open() {
    clock.standAt(DeskShop.NOW);
    shop.hire();
  }

  @AfterEach
  void letTheClockRun() {
    clock.run();
  }

  @Test
  void aManagerMakesAnAccountWhoseOwnerSetsAPasswordByALinkShownOnce() throws Exception {
    var manager = signedIn(Role.MANAGER);
    var login = fresh();
    var form = Map.of("name", "Sari Baru", "login", login, "role", "AGENT");

    var made = manager.post("/desk/staff", form);
    assertThat(made.statusCode()).isEqualTo(200);
    var link = found(LINK, made.body());
    assertThat(manager.post("/desk/staff", form).statusCode()).isEqualTo(422);
    assertThat(manager.get("/desk/staff").body()).contains(login).doesNotContain(link);

    var owner = new Visitor(port);
    var token = link.substring(link.indexOf('=') + 1);
    assertThat(owner.get(link).body()).contains("name=\"password\"");
    assertThat(owner.post("/setup/password", Map.of("token", token, "password", "x")).statusCode())
        .isEqualTo(422);
    var answer = owner.post("/setup/password", Map.of("token", token, "password", NEW_PASSWORD));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(owner.get(link).statusCode()).isEqualTo(410);
    assertThat(owner.signIn(login, NEW_PASSWORD).statusCode()).isEqualTo(303);
    assertThat(owner.get("/desk").statusCode()).isEqualTo(200);
  }

  @Test
  void aNewPasswordEndsTheSessionsElsewhereAndTheOldOneIsAsked() throws Exception {
    var manager = signedIn(Role.MANAGER);
    var login = fresh();
    var made = manager.post("/desk/staff", Map.of("name", "Sari", "login", login, "role", "AGENT"));
    var link = found(LINK, made.body());
    var here = new Visitor(port);
    here.post(
        "/setup/password",
        Map.of("token", link.substring(link.indexOf('=') + 1), "password", DeskShop.PASSWORD));
    here.signIn(login, DeskShop.PASSWORD);
    var elsewhere = new Visitor(port);
    elsewhere.signIn(login, DeskShop.PASSWORD);
    assertThat(elsewhere.get("/desk").statusCode()).isEqualTo(200);

    var wrong = Map.of("old", "bukan ini sandinya", "password", NEW_PASSWORD);
    assertThat(here.post("/desk/password", wrong).statusCode()).isEqualTo(422);
    assertThat(elsewhere.get("/desk").statusCode()).isEqualTo(200);
    var right = Map.of("old", DeskShop.PASSWORD, "password", NEW_PASSWORD);
    clock.standAt(DeskShop.NOW.plusSeconds(3600));
    assertThat(here.post("/desk/password", right).statusCode()).isEqualTo(303);

    assertThat(here.get("/desk").statusCode()).isEqualTo(200);
    assertThat(elsewhere.get("/desk").statusCode()).isEqualTo(303);
  }

  @Test
  void aTokenIsShownOnceMadeOnceAndRevoked() throws Exception {
    var manager = signedIn(Role.MANAGER);
    var form = Map.of("name", "Toko daring", "role", "AGENT", "once", UUID.randomUUID().toString());

    var made = manager.post("/desk/tokens", form);
    var secret = found(SECRET, made.body());
    assertThat(tokens.bearer(secret)).isPresent();
    assertThat(manager.post("/desk/tokens", form).statusCode()).isEqualTo(422);
    assertThat(manager.get("/desk/tokens").body()).contains("Toko daring").doesNotContain(secret);

    var id = tokens.bearer(secret).orElseThrow().tokenId();
    for (int twice = 0; twice < 2; twice++) {
      assertThat(manager.post("/desk/tokens/" + id + "/revoke", Map.of()).statusCode())
          .isEqualTo(303);
    }
    assertThat(tokens.bearer(secret)).isEmpty();
  }

  @Test
  void endingAnAccountOrATokenIsAskedOnceMoreAndLookingEndsNothing() throws Exception {
    var manager = signedIn(Role.MANAGER);
    var login = fresh();
    manager.post("/desk/staff", Map.of("name", "Sari Lama", "login", login, "role", "AGENT"));
    var list = manager.get("/desk/staff").body();
    var row =
        Pattern.compile("/desk/staff/\\d+(?=\">Sari Lama</a></td>\\s*<td[^>]*>" + login + "<)");
    var page = found(row, list);
    var ask = manager.get(page + "/deactivate").body();
    assertThat(ask)
        .contains("Deactivate the account of Sari Lama?", "action=\"" + page + "/deactivate\"");
    assertThat(manager.get(page).body()).contains(page + "/deactivate", "Active<");
    var version = found(Pattern.compile("(?<=name=\"version\" value=\")\\d+"), ask);
    var ended = manager.post(page + "/deactivate", Map.of("version", version));
    assertThat(ended.statusCode()).isEqualTo(303);
    assertThat(manager.get(page).body())
        .contains(page + "/reactivate")
        .doesNotContain("deactivate\"");

    var once = UUID.randomUUID().toString();
    var made =
        manager.post("/desk/tokens", Map.of("name", "Gudang", "role", "AGENT", "once", once));
    var secret = found(SECRET, made.body());
    var revoke = "/desk/tokens/" + tokens.bearer(secret).orElseThrow().tokenId() + "/revoke";
    assertThat(manager.get("/desk/tokens").body()).contains("href=\"" + revoke);
    assertThat(manager.get(revoke).body())
        .contains("Revoke the token Gudang?", "action=\"" + revoke);
    assertThat(tokens.bearer(secret)).isPresent();
    assertThat(manager.post(revoke, Map.of()).statusCode()).isEqualTo(303);
    assertThat(manager.get(revoke).statusCode()).isEqualTo(303);
    assertThat(manager.get("/desk/tokens/999999999/revoke").statusCode()).isEqualTo(404);
  }

  @Test
  void onlyManagersKeepStaffAndTokens() throws Exception {
    for (var role : new Role[] {Role.AGENT, Role.INSPECTOR, Role.FINANCE}) {
      var visitor = signedIn(role);
      for (var path : new String[] {"/desk/staff", "/desk/staff/1", "/desk/tokens"}) {
        assertThat(visitor.get(path).statusCode()).as("%s as %s", path, role).isEqualTo(403);
      }
      assertThat(visitor.post("/desk/staff", Map.of()).statusCode()).isEqualTo(403);
      assertThat(visitor.post("/desk/tokens", Map.of()).statusCode()).isEqualTo(403);
    }
  }

  private Visitor signedIn(Role role) throws Exception {
    var visitor = new Visitor(port);
    assertThat(visitor.signIn(DeskShop.login(role), DeskShop.PASSWORD).statusCode()).isEqualTo(303);
    return visitor;
  }

  private static String fresh() {
    return "sari-" + UUID.randomUUID().toString().substring(0, 8);
  }

  private static String found(Pattern what, String body) {
    var hit = what.matcher(body);
    assertThat(hit.find()).isTrue();
    return hit.group();
  }
}
