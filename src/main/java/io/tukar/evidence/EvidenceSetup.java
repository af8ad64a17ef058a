package io.tukar.evidence;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.database.DataFolder;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the photos into the bucket that is set, else into the folder {@code evidence} of the data
 * folder; either is swept every night.
 */
@Configuration(proxyBeanMethods = false)
class EvidenceSetup {

  private static final LocalTime SWEPT_AT = LocalTime.of(3, 0);

  @Bean
  EvidenceStore evidenceStore(
      DataFolder data,
      @Value("${tukar.s3.endpoint:}") String endpoint,
      @Value("${tukar.s3.region:}") String region,
      @Value("${tukar.s3.bucket:}") String bucket,
      @Value("${tukar.s3.prefix:}") String prefix,
      @Value("${tukar.s3.access-key:}") String accessKey,
      @Value("${tukar.s3.secret-key:}") String secretKey,
      @Value("${tukar.s3.path-style:}") String pathStyle,
      JdbcClient jdbc,
      TransactionTemplate transactions)
      throws IOException {
    var folder = data.subfolder("evidence");
    var s3 = S3Settings.of(endpoint, region, bucket, prefix, accessKey, secretKey, pathStyle);
    return s3.isEmpty()
        ? new FolderStore(folder)
        : new S3Store(
            s3.get(),
            S3Patience.USUAL,
            new Spool(folder.resolve("incoming")),
            new PhotoTurns(jdbc, transactions));
  }

  /** Before anybody is served; the other commands need no photos. */
  @Bean
  @Profile("serve")
  SmartInitializingSingleton evidenceStoreCheck(EvidenceStore store) {
    return store::check;
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
