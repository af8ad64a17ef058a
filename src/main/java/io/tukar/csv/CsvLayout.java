package io.tukar.csv;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A layout of columns that is known by its header.
 *
 * @param name as its users call it
 * @param signature the columns, in lower case, without which it is not this layout
 */
public record CsvLayout(String name, List<String> signature) {

  public CsvLayout {
    signature = List.copyOf(signature);
  }

  /** The first layout that the header satisfies; otherwise says which comes nearest. */
  public static CsvLayout of(Set<String> header, List<CsvLayout> layouts) throws UnreadableFile {
    for (var layout : layouts) {
      if (header.containsAll(layout.signature)) {
        return layout;
      }
    }
    var nearest =
        layouts.stream().max(Comparator.comparingDouble(l -> l.share(header))).orElseThrow();
    throw new UnreadableFile(
        "The header is of no known layout. "
            + (nearest.share(header) > 0
                ? "Nearest is %s; it lacks: %s. "
                    .formatted(nearest.name, String.join(", ", nearest.missing(header)))
                : "")
            + "Known are: "
            + layouts.stream()
                .map(l -> l.name + " (" + String.join(", ", l.signature) + ")")
                .collect(Collectors.joining("; ")));
  }

  private double share(Set<String> header) {
    return (double) (signature.size() - missing(header).size()) / signature.size();
  }

  private List<String> missing(Set<String> header) {
    return signature.stream().filter(column -> !header.contains(column)).toList();
  }
}
