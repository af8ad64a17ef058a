package io.tukar.csv;

import java.io.IOException;
import java.io.Reader;

/**
 * Lets a parser take only so many characters for one row: a quotation mark that is never closed
 * must not draw the whole file into memory.
 */
final class BoundedReader extends Reader {

  /** The longest row, in characters. */
  static final int ROW_CHARACTERS_MAX = 1 << 20;

  private final Reader in;
  private long left = ROW_CHARACTERS_MAX;

  BoundedReader(Reader in) {
    this.in = in;
  }

  /** The row is read: the next may be as long again. */
  void rowIsRead() {
    left = ROW_CHARACTERS_MAX;
  }

  @Override
  public int read(char[] into, int from, int most) throws IOException {
    if (left <= 0) {
      throw new RowTooLong();
    }
    var read = in.read(into, from, most);
    left -= Math.max(read, 0);
    return read;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Told apart from a broken disk. */
  static final class RowTooLong extends IOException {}
}
