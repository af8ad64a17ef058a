package io.tukar.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What every store of photos does, wherever they lie. */
abstract class EvidenceStoreContract {

  static final Duration OLD = Duration.ofDays(2);
  private static final int ROUNDS = 40;

  final byte[] full = "a photo, as large as it is kept".getBytes(StandardCharsets.UTF_8);
  final byte[] thumbnail = "a small one".getBytes(StandardCharsets.UTF_8);
  final byte[] film = film();
  final Sha256 photo = Sha256.of(full);
  final Sha256 video = Sha256.of(film);
  final Instant yesterday = Instant.now().minus(PhotoSweep.LEFT_ALONE);

  abstract EvidenceStore store();

  /** Makes what is in the store two days old. */
  abstract void age() throws IOException;

  private static byte[] film() {
    var bytes = new byte[300_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) ((i * 31) >> 3);
    }
    return bytes;
  }

  void keepPhoto() throws IOException {
    store().keep(photo, full, thumbnail);
  }

  void keepFilm() throws IOException {
    var spooled = store().spool();
    Files.write(spooled, film);
    store().keepClip(video, spooled, thumbnail);
    Files.deleteIfExists(spooled);
  }

  byte[] read(Sha256 digest, PhotoSize size) throws IOException {
    try (var in = store().open(digest, size)) {
      return in.readAllBytes();
    }
  }

  private byte[] readFilm(long from) throws IOException {
    try (var in = store().clip(video).from(from)) {
      return in.readAllBytes();
    }
  }

  @Test
  void aPhotoIsKeptInBothSizes() throws IOException {
    store().check();
    keepPhoto();

    assertThat(read(photo, PhotoSize.FULL)).isEqualTo(full);
    assertThat(read(photo, PhotoSize.THUMBNAIL)).isEqualTo(thumbnail);
  }

  @Test
  void aVideoIsReadFromAnyByte() throws IOException {
    keepFilm();

    assertThat(store().clip(video).length()).isEqualTo(film.length);
    assertThat(readFilm(0)).isEqualTo(film);
    assertThat(readFilm(299_000)).isEqualTo(Arrays.copyOfRange(film, 299_000, 300_000));
    assertThat(readFilm(film.length)).isEmpty();
    assertThat(read(video, PhotoSize.THUMBNAIL)).isEqualTo(thumbnail);
    try (var in = store().clip(video).from(7)) {
      assertThat(in.read()).as("who stops early").isEqualTo(film[7] & 0xFF);
    }
  }

  @Test
  void whatIsNotThereIsToldSo() {
    nothingIsThere();
  }

  private void nothingIsThere() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> store().open(photo, PhotoSize.FULL));
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> store().open(photo, PhotoSize.THUMBNAIL));
    assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> store().clip(video));
  }

  @Test
  void theOldOnesOfAShardAreListed() throws IOException {
    keepPhoto();
    keepFilm();
    assertThat(store().takenInBefore(yesterday, shard(photo))).isEmpty();

    age();

    assertThat(store().takenInBefore(yesterday, shard(photo))).contains(photo);
    assertThat(store().takenInBefore(yesterday, shard(video))).contains(video);
    assertThat(store().takenInBefore(yesterday, shard(photo) ^ 1)).doesNotContain(photo);
  }

  @Test
  void anOldPhotoIsDiscardedWithAllItsFiles() throws IOException {
    keepPhoto();
    keepFilm();
    age();

    assertThat(store().discard(photo, yesterday)).isTrue();
    assertThat(store().discard(video, yesterday)).isTrue();
    assertThat(store().discard(video, yesterday)).as("a second time").isFalse();

    nothingIsThere();
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> store().open(video, PhotoSize.THUMBNAIL));
  }

  @Test
  void aYoungPhotoStays() throws IOException {
    keepPhoto();

    assertThat(store().discard(photo, yesterday)).isFalse();
    assertThat(read(photo, PhotoSize.FULL)).isEqualTo(full);
  }

  @Test
  void whatIsKeptAgainIsYoungAgain() throws IOException {
    keepPhoto();
    keepFilm();
    age();

    keepPhoto();
    keepFilm();

    assertThat(store().takenInBefore(yesterday, shard(photo))).isEmpty();
    assertThat(store().takenInBefore(yesterday, shard(video))).isEmpty();
    assertThat(store().discard(photo, yesterday)).isFalse();
    assertThat(store().discard(video, yesterday)).isFalse();
    assertThat(read(photo, PhotoSize.THUMBNAIL)).isEqualTo(thumbnail);
    assertThat(readFilm(0)).isEqualTo(film);
  }

  @Test
  void whatIsKeptWhileItIsDiscardedIsThereAfterwards() throws Exception {
    try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < ROUNDS; round++) {
        keepPhoto();
        age();
        var start = new CyclicBarrier(2);
        var keeping =
            both.submit(
                () -> {
                  start.await();
                  keepPhoto();
                  return true;
                });
        var discarding =
            both.submit(
                () -> {
                  start.await();
                  return store().discard(photo, yesterday);
                });
        discarding.get();
        assertThat(keeping.get()).isTrue();

        assertThat(read(photo, PhotoSize.FULL)).as("round " + round).isEqualTo(full);
        assertThat(read(photo, PhotoSize.THUMBNAIL)).as("round " + round).isEqualTo(thumbnail);
      }
    }
  }

  static int shard(Sha256 digest) {
    return digest.toBytes()[0] & 0xFF;
  }
}
