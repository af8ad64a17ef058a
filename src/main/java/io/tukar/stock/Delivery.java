package io.tukar.stock;

import io.tukar.kernel.MacAddress;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods a supplier brought, as they were counted at the door.
 *
 * @param supplier 1 to {@value #SUPPLIER_CHARS_MAX} characters
 * @param reference the number on the delivery note; a supplier's note is booked once
 * @param lines 1 to {@value #LINES_MAX}
 */
public record Delivery(String supplier, String reference, List<Line> lines) {

  public static final int SUPPLIER_CHARS_MAX = 100;
  public static final int REFERENCE_CHARS_MAX = 60;
  public static final int LINES_MAX = 50;

  public Delivery {
    lines = List.copyOf(lines);
  }

  /**
   * Some units of one product.
   *
   * @param quantity all of them, 1 to {@value #QUANTITY_MAX}
   * @param lot the manufacturer's batch; null where the box does not say
   * @param bin where they are put; null where it is not said
   * @param tags of those whose serial was read; the others become known when they are tested
   */
  public record Line(
      Sku sku, int quantity, @Nullable String lot, @Nullable String bin, List<Tag> tags) {

    public static final int QUANTITY_MAX = 10_000;
    public static final int LOT_CHARS_MAX = 40;
    public static final int BIN_CHARS_MAX = 20;

    public Line {
      tags = List.copyOf(tags);
    }
  }

  /** A unit's label: its serial, and its MAC where it has one. */
  public record Tag(SerialNumber serial, @Nullable MacAddress mac) {}
}
