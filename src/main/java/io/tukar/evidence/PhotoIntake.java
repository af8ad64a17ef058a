package io.tukar.evidence;

import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes photos in. What a file is, is decided by its content: JPEG, PNG, WebP or HEIC, judged by
 * its header before anything is decoded, then decoded and encoded anew, so that neither metadata
 * (the place, the phone) nor anything hidden in the file is kept. A short video is taken in by its
 * own rules.
 */
public final class PhotoIntake {

  public static final int PHOTO_MEBIBYTES_MAX = 15;
  public static final int PHOTO_MEGAPIXELS_MAX = 40;

  /** Less than the others: its decoder needs eight times the memory. */
  public static final int WEBP_MEGAPIXELS_MAX = 4;

  public static final int SIDE_PIXELS_MIN = 16;
  public static final int SIDE_PIXELS_MAX = 30_000;
  public static final int STORED_SIDE_PIXELS_MAX = 2400;
  public static final int THUMBNAIL_SIDE_PIXELS_MAX = 320;

  private static final int PHOTO_BYTES_MAX = PHOTO_MEBIBYTES_MAX * 1024 * 1024;
  private static final int MEGA = 1_000_000;

  /** Enough to tell a video by. */
  private static final int START_BYTES = 32;

  private static final int DECODING_MEBIBYTES_MAX = 112;

  /** The encoder and the stored size's own pixels. */
  private static final int ENCODING_MEBIBYTES = 24;

  private static final int WAIT_SECONDS_MAX = 20;

  private static final Logger LOG = LoggerFactory.getLogger(PhotoIntake.class);

  private final EvidenceStore store;
  private final ClipIntake clips;
  private final @Nullable HeicProgram heic;

  /** One permit is a mebibyte of memory; fair, so that a large photo is not starved. */
  private final Semaphore mebibytes = new Semaphore(DECODING_MEBIBYTES_MAX, true);

  /** Takes in what Java itself reads. */
  public PhotoIntake(EvidenceStore store) {
    this(store, null);
  }

  /**
   * @param heic reads HEIC photos; null where the machine has no program that does
   */
  PhotoIntake(EvidenceStore store, @Nullable HeicProgram heic) {
    this.store = store;
    this.clips = new ClipIntake(store);
    this.heic = heic;
  }

  /** What a picture is decoded for. */
  private interface Use<T> {
    Answer<T> of(BufferedImage image) throws IOException;
  }

  /**
   * Reads an upload to its end, or to one byte past the limit, and keeps it if it is a photo or a
   * short video.
   *
   * @throws IOException where the upload breaks off or this machine's disk cannot be written
   */
  public Intake take(InputStream upload) throws IOException {
    try {
      return switch (spooled(upload)) {
        case Answer.Done<StoredPhoto>(var photo) -> new Intake.Accepted(photo);
        case Answer.Refused<StoredPhoto>(var reasons) -> new Intake.Rejected(reasons.getFirst());
      };
    } catch (StoreUnreachable e) {
      LOG.error("A photo is refused: {}", e.getMessage());
      return new Intake.Rejected(Refusal.of("photo-store-away", "photo"));
    }
  }

  /** A video is known by its beginning, and may be longer than a photo. */
  private Answer<StoredPhoto> spooled(InputStream upload) throws IOException {
    var start = upload.readNBytes(START_BYTES);
    var whole = new SequenceInputStream(new ByteArrayInputStream(start), upload);
    if (ClipFile.mayBeAnother(ByteBuffer.wrap(start))) {
      return rejected("clip-unreadable");
    }
    if (!ClipFile.mayBe(ByteBuffer.wrap(start))) {
      return decoded(whole, this::kept);
    }
    var spool = store.spool();
    try {
      return clips.take(spool, spool(whole, spool, (long) ClipIntake.CLIP_MEBIBYTES_MAX << 20));
    } finally {
      Files.deleteIfExists(spool);
    }
  }

  /**
   * What a photographed label says in its bar code or QR code. The photo is judged as any other,
   * and nothing of it is kept.
   *
   * @throws IOException where the upload breaks off
   */
  public Answer<String> code(InputStream upload) throws IOException {
    return decoded(
        upload,
        image ->
            CodeReader.read(image)
                .map(Answer::done)
                .orElseGet(() -> rejected("photo-without-code")));
  }

