package io.tukar.evidence;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.database.DataFolder;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the photos into the folder {@code evidence} of the data folder, swept every night. */
@Configuration(proxyBeanMethods = false)
class EvidenceSetup {

  private static final LocalTime SWEPT_AT = LocalTime.of(3, 0);

  @Bean
  EvidenceStore evidenceStore(DataFolder data) throws IOException {
    return new EvidenceStore(data.subfolder("evidence"));
  }

  @Bean
  Task<Void> sweepPhotos(PhotoSweep sweep, Clock clock) {
    return Tasks.recurring("sweep-photos", Schedules.daily(WorkingCalendar.SHOP_ZONE, SWEPT_AT))
        .execute(
            (instance, context) ->
                sweep.run(clock.instant(), context.getSchedulerState()::isShuttingDown));
  }

  @Bean
  PhotoIntake photoIntake(EvidenceStore store) {
    var path = System.getenv("PATH");
    return new PhotoIntake(store, HeicProgram.in(path == null ? "" : path).orElse(null));
  }
}
