package io.tukar;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * What the serving program does by itself. A room adds a recurring task by a bean of type {@link
 * Task} made by {@code Tasks.recurring}; each runs on one node at a time. Commands and tests do
 * without.
 */
@Configuration(proxyBeanMethods = false)
@Profile("serve")
class Timers {

  private static final int THREADS = 2;
  private static final Duration POLLING_INTERVAL = Duration.ofSeconds(1);

  /** Below the four seconds a phase of the shutdown may take. */
  private static final Duration SHUTDOWN_MAX_WAIT = Duration.ofSeconds(3);

  @Bean
  SmartLifecycle runningTimers(DataSource database, List<Task<?>> tasks) {
    return new Running(scheduler(database, tasks));
  }

  private static Scheduler scheduler(DataSource database, List<Task<?>> tasks) {
    var builder =
        Scheduler.create(
                database, tasks.stream().filter(t -> !(t instanceof RecurringTask)).toList())
            .threads(THREADS)
            .pollingInterval(POLLING_INTERVAL)
            .shutdownMaxWait(SHUTDOWN_MAX_WAIT)
            .alwaysPersistTimestampInUTC();
    for (var task : tasks) {
      if (task instanceof RecurringTask<?> recurring) {
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
