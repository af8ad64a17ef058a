package io.tukar;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@FreshDatabase
class TimersTest {

  private final DataSource database;

  TimersTest(DataSource database) {
    this.database = database;
  }

  @Test
  void aTaskOfARoomRunsAgainAndAgainWhileTheServerRuns() throws InterruptedException {
    var runs = new CountDownLatch(2);
    var task =
        Tasks.recurring("count-down", FixedDelay.ofMillis(10))
            .execute((instance, context) -> runs.countDown());
    try (var server = context("serve", task)) {
      assertThat(server.getBeansOfType(SmartLifecycle.class)).hasSize(1);
      assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void nothingRunsByItselfInACommand() {
    var task = Tasks.recurring("never", FixedDelay.ofMillis(10)).execute((instance, context) -> {});
    try (var command = context("command", task)) {
      assertThat(command.getBeansOfType(SmartLifecycle.class)).isEmpty();
    }
  }

  private AnnotationConfigApplicationContext context(String profile, Task<?> task) {
    var context = new AnnotationConfigApplicationContext();
    context.getEnvironment().addActiveProfile(profile);
    context.setAllowBeanDefinitionOverriding(false);
    context.registerBean(DataSource.class, () -> database);
    context.registerBean("task", Task.class, () -> task);
    context.register(Timers.class);
    context.refresh();
    return context;
  }
}
