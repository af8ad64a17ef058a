package io.tukar.evidence;

import static io.tukar.evidence.TestPhotos.encoded;
import static io.tukar.evidence.TestPhotos.forgedJpeg;
import static io.tukar.evidence.TestPhotos.joined;
import static io.tukar.evidence.TestPhotos.jpeg;
import static io.tukar.evidence.TestPhotos.picture;
import static io.tukar.evidence.TestPhotos.png;
import static io.tukar.evidence.TestPhotos.resource;
import static io.tukar.evidence.TestPhotos.slice;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tukar.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to be two things at once, or to be larger than they look. */
class HostileFilesTest {

  private static final String SCRIPT = "=1;alert(document.cookie)//";

  /** Where the canvas of an extended WebP file states its size, less one, in 24 bits each. */
  private static final int WEBP_CANVAS_AT = 24;

  @TempDir Path folder;
  private FolderStore store;
  private PhotoIntake intake;

  @BeforeEach
  void open() throws IOException {
    store = new FolderStore(folder);
    intake = new PhotoIntake(store);
  }

  @Test
  void anArchiveBehindAPhotoOfAnyFormatIsLeftOutside() throws IOException {
    for (var photo : List.of(jpeg(200, 200), png(200, 200), resource("lossy.webp"))) {
      assertThat(kept(joined(photo, archive())))
          .doesNotContain("PK\u0003\u0004")
          .doesNotContain("payload");
    }
  }

  @Test
  void anArchiveOrAScriptWithinAJpegIsLeftOutside() throws IOException {
    var jpeg = jpeg(200, 200);
    for (var hidden : List.of(archive(), latin(SCRIPT), latin("<?php system($_GET[0]); ?>"))) {
      var comment =
          joined(
              ByteBuffer.allocate(4)
                  .putShort((short) 0xFFFE)
                  .putShort((short) (hidden.length + 2))
                  .array(),
              hidden);
      var polyglot = joined(slice(jpeg, 0, 2), comment, slice(jpeg, 2, jpeg.length));
      assertThat(kept(polyglot)).doesNotContain(new String(hidden, StandardCharsets.ISO_8859_1));
    }
  }

  @Test
  void aGifThatIsAlsoAScriptIsRefusedAsAGif() throws IOException {
    assertThat(refusal(latin("GIF89a/*" + "\0".repeat(64) + "*/" + SCRIPT)))
        .isEqualTo(Refusal.of("photo-format", "photo", "GIF"));
    assertThat(refusal(joined(encoded(picture(50, 50), "gif"), latin(SCRIPT))))
        .isEqualTo(Refusal.of("photo-format", "photo", "GIF"));
  }

  @Test
  void aPhotoBehindSomethingElseIsNotLookedFor() throws IOException {
    assertThat(refusal(joined(archive(), jpeg(200, 200))).code()).isEqualTo("photo-not-an-image");
    assertThat(refusal(joined(latin("<svg onload=alert(1)>"), png(200, 200))).code())
        .isEqualTo("photo-not-an-image");
  }

  @Test
  void aVideoWithoutItsHeadIsRefusedAsOneWhereverItIsCutOff() throws IOException {
    var film =
        joined(
            new byte[] {0, 0, 0, 24},
            latin("ftypisom\0\0\2\0isommp42"),
            new byte[] {0, 0, 4, 8},
            latin("mdat"),
            new byte[1024]);
    for (int length = 12; length <= film.length; length += 50) {
      assertThat(refusal(slice(film, 0, length)).code())
          .as("first %d bytes", length)
          .isIn("clip-truncated", "clip-unreadable");
    }
    assertThat(refusal(slice(film, 0, 11)).code()).isEqualTo("photo-not-an-image");
  }

  @Test
  void aHairOfAPhotoThatIsHugeTheOtherWayIsRefusedBeforeDecoding() throws IOException {
    var hair = forgedJpeg(jpeg(64, 64), 1, 65_535);
    var sheet = webpCanvas(1, 1 << 24);
    assertThat(refusal(hair).code()).isEqualTo("photo-dimensions");
    long before = allocated();
    assertThat(refusal(hair).code()).isEqualTo("photo-dimensions");
    assertThat(refusal(sheet).code()).isEqualTo("photo-dimensions");
    assertThat(refusal(webpCanvas(16_000, 16_000)).code()).isEqualTo("photo-too-many-pixels");
    assertThat(allocated() - before).isLessThan(1 << 20);
  }

  private static byte[] webpCanvas(int width, int height) throws IOException {
    var file = ByteBuffer.wrap(resource("animated.webp")).order(ByteOrder.LITTLE_ENDIAN);
    file.putShort(WEBP_CANVAS_AT, (short) (width - 1));
    file.put(WEBP_CANVAS_AT + 2, (byte) ((width - 1) >> 16));
    file.putShort(WEBP_CANVAS_AT + 3, (short) (height - 1));
    file.put(WEBP_CANVAS_AT + 5, (byte) ((height - 1) >> 16));
    return file.array();
  }

  private static byte[] archive() throws IOException {
    var archive = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(archive)) {
      zip.putNextEntry(new ZipEntry("payload.html"));
      zip.write(latin("<script>alert(1)</script>"));
    }
    return archive.toByteArray();
  }

  /** What is stored of an upload, in both sizes. */
  private String kept(byte[] upload) throws IOException {
    return switch (intake.take(new ByteArrayInputStream(upload))) {
      case Intake.Accepted(var photo) ->
          Files.readString(store.path(photo.digest(), PhotoSize.FULL), StandardCharsets.ISO_8859_1)
              + Files.readString(
                  store.path(photo.digest(), PhotoSize.THUMBNAIL), StandardCharsets.ISO_8859_1);
      case Intake.Rejected(var refusal) -> throw new AssertionError(refusal);
    };
  }

  /** Why an upload was refused; nothing of it is left on the disk. */
  private Refusal refusal(byte[] upload) throws IOException {
    var refusal =
        switch (intake.take(new ByteArrayInputStream(upload))) {
          case Intake.Accepted(var photo) -> throw new AssertionError("Accepted: " + photo);
          case Intake.Rejected(var reason) -> reason;
        };
    assertThat(folder.resolve("incoming")).isEmptyDirectory();
    return refusal;
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
