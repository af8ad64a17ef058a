package io.tukar.outbox;

import io.tukar.kernel.RequestNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * A message as a list of the outbox shows it: no names, no addresses.
 *
 * @param request the number of the case it is about
 * @param attempts how often it was handed to the channel since it was last put in the queue
 * @param resends how often somebody put it back in the queue
 * @param reason why it was not sent, where it was not
 */
public record QueuedMessage(
    long id,
    OutboxState state,
    Notice notice,
    Recipient recipient,
    RequestNumber request,
    int attempts,
    int resends,
    Instant createdAt,
    Optional<String> reason) {}
