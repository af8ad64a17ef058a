package io.tukar.policy.tree;

import io.tukar.kernel.Words;

/**
 * What is wrong with a file, and where.
 *
 * @param line counts from 1
 * @param column counts from 1
 */
public record PolicyProblem(int line, int column, Weight weight, Words said) {

  /** Whether the file can be used all the same. */
  public enum Weight {
    ERROR,
    WARNING
  }

  private static final int BYTES_PER_KIB = 1024;

  /** Nobody reads a file of more bytes than this. */
  public static PolicyProblem tooLong(int bytesMax) {
    var kib = bytesMax / BYTES_PER_KIB;
    return new PolicyProblem(
        1,
        1,
        Weight.ERROR,
        new Words("lebih panjang dari " + kib + " KiB", "longer than " + kib + " KiB"));
  }

  /** What is wrong, in English: what programs and logs read. */
  public String message() {
    return said.en();
  }

  /** "policy.yaml:12:7: error: ..." */
  public String inFile(String file) {
    return file
        + ":"
        + line
        + ":"
        + column
        + ": "
        + (weight == Weight.ERROR ? "error: " : "warning: ")
        + message();
  }
}
