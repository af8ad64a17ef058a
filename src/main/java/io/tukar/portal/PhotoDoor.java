package io.tukar.portal;

import io.tukar.evidence.Album;
import io.tukar.evidence.Caption;
import io.tukar.evidence.EvidenceStore;
import io.tukar.evidence.Intake;
import io.tukar.evidence.Photo;
import io.tukar.evidence.PhotoIntake;
import io.tukar.evidence.PhotoSize;
import io.tukar.evidence.Photos;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.Refusal;
import io.tukar.web.Frame;
import io.tukar.web.PhotoSlotView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
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

  private static final Duration KEPT_BY_THE_BROWSER = Duration.ofDays(7);

  private final PhotoIntake intake;
  private final EvidenceStore store;
  private final Photos photos;

  PhotoDoor(PhotoIntake intake, EvidenceStore store, Photos photos) {
    this.intake = intake;
    this.store = store;
    this.photos = photos;
  }

  /** Keeps an uploaded photo in an album, or says why not. */
  public Answer<Photo> take(
      Album album, Caption caption, @Nullable MultipartFile upload, Actor by, Instant at) {
    if (upload == null || upload.isEmpty()) {
      return Answer.refused(Refusal.of("photo-missing", "photo"));
    }
    try (var in = upload.getInputStream()) {
      return switch (intake.take(in)) {
        case Intake.Rejected(var refusal) -> Answer.refused(refusal);
        case Intake.Accepted(var stored) -> photos.attach(album, caption, stored, by, at);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A photo of an album, in the size its address ends with. */
  public ResponseEntity<byte[]> picture(Album album, long photoId, String size) throws IOException {
    var photo = photos.find(album, photoId);
    if (photo.isEmpty() || !(size.equals(SMALL) || size.equals(WHOLE))) {
      return ResponseEntity.notFound().build();
    }
    var kept = size.equals(SMALL) ? PhotoSize.THUMBNAIL : PhotoSize.FULL;
    try (var in = store.open(photo.get().stored().digest(), kept)) {
      return ResponseEntity.ok()
          .contentType(MediaType.IMAGE_JPEG)
          .cacheControl(CacheControl.maxAge(KEPT_BY_THE_BROWSER).cachePrivate().immutable())
          .body(in.readAllBytes());
    }
  }

  /** A photo in its slot; {@code removeAt} is empty where it stays. */
  public static PhotoSlotView.Photo view(String pictures, Photo photo, String removeAt) {
    var address = pictures + photo.id() + "/";
    return new PhotoSlotView.Photo(address + WHOLE, address + SMALL, removeAt);
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
        refusal);
  }
}
