package io.tukar.database;

import org.jspecify.annotations.Nullable;

/** The program cannot start here; the message is one line for the person who started it. */
public final class StartFailure extends RuntimeException {

  public StartFailure(String message) {
    super(message);
  }

  public StartFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
