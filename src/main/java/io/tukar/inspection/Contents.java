package io.tukar.inspection;

import io.tukar.kernel.Answer;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Words;
import io.tukar.stock.Catalogue;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What belongs in each product's box. */
@Repository
public class Contents {

  /** No shop lets more than this go. */
  public static final Money RETURN_LIMIT_MAX = Money.rupiah(1_000_000_000);

  private final JdbcClient jdbc;
  private final Catalogue catalogue;

  Contents(JdbcClient jdbc, Catalogue catalogue) {
    this.jdbc = jdbc;
    this.catalogue = catalogue;
  }

  /** The parts of a product, in the order of its list; empty where nobody wrote one. */
  public List<Part> of(Sku sku) {
    return jdbc.sql(
            """
            select part_no, name_id, name_en, part_sku from product_part
            where sku = ? order by part_no
            """)
        .param(sku.value())
        .query(
            (row, n) -> {
              var own = row.getString(4);
              return new Part(
                  row.getInt(1),
                  new Words(row.getString(2), row.getString(3)),
                  own == null ? null : new Sku(own));
            })
        .list();
  }

  /**
   * Replaces a product's list; each part's SKU must be of another product that exists.
   *
   * @param parts at most {@link Part#MAX}
   */
  @Transactional
  public Answer<List<Part>> write(Sku sku, List<Part> parts) {
    var refusals = refusals(sku, parts);
    if (!refusals.isEmpty()) {
      return new Answer.Refused<>(refusals);
    }
    jdbc.sql("select 1 from product where sku = ? for no key update")
        .param(sku.value())
        .query(Integer.class)
        .single();
    jdbc.sql("delete from product_part where sku = ?").param(sku.value()).update();
    for (var part : parts) {
      var own = part.sku();
      jdbc.sql(
              """
              insert into product_part (sku, part_no, name_id, name_en, part_sku)
              values (?, ?, ?, ?, ?)
              """)
          .param(sku.value())
          .param(part.no())
          .param(part.name().id())
          .param(part.name().en())
          .param(own == null ? null : own.value())
          .update();
    }
    return Answer.done(parts);
  }

  /** What a part may be worth at most that need not come back, for all the units of a line. */
  public Money returnLimit() {
    return jdbc.sql("select part_return_limit from shop")
        .query((row, n) -> Money.rupiah(row.getLong(1)))
        .optional()
        .orElse(Money.rupiah(0));
  }

  /**
   * Says what a part may be worth that need not come back; refused beyond {@link
   * #RETURN_LIMIT_MAX}, or before the shop itself is set up.
   */
  public Answer<Money> limitReturns(Money limit) {
    if (limit.isNegative() || limit.compareTo(RETURN_LIMIT_MAX) > 0) {
      return Answer.refused(Refusal.of("amount-too-large", "limit", RETURN_LIMIT_MAX.minor()));
    }
    return jdbc.sql("update shop set part_return_limit = ?").param(limit.minor()).update() == 1
        ? Answer.done(limit)
        : Answer.refused(Refusal.of("shop-not-set-up", ""));
  }

  private List<Refusal> refusals(Sku sku, List<Part> parts) {
    if (parts.size() > Part.MAX) {
      return List.of(Refusal.of("parts-too-many", "parts", Part.MAX));
    }
    var skus = parts.stream().map(Part::sku).filter(Objects::nonNull).toList();
    var known = catalogue.products(skus);
    return skus.stream()
        .filter(own -> own.equals(sku) || !known.containsKey(own))
        .map(own -> Refusal.of("sku-unknown", "parts", own))
        .toList();
  }
}
