package io.tukar.policy.clause;

import io.tukar.kernel.Words;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One fact by its name: where it stands in the {@link ReturnFacts}, and what it is called in a
 * condition.
 *
 * @param name its path in the facts' JSON, such as {@code sold.category}
 * @param variable its name in a {@code when:}, such as {@code item.category}; empty where no
 *     condition may ask for it
 * @param words what people call it
 * @param in reads it
 * @param change puts another value in its place
 */
public record FactKey<T>(
    String name,
    Optional<Variable<T>> variable,
    Words words,
    Function<ReturnFacts, Fact<T>> in,
    BiConsumer<FactsDraft, Fact<T>> change) {

  /**
   * How a condition sees a fact.
   *
   * @param value makes of it what the type says: a String, a Long or a Boolean
   */
  public record Variable<T>(String name, Type type, Function<T, Object> value) {}

  /** What a condition can compare. */
  public enum Type {
    TEXT,
    NUMBER,
    TRUTH
  }

  /** The same fact, which a condition may ask for by this name. */
  FactKey<T> as(String variableName, Type type, Function<T, Object> value) {
    return new FactKey<>(
        name, Optional.of(new Variable<>(variableName, type, value)), words, in, change);
  }

  /** The value as a condition compares it; empty where it is not known. */
  Optional<Object> seenByCondition(ReturnFacts facts) {
    return in.apply(facts)
        .asOptional()
        .flatMap(value -> variable.map(variable -> variable.value().apply(value)));
  }

  /** Somebody has said or seen it. */
  public boolean isKnown(ReturnFacts facts) {
    return in.apply(facts) instanceof Fact.Known<T>;
  }

  /** The fact as a finding tells it; only where it is known. */
  Optional<Finding.Input> input(ReturnFacts facts) {
    return switch (in.apply(facts)) {
      case Fact.Known<T>(var value, var source) ->
          Optional.of(new Finding.Input(name, FactWords.plain(value), source));
      case Fact.Unknown<T>() -> Optional.empty();
    };
  }

  /** The same facts but for this one. */
  public ReturnFacts set(ReturnFacts facts, Fact<T> value) {
    var draft = new FactsDraft(facts);
    change.accept(draft, value);
    return draft.done();
  }
}
