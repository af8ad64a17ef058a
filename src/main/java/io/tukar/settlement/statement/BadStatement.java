package io.tukar.settlement.statement;

import java.io.IOException;

/** A statement that is refused whole; the message says the row and why. */
public final class BadStatement extends IOException {

  BadStatement(String message) {
    super(message);
  }

  static BadStatement at(long row, String why) {
    return new BadStatement("row " + row + ": " + why);
  }
}
