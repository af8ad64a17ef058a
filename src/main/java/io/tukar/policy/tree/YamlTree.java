package io.tukar.policy.tree;

import io.tukar.kernel.Words;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads a YAML text from anybody: bounded in length and depth, without aliases or own tags. */
public final class YamlTree {

  /** UTF-8 bytes of a text. */
  public static final int BYTES_MAX = 256 * 1024;

  private static final int NESTING_MAX = 20;

  private YamlTree() {}

  /** Empty where the text is no YAML, with the problem told. */
  public static Optional<Tree> parse(String text, Problems problems) {
    return compose(text, problems).map(root -> tree(root, text.lines().toList()));
  }

  /** The same with the place where everything ends, for who edits the text. */
  public static Optional<Node> compose(String text, Problems problems) {
    if (problems.isTooLong(text, BYTES_MAX)) {
      return Optional.empty();
    }
    try {
      if (isRefused(text, problems)) {
        return Optional.empty();
      }
      // Composing stops before any object is made.
      var root = new Yaml().compose(new StringReader(text));
      if (root == null) {
        problems.error(1, 1, Problems.EMPTY);
        return Optional.empty();
      }
      return Optional.of(root);
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      problems.error(line(mark), column(mark), Problems.unreadable("YAML", e.getProblem()));
    } catch (YAMLException e) {
      problems.error(
          1,
          1,
          Problems.unreadable(
              "YAML", String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable")));
    }
    return Optional.empty();
  }

  /**
   * Whether it repeats itself or goes too deep; looked at event by event, because reading on would
   * take longer the deeper it goes.
   */
  private static boolean isRefused(String text, Problems problems) {
    var depth = 0;
    for (var event : new Yaml().parse(new StringReader(text))) {
      switch (event) {
        case AliasEvent alias -> {
          problems.error(
              line(alias.getStartMark()),
              column(alias.getStartMark()),
              new Words(
                  "'*" + alias.getAnchor() + "' mengulang bagian lain; tulis lengkap",
                  "'*" + alias.getAnchor() + "' repeats another place; write it out"));
          return true;
        }
        case CollectionStartEvent start -> {
          depth++;
          if (depth > NESTING_MAX) {
            problems.error(
                line(start.getStartMark()),
                column(start.getStartMark()),
                new Words(
                    "bersarang lebih dalam dari " + NESTING_MAX,
                    "nested deeper than " + NESTING_MAX));
            return true;
          }
        }
        case CollectionEndEvent _ -> depth--;
        default -> {
          // Values, and where the text begins and ends.
        }
      }
    }
    return false;
  }

  /**
   * The tree below this node.
   *
   * @param lines of the whole text
   */
  public static Tree tree(Node node, List<String> lines) {
    var line = line(node.getStartMark());
    var column = column(node.getStartMark());
    return switch (node) {
      case MappingNode mapping ->
          new Tree.Named(
              mapping.getValue().stream().map(tuple -> entry(tuple, lines)).toList(), line, column);
      case SequenceNode sequence ->
          new Tree.Items(
              sequence.getValue().stream().map(item -> tree(item, lines)).toList(), line, column);
      case ScalarNode scalar -> text(scalar, line, column, lines);
      default -> throw new IllegalStateException("YAML has no " + node.getNodeId());
    };
  }

  private static Tree.Text text(ScalarNode scalar, int line, int column, List<String> lines) {
    var nothing = scalar.isPlain() && scalar.getTag().equals(Tag.NULL);
    return switch (scalar.getScalarStyle()) {
      case PLAIN, JSON_SCALAR_STYLE ->
          new Tree.Text(scalar.getValue(), nothing, line, column, line, column - 1);
      case SINGLE_QUOTED, DOUBLE_QUOTED ->
          new Tree.Text(scalar.getValue(), nothing, line, column, line, column);
      case LITERAL, FOLDED ->
          new Tree.Text(scalar.getValue(), nothing, line, column, line + 1, indent(line, lines));
    };
  }

  /** The columns before the first line of a block, which stands below its mark. */
  private static int indent(int markLine, List<String> lines) {
    if (markLine >= lines.size()) {
      return 0;
    }
    var first = lines.get(markLine);
    return first.length() - first.stripLeading().length();
  }

  private static Tree.Entry entry(NodeTuple tuple, List<String> lines) {
    var name = tree(tuple.getKeyNode(), lines);
    var word =
        name instanceof Tree.Text text
            ? text
            : new Tree.Text("{...}", false, name.line(), name.column());
    return new Tree.Entry(word, tree(tuple.getValueNode(), lines));
  }

  private static int line(@Nullable Mark mark) {
    return mark == null ? 1 : mark.getLine() + 1;
  }

  private static int column(@Nullable Mark mark) {
    return mark == null ? 1 : mark.getColumn() + 1;
  }
}
