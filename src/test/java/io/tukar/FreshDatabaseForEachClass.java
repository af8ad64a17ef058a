package io.tukar;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Points the program at a fresh database before each test class, and does its start-up work there.
 */
final class FreshDatabaseForEachClass implements TestExecutionListener {

  private static final int CASES_PER_CLASS_MAX = 1_000;
  private static final AtomicInteger CLASSES = new AtomicInteger();

  @Override
  public void beforeTestClass(TestContext test) throws Exception {
    if (!test.getTestClass().isMemberClass()) {
      freshDatabase(test);
    }
  }

  @Override
  public void beforeTestMethod(TestContext test) throws Exception {
    if (test.getTestClass().isAnnotationPresent(FreshForEachTest.class)) {
      freshDatabase(test);
    }
  }

  private static void freshDatabase(TestContext test) throws Exception {
    DatabaseForTests database = DatabaseForTests.fresh();
    // The program draws numbers of cases in advance: those of the database before must be free
    // here.
    database
        .jdbc()
        .sql("select setval('rma_number_seq', ?)")
        .param(CASES_PER_CLASS_MAX * CLASSES.incrementAndGet())
        .query(Long.class)
        .single();
    SwitchedDataSource.ONLY.switchTo(database);
    if (!test.hasApplicationContext()) {
      return;
    }
    ApplicationContext program = test.getApplicationContext();
    program.getBean(ClockForTests.class).run();
    for (ApplicationRunner runner :
        program.getBeanProvider(ApplicationRunner.class).orderedStream().toList()) {
      runner.run(new DefaultApplicationArguments());
    }
  }
}
