package io.tukar.api.view;

import io.tukar.evidence.Photo;
import io.tukar.evidence.PhotoSource;
import io.tukar.kernel.PhotoSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A photo as it is kept. */
public record PhotoView(
    long id,
    int line,
    PhotoSlot slot,
    PhotoSource source,
    int width,
    int height,
    int bytes,
    @Nullable Integer clipMillis,
    Instant at) {

  public static PhotoView of(Photo photo) {
    return new PhotoView(
        photo.id(),
        photo.caption().lineNo(),
        photo.caption().slot(),
        photo.caption().source(),
        photo.stored().width(),
        photo.stored().height(),
        photo.stored().bytes(),
        clipMillis(photo.stored().clip()),
        photo.at());
  }

  private static @Nullable Integer clipMillis(@Nullable Duration clip) {
    return clip == null ? null : Math.toIntExact(clip.toMillis());
  }

  /** All of a case, by line, oldest first. */
  public record All(List<PhotoView> photos) {}

  /**
   * A photo that was added.
   *
   * @param rma the case it was added to; null for a draft
   */
  public record Added(
      PhotoView photo,
      @com.fasterxml.jackson.annotation.JsonProperty("case") @Nullable CaseView rma) {}
}
