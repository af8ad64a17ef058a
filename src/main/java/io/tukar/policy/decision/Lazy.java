package io.tukar.policy.decision;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value made when first asked for. It is made from values only, so two threads that make it at
 * once make the same.
 */
public final class Lazy<T> implements Supplier<T> {

  private final Supplier<T> made;
  private volatile @Nullable T value;

  /** Made by this, at the first question. */
  public Lazy(Supplier<T> made) {
    this.made = made;
  }

  @Override
  public T get() {
    var known = value;
    if (known == null) {
      known = made.get();
      value = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Lazy<?> lazy && get().equals(lazy.get());
  }

  @Override
  public int hashCode() {
    return get().hashCode();
  }

  @Override
  public String toString() {
    return String.valueOf(get());
  }
}
