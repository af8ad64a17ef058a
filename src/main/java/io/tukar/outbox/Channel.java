package io.tukar.outbox;

/** The way outside. Bounded in time; called with no transaction open. */
public interface Channel {

  /** False where no way outside is set up at all: then nothing is handed over. */
  default boolean isOpen() {
    return true;
  }

  Delivery deliver(Outgoing message);
}