  private <T> Answer<T> decoded(InputStream upload, Use<T> use) throws IOException {
    var spool = store.spool();
    try {
      long length = spool(upload, spool, PHOTO_BYTES_MAX);
      if (length == 0) {
        return rejected("photo-empty");
      }
      if (length > PHOTO_BYTES_MAX) {
        return rejected("photo-too-large", PHOTO_MEBIBYTES_MAX);
      }
      return switch (header(spool)) {
        case Answer.Refused<ImageHeader>(var reasons) -> new Answer.Refused<>(reasons);
        case Answer.Done<ImageHeader>(var header) -> judged(spool, header, use);
      };
    } finally {
      Files.deleteIfExists(spool);
    }
  }

  private static long spool(InputStream upload, Path spool, long most) throws IOException {
    try (var out = Files.newOutputStream(spool)) {
      var buffer = new byte[16 * 1024];
      long length = 0;
      while (length <= most) {
        int read = upload.read(buffer);
        if (read < 0) {
          break;
        }
        out.write(buffer, 0, read);
        length += read;
      }
      return length;
    }
  }

  private static Answer<ImageHeader> header(Path spool) throws IOException {
    try (var channel = FileChannel.open(spool, StandardOpenOption.READ);
        var arena = Arena.ofConfined()) {
      var file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      return ImageHeader.read(file.asByteBuffer());
    }
  }

  private <T> Answer<T> judged(Path spool, ImageHeader header, Use<T> use) throws IOException {
    int shortSide = Math.min(header.width(), header.height());
    if (shortSide < SIDE_PIXELS_MIN || header.longSide() > SIDE_PIXELS_MAX) {
      return rejected("photo-dimensions", header.width(), header.height());
    }
    int megapixelsMax =
        header.format() == ImageFormat.WEBP ? WEBP_MEGAPIXELS_MAX : PHOTO_MEGAPIXELS_MAX;
    if (header.pixels() > (long) megapixelsMax * MEGA) {
      return rejected("photo-too-many-pixels", megapixelsMax, header.format());
    }
    if (header.format() == ImageFormat.HEIC) {
      return converted(spool, use);
    }
    long needed = (PhotoDecoder.memoryBytes(header) >> 20) + ENCODING_MEBIBYTES;
    int permits = (int) Math.min(needed, DECODING_MEBIBYTES_MAX);
    if (!acquired(permits)) {
      return rejected("photo-busy");
    }
    try {
      return decoded(spool, header, use);
    } finally {
      mebibytes.release(permits);
    }
  }

  private <T> Answer<T> converted(Path spool, Use<T> use) throws IOException {
    if (heic == null) {
      return rejected("photo-heic");
    }
    var jpeg = store.spool();
    try {
      if (!heic.convert(spool, jpeg)) {
        return rejected("photo-unreadable");
      }
      return switch (header(jpeg)) {
        case Answer.Done<ImageHeader>(var header) when header.format() == ImageFormat.JPEG ->
            // Its pixels stand upright, whatever the copied metadata says.
            judged(jpeg, header.upright(), use);
        case Answer.Done<ImageHeader> other -> rejected("photo-unreadable");
        case Answer.Refused<ImageHeader> refused -> rejected("photo-unreadable");
      };
    } finally {
      Files.deleteIfExists(jpeg);
    }
  }

  private boolean acquired(int permits) throws IOException {
    try {
      return mebibytes.tryAcquire(permits, WAIT_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("Stopped while waiting").initCause(e);
    }
  }

  private static <T> Answer<T> decoded(Path spool, ImageHeader header, Use<T> use)
      throws IOException {
    final BufferedImage image;
    try {
      image = PhotoDecoder.decode(spool, header, STORED_SIDE_PIXELS_MAX);
    } catch (IOException e) {
      return rejected("photo-unreadable");
    }
    return use.of(image);
  }

  private Answer<StoredPhoto> kept(BufferedImage image) throws IOException {
    var full = PhotoDecoder.jpeg(image);
    var small = PhotoDecoder.scaled(image, THUMBNAIL_SIDE_PIXELS_MAX);
    var thumbnail = PhotoDecoder.jpeg(small);
    var digest = Sha256.of(full);
    store.keep(digest, full, thumbnail);
    return Answer.done(
        new StoredPhoto(
            digest,
            full.length,
            image.getWidth(),
            image.getHeight(),
            Likeness.of(small).orElse(null),
            null));
  }

  private static <T> Answer<T> rejected(String code, Object... args) {
    return Answer.refused(Refusal.of(code, "photo", args));
  }
}
