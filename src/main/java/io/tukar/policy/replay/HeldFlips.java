package io.tukar.policy.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Holds the first flips of a run to look at, never more than {@link #MAX}. Not for two threads. */
public final class HeldFlips implements Consumer<Flip> {

  /** So many are held, some two megabytes. */
  public static final int MAX = 10_000;

  private final List<Flip> held = new ArrayList<>();

  @Override
  public void accept(Flip flip) {
    if (held.size() < MAX) {
      held.add(flip);
    }
  }

  /** What is held, by case and line. */
  public List<Flip> list() {
    return held.stream()
        .sorted(Comparator.comparingLong(Flip::rmaId).thenComparingInt(Flip::lineNo))
        .toList();
  }
}
