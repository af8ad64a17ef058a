package io.tukar.api;

import io.tukar.api.view.CaseView;
import io.tukar.api.wire.Attempts;
import io.tukar.api.wire.Posted;
import io.tukar.api.wire.Reply;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.rma.CaseRef;
import io.tukar.rma.Rma;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Calls a verb once and shows the case as it is then. */
@Component
class CaseVerbs {

  private final Attempts attempts;
  private final CaseNumbers numbers;
  private final Clock clock;

  CaseVerbs(Attempts attempts, CaseNumbers numbers, Clock clock) {
    this.attempts = attempts;
    this.numbers = numbers;
    this.clock = clock;
  }

  /** A verb of the exchange desk, its own arguments filled in. */
  @FunctionalInterface
  interface Verb {
    Answer<Rma> call(CaseRef ref, Instant at, Actor by);
  }

  Reply once(Posted<? extends CaseBodies.Versioned> post, String number, Verb verb) {
    var id = numbers.idOf(number);
    if (id.isEmpty()) {
      return Reply.refused(Refusal.of("no-such-case", ""));
    }
    var ref = new CaseRef(id.get(), post.body().version());
    var at = clock.instant();
    return attempts.once(
        post,
        at,
        () ->
            Reply.of(verb.call(ref, at, post.caller().actor()), rma -> Reply.ok(CaseView.of(rma))));
  }
}
