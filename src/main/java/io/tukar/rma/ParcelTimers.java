package io.tukar.rma;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the {@link ParcelWatch}, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class ParcelTimers {

  private static final int SECONDS_BETWEEN_REPORTS = 10;
  private static final int SECONDS_BETWEEN_POLLS = 60;

  @Bean
  Task<Void> pollParcels(ParcelWatch watch, Clock clock) {
    return Tasks.recurring("poll-parcels", FixedDelay.ofSeconds(SECONDS_BETWEEN_POLLS))
        .execute((instance, context) -> watch.poll(clock.instant(), stopping(context)));
  }

  @Bean
  Task<Void> takeCourierReports(ParcelWatch watch, Clock clock) {
    return Tasks.recurring("take-courier-reports", FixedDelay.ofSeconds(SECONDS_BETWEEN_REPORTS))
        .execute((instance, context) -> watch.takeReports(clock.instant(), stopping(context)));
  }

  @Bean
  Task<Void> bookPickups(ParcelWatch watch, Clock clock) {
    return Tasks.recurring("book-pickups", FixedDelay.ofSeconds(SECONDS_BETWEEN_REPORTS))
        .execute((instance, context) -> watch.bookPickups(clock.instant(), stopping(context)));
  }

  private static BooleanSupplier stopping(ExecutionContext context) {
    return context.getSchedulerState()::isShuttingDown;
  }
}
