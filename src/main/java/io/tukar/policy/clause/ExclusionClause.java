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
import java.util.function.Function;

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

  private static final List<String> LACKS = List.of(FactKeys.ACTIVATED.name());

  private static final Words NEVER =
      new Words(" tidak termasuk barang yang ditukar.", " not exchanged.");

  private static final Words ACTIVATED =
      new Words(" tidak ditukar setelah diaktifkan.", " not exchanged once activated.");

  private static final Words NOT_ACTIVATED =
      new Words(
          " dapat ditukar karena belum diaktifkan.", " exchanged, because not activated yet.");

  private static final Words UNKNOWN =
      new Words(
          " ditukar hanya jika belum diaktifkan; toko memeriksanya.",
          " exchanged only while not activated; the shop looks it up.");

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
  public Finding judge(ReturnFacts facts, WorkingCalendar calendar, Terms terms) {
    if (products.contains(facts.sold().sku())) {
      return excluded(facts, ExclusionClause::product);
    }
    var category = facts.sold().category();
    if (categories.contains(category.strip().toLowerCase(Locale.ROOT))) {
      return excluded(facts, ExclusionClause::category);
    }
    return head.holds(() -> new Finding.Why(exchanged(facts), inputs(facts)));
  }

  private Words exchanged(ReturnFacts facts) {
    var category = shown(facts);
    return categories.isEmpty()
        ? new Words("Produk ini dapat ditukar.", "This product is exchanged.")
        : new Words(
            "Kategori " + category + " dapat ditukar.",
            "Products of the category " + category + " are exchanged.");
  }

  private static Words product(ReturnFacts facts) {
    var sku = facts.sold().sku().value();
    return new Words("Produk " + sku, "The product " + sku);
  }

  private static Words category(ReturnFacts facts) {
    var category = shown(facts);
    return new Words("Kategori " + category, "Products of the category " + category);
  }

  private static String shown(ReturnFacts facts) {
    var category = facts.sold().category();
    return category.isBlank() ? "-" : category;
  }

  private Finding excluded(ReturnFacts facts, Function<ReturnFacts, Words> named) {
    if (!onlyActivated) {
      return head.fails(() -> why(facts, named, NEVER));
    }
    return switch (facts.sold().activated()) {
      case Fact.Known<Boolean>(var activated, var _) ->
          activated
              ? head.fails(() -> why(facts, named, ACTIVATED))
              : head.holds(() -> why(facts, named, NOT_ACTIVATED));
      case Fact.Unknown<Boolean>() ->
          head.open(AskedOf.SHOP, () -> why(facts, named, UNKNOWN), LACKS);
    };
  }

  private Finding.Why why(ReturnFacts facts, Function<ReturnFacts, Words> named, Words said) {
    var what = named.apply(facts);
    return new Finding.Why(new Words(what.id() + said.id(), are(what) + said.en()), inputs(facts));
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
