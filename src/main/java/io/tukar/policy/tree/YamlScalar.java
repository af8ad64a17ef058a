package io.tukar.policy.tree;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes values as YAML: plain where that reads the same, quoted where it would not. */
public final class YamlScalar {

  private static final String INDENT = "  ";
  private static final Pattern FIRST = Pattern.compile("[\\p{L}\\p{N}(].*", Pattern.DOTALL);
  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029\\ufeff]|: |:$| #|^\\s|\\s$|^$");
  private static final Pattern UNSAFE_IN_FLOW = Pattern.compile("[\\[\\]{},:]");
  private static final Set<String> NOTHING = Set.of("null", "Null", "NULL");

  private YamlScalar() {}

  /** A single value on one line. */
  static String of(String value) {
    return FIRST.matcher(value).matches()
            && !UNSAFE.matcher(value).find()
            && !NOTHING.contains(value)
        ? value
        : quoted(value);
  }

  /**
   * A field and its value, without a line's end; lines after the first are indented by this much.
   */
  public static String field(String name, Tree value, String indent) {
    return switch (value) {
      case Tree.Text text -> text.nothing() ? name + ":" : name + ": " + of(text.value());
      case Tree.Items(var items, var _, var _) ->
          items.stream().allMatch(Tree.Text.class::isInstance)
              ? name + ": " + flow(items)
              : name + ":" + items(items, indent + INDENT);
      case Tree.Named(var entries, var _, var _) ->
          entries.isEmpty()
              ? name + ": {}"
              : name
                  + ":"
                  + entries.stream()
                      .map(entry -> "\n" + indent + INDENT + entry(entry, indent + INDENT))
                      .collect(Collectors.joining());
    };
  }

  private static String entry(Tree.Entry entry, String indent) {
    return field(of(entry.name().value()), entry.value(), indent);
  }

  private static String items(List<Tree> items, String indent) {
    return items.stream()
        .map(item -> "\n" + indent + "- " + item(item, indent + INDENT))
        .collect(Collectors.joining());
  }

  private static String item(Tree item, String indent) {
    return switch (item) {
      case Tree.Text text -> of(text.value());
      case Tree.Items(var items, var _, var _) -> flow(items);
      case Tree.Named(var entries, var _, var _) ->
          entries.stream()
              .map(entry -> entry(entry, indent))
              .collect(Collectors.joining("\n" + indent));
    };
  }

  private static String flow(List<Tree> items) {
    return items.stream()
        .map(item -> item instanceof Tree.Text text ? inFlow(text.value()) : "?")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String inFlow(String value) {
    return UNSAFE_IN_FLOW.matcher(value).find() ? quoted(value) : of(value);
  }

  private static String quoted(String value) {
    var out = new StringBuilder(value.length() + 2).append('"');
    value
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                  if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
                    out.append(String.format("\\u%04x", c));
                  } else {
                    out.appendCodePoint(c);
                  }
                }
              }
            });
    return out.append('"').toString();
  }
}
