package io.tukar.policy.edit;

import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where the nodes and lines of a YAML text stand among its characters, counted from 0. */
record TextPlaces(String text) {

  /** The character a node begins at. */
  int start(Node node) {
    return chars(node.getStartMark().getIndex());
  }

  /** Where a value ends; a block's mark lies behind the comments that follow it. */
  int end(Node node) {
    return switch (node) {
      case MappingNode mapping when mapping.getFlowStyle() == FlowStyle.BLOCK ->
          end(mapping.getValue().getLast().getValueNode());
      case SequenceNode list when list.getFlowStyle() == FlowStyle.BLOCK ->
          end(list.getValue().getLast());
      default -> {
        var end = chars(node.getEndMark().getIndex());
        while (end > start(node) && Character.isWhitespace(text.charAt(end - 1))) {
          end--;
        }
        yield end;
      }
    };
  }

  /** YAML's marks count code points. */
  private int chars(int codePoints) {
    return text.offsetByCodePoints(0, codePoints);
  }

  /** The character at a line and a column, both from 1. */
  int offset(int line, int column) {
    var at = 0;
    for (var i = 1; i < line && at < text.length(); i++) {
      at = afterLine(at);
    }
    return Math.min(text.length(), at + column - 1);
  }

  /** Where the line begins in which this character stands. */
  int lineStart(int at) {
    return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  }

  /** Where the next line begins. */
  int afterLine(int at) {
    var end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end + 1;
  }

  /** What stands on the line that begins here, without the blanks around it. */
  String lineAt(int at) {
    var end = text.indexOf('\n', at);
    return text.substring(at, end < 0 ? text.length() : end).strip();
  }
}
