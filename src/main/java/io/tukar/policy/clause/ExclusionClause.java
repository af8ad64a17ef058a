package io.tukar.policy.clause;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Words;
import io.tukar.policy.decision.AskedOf;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Kinds of product, or single products, that are not exchanged, such as licences and services.
 *
 * @param categories the shop's words for them, lower case
 * @param products single products
 * @param onlyActivated excludes them only once they were switched on
 */
public record ExclusionClause(
    ClauseHead head, Set<String> categories, Set<Sku> products, boolean onlyActivated)
    implements Clause {

  @Override
  public Set<FactKey<?>> asks() {
    var asks = new HashSet<FactKey<?>>();
    if (!categories.isEmpty()) {
      asks.add(FactKeys.CATEGORY);
    }
    if (!products.isEmpty()) {
      asks.add(FactKeys.SKU);
    }
    if (onlyActivated) {
      asks.add(FactKeys.ACTIVATED);
    }
    return asks;
  }

  @Override
  public Finding judge(ReturnFacts facts, WorkingCalendar calendar) {
    if (products.contains(facts.sold().sku())) {
      var sku = facts.sold().sku().value();
      return excluded(facts, new Words("Produk " + sku, "The product " + sku));
    }
    var category = facts.sold().category();
    var shown = category.isBlank() ? "-" : category;
    if (categories.contains(category.strip().toLowerCase(Locale.ROOT))) {
      return excluded(facts, new Words("Kategori " + shown, "Products of the category " + shown));
    }
    return head.holds(
        () ->
            new Finding.Why(
                categories.isEmpty()
                    ? new Words("Produk ini dapat ditukar.", "This product is exchanged.")
                    : new Words(
                        "Kategori " + shown + " dapat ditukar.",
                        "Products of the category " + shown + " are exchanged."),
                inputs(facts)));
  }

  private Finding excluded(ReturnFacts facts, Words what) {
    var inputs = inputs(facts);
    if (!onlyActivated) {
      return head.fails(
          new Words(
              what.id() + " tidak termasuk barang yang ditukar.", are(what) + " not exchanged."),
          inputs);
    }
    return switch (facts.sold().activated()) {
      case Fact.Known<Boolean>(var activated, var _) ->
          activated
              ? head.fails(
                  new Words(
                      what.id() + " tidak ditukar setelah diaktifkan.",
                      are(what) + " not exchanged once activated."),
                  inputs)
              : head.holds(
                  new Words(
                      what.id() + " dapat ditukar karena belum diaktifkan.",
                      are(what) + " exchanged, because not activated yet."),
                  inputs);
      case Fact.Unknown<Boolean>() ->
          head.open(
              AskedOf.SHOP,
              new Words(
                  what.id() + " ditukar hanya jika belum diaktifkan; toko memeriksanya.",
                  are(what) + " exchanged only while not activated; the shop looks it up."),
              inputs,
              List.of(FactKeys.ACTIVATED.name()));
    };
  }

  private static String are(Words what) {
    return what.en() + (what.en().startsWith("Products") ? " are" : " is");
  }

  private List<Finding.Input> inputs(ReturnFacts facts) {
    return FactKeys.ALL.stream()
        .filter(asks()::contains)
        .flatMap(key -> key.input(facts).stream())
        .toList();
  }
}
