package io.tukar.policy.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All cases, dealt out to the workers of a replay. */
class StretchesTest {

  @Test
  void everyCaseIsDealtOutOnce() {
    var stretches = new Stretches(new PastLines.Span(5, 17), 4);
    assertThat(dealt(stretches))
        .containsExactly(
            new PastLines.Span(5, 8),
            new PastLines.Span(9, 12),
            new PastLines.Span(13, 16),
            new PastLines.Span(17, 17));
    assertThat(stretches.next()).isEmpty();
  }

  @Test
  void whereThereAreNoCasesNothingIsDealtOut() {
    assertThat(new Stretches(new PastLines.Span(0, -1), 4).next()).isEmpty();
  }

  private static List<PastLines.Span> dealt(Stretches stretches) {
    var dealt = new ArrayList<PastLines.Span>();
    for (var next = stretches.next(); next.isPresent(); next = stretches.next()) {
      dealt.add(next.get());
    }
    return dealt;
  }
}
