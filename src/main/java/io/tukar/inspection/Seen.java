package io.tukar.inspection;

import io.tukar.kernel.SerialNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

  /** What the looks at a line's units add up to: one that is not so speaks for the line. */
  public static Seen of(List<UnitLook> looks) {
    return new Seen(
        all(looks, Check.SEAL),
        all(looks, Check.CLEAN),
        all(looks, Check.COMPLETE),
        all(looks, Check.FAULT),
        looks.stream().map(UnitLook::serial).filter(Objects::nonNull).toList());
  }

  private static @Nullable Boolean all(List<UnitLook> looks, Check check) {
    var said = new ArrayList<@Nullable Boolean>();
    looks.forEach(look -> said.add(look.said(check)));
    if (said.contains(false)) {
      return false;
    }
    if (said.isEmpty() || said.contains(null)) {
      return null;
    }
    return true;
  }
}
