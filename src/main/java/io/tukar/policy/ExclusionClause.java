package io.tukar.policy;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Kinds of product that are not exchanged, such as licences and services.
 *
 * @param categories the shop's words for them, lower case
 */
record ExclusionClause(ClauseHead head, Set<String> categories) implements Clause {

  @Override
  public Finding judge(ReturnFacts facts, WorkingCalendar calendar) {
    var category = facts.sold().category();
    var inputs = List.of(new Finding.Input("sold.category", category, Source.SHOP));
    var shown = category.isBlank() ? "-" : category;
    return categories.contains(category.strip().toLowerCase(Locale.ROOT))
        ? head.fails(
            new Words(
                "Kategori " + shown + " tidak termasuk barang yang ditukar.",
                "Products of the category " + shown + " are not exchanged."),
            inputs)
        : head.holds(
            new Words(
                "Kategori " + shown + " dapat ditukar.",
                "Products of the category " + shown + " are exchanged."),
            inputs);
  }
}
