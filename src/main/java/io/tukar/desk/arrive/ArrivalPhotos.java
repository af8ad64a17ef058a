package io.tukar.desk.arrive;

import io.tukar.desk.PhotoUploads;
import io.tukar.evidence.Album;
import io.tukar.evidence.Caption;
import io.tukar.evidence.PhotoSource;
import io.tukar.kernel.Actor;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Photos of a parcel before it is opened (clauses P5, P11). */
@Component
class ArrivalPhotos {

  private static final Caption UNOPENED =
      new Caption(1, PhotoSlot.PACKAGING, PhotoSource.INSPECTOR);

  private final PhotoUploads uploads;

  ArrivalPhotos(PhotoUploads uploads) {
    this.uploads = uploads;
  }

  /** Keeps what was sent and says what was not taken, and why. */
  List<Refusal> keep(long parcelId, @Nullable List<MultipartFile> files, Actor by, Instant at) {
    return uploads.takeAny(new Album.OfParcel(parcelId), UNOPENED, files, at, by);
  }
}
