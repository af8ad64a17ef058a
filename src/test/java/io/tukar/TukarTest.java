package io.tukar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;

/**
 * The whole program on a free port ({@code @LocalServerPort}), with a fresh database for each test
 * class. The started program is shared by all classes that ask for the same beans, so that only the
 * first waits for it; what the program does at its start ({@code ApplicationRunner}) is done again
 * for each database. {@link ClockForTests} can be injected and set. Timers do not run.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@Inherited
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.flyway.enabled=false",
      "tukar.biteship.webhook.secret=" + TukarTest.HOOK_SECRET
    })
@Import(ShopForTests.class)
@TestExecutionListeners(
    listeners = FreshDatabaseForEachClass.class,
    mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface TukarTest {

  /** What a gateway's hook asks for. */
  String HOOK_SECRET = "kata rahasia untuk uji";
}
