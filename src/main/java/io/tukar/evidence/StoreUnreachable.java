package io.tukar.evidence;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The store of photos does not answer, or refuses the shop. What it holds is not lost by it. */
public final class StoreUnreachable extends IOException {

  public StoreUnreachable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
