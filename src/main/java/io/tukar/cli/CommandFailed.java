package io.tukar.cli;

/** A command cannot do its work on this data; the message is one line for the error output. */
public final class CommandFailed extends RuntimeException {

  public CommandFailed(String message) {
    super(message);
  }
}
