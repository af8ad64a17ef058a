package io.tukar.settlement.statement;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One row of a bank's file, its cells by their place. */
record Row(long number, List<String> cells) {

  Row {
    cells = List.copyOf(cells);
  }

  /** The cell without outer blanks and the apostrophe that keeps a spreadsheet from reading it. */
  String cell(int place) {
    if (place < 0 || place >= cells.size()) {
      return "";
    }
    var text = cells.get(place).replace('\u00a0', ' ').strip();
    return text.startsWith("'") ? text.substring(1).strip() : text;
  }

  /** The cells from this place on, joined by commas, without empty ones at the end. */
  String from(int place) {
    return IntStream.range(place, Math.max(place, cells.size()))
        .mapToObj(this::cell)
        .collect(Collectors.joining(","))
        .replaceAll(",+$", "");
  }

  boolean blank() {
    return cells.stream().allMatch(String::isBlank);
  }

  /** The places of the names in this row, taken as a header; in lower case. */
  Map<String, Integer> header() {
    var places = new HashMap<String, Integer>();
    for (var i = 0; i < cells.size(); i++) {
      places.putIfAbsent(cell(i).toLowerCase(Locale.ROOT), i);
    }
    return places;
  }

  /** A text with its blanks collapsed. */
  static String words(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
