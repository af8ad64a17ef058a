package io.tukar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.kernel.Role;
import io.tukar.staff.PasswordLinks;
import io.tukar.staff.StaffBook;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaffCommandTest {

  private static final String MARK = PasswordLinks.path("");

  @TempDir private Path folder;

  @Test
  void aPrintedLinkSetsAPasswordAndAnUnknownNameGetsNone() {
    try (var shop = Shop.open(folder)) {
      var now = shop.bean(Clock.class).instant();
      shop.bean(StaffBook.class).create("sari", "Sari", Role.MANAGER, "kopi tubruk pagi", now);
    }

    var unknown = run("tidak-ada");
    assertThat(unknown.exit()).isEqualTo(1);
    assertThat(unknown.out()).isEmpty();
    assertThat(unknown.errLines())
        .containsExactly("tukar staff reset-link: No active account signs in by that name.");
    assertThat(run("tidak mungkin").exit()).isEqualTo(1);

    var printed = run(" SARI ");
    assertThat(printed.exit()).isZero();
    assertThat(printed.outLines()).singleElement().asString().startsWith("http").contains(MARK);
    var link = printed.out().strip();
    var secret = link.substring(link.indexOf(MARK) + MARK.length());
    try (var shop = Shop.open(folder)) {
      var now = shop.bean(Clock.class).instant();
      shop.bean(PasswordLinks.class).use(secret, "teh manis hangat", now);
      assertThat(shop.bean(StaffBook.class).authenticate("sari", "teh manis hangat")).isPresent();
    }
  }

  private CommandLineForTests run(String login) {
    return CommandLineForTests.run("staff", "reset-link", login, "--data", folder.toString());
  }
}
