package io.tukar;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Points the program at a fresh database before each test class, and does its start-up work there.
 */
final class FreshDatabaseForEachClass implements TestExecutionListener {

  @Override
  public void beforeTestClass(TestContext test) throws Exception {
    if (test.getTestClass().isMemberClass()) {
      return;
    }
    SwitchedDataSource.ONLY.switchTo(DatabaseForTests.fresh());
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
