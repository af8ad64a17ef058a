package io.tukar.policy.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Sku;
import io.tukar.policy.decision.Outcome;
import io.tukar.policy.decision.Payer;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldFlipsTest {

  @Test
  void flipsAreListedByCaseAndLine() {
    var held = new HeldFlips();
    held.accept(flip(2, 2));
    held.accept(flip(3, 1));
    held.accept(flip(2, 1));

    assertThat(held.list())
        .extracting(Flip::rmaId, Flip::lineNo)
        .containsExactly(tuple(2L, 1), tuple(2L, 2), tuple(3L, 1));
  }

  @Test
  void noMoreAreHeldThanCanBeLookedAt() {
    var held = new HeldFlips();
    for (var rma = 1; rma <= HeldFlips.MAX + 1; rma++) {
      held.accept(flip(rma, 1));
    }

    assertThat(held.list()).hasSize(HeldFlips.MAX);
  }

  private static Flip flip(long rma, int line) {
    return new Flip(
        rma,
        line,
        ReturnReason.CHANGED_MIND,
        new Sku("T31P"),
        Outcome.REVIEW,
        Outcome.AUTHORIZED,
        Payer.SHOP,
        Payer.SHOP,
        0,
        List.of("F"));
  }
}
