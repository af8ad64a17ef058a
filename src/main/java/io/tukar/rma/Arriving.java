package io.tukar.rma;

import io.tukar.inspection.Arrivals;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A parcel as a station takes it in.
 *
 * @param key made with the form: the same form sent twice is one parcel
 * @param ref whose it is; null where nobody knows
 * @param came how many of each awaited line came, by line; more than is missing is strange
 * @param labels what else came, as scanned or written, one thing each
 */
public record Arriving(
    UUID key,
    Arrivals.Told told,
    @Nullable CaseRef ref,
    Map<Integer, Integer> came,
    List<String> labels) {

  /** Strange things in one parcel. */
  public static final int LABELS_MAX = 30;

  public static final int LABEL_CHARS_MAX = 200;
  public static final int OF_A_LINE_MAX = 9999;

  public Arriving {
    came = Map.copyOf(came);
    labels = List.copyOf(labels);
    if (came.values().stream().anyMatch(n -> n < 0 || n > OF_A_LINE_MAX)) {
      throw new IllegalArgumentException("So many of a line cannot come: " + came);
    }
  }
}
