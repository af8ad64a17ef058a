package io.tukar.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tukar.FreshDatabase;
import io.tukar.database.StartFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.services.s3.S3Client;

@FreshDatabase
class S3StoreTest extends EvidenceStoreContract {

  private static final Duration SOON = Duration.ofMillis(400);
  private static final S3Patience HASTY = new S3Patience(SOON, SOON, SOON, SOON, SOON);

  private final S3Server server = S3Server.running();
  private final PhotoTurns turns;
  @TempDir private Path folder;
  private final S3Wire wire;
  private final String bucket;
  private S3Store store;

  S3StoreTest(JdbcClient jdbc, TransactionTemplate transactions) throws IOException {
    this.turns = new PhotoTurns(jdbc, transactions);
    this.wire = new S3Wire(server.port());
    this.bucket = server.bucket();
  }

  /** Once the folder is there. */
  @BeforeEach
  void open() throws IOException {
    store = store(settings(bucket, S3Server.SECRET_KEY), S3Patience.USUAL);
  }

  @AfterEach
  void close() throws IOException {
    store.close();
    wire.close();
  }

  @Override
  EvidenceStore store() {
    return store;
  }

  @Override
  void age() throws IOException {
    server.age(bucket, Instant.now().minus(OLD));
  }

  private S3Settings settings(String bucket, String secret) {
    return new S3Settings(
        wire.address(), "us-east-1", bucket, "shop/photos/", S3Server.ACCESS_KEY, secret, true);
  }

  private S3Store store(S3Settings settings, S3Patience patience) throws IOException {
    return new S3Store(settings, patience, new Spool(folder.resolve("incoming")), turns);
  }

  @Test
  void namesAreThoseOfTheFolderBehindThePrefix() throws IOException {
    keepPhoto();
    keepFilm();

    var hex = photo.hex();
    var names = "shop/photos/" + hex.substring(0, 2) + "/" + hex.substring(2, 4) + "/" + hex;
    assertThat(server.file(bucket, names + ".jpg")).hasBinaryContent(full);
    assertThat(server.file(bucket, names + ".thumb.jpg")).hasBinaryContent(thumbnail);
    assertThat(server.file(bucket, "shop/photos/" + EvidenceStore.name(video, ".clip")))
        .hasBinaryContent(film);
  }

  @Test
  void whatItIsAndItsDigestAreToldToTheServer() throws IOException {
    keepPhoto();
    keepFilm();

    for (var digest : new Sha256[] {photo, video, Sha256.of(thumbnail)}) {
      assertThat(wire.sent())
          .containsIgnoringCase(
              "x-amz-checksum-sha256: " + Base64.getEncoder().encodeToString(digest.toBytes()));
    }
    try (var client = S3Patience.USUAL.client(settings(bucket, S3Server.SECRET_KEY))) {
      assertThat(type(client, photo, ".jpg")).isEqualTo("image/jpeg");
      assertThat(type(client, photo, ".thumb.jpg")).isEqualTo("image/jpeg");
      assertThat(type(client, video, ".clip")).isEqualTo("video/mp4");
    }
    assertThat(wire.sent()).doesNotContain(S3Server.SECRET_KEY);
  }

  private String type(S3Client client, Sha256 digest, String suffix) {
    return client
        .headObject(
            head -> head.bucket(bucket).key("shop/photos/" + EvidenceStore.name(digest, suffix)))
        .contentType();
  }

  @Test
  void whatOthersPutThereIsLetAlone() throws IOException {
    keepPhoto();
    var beside = EvidenceStore.name(photo, ".jpg").substring(0, 6);
    for (var name : new String[] {beside + "holiday.jpg", beside + photo.hex() + ".txt"}) {
      Files.writeString(server.file(bucket, "shop/photos/" + name), "of somebody else");
    }
    age();

    assertThat(store.takenInBefore(yesterday, shard(photo))).containsExactly(photo);
  }

  @Test
  void moreThanOnePageIsListed() throws IOException {
    var shard = Files.createDirectories(server.file(bucket, "shop/photos/ab/cd"));
    for (int i = 0; i < 1_100; i++) {
      Files.createFile(shard.resolve("abcd" + "%060x".formatted(i) + ".jpg"));
    }
    age();

    assertThat(store.takenInBefore(yesterday, 0xab)).hasSize(1_100);
  }

  /** The sweep looked before the photo was put, and its deletion arrives afterwards. */
  @Test
  void aPhotoThatASlowSweepTakesAwayIsPutOnceMore() throws Exception {
    var name = "shop/photos/" + EvidenceStore.name(photo, ".jpg");
    var file = server.file(bucket, name);
    try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
      var swept =
          turns.alone(
              photo,
              () -> {
                var _ =
                    other.submit(
                        () -> {
                          keepPhoto();
                          return true;
                        });
                while (!Files.exists(file)) {
                  Thread.onSpinWait();
                }
                try (var client = S3Patience.USUAL.client(settings(bucket, S3Server.SECRET_KEY))) {
                  client.deleteObject(delete -> delete.bucket(bucket).key(name));
                }
                return true;
              });
      assertThat(swept).isTrue();
    }

