package io.tukar.cli;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is to be closed when the program ends, the latest first, once: by a signal at whatever
 * moment, or by a failed start.
 */
final class Stopping {

  private final Deque<Runnable> steps = new ArrayDeque<>();
  private final Thread hook = new Thread(this::run, "stop");
  private boolean over;

  Stopping() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Closed before all that was given earlier; at once where the end has come already. */
  void afterwards(Runnable step) {
    synchronized (steps) {
      if (!over) {
        steps.push(step);
        return;
      }
    }
    step.run();
  }

  /** Ends now, unless a signal ends the program already. */
  void now() {
    run();
  }

  private void run() {
    synchronized (steps) {
      over = true;
      while (!steps.isEmpty()) {
        steps.pop().run();
      }
    }
  }
}
