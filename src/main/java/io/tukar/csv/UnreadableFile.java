package io.tukar.csv;

import java.io.IOException;

/** A file that cannot be read to its end; the message says to its owner why, and what to do. */
public final class UnreadableFile extends IOException {

  public UnreadableFile(String message) {
    super(message);
  }
}
