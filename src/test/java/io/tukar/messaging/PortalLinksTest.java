package io.tukar.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortalLinksTest {

  private final PortalLinks links = LinksForTests.at("https://tukar.toko.test/");

  @Test
  void aLinkLeadsBackToItsCase() {
    var path = links.casePath(4711);

    assertThat(links.caseLink(4711)).isEqualTo("https://tukar.toko.test" + path);
    assertThat(links.caseOf(tokenOf(path))).contains(4711L);
    assertThat(links.orderOf(tokenOf(links.orderPath(12)))).contains(12L);
  }

  @Test
  void aTokenOpensNothingElse() {
    var token = tokenOf(links.casePath(4711));

    assertThat(links.orderOf(token)).isEmpty();
    assertThat(links.caseOf("1" + token)).isEmpty();
    assertThat(links.caseOf(token.substring(0, token.length() - 1))).isEmpty();
    assertThat(links.caseOf(token + "A")).isEmpty();
    assertThat(links.caseOf("")).isEmpty();
    assertThat(links.caseOf("zzzzzzzzzzzzz-" + "A".repeat(22))).isEmpty();
  }

  @Test
  void anotherShopsLinkOpensNothing() {
    var other =
        LinksForTests.withKey("https://tukar.toko.test", "another secret of another shop!!");

    assertThat(links.caseOf(tokenOf(other.casePath(4711)))).isEmpty();
  }

  private static String tokenOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
