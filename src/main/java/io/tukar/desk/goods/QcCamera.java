package io.tukar.desk.goods;

import io.tukar.desk.PhotoUploads;
import io.tukar.evidence.Album;
import io.tukar.evidence.Caption;
import io.tukar.evidence.Photo;
import io.tukar.evidence.PhotoSource;
import io.tukar.evidence.Photos;
import io.tukar.kernel.Actor;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.Refusal;
import io.tukar.stock.qc.QcStep;
import io.tukar.stock.qc.QcTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The photos of a test (clause P1): of the unit at a step that asks for them, and of the seal. */
@Component
class QcCamera {

  private final PhotoUploads uploads;
  private final Photos photos;

  QcCamera(PhotoUploads uploads, Photos photos) {
    this.uploads = uploads;
    this.photos = photos;
  }

  /** Photos of a step stand by its number. */
  static Caption of(QcStep step) {
    return new Caption(step.no(), PhotoSlot.UNIT, PhotoSource.QC);
  }

  static Caption ofSeal() {
    return new Caption(1, PhotoSlot.SEAL, PhotoSource.QC);
  }

  /** Keeps what was sent and says what was not taken, and why. An ended test takes no more. */
  List<Refusal> keep(
      QcTest test, Caption caption, @Nullable List<MultipartFile> files, Actor by, Instant at) {
    return test.ending() == null
        ? uploads.takeAny(new Album.OfQcTest(test.id()), caption, files, at, by)
        : List.of();
  }

  /** All photos of a test. */
  List<Photo> of(long testId) {
    return photos.list(new Album.OfQcTest(testId));
  }

  /** The photos of each of these tests, by the test's id. */
  Map<Long, List<Photo>> ofAll(List<QcTest> tests) {
    return photos.ofTests(tests.stream().map(QcTest::id).toList());
  }

  /** How many photos of this there are. */
  int count(long testId, Caption caption) {
    return (int) of(testId).stream().filter(photo -> photo.caption().equals(caption)).count();
  }
}
