package io.tukar;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The program's clock, and what it does by itself. A room adds a recurring task by a bean of type
 * {@link Task} made by {@code Tasks.recurring}; each runs on one node at a time. {@code
 * tukar.timers=off} leaves them all out, as the tests and the commands do.
 */
@Configuration(proxyBeanMethods = false)
class Timers {

  private static final int THREADS = 2;
  private static final Duration POLLING_INTERVAL = Duration.ofSeconds(1);

  /** Below the ten seconds in which the program stops. */
  private static final Duration SHUTDOWN_MAX_WAIT = Duration.ofSeconds(5);

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  @ConditionalOnProperty(name = "tukar.timers", havingValue = "on", matchIfMissing = true)
  SmartLifecycle timers(DataSource database, List<Task<?>> tasks) {
    return new Running(scheduler(database, tasks));
  }

  private static Scheduler scheduler(DataSource database, List<Task<?>> tasks) {
    var builder =
        Scheduler.create(database, tasks.stream().filter(t -> !(t instanceof OnStartup)).toList())
            .threads(THREADS)
            .pollingInterval(POLLING_INTERVAL)
            .shutdownMaxWait(SHUTDOWN_MAX_WAIT)
            .alwaysPersistTimestampInUTC();
    for (var task : tasks) {
      if (task instanceof com.github.kagkarlsson.scheduler.task.helper.RecurringTask<?> recurring) {
        builder.startTasks(recurring);
      }
    }
    return builder.build();
  }

  /** Starts after the web server and stops before it, while the database is still there. */
  private static final class Running implements SmartLifecycle {

    private final Scheduler scheduler;
    private boolean running;

    private Running(Scheduler scheduler) {
      this.scheduler = scheduler;
    }

    @Override
    public synchronized void start() {
      scheduler.start();
      running = true;
    }

    @Override
    public synchronized void stop() {
      scheduler.stop();
      running = false;
    }

    @Override
    public synchronized boolean isRunning() {
      return running;
    }
  }
}
