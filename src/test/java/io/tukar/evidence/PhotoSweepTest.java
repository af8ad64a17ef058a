package io.tukar.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.CaseRows;
import io.tukar.FreshDatabase;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.PhotoSlot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FreshDatabase
class PhotoSweepTest {

  private static final Duration TWO_DAYS = Duration.ofDays(2);
  private static final Actor CUSTOMER = new Actor.Customer(1);

  @TempDir private Path folder;
  private final Instant now = Instant.now();
  private final JdbcClient jdbc;
  private final Photos photos;
  private UUID draft = new UUID(0, 0);
  private FolderStore store;
  private PhotoSweep sweep;

  PhotoSweepTest(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.photos = new Photos(jdbc, transactions);
  }

  @BeforeEach
  void startDraft() throws IOException {
    jdbc.sql("delete from photo").update();
    var rows = new CaseRows(jdbc);
    draft = rows.draft(rows.order(rows.customer("+6281200000001", null)));
    store = new FolderStore(folder);
    sweep = new PhotoSweep(store, jdbc);
  }

  @Test
  void aPhotoThatWasTakenOutOfItsDraftGoesADayLaterAndTheOthersStay() throws IOException {
    var stays = attached(taken(300, 200), 1);
    var removed = attached(taken(200, 300), 2);
    assertThat(photos.remove(draft, removed.id())).isTrue();

    assertThat(sweep.run(now.plus(Duration.ofHours(23)), () -> false)).isZero();
    assertThat(isThere(removed.stored())).isTrue();

    assertThat(sweep.run(now.plus(TWO_DAYS), () -> false)).isEqualTo(1);
    assertThat(isThere(removed.stored())).isFalse();
    assertThat(store.path(removed.stored().digest(), PhotoSize.THUMBNAIL)).doesNotExist();
    assertThat(isThere(stays.stored())).isTrue();
    assertThat(folder.resolve("incoming")).isEmptyDirectory();
    assertThat(sweep.run(now.plus(TWO_DAYS), () -> false)).isZero();
  }

  @Test
  void aPictureThatIsStillNamedElsewhereStays() throws IOException {
    var stored = taken(300, 200);
    var once = attached(stored, 1);
    attached(stored, 2);
    photos.remove(draft, once.id());

    assertThat(sweep.run(now.plus(TWO_DAYS), () -> false)).isZero();
    assertThat(isThere(stored)).isTrue();
  }

  @Test
  void anOldPictureThatIsSentAgainIsYoungAgain() throws IOException {
    attached(taken(300, 200), 1);
    var old = taken(200, 300);
    age(old);

    taken(200, 300);

    assertThat(sweep.run(now, () -> false)).isZero();
    assertThat(isThere(old)).isTrue();
  }

  @Test
  void aPictureThatIsSentAgainWhileItIsBeingDeletedStays() throws IOException {
    var stored = taken(200, 300);
    age(stored);
    var before = now.minus(PhotoSweep.LEFT_ALONE);
    assertThat(store.takenInBefore(before, shard(stored))).containsExactly(stored.digest());

    taken(200, 300);

    assertThat(store.discard(stored.digest(), before)).isFalse();
    assertThat(isThere(stored)).isTrue();
  }

  @Test
  void aDatabaseThatNamesNoPhotoAtAllIsTakenForTheWrongOne() throws IOException {
    var stored = taken(300, 200);
    assertThat(sweep.run(now.plus(TWO_DAYS), () -> false)).isZero();
    assertThat(isThere(stored)).isTrue();
  }

  @Test
  void aProgramThatStopsIsNotHeldUp() throws IOException {
    attached(taken(300, 200), 1);
    var unnamed = taken(200, 300);
    assertThat(sweep.run(now.plus(TWO_DAYS), () -> true)).isZero();
    assertThat(isThere(unnamed)).isTrue();
  }

  private boolean isThere(StoredPhoto photo) {
    return Files.exists(store.path(photo.digest(), PhotoSize.FULL));
  }

  private static int shard(StoredPhoto photo) {
    return photo.digest().toBytes()[0] & 0xff;
  }

  private void age(StoredPhoto photo) throws IOException {
    for (var size : PhotoSize.values()) {
      Files.setLastModifiedTime(
          store.path(photo.digest(), size), FileTime.from(now.minus(TWO_DAYS)));
    }
  }

  private StoredPhoto taken(int width, int height) throws IOException {
    var upload = new ByteArrayInputStream(TestPhotos.jpeg(width, height));
    return switch (new PhotoIntake(store).take(upload)) {
      case Intake.Accepted(var stored) -> stored;
      case Intake.Rejected(var refusal) -> throw new AssertionError(refusal);
    };
  }

  private Photo attached(StoredPhoto stored, int line) {
    var caption = new Caption(line, PhotoSlot.LABEL, PhotoSource.CUSTOMER);
    return switch (photos.attach(new Album.OfDraft(draft), caption, stored, CUSTOMER, now)) {
      case Answer.Done<Photo>(var photo) -> photo;
      case Answer.Refused<Photo>(var reasons) -> throw new AssertionError(reasons);
    };
  }
}
