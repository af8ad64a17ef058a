package io.tukar.inspection;

import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A returned unit as it is looked at, or a number of goods without serials together. It is open
 * until its line's verdict; then it is never changed.
 *
 * @param unitId in the shop's books; null where it was never in them
 * @param found what came of each check so far
 * @param startedBy reference of who scanned it
 * @param disposition where it went; null while open
 */
public record UnitLook(
    long id,
    long rmaId,
    int lineNo,
    Sku sku,
    int quantity,
    @Nullable SerialNumber serial,
    @Nullable Long unitId,
    Identity identity,
    Map<Check, Found> found,
    Instant startedAt,
    String startedBy,
    @Nullable Disposition disposition) {

  public UnitLook {
    found = Map.copyOf(found);
  }

  /**
   * What came of a check.
   *
   * @param yes the check's sentence is true
   * @param seen what was read, or which parts are missing
   */
  public record Found(boolean yes, @Nullable String seen) {}

  public boolean open() {
    return disposition == null;
  }

  /** What came of this check; null where nobody looked. */
  public @Nullable Boolean said(Check check) {
    var one = found.get(check);
    return one == null ? null : one.yes();
  }

  /** The first of these that nobody has looked at. */
  public Optional<Check> next(List<Check> guide) {
    return guide.stream().filter(check -> !found.containsKey(check)).findFirst();
  }
}
