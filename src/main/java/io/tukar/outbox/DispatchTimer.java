package io.tukar.outbox;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the dispatcher every few seconds, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class DispatchTimer {

  private static final int SECONDS_BETWEEN_RUNS = 3;

  @Bean
  Task<Void> dispatchOutbox(Dispatcher dispatcher) {
    return Tasks.recurring("dispatch-outbox", FixedDelay.ofSeconds(SECONDS_BETWEEN_RUNS))
        .execute(
            (instance, context) -> dispatcher.run(context.getSchedulerState()::isShuttingDown));
  }
}
