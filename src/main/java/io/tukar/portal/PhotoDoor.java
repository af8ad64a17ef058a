package io.tukar.portal;

import io.tukar.evidence.Album;
import io.tukar.evidence.AlbumUpload;
import io.tukar.evidence.Caption;
import io.tukar.evidence.Photo;
import io.tukar.evidence.PhotoSize;
import io.tukar.evidence.Photos;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.Refusal;
import io.tukar.web.Formats;
import io.tukar.web.Frame;
import io.tukar.web.PhotoAnswer;
import io.tukar.web.PhotoSlotView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes customers' photos in and shows them to who holds the draft or the case. */
@Component
public class PhotoDoor {

  /** The ending of a thumbnail's address. */
  public static final String SMALL = "kecil";

  /** The ending of a whole photo's address. */
  public static final String WHOLE = "penuh";

  private final AlbumUpload uploads;
  private final PhotoAnswer pictures;

  PhotoDoor(AlbumUpload uploads, PhotoAnswer pictures) {
    this.uploads = uploads;
    this.pictures = pictures;
  }

  /** Keeps an uploaded photo in an album, or says why not. */
  public Answer<Photo> take(
      Album album, Caption caption, @Nullable MultipartFile upload, Actor by, Instant at) {
    if (upload == null || upload.isEmpty()) {
      return Answer.refused(Refusal.of("photo-missing", "photo"));
    }
    try (var in = upload.getInputStream()) {
      return uploads.keep(album, caption, in, by, at);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A photo of an album, in the size its address ends with. */
  public ResponseEntity<Resource> picture(Album album, long photoId, String size)
      throws IOException {
    var kept =
        switch (size) {
          case SMALL -> PhotoSize.THUMBNAIL;
          case WHOLE -> PhotoSize.FULL;
          default -> null;
        };
    return kept == null
        ? ResponseEntity.notFound().build()
        : pictures.of(album, photoId, kept).orElseGet(() -> ResponseEntity.notFound().build());
  }

  /** A photo in its slot; {@code removeAt} is empty where it stays. */
  public static PhotoSlotView.Photo view(String pictures, Photo photo, String removeAt) {
    var address = pictures + photo.id() + "/";
    var clip = photo.stored().clip();
    return new PhotoSlotView.Photo(
        address + WHOLE, address + SMALL, removeAt, clip == null ? "" : Formats.length(clip));
  }

  /** A slot with its words and its example; its id is unique on its page. */
  public static PhotoSlotView slot(
      String id,
      PhotoSlot slot,
      Frame frame,
      String uploadTo,
      List<PhotoSlotView.Photo> taken,
      Optional<Refusal> refusal) {
    return new PhotoSlotView(
        id,
        frame.text("portal.slot." + slot),
        frame.text("portal.slot." + slot + ".hint"),
        "photo/" + slot.name().toLowerCase(Locale.ROOT) + ".svg",
        uploadTo,
        taken,
        true,
        Photos.takesClips(slot),
        refusal);
  }
}
