package io.tukar.stock;

import io.tukar.kernel.Refusal;
import io.tukar.kernel.Sku;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Goods that are in a batch for a vendor and have no answer yet: they leave {@link Place#VENDOR}
 * only by that answer. Read behind the lock of the units and of the product's level.
 */
@Repository
class VendorBound {

  private final JdbcClient jdbc;

  VendorBound(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of these units that are in a batch and have no answer yet. */
  Set<Long> of(Collection<Long> unitIds) {
    return new HashSet<>(
        jdbc.sql("select unit_id from vendor_item where outcome is null and unit_id = any(?)")
            .param(unitIds.toArray(Long[]::new))
            .query(Long.class)
            .list());
  }

  /** How many of a product without a serial are in batches and have no answer yet. */
  int nameless(Sku sku) {
    return jdbc.sql(
            """
            select coalesce(sum(quantity), 0)::int from vendor_item
            where sku = ? and unit_id is null and outcome is null
            """)
        .param(sku.value())
        .query(Integer.class)
        .single();
  }

  /**
   * Why these may not be carried away.
   *
   * @param namelessThere how many without a serial are in the place they are carried from
   */
  Optional<Refusal> refusal(Transfer transfer, List<Unit> known, int namelessThere) {
    if (transfer.from() != Place.VENDOR) {
      return Optional.empty();
    }
    var bound = of(known.stream().map(Unit::id).toList());
    var inBatch = known.stream().filter(unit -> bound.contains(unit.id())).findFirst();
    if (inBatch.isPresent()) {
      return inBatch.map(unit -> Refusal.of("unit-in-vendor-batch", "serials", unit.serial()));
    }
    var free = namelessThere - nameless(transfer.sku());
    return transfer.quantity() - known.size() > free
        ? Optional.of(Refusal.of("number-in-vendor-batch", "quantity", Math.max(0, free)))
        : Optional.empty();
  }

  /** Why a count may not find so few: what is in a batch is counted along. */
  Optional<Refusal> refusal(Count count, CountPlan plan) {
    if (count.place() != Place.VENDOR) {
      return Optional.empty();
    }
    var away = new ArrayList<Long>();
    for (var move : plan.moves()) {
      var unitId = move.unitId();
      if (unitId != null && move.from() == Place.VENDOR) {
        away.add(unitId);
      }
    }
    var bound = nameless(count.sku());
    return !of(away).isEmpty() || count.counted() - count.seen().size() < bound
        ? Optional.of(Refusal.of("count-below-vendor-batch", "counted"))
        : Optional.empty();
  }
}
