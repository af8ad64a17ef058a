package io.tukar.policy.versions;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Notices within a second what another program on the same database published. */
@Component
@Profile("serve")
final class PolicyWatch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(PolicyWatch.class);
  private static final long LOOKS_EVERY_MILLIS = 500;

  private final Policies policies;
  private @Nullable ScheduledExecutorService watch;
  private boolean failing;

  PolicyWatch(Policies policies) {
    this.policies = policies;
  }

  @Override
  public synchronized void start() {
    // A version that cannot be read is told now, not at a customer's first request.
    policies.current();
    var started = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    var _ =
        started.scheduleWithFixedDelay(
            this::look, LOOKS_EVERY_MILLIS, LOOKS_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    watch = started;
  }

  private void look() {
    try {
      policies.look();
      failing = false;
    } catch (DataAccessException | IllegalStateException e) {
      // The versions known so far go on deciding; said once, until it works again.
      if (!failing) {
        LOG.error("The policy's versions cannot be read: {}", e.getMessage());
      }
      failing = true;
    }
  }

  @Override
  public synchronized void stop() {
    if (watch != null) {
      watch.shutdownNow();
      watch = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return watch != null;
  }
}
