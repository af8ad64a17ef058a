package io.tukar.throttle;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the table of failed tries small. */
@Configuration(proxyBeanMethods = false)
class SweepTimer {

  private static final int HOURS_BETWEEN_RUNS = 1;

  @Bean
  Task<Void> sweepThrottle(Throttle throttle, Clock clock) {
    return Tasks.recurring("sweep-throttle", FixedDelay.ofHours(HOURS_BETWEEN_RUNS))
        .execute((instance, context) -> throttle.sweep(clock.instant()));
  }
}
