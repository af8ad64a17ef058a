package io.tukar.evidence;

import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * What a picture looks like, in 64 bits: whether each of 8 by 8 cells is brighter than its
 * neighbour to the right (the difference hash). A copy that was encoded anew, made smaller or a
 * little brighter differs in few bits, another picture in about half of them.
 */
public record Likeness(long bits) {

  /** Pictures that differ in no more bits look alike. */
  public static final int ALIKE_BITS_MAX = 3;

  private static final int PLAIN_BITS = 6;
  private static final int ROWS = 8;
  private static final int COLUMNS = 9;

  /** Empty for a picture so plain, or so even a slope, that many others would look like it. */
  static Optional<Likeness> of(BufferedImage image) {
    long bits = 0;
    for (int row = 0; row < ROWS; row++) {
      long left = brightness(image, 0, row);
      for (int column = 1; column < COLUMNS; column++) {
        long right = brightness(image, column, row);
        bits = bits << 1 | (left > right ? 1 : 0);
        left = right;
      }
    }
    int ones = Long.bitCount(bits);
    return ones < PLAIN_BITS || ones > Long.SIZE - PLAIN_BITS
        ? Optional.empty()
        : Optional.of(new Likeness(bits));
  }

  /** The mean of a cell's pixels in thousandths, weighted as the eye does (ITU-R BT.601). */
  private static long brightness(BufferedImage image, int column, int row) {
    int left = column * image.getWidth() / COLUMNS;
    int top = row * image.getHeight() / ROWS;
    int right = Math.max(left + 1, (column + 1) * image.getWidth() / COLUMNS);
    int bottom = Math.max(top + 1, (row + 1) * image.getHeight() / ROWS);
    long sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int rgb = image.getRGB(x, y);
        sum += 299L * (rgb >> 16 & 255) + 587L * (rgb >> 8 & 255) + 114L * (rgb & 255);
      }
    }
    return sum / ((long) (right - left) * (bottom - top));
  }

  /** In how many of the 64 bits two pictures differ. */
  int distance(Likeness other) {
    return Long.bitCount(bits ^ other.bits);
  }
}
