package io.tukar.evidence;

import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Set;

/**
 * Walks the boxes of a video as phones record it: MP4, QuickTime or 3GP (ISO/IEC 14496-12). The
 * picture and the sound are left as they are; what else such a file tells, the place above all, is
 * made free space of the same length, so that no offset in it changes.
 */
final class ClipFile {

  /** Boxes that hold words about the video: user data, metadata, and anybody's own. */
  private static final Set<String> TELLING = Set.of("udta", "meta", "uuid", "XMP_");

  private static final Set<String> WALKED = Set.of("moov", "trak", "mdia", "mvex");
  private static final Set<String> STILL_PICTURES = Set.of("avif", "avis");

  private static final int BOX_HEAD_BYTES = 8;
  private static final int DEPTH_MAX = 6;
  private static final int BOXES_MAX = 10_000;
  private static final int SIDE_PIXELS_MAX = 8_192;
  private static final byte[] FREE = {'f', 'r', 'e', 'e'};

  private final ByteBuffer file;
  private int boxes;
  private long timescale;
  private long duration;
  private boolean video;
  private boolean content;
  private int trackWidth;
  private int trackHeight;
  private int width;
  private int height;

  private ClipFile(ByteBuffer file) {
    this.file = file.duplicate().order(ByteOrder.BIG_ENDIAN);
  }

  /**
   * What the file says of itself.
   *
   * @param width pixels, as a person sees it
   * @param height pixels, as a person sees it
   */
  record Told(Duration length, int width, int height) {}

  /** Whether a file that begins like this may be a video. */
  static boolean mayBe(ByteBuffer start) {
    return start.limit() >= 12
        && ImageHeader.startsWith(start, 4, "ftyp")
        && !HeicHeader.is(start)
        && !STILL_PICTURES.contains(ImageHeader.text(start, 8, 4));
  }

  /**
   * Reads a whole file that is mapped for writing, and takes out what it tells beside picture and
   * sound.
   */
  static Answer<Told> read(ByteBuffer mapped) {
    var clip = new ClipFile(mapped);
    if (!clip.walk(0, mapped.limit(), 0)) {
      return Answer.refused(Refusal.of("clip-truncated", "photo"));
    }
    return clip.told();
  }

  private Answer<Told> told() {
    if (!video || !content || timescale < 1 || duration < 1 || width < 1 || height < 1) {
      return Answer.refused(Refusal.of("clip-unreadable", "photo"));
    }
    if (width > SIDE_PIXELS_MAX || height > SIDE_PIXELS_MAX) {
      return Answer.refused(Refusal.of("photo-dimensions", "photo", width, height));
    }
    var seconds = duration / timescale;
    var millis = duration % timescale * 1_000 / timescale;
    // Whoever says more is refused for it; more than a day is not worth a sum.
    return Answer.done(
        new Told(
            Duration.ofSeconds(Math.min(seconds, Duration.ofDays(1).toSeconds()))
                .plusMillis(millis),
            width,
            height));
  }

  /** False where a box ends outside of the one that holds it, or where there are too many. */
  private boolean walk(int from, int end, int depth) {
    int at = from;
    while (at + BOX_HEAD_BYTES <= end) {
      long length = Integer.toUnsignedLong(file.getInt(at));
      int body = at + BOX_HEAD_BYTES;
      if (length == 0 && depth == 0) {
        length = (long) end - at;
      } else if (length == 1 && body + Long.BYTES <= end) {
        length = file.getLong(body);
        body += Long.BYTES;
      }
      if (length < body - at || length > end - at || ++boxes > BOXES_MAX) {
        return false;
      }
      int next = at + (int) length;
      if (!box(ImageHeader.text(file, at + 4, 4), at, body, next, depth)) {
        return false;
      }
      at = next;
    }
    // QuickTime ends the list of user data with four zeros; nothing else may be left.
    return at == end;
  }

  private boolean box(String kind, int at, int body, int next, int depth) {
    if (TELLING.contains(kind)) {
      blank(at, body, next);
      return true;
    }
    return switch (kind) {
      case "mdat" -> {
        content |= next > body;
        yield true;
      }
      case "mvhd" -> movieHead(body, next);
      case "mehd" -> fragments(body, next);
      case "tkhd" -> trackHead(body, next);
      case "hdlr" -> handler(body, next);
      default -> !WALKED.contains(kind) || (depth < DEPTH_MAX && walk(body, next, depth + 1));
    };
  }

  private boolean movieHead(int body, int next) {
    boolean wide = next - body >= 32 && file.get(body) == 1;
    if (next - body < (wide ? 32 : 20)) {
      return false;
    }
    timescale = Integer.toUnsignedLong(file.getInt(body + (wide ? 20 : 12)));
    duration = wide ? file.getLong(body + 24) : Integer.toUnsignedLong(file.getInt(body + 16));
    if (duration < 0 || duration == 0xFFFF_FFFFL) {
      duration = 0;
    }
    return true;
  }

  /** A video recorded piece by piece says its length here. */
  private boolean fragments(int body, int next) {
    boolean wide = next - body >= 12 && file.get(body) == 1;
    if (next - body < 8) {
      return false;
    }
    if (duration == 0) {
      duration =
          Math.max(
              0, wide ? file.getLong(body + 4) : Integer.toUnsignedLong(file.getInt(body + 4)));
    }
    return true;
  }

  /** Width and height stand at the end, behind the matrix that turns the picture. */
  private boolean trackHead(int body, int next) {
    int bytes = file.get(body) == 1 ? 96 : 84;
    if (next - body < bytes) {
      return false;
    }
    int sides = body + bytes - 8;
    boolean turned = file.getInt(sides - 36) == 0 && file.getInt(sides - 36 + 16) == 0;
    int across = file.getInt(sides) >>> 16;
    int down = file.getInt(sides + 4) >>> 16;
    trackWidth = turned ? down : across;
    trackHeight = turned ? across : down;
    return true;
  }

  /** The track whose head was read last has this kind of content. */
  private boolean handler(int body, int next) {
    if (next - body < 12) {
      return false;
    }
    if (!video && ImageHeader.text(file, body + 8, 4).equals("vide")) {
      video = true;
      width = trackWidth;
      height = trackHeight;
    }
    return true;
  }

  private void blank(int at, int body, int next) {
    file.put(at + 4, FREE);
    for (int i = body; i < next; i++) {
      file.put(i, (byte) 0);
    }
  }
}
