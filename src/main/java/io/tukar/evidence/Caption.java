package io.tukar.evidence;

import io.tukar.kernel.PhotoSlot;

/**
 * What a photo is of.
 *
 * @param lineNo the line of the request, from 1; of a test or a parcel 1, or the step or box it
 *     shows
 */
public record Caption(int lineNo, PhotoSlot slot, PhotoSource source) {

  public Caption {
    if (lineNo < 1) {
      throw new IllegalArgumentException("Lines count from 1, not " + lineNo);
    }
  }
}
