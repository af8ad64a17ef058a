package io.tukar.policy;

import io.tukar.kernel.Words;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The fields of one place in a YAML or JSON text, read by name. Whatever is wrong becomes a problem
 * with its place, and reading goes on with a stand-in; so look at the problems before using what
 * was read. Only text is read: no tag ever makes an object.
 */
final class Fields {

  /** No policy, facts or decision is longer. */
  static final int CODE_POINTS_MAX = 256 * 1024;

  private static final int NESTING_MAX = 20;
  private static final int SHOWN_CHARS_MAX = 40;
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,14}");
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

  private final Node node;
  private final Map<String, Node> values;
  private final Problems problems;
  private final Set<String> asked = new LinkedHashSet<>();

  private Fields(Node node, Map<String, Node> values, Problems problems) {
    this.node = node;
    this.values = values;
    this.problems = problems;
  }

  /** The fields at the top of a text; empty where it has none to read. */
  static Optional<Fields> parse(String text, Problems problems) {
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(NESTING_MAX);
    options.setCodePointLimit(CODE_POINTS_MAX);
    try {
      var root = new Yaml(options).compose(new StringReader(text));
      if (root == null) {
        problems.error(0, 0, "the file is empty");
        return Optional.empty();
      }
      return of(root, problems);
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      if (mark == null) {
        problems.error(0, 0, e.getProblem());
      } else {
        problems.error(mark, e.getProblem());
      }
    } catch (YAMLException e) {
      problems.error(0, 0, String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable"));
    }
    return Optional.empty();
  }

  private static Optional<Fields> of(Node node, Problems problems) {
    if (!(node instanceof MappingNode mapping)) {
      problems.error(node, "expected fields");
      return Optional.empty();
    }
    var values = new LinkedHashMap<String, Node>();
    for (var tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.error(tuple.getKeyNode(), "a field's name must be a word");
      } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
        problems.error(key, "the field " + shown(key.getValue()) + " stands here twice");
      }
    }
    return Optional.of(new Fields(node, values, problems));
  }

  /** Every field that nobody asked for is a problem; to be called when all were asked for. */
  void done() {
    if (!(node instanceof MappingNode mapping)) {
      return;
    }
    for (var tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key && !asked.contains(key.getValue())) {
        problems.error(
            key,
            "unknown field " + shown(key.getValue()) + "; known here: " + String.join(", ", asked));
      }
    }
  }

  boolean has(String name) {
    asked.add(name);
    var value = values.get(name);
    return value != null && !isNull(value);
  }

  Node node() {
    return node;
  }

  Node at(String name) {
    return values.getOrDefault(name, node);
  }

  Set<String> names() {
    return values.keySet();
  }

  void error(String name, String message) {
    problems.error(at(name), message);
  }

  String text(String name) {
    return value(name).map(node -> scalar(node)).orElse("?");
  }

  Words words(String name) {
    var fields = fields(name);
    if (fields.isEmpty()) {
      return new Words("?", "?");
    }
    var id = fields.get().text("id").strip();
    var en = fields.get().text("en").strip();
    fields.get().done();
    if (id.isEmpty() || en.isEmpty()) {
      error(name, "the text lacks a language");
      return new Words("?", "?");
    }
    return new Words(id, en);
  }

  int number(String name, int min, int max) {
    return (int) longNumber(name, min, max);
  }

  long longNumber(String name, long min, long max) {
    var text = text(name);
    if (!values.containsKey(name)) {
      return min;
    }
    if (!NUMBER.matcher(text).matches()) {
      error(name, name + " must be a whole number, not " + shown(text));
      return min;
    }
    var number = Long.parseLong(text);
    if (number < min || number > max) {
      error(name, name + " must be " + min + " to " + max + ", not " + number);
      return min;
    }
    return number;
  }

  boolean yesNo(String name) {
    return word(name, Map.of("true", true, "false", false));
  }

  LocalDate date(String name) {
    return parsed(name, "a date such as 2026-03-25", Fields::toDate).orElse(FIRST_DAY);
  }

  /** One of these words. */
  <T> T word(String name, Map<String, T> known) {
    return value(name)
        .flatMap(value -> word(value, name, known))
        .orElseGet(() -> known.values().iterator().next());
  }

  /** Several of these words; an empty list only where {@code name} is absent. */
  <T> List<T> words(String name, Map<String, T> known) {
    var read = new ArrayList<T>();
    for (var item : items(name)) {
      word(item, name, known)
          .ifPresent(
              value -> {
                if (read.contains(value)) {
                  problems.error(item, "stands here twice");
                } else {
                  read.add(value);
                }
              });
    }
    return read;
  }

  List<String> texts(String name) {
    return items(name).stream().map(this::scalar).toList();
  }

  /** A value of some form; a problem where it is of another. */
  <T> Optional<T> parsed(String name, String form, Function<String, Optional<T>> parse) {
    var node = value(name);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    var text = scalar(node.get());
    var parsed = parse.apply(text);
    if (parsed.isEmpty()) {
      error(name, name + " must be " + form + ", not " + shown(text));
    }
    return parsed;
  }

  Optional<Fields> fields(String name) {
    return value(name).flatMap(value -> of(value, problems));
  }

  List<Fields> list(String name) {
    return items(name).stream().flatMap(item -> of(item, problems).stream()).toList();
  }

  static Optional<LocalDate> toDate(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(date -> !date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Optional<Node> value(String name) {
    asked.add(name);
    var value = values.get(name);
    if (value == null) {
      problems.error(node, "the field " + name + " is missing");
    }
    return Optional.ofNullable(value);
  }

  private List<Node> items(String name) {
    return value(name)
        .map(
            value -> {
              if (value instanceof SequenceNode sequence) {
                return sequence.getValue();
              }
              problems.error(value, name + " must be a list");
              return List.<Node>of();
            })
        .orElse(List.of());
  }

  private <T> Optional<T> word(Node at, String name, Map<String, T> known) {
    var text = scalar(at);
    var value = known.get(text);
    if (value == null) {
      problems.error(
          at,
          "unknown "
              + name
              + " "
              + shown(text)
              + "; known: "
              + known.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }
    return Optional.ofNullable(value);
  }

  private String scalar(Node at) {
    if (at instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    problems.error(at, "expected a single value");
    return "?";
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar
        && (scalar.getValue().equals("null") || scalar.getValue().isEmpty());
  }

  private static String shown(String text) {
    var line = text.replaceAll("\\p{Cntrl}", " ");
    return "'"
        + (line.length() > SHOWN_CHARS_MAX ? line.substring(0, SHOWN_CHARS_MAX) + "…" : line)
        + "'";
  }
}
