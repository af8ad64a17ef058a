package io.tukar.inspection;

import io.tukar.kernel.SerialNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an inspector saw of a line; null where it was not looked at.
 *
 * @param faultFound false means "no fault found" after a retest
 * @param serials the serials read off the units
 */
public record Seen(
    @Nullable Boolean sealIntact,
    @Nullable Boolean clean,
    @Nullable Boolean complete,
    @Nullable Boolean faultFound,
    List<SerialNumber> serials) {

  public Seen {
    serials = List.copyOf(serials);
  }
}
