package io.tukar.desk.arrive;

import io.tukar.evidence.Album;
import io.tukar.evidence.AlbumUpload;
import io.tukar.evidence.Caption;
import io.tukar.evidence.Photo;
import io.tukar.evidence.PhotoSource;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Photos of a parcel before it is opened (clauses P5, P11). */
@Component
class ArrivalPhotos {

  private static final int FILES_MAX = 10;
  private static final Caption UNOPENED =
      new Caption(1, PhotoSlot.PACKAGING, PhotoSource.INSPECTOR);

  private final AlbumUpload uploads;

  ArrivalPhotos(AlbumUpload uploads) {
    this.uploads = uploads;
  }

  /** Keeps what was sent and says what was not taken, and why. */
  List<Refusal> keep(long parcelId, @Nullable List<MultipartFile> files, Actor by, Instant at) {
    var sent =
        files == null
            ? List.<MultipartFile>of()
            : files.stream().filter(file -> !file.isEmpty()).toList();
    if (sent.size() > FILES_MAX) {
      return List.of(Refusal.of("photos-too-many", "photo", FILES_MAX));
    }
    var refusals = new ArrayList<Refusal>();
    for (var file : sent) {
      try (var upload = file.getInputStream()) {
        var kept = uploads.keep(new Album.OfParcel(parcelId), UNOPENED, upload, by, at);
        if (kept instanceof Answer.Refused<Photo>(var reasons)) {
          refusals.addAll(reasons);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return refusals;
  }
}
