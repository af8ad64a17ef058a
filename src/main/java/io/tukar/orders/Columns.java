package io.tukar.orders;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows as arrays of columns, for {@code unnest}: many rows are one statement. */
final class Columns {

  private Columns() {}

  static <T> @Nullable String[] texts(List<T> values, Function<T, @Nullable String> column) {
    var texts = new @Nullable String[values.size()];
    for (var i = 0; i < texts.length; i++) {
      texts[i] = column.apply(values.get(i));
    }
    return texts;
  }

  static <T> Long[] longs(List<T> values, Function<T, Long> column) {
    return values.stream().map(column).toArray(Long[]::new);
  }

  static <T> Integer[] ints(List<T> values, Function<T, Integer> column) {
    return values.stream().map(column).toArray(Integer[]::new);
  }
}
