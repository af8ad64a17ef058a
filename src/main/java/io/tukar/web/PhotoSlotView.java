package io.tukar.web;

import io.tukar.kernel.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * A named place for photos.
 *
 * @param id of the slot, such as {@code LABEL}; the element is {@code slot-LABEL}
 * @param example static file that shows a good photo; empty for none
 * @param uploadTo where a multipart form is posted, its file part named "photo"
 * @param photos already there
 * @param clips it also takes short videos
 */
public record PhotoSlotView(
    String id,
    String label,
    String hint,
    String example,
    String uploadTo,
    List<Photo> photos,
    boolean required,
    boolean clips,
    Optional<Refusal> refusal) {

  /**
   * A photo in its slot.
   *
   * @param removeAt where posting takes it away; empty when it stays
   * @param clip how long the video runs, in words; empty for a picture
   */
  public record Photo(String href, String thumbnail, String removeAt, String clip) {}
}
