package io.tukar.calendar;

import io.tukar.kernel.Words;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The YAML form of a holiday set: years, each with its decree and its days off by kind. */
final class HolidayFile {

  private HolidayFile() {}

  static WorkingCalendar shipped(String resource) {
    try (var in =
            Objects.requireNonNull(HolidayFile.class.getResourceAsStream(resource), resource);
        var text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return read(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IllegalArgumentException with line and column where the file is not of this form
   */
  static WorkingCalendar read(Reader text) {
    // Composing alone gives text with positions and never builds an object.
    var root = fields(new Yaml().compose(text));
    var decrees = new ArrayList<Decree>();
    var holidays = new ArrayList<Holiday>();
    for (var item : items(field(root, "years"))) {
      var year = fields(item);
      var number = Integer.parseInt(text(field(year, "year")));
      decrees.add(new Decree(number, text(field(year, "decree"))));
      holidays.addAll(days(field(year, "national"), Holiday.Kind.NATIONAL, number));
      holidays.addAll(days(field(year, "collective-leave"), Holiday.Kind.COLLECTIVE_LEAVE, number));
    }
    return WorkingCalendar.of(
        text(field(root, "set")),
        ZoneId.of(text(field(root, "zone"))),
        CollectiveLeave.OFF,
        decrees,
        holidays);
  }

  private static List<Holiday> days(Node list, Holiday.Kind kind, int year) {
    var days = new ArrayList<Holiday>();
    for (var item : items(list)) {
      var day = fields(item);
      var date = LocalDate.parse(text(field(day, "date")));
      if (date.getYear() != year) {
        throw broken(item, date + " stands under " + year);
      }
      var name =
          day.containsKey("id")
              ? Optional.of(new Words(text(field(day, "id")), text(field(day, "en"))))
              : Optional.<Words>empty();
      days.add(new Holiday(date, kind, name));
    }
    return days;
  }

  private static Map<String, Node> fields(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      throw broken(node, "expected fields");
    }
    var fields = new LinkedHashMap<String, Node>();
    mapping.getValue().forEach(tuple -> fields.put(text(tuple.getKeyNode()), tuple.getValueNode()));
    return fields;
  }

  private static Node field(Map<String, Node> fields, String name) {
    var node = fields.get(name);
    if (node == null) {
      throw new IllegalArgumentException(
          "The field " + name + " is missing beside " + fields.keySet());
    }
    return node;
  }

  private static List<Node> items(Node node) {
    if (!(node instanceof SequenceNode sequence)) {
      throw broken(node, "expected a list");
    }
    return sequence.getValue();
  }

  private static String text(Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      throw broken(node, "expected a text");
    }
    return scalar.getValue();
  }

  private static IllegalArgumentException broken(Node node, String what) {
    var at = node.getStartMark();
    return new IllegalArgumentException(
        (at.getLine() + 1) + ":" + (at.getColumn() + 1) + ": " + what);
  }
}
