package io.tukar.stock;

import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Sku;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What may stand in for each product, what is offered first before the rest. */
@Repository
public class Substitutes {

  private final JdbcClient jdbc;
  private final Catalogue catalogue;

  Substitutes(JdbcClient jdbc, Catalogue catalogue) {
    this.jdbc = jdbc;
    this.catalogue = catalogue;
  }

  /** Those of a product; empty where nobody named any. */
  public List<Substitute> of(Sku sku) {
    return jdbc.sql("select substitute, kind from product_substitute where sku = ? order by rank")
        .param(sku.value())
        .query(
            (row, n) ->
                new Substitute(
                    new Sku(row.getString(1)), Substitute.Kind.valueOf(row.getString(2))))
        .list();
  }

  /**
   * Replaces a product's list. Each must be another product that is sold, and named once; refusals
   * are at {@code substitutes}.
   */
  @Transactional
  public Answer<List<Substitute>> write(Sku sku, List<Substitute> substitutes) {
    var refusals = refusals(sku, substitutes);
    if (!refusals.isEmpty()) {
      return new Answer.Refused<>(refusals);
    }
    jdbc.sql("select 1 from product where sku = ? for no key update")
        .param(sku.value())
        .query(Integer.class)
        .single();
    jdbc.sql("delete from product_substitute where sku = ?").param(sku.value()).update();
    for (int i = 0; i < substitutes.size(); i++) {
      jdbc.sql("insert into product_substitute (sku, substitute, kind, rank) values (?, ?, ?, ?)")
          .param(sku.value())
          .param(substitutes.get(i).sku().value())
          .param(substitutes.get(i).kind().name())
          .param(i + 1)
          .update();
    }
    return Answer.done(substitutes);
  }

  private List<Refusal> refusals(Sku sku, List<Substitute> substitutes) {
    if (substitutes.size() > Substitute.MAX) {
      return List.of(Refusal.of("substitutes-too-many", "substitutes", Substitute.MAX));
    }
    var skus = substitutes.stream().map(Substitute::sku).toList();
    var known = catalogue.products(skus);
    var refusals = new ArrayList<Refusal>();
    for (int i = 0; i < skus.size(); i++) {
      var one = skus.get(i);
      var product = known.get(one);
      if (one.equals(sku)) {
        refusals.add(Refusal.of("substitute-itself", "substitutes", one));
      } else if (product == null || !product.active()) {
        refusals.add(Refusal.of("sku-unknown", "substitutes", one));
      } else if (skus.indexOf(one) < i) {
        refusals.add(Refusal.of("substitute-twice", "substitutes", one));
      }
    }
    return refusals;
  }
}
