package io.tukar.portal.status;

import io.tukar.web.PhotoSlotView;
import java.util.List;

/**
 * Photos for a case.
 *
 * @param asked the shop waits for photos
 * @param missing how many of those asked for are not there yet
 * @param doneAt where it is said that no more will come
 */
public record MorePhotos(
    String path, String number, boolean asked, int missing, String doneAt, List<OfLine> lines) {

  /** The photos of one item. */
  public record OfLine(String item, List<PhotoSlotView> slots) {}
}
