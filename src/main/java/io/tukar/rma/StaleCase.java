package io.tukar.rma;

import io.tukar.kernel.RequestNumber;

/** Somebody else changed the case between reading and writing: read it again, then try again. */
public final class StaleCase extends RuntimeException {

  private static final long serialVersionUID = 1;

  StaleCase(RequestNumber number) {
    super("Case " + number + " was changed meanwhile");
  }
}
