package io.tukar.orders;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The items of an order packed into one cell by the export extension: {@code key:value} pairs
 * parted by {@code |}, items by {@code ;}, with a backslash before a mark that is meant; or a JSON
 * array.
 */
final class WooItems {

  private static final JsonMapper JSON = JsonMapper.shared();

  private WooItems() {}

  /** The items, each by its keys with {@code item_} before them; empty where it is no such cell. */
  static Optional<List<Map<String, String>>> parse(String cell) {
    var items = cell.startsWith("[") ? json(cell) : Optional.of(piped(cell));
    return items.filter(found -> !found.isEmpty() && found.stream().noneMatch(Map::isEmpty));
  }

  private static Optional<List<Map<String, String>>> json(String cell) {
    try {
      var items = new ArrayList<Map<String, String>>();
      for (var node : JSON.readTree(cell)) {
        var item = new LinkedHashMap<String, String>();
        node.propertyStream()
            .filter(field -> field.getValue().isValueNode() && !field.getValue().isNull())
            .forEach(field -> item.put("item_" + field.getKey(), field.getValue().asString()));
        items.add(item);
      }
      return Optional.of(items);
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  private static List<Map<String, String>> piped(String cell) {
    return split(cell, ';').stream().filter(item -> !item.isBlank()).map(WooItems::pairs).toList();
  }

  private static Map<String, String> pairs(String item) {
    var pairs = new LinkedHashMap<String, String>();
    for (var pair : split(item, '|')) {
      var parts = split(pair, ':');
      if (parts.size() >= 2) {
        pairs.put(
            "item_" + bare(parts.getFirst()), bare(pair.substring(parts.getFirst().length() + 1)));
      }
    }
    return pairs;
  }

  private static List<String> split(String text, char mark) {
    var parts = new ArrayList<String>();
    var from = 0;
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == mark) {
        parts.add(text.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static String bare(String text) {
    return text.replaceAll("\\\\([:|;])", "$1").strip();
  }
}
