package io.tukar.policy.lint;

import static io.tukar.policy.lint.Boundaries.PLAIN;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Words;
import io.tukar.policy.Policy;
import io.tukar.policy.clause.FactKey;
import io.tukar.policy.clause.FactKeys;
import io.tukar.policy.clause.FactWords;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Every kind of request a policy can tell apart: each combination of the values of {@link
 * Boundaries}. What holds for all of these holds for all requests.
 */
final class FactSpace {

  /** So many requests are tried for one question at most. */
  static final int TRIED_MAX = 200_000;

  private final Map<FactKey<?>, List<? extends Fact<?>>> values;

  FactSpace(Policy policy, WorkingCalendar calendar) {
    values = Boundaries.of(policy, calendar);
  }

  /** Every combination of the values of these facts, all others PLAIN. */
  Stream<ReturnFacts> over(Collection<FactKey<?>> keys) {
    var combined = Stream.of(PLAIN);
    for (var key : FactKeys.ALL) {
      if (keys.contains(key)) {
        combined = combined.flatMap(facts -> variants(facts, key));
      }
    }
    return combined.limit(TRIED_MAX);
  }

  /** How many combinations {@link #over} would have, were it not bounded. */
  long size(Collection<FactKey<?>> keys) {
    return keys.stream()
        .mapToLong(key -> values.getOrDefault(key, List.of()).size())
        .reduce(1, FactSpace::timesBounded);
  }

  private static long timesBounded(long one, long other) {
    return Math.min(one, Integer.MAX_VALUE) * Math.min(other, Integer.MAX_VALUE);
  }

  /** The same example with every fact made plain that does not matter to it. */
  ReturnFacts smallest(
      ReturnFacts example, Collection<FactKey<?>> keys, Predicate<ReturnFacts> holds) {
    var small = example;
    for (var key : FactKeys.ALL) {
      if (keys.contains(key)) {
        var simpler = copy(key, PLAIN, small);
        small = holds.test(simpler) ? simpler : small;
      }
    }
    return small;
  }

  /**
   * What an example has that a plain request has not, and always the reason.
   *
   * @param always the facts to be told even where they are plain
   */
  Words told(ReturnFacts example, Collection<FactKey<?>> keys, Collection<FactKey<?>> always) {
    var id = new ArrayList<String>();
    var en = new ArrayList<String>();
    for (var key : FactKeys.ALL) {
      var own =
          key.equals(FactKeys.REASON)
              || always.contains(key)
              || (keys.contains(key) && differs(key, example));
      if (own) {
        var value = value(key, example);
        id.add(key.words().id() + " " + value.id());
        en.add(key.words().en() + " " + value.en());
      }
    }
    return new Words(String.join(", ", id), String.join(", ", en));
  }

  private boolean differs(FactKey<?> key, ReturnFacts example) {
    return !key.in().apply(example).equals(key.in().apply(PLAIN));
  }

  private static <T> Words value(FactKey<T> key, ReturnFacts facts) {
    return switch (key.in().apply(facts)) {
      case Fact.Known<T>(var value, var _) -> FactWords.of(value);
      case Fact.Unknown<T>() -> new Words("belum diketahui", "not known");
    };
  }

  private static <T> ReturnFacts copy(FactKey<T> key, ReturnFacts from, ReturnFacts to) {
    return key.set(to, key.in().apply(from));
  }

  private <T> Stream<ReturnFacts> variants(ReturnFacts facts, FactKey<T> key) {
    return values.getOrDefault(key, List.of()).stream().map(value -> set(key, facts, value));
  }

  // For a key of T the boundaries are facts of T.
  @SuppressWarnings("unchecked")
  private static <T> ReturnFacts set(FactKey<T> key, ReturnFacts facts, Fact<?> value) {
    return key.set(facts, (Fact<T>) value);
  }
}
