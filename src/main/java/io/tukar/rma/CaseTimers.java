package io.tukar.rma;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the {@link Clockwork} and the recounting every minute, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class CaseTimers {

  private static final FixedDelay EVERY_MINUTE = FixedDelay.ofSeconds(60);

  @Bean
  Task<Void> expireCases(Clockwork clockwork, Clock clock) {
    return Tasks.recurring("expire-cases", EVERY_MINUTE)
        .execute((instance, context) -> clockwork.expire(clock.instant(), stopping(context)));
  }

  @Bean
  Task<Void> remindToShip(ShipReminders reminders, Clock clock) {
    return Tasks.recurring("remind-to-ship", EVERY_MINUTE)
        .execute((instance, context) -> reminders.remind(clock.instant(), stopping(context)));
  }

  @Bean
  Task<Void> remindOfGoodsLeft(LeftoverReminders reminders, Clock clock) {
    return Tasks.recurring("remind-of-goods-left", EVERY_MINUTE)
        .execute((instance, context) -> reminders.remind(clock.instant(), stopping(context)));
  }

  @Bean
  Task<Void> offerStock(Clockwork clockwork, Clock clock) {
    return Tasks.recurring("offer-stock", EVERY_MINUTE)
        .execute((instance, context) -> clockwork.offerStock(clock.instant(), stopping(context)));
  }

  @Bean
  Task<Void> askWhoWaits(Clockwork clockwork, Clock clock) {
    return Tasks.recurring("ask-who-waits", EVERY_MINUTE)
        .execute((instance, context) -> clockwork.askAgain(clock.instant(), stopping(context)));
  }

  @Bean
  Task<Void> closeCases(Clockwork clockwork, Clock clock) {
    return Tasks.recurring("close-cases", EVERY_MINUTE)
        .execute((instance, context) -> clockwork.close(clock.instant(), stopping(context)));
  }

  @Bean
  Task<Void> recountCases(HolidayDesk holidays, Clock clock) {
    return Tasks.recurring("recount-cases", EVERY_MINUTE)
        .execute((instance, context) -> holidays.recount(clock.instant(), stopping(context)));
  }

  private static BooleanSupplier stopping(ExecutionContext context) {
    return context.getSchedulerState()::isShuttingDown;
  }
}
