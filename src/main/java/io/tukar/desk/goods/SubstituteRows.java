package io.tukar.desk.goods;

import io.tukar.kernel.Refusal;
import io.tukar.kernel.Sku;
import io.tukar.stock.Substitute;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Substitutes as they are typed, one to a row: a product code, and a plus sign for a better one.
 */
final class SubstituteRows {

  private SubstituteRows() {}

  static String write(List<Substitute> substitutes) {
    return substitutes.stream()
        .map(one -> one.sku().value() + (one.kind() == Substitute.Kind.UPGRADE ? " +" : ""))
        .collect(Collectors.joining("\n"));
  }

  /**
   * Reads the rows; those that cannot be read are refused by their number, blank ones are left out.
   */
  static List<Substitute> read(String typed, List<Refusal> refusals) {
    var substitutes = new ArrayList<Substitute>();
    var rows = typed.lines().toList();
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i).strip();
      if (!row.isEmpty()) {
        var read = row(row);
        if (read.isEmpty()) {
          refusals.add(Refusal.of("row-unreadable", "substitutes", i + 1));
        }
        read.ifPresent(substitutes::add);
      }
    }
    return substitutes;
  }

  private static Optional<Substitute> row(String row) {
    var better = row.endsWith("+");
    var code = better ? row.substring(0, row.length() - 1).strip() : row;
    var kind = better ? Substitute.Kind.UPGRADE : Substitute.Kind.EQUIVALENT;
    return Sku.parse(code.toUpperCase(Locale.ROOT)).map(sku -> new Substitute(sku, kind));
  }
}
