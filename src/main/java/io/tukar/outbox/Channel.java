package io.tukar.outbox;

/** The way outside. Bounded in time; called with no transaction open. */
public interface Channel {

  Delivery deliver(Outgoing message);
}
