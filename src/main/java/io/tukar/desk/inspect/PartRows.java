package io.tukar.desk.inspect;

import io.tukar.inspection.Part;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A list of contents as it is typed, one part a row: {@code Adaptor 5V | 5V adaptor | ADP-5V}. The
 * English name and the part's own SKU may be left out.
 */
final class PartRows {

  private PartRows() {}

  /** The parts; what cannot be read is refused with its row. */
  static List<Part> read(String typed, List<Refusal> refusals) {
    var parts = new ArrayList<Part>();
    int row = 0;
    for (var line : typed.split("\\R", -1)) {
      row++;
      if (!line.isBlank()) {
        var part = part(parts.size() + 1, line);
        if (part == null) {
          refusals.add(Refusal.of("part-unreadable", "parts", row));
        } else {
          parts.add(part);
        }
      }
    }
    return parts;
  }

  private static @Nullable Part part(int no, String line) {
    var cells = List.of(line.split("\\|", -1)).stream().map(String::strip).toList();
    var id = cells.getFirst();
    var en = cells.size() > 1 && !cells.get(1).isEmpty() ? cells.get(1) : id;
    var code = cells.size() > 2 ? cells.get(2) : "";
    var sku = Sku.parse(code);
    if (cells.size() > 3
        || id.isEmpty()
        || id.length() > Part.NAME_CHARS_MAX
        || en.length() > Part.NAME_CHARS_MAX
        || (sku.isEmpty() && !code.isEmpty())) {
      return null;
    }
    return new Part(no, new Words(id, en), sku.orElse(null));
  }

  /** As it would be typed. */
  static String write(List<Part> parts) {
    return parts.stream()
        .map(
            part -> {
              var own = part.sku();
              return part.name().id()
                  + " | "
                  + part.name().en()
                  + (own == null ? "" : " | " + own.value());
            })
        .collect(Collectors.joining("\n"));
  }
}
