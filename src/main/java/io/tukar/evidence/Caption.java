package io.tukar.evidence;

import io.tukar.kernel.PhotoSlot;

/**
 * What a photo is of.
 *
 * @param lineNo the line of the request, from 1
 */
public record Caption(int lineNo, PhotoSlot slot, PhotoSource source) {

  public Caption {
    if (lineNo < 1) {
      throw new IllegalArgumentException("Lines count from 1, not " + lineNo);
    }
  }
}
