package io.tukar.stock;

import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What was done so that a returned unit knows nothing of its last owner.
 *
 * @param reset back to factory settings
 * @param unprovisioned out of the customer's account at the provisioning service
 * @param reason why what was not done is not needed, of at most {@link #REASON_CHARS_MAX}
 *     characters; null only where both were done
 */
public record Release(boolean reset, boolean unprovisioned, @Nullable String reason) {

  public static final int REASON_CHARS_MAX = 200;

  public Release {
    if (reason == null && !(reset && unprovisioned)) {
      throw new IllegalArgumentException("what is not needed has a reason");
    }
  }

  /** What somebody signs for, with the reason as typed. */
  public static Answer<Release> of(boolean reset, boolean unprovisioned, String typed) {
    var reason = typed.strip();
    if (reason.length() > REASON_CHARS_MAX) {
      return Answer.refused(Refusal.of("value-too-long", "reason", REASON_CHARS_MAX));
    }
    if (reason.isEmpty() && !(reset && unprovisioned)) {
      return Answer.refused(Refusal.of("release-reason-missing", "reason"));
    }
    return Answer.done(new Release(reset, unprovisioned, reason.isEmpty() ? null : reason));
  }
}
