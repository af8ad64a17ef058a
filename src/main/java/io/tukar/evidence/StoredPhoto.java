package io.tukar.evidence;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A photo whose bytes lie in the {@link EvidenceStore}: a JPEG without metadata; or a short video.
 *
 * @param digest SHA-256 of the stored bytes
 * @param bytes length of the stored bytes
 * @param width pixels, as a person sees it
 * @param height pixels, as a person sees it
 * @param likeness what it looks like; null where it is too plain to tell, and of a video
 * @param clip how long the video runs; null for a picture
 */
public record StoredPhoto(
    Sha256 digest,
    int bytes,
    int width,
    int height,
    @Nullable Likeness likeness,
    @Nullable Duration clip) {

  public StoredPhoto {
    if (bytes <= 0 || width <= 0 || height <= 0) {
      throw new IllegalArgumentException("A photo without bytes or pixels");
    }
  }

  /** The same photo, never held against another: a drawing is like all drawings of its kind. */
  public StoredPhoto unlike() {
    return new StoredPhoto(digest, bytes, width, height, null, clip);
  }
}
