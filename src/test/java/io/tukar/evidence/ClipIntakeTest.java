package io.tukar.evidence;

import static io.tukar.evidence.TestClips.box;
import static io.tukar.evidence.TestClips.ints;
import static io.tukar.evidence.TestClips.joined;
import static io.tukar.evidence.TestClips.moov;
import static io.tukar.evidence.TestClips.mp4;
import static io.tukar.evidence.TestClips.text;
import static io.tukar.evidence.TestClips.udta;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipIntakeTest {

  private static final byte[] FTYP = box("ftyp", text("isom"), ints(512), text("isommp42"));
  private static final byte[] MDAT = box("mdat", new byte[100]);

  @TempDir private Path folder;
  private FolderStore store;
  private PhotoIntake intake;

  @BeforeEach
  void open() throws IOException {
    store = new FolderStore(folder);
    intake = new PhotoIntake(store);
  }

  @Test
  void aVideoIsKeptAsItWasRecordedButForItsPlace() throws IOException {
    var sent = mp4(12);
    var clip = accepted(sent);

    assertThat(clip.clip()).isEqualTo(Duration.ofSeconds(12));
    assertThat(clip.width()).as("upright").isEqualTo(720);
    assertThat(clip.height()).isEqualTo(1280);
    assertThat(clip.likeness()).isNull();
    var kept = Files.readAllBytes(store.path(clip.digest(), EvidenceStore.CLIP));
    assertThat(Sha256.of(kept)).isEqualTo(clip.digest());
    assertThat(latin(sent)).contains(TestClips.PLACE);
    var told = latin(sent).indexOf("udta");
    var expected = sent.clone();
    Arrays.fill(expected, told + 4, told - 4 + udta().length, (byte) 0);
    System.arraycopy(text("free"), 0, expected, told, 4);
    assertThat(kept).as("nothing else changes").isEqualTo(expected);
    try (var sign = store.open(clip.digest(), PhotoSize.THUMBNAIL)) {
      assertThat(TestPhotos.decoded(sign.readAllBytes()).getWidth()).isEqualTo(320);
    }
  }

  @Test
  void theSameVideoIsKeptOnce() throws IOException {
    assertThat(accepted(mp4(3)).digest()).isEqualTo(accepted(mp4(3)).digest());

    try (var files = Files.walk(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".clip"))).hasSize(1);
    }
  }

  @Test
  void aVideoThatNothingNamesIsSweptLikeAPhoto() throws IOException {
    var digest = accepted(mp4(3)).digest();
    var tomorrow = Instant.now().plus(Duration.ofDays(1));
    var shard = digest.toBytes()[0] & 0xFF;

    assertThat(store.takenInBefore(tomorrow, shard)).containsExactly(digest);
    assertThat(store.discard(digest, tomorrow)).isTrue();
    assertThat(store.path(digest, EvidenceStore.CLIP)).doesNotExist();
    assertThat(store.path(digest, PhotoSize.THUMBNAIL)).doesNotExist();
  }

  @Test
  void longerOrLargerThanAllowedIsRefused() throws IOException {
    assertThat(accepted(mp4(180)).clip()).isEqualTo(Duration.ofMinutes(3));
    assertThat(reason(mp4(181))).isEqualTo("clip-too-long");
    assertThat(reason(joined(FTYP, moov(Long.MAX_VALUE / 4, "vide", 1, new byte[0]), MDAT)))
        .isEqualTo("clip-too-long");
    var start = joined(FTYP, moov(3_000, "vide", 0, new byte[0]), ints(0), text("mdat"));
    assertThat(rejected(new Endless(start))).isEqualTo("clip-too-large");
    nothingIsLeft();
  }

  @Test
  void whatIsCutOffOrNoVideoIsRefused() throws IOException {
    var whole = mp4(5);
    for (int length = 12; length < whole.length; length += 97) {
      assertThat(reason(Arrays.copyOf(whole, length))).startsWith("clip-");
    }
    assertThat(reason(joined(FTYP, moov(3_000, "soun", 0, new byte[0]), MDAT)))
        .as("sound alone")
        .isEqualTo("clip-unreadable");
    assertThat(reason(joined(FTYP, moov(0, "vide", 0, new byte[0]), MDAT)))
        .isEqualTo("clip-unreadable");
    assertThat(reason(joined(FTYP, moov(3_000, "vide", 0, new byte[0]))))
        .as("without content")
        .isEqualTo("clip-unreadable");
    assertThat(reason(joined(mp4(5), text("<script>alert(1)</script>"))))
        .as("something behind it")
        .isEqualTo("clip-truncated");
    assertThat(reason(joined(FTYP, box("moov", box("mvhd", new byte[4])), MDAT)))
        .isEqualTo("clip-truncated");
    nothingIsLeft();
  }

  @Test
  void lessThanAMillisecondIsNoVideo() throws IOException {
    var nothing = joined(FTYP, moov(1, "vide", 0, new byte[0]), MDAT);
    var timescale = latin(nothing).indexOf("mvhd") + 4 + 12;
    System.arraycopy(ints(90_000), 0, nothing, timescale, 4);

    assertThat(reason(nothing)).isEqualTo("clip-unreadable");
  }

  @Test
  void aVideoOfAnotherKindIsToldSo() throws IOException {
    var behind = new byte[40];
    for (var start :
        new byte[][] {
          text("\u001aE\u00df\u00a3"),
          text("RIFF\0\0\0\0AVI "),
          box("wide", new byte[0]),
          joined(moov(3_000, "vide", 0, udta()), MDAT)
        }) {
      assertThat(reason(joined(start, behind))).isEqualTo("clip-unreadable");
    }
    nothingIsLeft();
  }

  @Test
  void thePlaceIsTakenOutWhereverABoxHidesIt() throws IOException {
    var place = text(TestClips.PLACE);
    for (var hidden :
        new byte[][] {
          box("free", place),
          box("skip", place),
          box("wide", place),
          box("uuid", new byte[16], place),
          box("GPSX", place),
          box("moof", box("traf", box("udta", place))),
          box("moof", box("meta", place)),
          box("moov", box("moov", place)),
        }) {
      var clip = accepted(joined(FTYP, hidden, moov(3_000, "vide", 0, udta()), MDAT));

      assertThat(kept(clip)).as(latin(hidden)).doesNotContain(TestClips.PLACE);
    }
  }

  @Test
  void aTrackOfPlacesIsTakenOutWithItsContent() throws IOException {
    var place = text(TestClips.PLACE);
    var media = box("mdat", text("PICTURE"), place, text("SOUND"), place, place);
    var start = FTYP.length + 8;
    var more =
        TestClips.placeTrack(
            box("stsz", ints(0, 0, 3, place.length, place.length, place.length)),
            box("stsc", ints(0, 2, 1, 1, 1, 2, 2, 1)),
            box("stco", ints(0, 2, start + 7, start + 12 + place.length)));
    var clip = accepted(joined(FTYP, media, moov(3_000, "vide", 0, more)));

    assertThat(kept(clip))
        .doesNotContain(TestClips.PLACE)
        .doesNotContain("meta")
        .containsOnlyOnce("trak")
        .contains("PICTURE" + "\0".repeat(place.length) + "SOUND" + "\0".repeat(2 * place.length));
  }

  @Test
  void aTrackWhoseContentCannotBeFoundIsNotKept() throws IOException {
    var size = box("stsz", ints(0, 8, 2));
    var runs = box("stsc", ints(0, 1, 1, 2, 1));
    for (var tables :
        new byte[][][] {
          {},
          {size, runs},
          {size, runs, box("stco", ints(0, 1, 1 << 30))},
          {size, runs, box("co64", ints(0, 1, -1, -1))},
          {size, runs, box("stco", ints(0, 0))},
          {size, runs, box("stco", ints(0, 9))},
          {box("stsz", ints(0, 1, -1)), runs, box("stco", ints(0, 1, 8))},
          {box("stsz", ints(0, 0, 9, 5)), runs, box("stco", ints(0, 1, 8))},
          {box("stsz", ints(0, 1 << 20, 9)), runs, box("stco", ints(0, 1, 8))},
          {size, box("stsc", ints(0)), box("stco", ints(0, 1, 8))},
        }) {
      var file = joined(FTYP, MDAT, moov(3_000, "vide", 0, TestClips.placeTrack(tables)));

      assertThat(reason(file)).isEqualTo("clip-unreadable");
    }
    nothingIsLeft();
  }

  @Test
  void boxesWithinBoxesOrWithoutEndAreNoVideo() throws IOException {
    var deep = moov(3_000, "vide", 0, udta());
    for (int i = 0; i < 50; i++) {
      deep = box("moov", deep);
    }
    assertThat(reason(joined(FTYP, deep, MDAT))).isEqualTo("clip-unreadable");
    var many = new byte[200_000];
    for (int at = 0; at < many.length; at += 8) {
      System.arraycopy(box("free"), 0, many, at, 8);
    }
    assertThat(reason(joined(FTYP, many, MDAT))).isEqualTo("clip-truncated");
  }

  @Test
  void noDamageOfAFileBreaksMoreThanTheFile() throws IOException {
    var random = new Random(41);
    for (int i = 0; i < 3_000; i++) {
      var file = mp4(5);
      for (int n = 1 + random.nextInt(6); n > 0; n--) {
        file[12 + random.nextInt(600)] = (byte) random.nextInt(256);
      }
      var answer = intake.take(new ByteArrayInputStream(file));
      assertThat(answer).isInstanceOfAny(Intake.Accepted.class, Intake.Rejected.class);
    }
  }

  private void nothingIsLeft() throws IOException {
    try (var files = Files.list(folder.resolve("incoming"))) {
      assertThat(files).isEmpty();
    }
  }

  private StoredPhoto accepted(byte[] file) throws IOException {
    return switch (intake.take(new ByteArrayInputStream(file))) {
      case Intake.Accepted(var photo) -> photo;
      case Intake.Rejected(var refusal) -> throw new AssertionError(refusal.toString());
    };
  }

  private String kept(StoredPhoto clip) throws IOException {
    return latin(Files.readAllBytes(store.path(clip.digest(), EvidenceStore.CLIP)));
  }

  private String reason(byte[] file) throws IOException {
    return rejected(new ByteArrayInputStream(file));
  }

  private String rejected(InputStream file) throws IOException {
    return switch (intake.take(file)) {
      case Intake.Accepted(var photo) -> "accepted " + photo;
      case Intake.Rejected(var refusal) -> refusal.code();
    };
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** A file that begins like this and does not end. */
  private static final class Endless extends InputStream {
    private final InputStream start;

    Endless(byte[] start) {
      this.start = new ByteArrayInputStream(start);
    }

    @Override
    public int read() throws IOException {
      int next = start.read();
      return next < 0 ? 7 : next;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int read = start.read(into, from, most);
      if (read >= 0) {
        return read;
      }
      Arrays.fill(into, from, from + most, (byte) 7);
      return most;
    }
  }
}
