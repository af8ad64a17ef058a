package io.tukar.calendar;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Notices within a second, in every serving program, that another one changed the days off: it asks
 * for one number, and reads the days only where that has changed.
 */
@Component
@Profile("serve")
class CalendarWatch implements SmartLifecycle {

  static final Duration EVERY = Duration.ofMillis(500);

  private static final Logger LOG = LoggerFactory.getLogger(CalendarWatch.class);

  private final ShopCalendar calendar;
  private boolean failing;
  private @Nullable ScheduledExecutorService thread;
  private @Nullable Future<?> looking;

  CalendarWatch(ShopCalendar calendar) {
    this.calendar = calendar;
  }

  @Override
  public synchronized void start() {
    var started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("calendar-watch").factory());
    looking =
        started.scheduleWithFixedDelay(
            this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    thread = started;
  }

  private void look() {
    try {
      calendar.refresh();
      failing = false;
    } catch (DataAccessException e) {
      // The days known so far go on being used; said once, not twice a second.
      if (!failing) {
        LOG.warn("The days off cannot be looked up now", e);
      }
      failing = true;
    }
  }

  @Override
  public synchronized void stop() {
    if (thread != null && looking != null) {
      looking.cancel(true);
      thread.shutdownNow();
      thread = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }
}
