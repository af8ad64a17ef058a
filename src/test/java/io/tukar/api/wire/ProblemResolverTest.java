package io.tukar.api.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ProblemResolverTest {

  private final ProblemResolver resolver = new ProblemResolver();

  @Test
  void aFaultOfOursIsSaidAsOneWithoutItsDetails() throws IOException {
    var response = new MockHttpServletResponse();
    var failure = new IllegalStateException("select phone from customer");
    assertThat(resolver.resolveException(request("/api/v1/cases"), response, null, failure))
        .isNotNull();
    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(response.getContentType()).isEqualTo("application/problem+json");
    assertThat(response.getContentAsString()).contains("\"internal\"").doesNotContain("customer");
  }

  @Test
  void twoThatLockEachOtherAreAConflictToBeRepeated() {
    var response = new MockHttpServletResponse();
    resolver.resolveException(
        request("/api/v1/cases"), response, null, new CannotAcquireLockException("deadlock"));
    assertThat(response.getStatus()).isEqualTo(409);
  }

  @Test
  void pagesKeepTheirOwnErrors() {
    assertThat(
            resolver.resolveException(
                request("/desk"), new MockHttpServletResponse(), null, new IOException("gone")))
        .isNull();
  }

  private static MockHttpServletRequest request(String path) {
    return new MockHttpServletRequest("POST", path);
  }
}
