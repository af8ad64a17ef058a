package io.tukar.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Says what the outbox holds, one message at a time: claims it, calls the channel with no
 * transaction open, writes the answer.
 */
@Component
public class Dispatcher {

  /** After which a message is parked. */
  static final int ATTEMPTS_MAX = 8;

  /** Of one run; the next run goes on. */
  static final int MESSAGES_PER_RUN_MAX = 1000;

  /** Longer than the longest time a channel takes by far. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  private static final Duration BACK_OFF_FIRST = Duration.ofSeconds(30);
  private static final Duration BACK_OFF_MAX = Duration.ofHours(2);

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final Outbox outbox;
  private final Channel channel;
  private final Clock clock;

  Dispatcher(Outbox outbox, Channel channel, Clock clock) {
    this.outbox = outbox;
    this.channel = channel;
    this.clock = clock;
  }

  /**
   * Says what is due and tells how many messages it handed to the channel. Stops early where the
   * channel is out of order, so that one broken server costs one time-out a run, and between two
   * messages once the program is stopping.
   */
  public int run(BooleanSupplier stopping) {
    int interrupted = outbox.endInterrupted(clock.instant());
    if (interrupted > 0) {
      LOG.warn(
          "{} messages were interrupted while going out: their outcome is unknown", interrupted);
    }
    if (!channel.isOpen()) {
      outbox.endAllWithoutChannel(clock.instant());
      return 0;
    }
    int handed = 0;
    while (handed < MESSAGES_PER_RUN_MAX && !stopping.getAsBoolean()) {
      var now = clock.instant();
      var claimed = outbox.claim(now, now.plus(LEASE));
      if (claimed.isEmpty()) {
        return handed;
      }
      handed++;
      if (!said(claimed.get())) {
        return handed;
      }
    }
    return handed;
  }

  /** False where the channel is out of order. */
  private boolean said(OutboxEntry entry) {
    var answer = answer(entry);
    var now = clock.instant();
    switch (answer) {
      case Delivery.Sent() -> outbox.end(entry.id(), OutboxState.SENT, Optional.empty(), now);
      case Delivery.NoChannel(var reason) ->
          outbox.end(entry.id(), OutboxState.NO_CHANNEL, Optional.of(reason), now);
      case Delivery.Refused(var reason) -> ended(entry, OutboxState.REFUSED, reason, now);
      case Delivery.Unknown(var reason) -> ended(entry, OutboxState.UNKNOWN, reason, now);
      case Delivery.NotNow(var reason) -> {
        if (entry.attempts() >= ATTEMPTS_MAX) {
          ended(entry, OutboxState.PARKED, reason, now);
        } else {
          outbox.postpone(entry.id(), reason, now.plus(backOff(entry.attempts())));
        }
        return false;
      }
    }
    return true;
  }

  private Delivery answer(OutboxEntry entry) {
    try {
      return channel.deliver(entry.message());
    } catch (RuntimeException e) {
      // A bug in the channel or a template: nobody knows how far it came, and the queue goes on.
      LOG.error("Message {} ({}) failed", entry.id(), entry.message().notice(), e);
      return new Delivery.Unknown(e.getClass().getSimpleName());
    }
  }

  private void ended(OutboxEntry entry, OutboxState state, String reason, Instant now) {
    LOG.warn("Message {} ({}) is {}: {}", entry.id(), entry.message().notice(), state, reason);
    outbox.end(entry.id(), state, Optional.of(reason), now);
  }

  /** Doubles from half a minute to two hours. */
  static Duration backOff(int attempts) {
    var doubled = BACK_OFF_FIRST.multipliedBy(1L << Math.min(attempts - 1, 20));
    return doubled.compareTo(BACK_OFF_MAX) < 0 ? doubled : BACK_OFF_MAX;
  }
}
