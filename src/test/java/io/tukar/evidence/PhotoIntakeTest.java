package io.tukar.evidence;

import static io.tukar.evidence.TestPhotos.chunk;
import static io.tukar.evidence.TestPhotos.decoded;
import static io.tukar.evidence.TestPhotos.encoded;
import static io.tukar.evidence.TestPhotos.forgedJpeg;
import static io.tukar.evidence.TestPhotos.forgedPng;
import static io.tukar.evidence.TestPhotos.header;
import static io.tukar.evidence.TestPhotos.joined;
import static io.tukar.evidence.TestPhotos.jpeg;
import static io.tukar.evidence.TestPhotos.picture;
import static io.tukar.evidence.TestPhotos.png;
import static io.tukar.evidence.TestPhotos.resource;
import static io.tukar.evidence.TestPhotos.slice;
import static io.tukar.evidence.TestPhotos.withExif;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import com.sun.management.ThreadMXBean;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoIntakeTest {

  private static final int MEBIBYTE = 1 << 20;

  @TempDir Path folder;
  private FolderStore store;
  private PhotoIntake intake;

  @BeforeEach
  void openStore() throws IOException {
    store = new FolderStore(folder);
    intake = new PhotoIntake(store);
  }

  @Test
  void aPhotoIsStoredInTwoSizesUnderTheDigestOfItsBytes() throws IOException {
    var photo = accepted(jpeg(3000, 2000));

    assertThat(photo.width()).isEqualTo(2400);
    assertThat(photo.height()).isEqualTo(1600);
    var full = stored(photo, PhotoSize.FULL);
    assertThat(Sha256.of(full)).isEqualTo(photo.digest());
    assertThat(full).hasSize(photo.bytes());
    assertThat(decoded(full).getWidth()).isEqualTo(2400);
    assertThat(decoded(stored(photo, PhotoSize.THUMBNAIL)).getWidth()).isEqualTo(320);
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void whatAKilledProgramLeftIsSweptAwayADayLater() throws IOException {
    var old = Files.createFile(folder.resolve("incoming/upload1.part"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
    var young = Files.createFile(folder.resolve("incoming/upload2.part"));
    new FolderStore(folder);
    assertThat(leftovers()).containsExactly(young);
  }

  @Test
  void aSmallPhotoIsNotEnlarged() throws IOException {
    var photo = accepted(png(200, 100));
    assertThat(photo.width()).isEqualTo(200);
    assertThat(photo.height()).isEqualTo(100);
  }

  @Test
  void thePlaceWhereAPhotoWasTakenIsNotKept() throws Exception {
    var upload = withExif(jpeg(400, 300), 1);
    var uploaded = ImageMetadataReader.readMetadata(new ByteArrayInputStream(upload));
    var place = uploaded.getFirstDirectoryOfType(GpsDirectory.class);
    assertThat(Objects.requireNonNull(place).getGeoLocation()).isNotNull();

    var full = stored(accepted(upload), PhotoSize.FULL);

    var kept = ImageMetadataReader.readMetadata(new ByteArrayInputStream(full));
    assertThat(kept.getDirectoriesOfType(GpsDirectory.class)).isEmpty();
    assertThat(kept.getDirectoriesOfType(ExifDirectoryBase.class)).isEmpty();
    assertThat(new String(full, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 400, 200, 0, 0", "2, 400, 200, 1, 0", "3, 400, 200, 1, 1", "4, 400, 200, 0, 1",
    "5, 200, 400, 0, 0", "6, 200, 400, 1, 0", "7, 200, 400, 1, 1", "8, 200, 400, 0, 1"
  })
  void aPhotoIsTurnedAsItsOrientationSays(
      int orientation, int width, int height, int redRight, int redBottom) throws IOException {
    var photo = accepted(withExif(jpeg(400, 200), orientation));

    assertThat(photo.width()).isEqualTo(width);
    assertThat(photo.height()).isEqualTo(height);
    var image = decoded(stored(photo, PhotoSize.FULL));
    for (int right = 0; right < 2; right++) {
      for (int bottom = 0; bottom < 2; bottom++) {
        var colour =
            new Color(
                image.getRGB(width / 4 + right * width / 2, height / 4 + bottom * height / 2));
        assertThat(colour.getRed() > 200).isEqualTo(right == redRight && bottom == redBottom);
      }
    }
  }

  @Test
  void transparentPartsOfAPngBecomeWhite() throws IOException {
    var image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
    var full = stored(accepted(encoded(image, "png")), PhotoSize.FULL);
    assertThat(new Color(decoded(full).getRGB(32, 32))).isEqualTo(Color.WHITE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lossy.webp", "lossless.webp", "animated.webp"})
  void webpIsTakenAlsoAnimatedByItsFirstPicture(String name) throws IOException {
    var photo = accepted(resource(name));
    assertThat(photo.width()).isEqualTo(160);
    assertThat(photo.height()).isEqualTo(120);
    var expected = decoded(stored(accepted(resource("lossless.webp")), PhotoSize.FULL));
    var seen = decoded(stored(photo, PhotoSize.FULL));
    var here = new Color(seen.getRGB(80, 60));
    var there = new Color(expected.getRGB(80, 60));
    assertThat(Math.abs(here.getGreen() - there.getGreen())).isLessThan(40);
  }

  @Test
  void aHeicPhotoIsRefusedByItsOwnReason() throws IOException {
    var heic = joined(new byte[] {0, 0, 0, 24}, latin("ftypheic\0\0\0\0mif1heic"), new byte[500]);
    assertThat(refusal(heic)).isEqualTo("photo-heic");
  }

  @Test
  void whatIsNoPhotoIsRefusedWhateverItsName() throws IOException {
    assertThat(refusal(latin("Nota pembelian no. 12, bukan foto"))).isEqualTo("photo-not-an-image");
    assertThat(refusal(encoded(picture(50, 50), "gif"))).isEqualTo("photo-format");
    assertThat(refusal(latin("%PDF-1.7 ..."))).isEqualTo("photo-format");
    assertThat(refusal(new byte[0])).isEqualTo("photo-empty");
    assertThat(refusal(new byte[] {(byte) 0xFF})).isEqualTo("photo-not-an-image");
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void anEndlessUploadIsCutAtTheLimit() throws IOException {
    var endless =
        new InputStream() {
          private long given;

          @Override
          public int read() {
            given++;
            return 'x';
          }

          @Override
          public int read(byte[] buffer, int from, int length) {
            given += length;
            return length;
          }
        };
    assertThat(intake.take(endless)).isInstanceOf(Intake.Rejected.class);
    assertThat(endless.given).isLessThan(16L * MEBIBYTE);
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void aBombIsRefusedByItsHeaderWithoutDecodingAnything() throws IOException {
    var pngBomb = forgedPng(20_000, 20_000);
    var jpegBomb = forgedJpeg(jpeg(64, 64), 10_000, 10_000);
    assertThat(refusal(pngBomb)).isEqualTo("photo-too-many-pixels");
    long before = allocated();
    assertThat(refusal(pngBomb)).isEqualTo("photo-too-many-pixels");
    assertThat(refusal(jpegBomb)).isEqualTo("photo-too-many-pixels");
    assertThat(allocated() - before).isLessThan(MEBIBYTE);
  }

  @Test
  void aSecondHeaderCannotHideABomb() throws IOException {
    var modest = forgedPng(64, 64);
    var twoFaced =
        joined(slice(modest, 0, 33), header(20_000, 20_000), slice(modest, 33, modest.length));
    assertThat(refusal(twoFaced)).isEqualTo("photo-unreadable");
  }

  @Test
  void aTextChunkThatInflatesEndlesslyIsNotInflated() throws IOException {
    var bomb = new ByteArrayOutputStream();
    try (var deflater = new java.util.zip.DeflaterOutputStream(bomb)) {
      var zeroes = new byte[MEBIBYTE];
      for (int i = 0; i < 200; i++) {
        deflater.write(zeroes);
      }
    }
    var palette = encoded(new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_INDEXED), "png");
    var loaded =
        joined(
            slice(palette, 0, 33),
            chunk("zTXt", joined(latin("Comment\0\0"), bomb.toByteArray())),
            slice(palette, 33, palette.length));
    long before = allocated();
    intake.take(new ByteArrayInputStream(loaded));
    assertThat(allocated() - before).isLessThan(16L * MEBIBYTE);
  }

  @Test
  void dimensionsNoPhotoHasAreRefused() throws IOException {
    assertThat(refusal(forgedPng(0, 100))).isEqualTo("photo-dimensions");
    assertThat(refusal(forgedPng(-1, 100))).isEqualTo("photo-dimensions");
    assertThat(refusal(forgedPng(1, 30_000_000))).isEqualTo("photo-dimensions");
    assertThat(refusal(forgedJpeg(jpeg(64, 64), 64, 0))).isEqualTo("photo-dimensions");
    assertThat(refusal(png(8, 8))).isEqualTo("photo-dimensions");
  }

  @Test
  void aFileCutOffAnywhereIsRefused() throws IOException {
    for (var whole : List.of(jpeg(120, 90), png(120, 90), resource("lossy.webp"))) {
      for (int length = 20; length < whole.length - 1; length += 1 + whole.length / 40) {
        assertThat(refusal(slice(whole, 0, length)))
            .as("first %d of %d bytes", length, whole.length)
            .isIn("photo-truncated", "photo-unreadable");
      }
    }
  }

  @Test
  void aCutOffPhotoIsFoundThoughSomethingEndedItProperly() throws IOException {
    var whole = jpeg(800, 600);
    var patched = joined(slice(whole, 0, whole.length / 2), new byte[] {(byte) 0xFF, (byte) 0xD9});
    assertThat(refusal(patched)).isEqualTo("photo-unreadable");
  }

  @Test
  void anArchiveBehindAPictureIsLeftOutside() throws IOException {
    var archive = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(archive)) {
      zip.putNextEntry(new ZipEntry("payload.html"));
      zip.write(latin("<script>alert(1)</script>"));
    }
    var polyglot = joined(png(200, 200), archive.toByteArray());

    var full = stored(accepted(polyglot), PhotoSize.FULL);

    assertThat(new String(full, StandardCharsets.ISO_8859_1))
        .doesNotContain("PK\u0003\u0004")
        .doesNotContain("payload");
  }

  @Test
  void theLargestPhotoIsDecodedInBoundedMemory() throws IOException {
    var upload = encoded(new BufferedImage(8000, 5000, BufferedImage.TYPE_BYTE_GRAY), "jpeg");
    accepted(jpeg(64, 64));
    long before = allocated();
    var photo = accepted(upload);
    assertThat(photo.width()).isEqualTo(2400);
    assertThat(photo.height()).isEqualTo(1500);
    assertThat(allocated() - before).isLessThan(112L * MEBIBYTE);
  }

  @Test
  void damagedFilesNeverBreakTheIntake() throws IOException {
    var random = new Random(42);
    for (var whole :
        List.of(
            withExif(jpeg(96, 64), 6),
            png(96, 64),
            resource("lossy.webp"),
            resource("lossless.webp"),
            resource("animated.webp"))) {
      for (int i = 0; i < 60; i++) {
        var damaged = whole.clone();
        for (int hit = 0; hit <= i % 4; hit++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        assertThat(intake.take(new ByteArrayInputStream(damaged))).isNotNull();
      }
    }
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void theSamePhotoTakenManyTimesAtOnceIsStoredOnce() throws Exception {
    var upload = jpeg(2600, 1800);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Intake> take = () -> intake.take(new ByteArrayInputStream(upload));
      var taken =
          threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> take).toList()).stream()
              .map(java.util.concurrent.Future::resultNow)
              .distinct()
              .toList();
      assertThat(taken).hasSize(1);
    }
    assertThat(leftovers()).isEmpty();
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(2);
    }
  }

  private StoredPhoto accepted(byte[] upload) throws IOException {
    return switch (intake.take(new ByteArrayInputStream(upload))) {
      case Intake.Accepted(var photo) -> photo;
      case Intake.Rejected(var refusal) -> fail("Refused: " + refusal);
    };
  }

  private String refusal(byte[] upload) throws IOException {
    return switch (intake.take(new ByteArrayInputStream(upload))) {
      case Intake.Accepted(var photo) -> fail("Accepted: " + photo);
      case Intake.Rejected(var refusal) -> refusal.code();
    };
  }

  private byte[] stored(StoredPhoto photo, PhotoSize size) throws IOException {
    try (var in = store.open(photo.digest(), size)) {
      return in.readAllBytes();
    }
  }

  private List<Path> leftovers() throws IOException {
    try (var files = Files.list(folder.resolve("incoming"))) {
      return files.toList();
    }
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Bytes allocated by this thread so far: what a bomb would show in. */
  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
