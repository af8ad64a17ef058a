package io.tukar.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnwardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/desk",
        "/desk/cases?page=2&q=a%20b",
        "/desk?queue=late",
        "/desk/cases/RMA-2611-1"
      })
  void aPageOfTheDeskIsGoneOnTo(String path) {
    assertThat(Onward.of(path).path()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/cari",
        "/desktop",
        "//evil.test/desk",
        "https://evil.test/desk",
        "/desk\\evil",
        "/desk/a\r\nSet-Cookie: a=b",
        "/desk/sign-in?next=/desk",
        "/desk/sign-out",
      })
  void anythingElseLeadsToTheFirstPage(String path) {
    assertThat(Onward.of(path)).isEqualTo(Onward.HOME);
  }
}
