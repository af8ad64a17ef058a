package io.tukar.policy.tree;

import java.util.List;

/**
 * What a YAML or JSON text says, with the place of everything in it. Lines and columns count from
 * 1. Only text: no tag and no type ever makes an object.
 */
public sealed interface Tree {

  int line();

  int column();

  /**
   * A single value, as it is written; a quoted one without its quotes.
   *
   * @param nothing an unquoted null, or an empty place
   * @param firstLine the line its first character stands on
   * @param indent the columns before its first character, and before every further line of a block
   */
  record Text(String value, boolean nothing, int line, int column, int firstLine, int indent)
      implements Tree {

    /** A value that begins where it stands, as in JSON. */
    public Text(String value, boolean nothing, int line, int column) {
      this(value, nothing, line, column, line, column - 1);
    }

    /**
     * Where a character of the value stands in the file.
     *
     * @param lineOfValue counts from 0
     * @param columnOfValue counts from 0
     */
    public Place place(int lineOfValue, int columnOfValue) {
      return new Place(firstLine + Math.max(0, lineOfValue), indent + columnOfValue + 1);
    }
  }

  /** A line and a column, both counted from 1. */
  record Place(int line, int column) {}

  record Items(List<Tree> items, int line, int column) implements Tree {}

  record Named(List<Entry> entries, int line, int column) implements Tree {}

  /** A field: its name and what stands there. */
  record Entry(Text name, Tree value) {}
}