    assertThat(read(photo, PhotoSize.FULL)).isEqualTo(full);
  }

  @Test
  void aWrongKeyIsToldAtTheStartAndWithoutIt() throws IOException {
    try (var wrong = store(settings(bucket, "a wrong one"), S3Patience.USUAL)) {
      assertThatExceptionOfType(StartFailure.class)
          .isThrownBy(wrong::check)
          .withMessageContaining("does not accept the key; set TUKAR_S3_ACCESS_KEY")
          .satisfies(e -> assertThat(e.toString()).doesNotContain("a wrong one"));
      assertThatExceptionOfType(StoreUnreachable.class)
          .isThrownBy(() -> wrong.keep(photo, full, thumbnail));
    }
    assertThat(settings(bucket, "a wrong one").toString()).doesNotContain("a wrong one");
  }

  @Test
  void aMissingBucketIsToldAtTheStart() throws IOException {
    try (var none = store(settings("no-such-bucket", S3Server.SECRET_KEY), S3Patience.USUAL)) {
      assertThatExceptionOfType(StartFailure.class)
          .isThrownBy(none::check)
          .withMessageContaining("bucket no-such-bucket at http://127.0.0.1:")
          .withMessageContaining("does not exist; make it, or set TUKAR_S3_BUCKET");
      assertThatExceptionOfType(StoreUnreachable.class)
          .isThrownBy(() -> none.keep(photo, full, thumbnail));
    }
  }

  @Test
  void aServerThatIsNotThereIsToldAtTheStart() throws IOException {
    var gone = new S3Wire(server.port());
    URI address = gone.address();
    gone.close();
    var settings = new S3Settings(address, "us-east-1", bucket, "", "key", "secret", true);
    try (var none = store(settings, S3Patience.USUAL)) {
      assertThatExceptionOfType(StartFailure.class)
          .isThrownBy(none::check)
          .withMessageContaining("cannot be reached: Connect");
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsNotWaitedForWithoutEnd() throws IOException {
    keepPhoto();
    keepFilm();
    wire.fallSilent();
    try (var hasty = store(settings(bucket, S3Server.SECRET_KEY), HASTY)) {
      assertThatExceptionOfType(StoreUnreachable.class)
          .isThrownBy(() -> hasty.keep(photo, full, thumbnail));
      assertThatExceptionOfType(StoreUnreachable.class)
          .isThrownBy(() -> hasty.open(photo, PhotoSize.FULL));
      assertThatExceptionOfType(StoreUnreachable.class)
          .isThrownBy(() -> hasty.open(photo, PhotoSize.THUMBNAIL));
      assertThatExceptionOfType(StoreUnreachable.class).isThrownBy(() -> hasty.clip(video));
      assertThatExceptionOfType(StoreUnreachable.class)
          .isThrownBy(() -> hasty.takenInBefore(yesterday, 0));
      assertThatExceptionOfType(StoreUnreachable.class)
          .isThrownBy(() -> hasty.discard(photo, yesterday));
      assertThatExceptionOfType(StartFailure.class).isThrownBy(hasty::check);
    }
  }

  @Test
  void aVideoWhoseUploadBreaksOffIsNotThereAndIsRefusedInWords() throws IOException {
    var sent = TestClips.mp4(5);
    wire.cutAfter(sent.length / 2);

    var answer = new PhotoIntake(store).take(new ByteArrayInputStream(sent));

    assertThat(answer)
        .isInstanceOfSatisfying(
            Intake.Rejected.class,
            rejected -> assertThat(rejected.refusal().code()).isEqualTo("photo-store-away"));
    assertThat(folder.resolve("incoming")).isEmptyDirectory();
    wire.mend();
    try (var files = Files.walk(server.file(bucket, ""))) {
      assertThat(files.filter(file -> file.toString().endsWith(".clip"))).isEmpty();
    }
    assertThat(new PhotoIntake(store).take(new ByteArrayInputStream(sent)))
        .isInstanceOf(Intake.Accepted.class);
  }

  @Test
  void aVideoThatBreaksOffWhileItIsReadIsNoEmptyOne() throws IOException {
    keepFilm();
    var clip = store.clip(video);
    wire.cutAnswersAfter(film.length / 2);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () -> {
              try (var in = clip.from(0)) {
                in.readAllBytes();
              }
            });
    wire.mend();
    assertThatExceptionOfType(NoSuchFileException.class)
        .as("a photo is no video")
        .isThrownBy(() -> store.clip(photo));
  }
}
