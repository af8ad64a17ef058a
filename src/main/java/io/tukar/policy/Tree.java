package io.tukar.policy;

import java.util.List;

/**
 * What a YAML or JSON text says, with the place of everything in it. Lines and columns count from
 * 1. Only text: no tag and no type ever makes an object.
 */
sealed interface Tree {

  int line();

  int column();

  /**
   * A single value, as it is written; a quoted one without its quotes.
   *
   * @param nothing an unquoted null, or an empty place
   */
  record Text(String value, boolean nothing, int line, int column) implements Tree {}

  record Items(List<Tree> items, int line, int column) implements Tree {}

  record Named(List<Entry> entries, int line, int column) implements Tree {}

  /** A field: its name and what stands there. */
  record Entry(Text name, Tree value) {}
}
