package io.tukar.messaging;

import io.tukar.outbox.OutboxState;
import java.time.Instant;

/** A message about a case, as the portal and the desk show it. */
public record SaidMessage(Letter letter, OutboxState state, Instant at) {}
