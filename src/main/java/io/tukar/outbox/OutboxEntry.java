package io.tukar.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * A message as it stands in the outbox.
 *
 * @param attempts how often it was handed to the channel
 * @param reason why it was not sent, where it was not
 */
public record OutboxEntry(
    long id,
    Outgoing message,
    OutboxState state,
    int attempts,
    Instant createdAt,
    Optional<String> reason) {}
