package io.tukar.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.ClockForTests;
import io.tukar.TukarTest;
import io.tukar.entrance.Visitor;
import io.tukar.kernel.Role;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Whoever is shown a link may follow it. */
@TukarTest
@Import(DeskShop.class)
class DeskLinksTest {

  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/desk[^\"#]*)");
  private static final int PAGES_MAX = 3_000;
  private static final Pattern PHOTO = Pattern.compile("/desk/cases/[^/]+/photos/.*");

  @LocalServerPort private int port;
  @Autowired private DeskShop shop;
  @Autowired private ClockForTests clock;

  @BeforeEach
  void open() {
    clock.standAt(DeskShop.NOW);
    shop.hire();
  }

  @AfterEach
  void letTheClockRun() {
    clock.run();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void everyLinkOfEveryPageOpensForWhoeverIsShownIt(Role role) throws Exception {
    shop.toReview();
    shop.authorized();
    shop.received();
    shop.inspected();
    shop.settled();
    shop.owing(149_623);
    shop.owed(75_000);
    shop.order(shop.product(1_000_000, 1), 1_000_000);
    var visitor = new Visitor(port);
    assertThat(visitor.signIn(DeskShop.login(role), DeskShop.PASSWORD).statusCode()).isEqualTo(303);
    var seen = new HashSet<>(List.of("/desk", "/desk/search?q=Pembeli"));
    var open = new ArrayDeque<>(seen);
    while (!open.isEmpty() && seen.size() < PAGES_MAX) {
      var path = open.removeFirst();
      var answer = visitor.get(path);
      if (PHOTO.matcher(path).matches()) {
        // The fixture's photos are rows without files.
        assertThat(answer.statusCode()).as("%s as %s", path, role).isIn(200, 404);
        continue;
      }
      assertThat(answer.statusCode()).as("%s as %s", path, role).isIn(200, 303);
      for (var link : LINK.matcher(answer.body()).results().map(hit -> hit.group(1)).toList()) {
        var target = link.replace("&amp;", "&");
        if (!target.contains("lang=") && seen.add(target)) {
          open.add(target);
        }
      }
    }
    assertThat(open).as("not walked").isEmpty();
    assertThat(seen.stream().map(path -> URI.create(path).getPath()))
        .as("the walk came far")
        .contains("/desk/money", "/desk/stock", "/desk/station");
    assertThat(seen.contains("/desk/new")).isEqualTo(role == Role.AGENT || role == Role.MANAGER);
  }
}
