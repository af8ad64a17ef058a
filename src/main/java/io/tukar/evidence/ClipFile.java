package io.tukar.evidence;

import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Walks the boxes of a video as phones record it: MP4, QuickTime or 3GP (ISO/IEC 14496-12). The
 * picture and the sound are left as they are. What else such a file tells, the place above all, is
 * made free space of the same length, so that no offset in it changes: every box that playing does
 * not need, and every track that is neither picture nor sound.
 */
final class ClipFile {

  /** The parent of the boxes that lie in no other. */
  private static final String FILE = "";

  /** Which boxes stay, by the box they lie in; those that are keys here are walked as well. */
  private static final Map<String, Set<String>> KEPT =
      Map.of(
          FILE,
          Set.of("ftyp", "styp", "moov", "moof", "mdat", "mfra", "sidx", "ssix"),
          "moov",
          Set.of("mvhd", "trak", "mvex", "iods"),
          "trak",
          Set.of("tkhd", "tref", "edts", "tapt", "mdia"),
          "mdia",
          Set.of("mdhd", "hdlr", "minf", "elng"),
          "minf",
          Set.of("vmhd", "smhd", "nmhd", "gmhd", "hdlr", "dinf", "stbl"),
          "stbl",
          Set.of(
              "stsd", "stts", "ctts", "cslg", "stsc", "stsz", "stz2", "stco", "co64", "stss",
              "stsh", "stps", "stdp", "sdtp", "padb", "sbgp", "sgpd", "subs", "saiz", "saio"),
          "mvex",
          Set.of("mehd", "trex", "leva"),
          "moof",
          Set.of("mfhd", "traf"),
          "traf",
          Set.of("tfhd", "tfdt", "trun", "sbgp", "sgpd", "subs", "saiz", "saio", "sdtp"));

  private static final Set<String> STILL_PICTURES = Set.of("avif", "avis");

  /** What QuickTime files without a head begin with. */
  private static final Set<String> HEADLESS = Set.of("moov", "mdat", "wide", "free", "skip");

  private static final int BOX_HEAD_BYTES = 8;
  private static final int BOXES_MAX = 10_000;
  private static final int SIDE_PIXELS_MAX = 8_192;
  private static final byte[] FREE = {'f', 'r', 'e', 'e'};

  private final ByteBuffer file;
  private final List<Track> others = new ArrayList<>();
  private int boxes;
  private long timescale;
  private long duration;
  private boolean video;
  private boolean content;
  private boolean fragmented;
  private int width;
  private int height;
  private Track track = new Track(0, 0);

  private ClipFile(ByteBuffer file) {
    this.file = file.duplicate().order(ByteOrder.BIG_ENDIAN);
  }

  /** A track as far as it is read: where its box lies, and what is known of it. */
  private static final class Track {
    final int at;
    final int next;
    final Map<String, Integer> tables = new HashMap<>();
    String handler = "";
    int width;
    int height;

    Track(int at, int next) {
      this.at = at;
      this.next = next;
    }
  }

  /**
   * What the file says of itself.
   *
   * @param width pixels, as a person sees it
   * @param height pixels, as a person sees it
   */
  record Told(Duration length, int width, int height) {}

  /** Whether a file that begins like this may be a video of a kind that is taken. */
  static boolean mayBe(ByteBuffer start) {
    return start.limit() >= 12
        && ImageHeader.startsWith(start, 4, "ftyp")
        && !HeicHeader.is(start)
        && !STILL_PICTURES.contains(ImageHeader.text(start, 8, 4));
  }

  /** Whether it begins like a video of another kind: WebM or Matroska, AVI, QuickTime of old. */
  static boolean mayBeAnother(ByteBuffer start) {
    return start.limit() >= 12
        && (ImageHeader.startsWith(start, 0, "\u001aE\u00df\u00a3")
            || (ImageHeader.startsWith(start, 0, "RIFF")
                && ImageHeader.startsWith(start, 8, "AVI "))
            || HEADLESS.contains(ImageHeader.text(start, 4, 4)));
  }

  /**
   * Reads a whole file that is mapped for writing, and takes out what it tells beside picture and
   * sound.
   */
  static Answer<Told> read(ByteBuffer mapped) {
    var clip = new ClipFile(mapped);
    if (!clip.walk(FILE, 0, mapped.limit())) {
      return Answer.refused(Refusal.of("clip-truncated", "photo"));
    }
    return clip.silenced() ? clip.told() : unreadable();
  }

  private static Answer<Told> unreadable() {
    return Answer.refused(Refusal.of("clip-unreadable", "photo"));
  }

  private Answer<Told> told() {
    if (!video || !content || timescale < 1 || duration < 1 || width < 1 || height < 1) {
      return unreadable();
    }
    if (width > SIDE_PIXELS_MAX || height > SIDE_PIXELS_MAX) {
      return Answer.refused(Refusal.of("photo-dimensions", "photo", width, height));
    }
    var seconds = duration / timescale;
    var millis = duration % timescale * 1_000 / timescale;
    // Whoever says more is refused for it; more than a day is not worth a sum.
    var length =
        Duration.ofSeconds(Math.min(seconds, Duration.ofDays(1).toSeconds())).plusMillis(millis);
    return length.isZero() ? unreadable() : Answer.done(new Told(length, width, height));
  }

  /** False where another track's content cannot be found, to be taken out. */
  private boolean silenced() {
    if (fragmented && !others.isEmpty()) {
      return false;
    }
    for (var other : others) {
      if (!ClipSamples.erase(file, other.tables)) {
        return false;
      }
      blank(other.at, other.at + BOX_HEAD_BYTES, other.next);
    }
    return true;
  }

  /** False where a box ends outside of the one that holds it, or where there are too many. */
  private boolean walk(String parent, int from, int end) {
    int at = from;
    while (at + BOX_HEAD_BYTES <= end) {
      long length = Integer.toUnsignedLong(file.getInt(at));
      int body = at + BOX_HEAD_BYTES;
      if (length == 0 && parent.equals(FILE)) {
        length = (long) end - at;
      } else if (length == 1 && body + Long.BYTES <= end) {
        length = file.getLong(body);
        body += Long.BYTES;
      }
      if (length < body - at || length > end - at || ++boxes > BOXES_MAX) {
        return false;
      }
      int next = at + (int) length;
      var kind = ImageHeader.text(file, at + 4, 4);
      if (!KEPT.getOrDefault(parent, Set.of()).contains(kind)) {
        blank(at, body, next);
      } else if (!box(kind, at, body, next)) {
        return false;
      }
      at = next;
    }
    // Some end a list of boxes with four zeros; nothing else may be left.
    return at == end || (at + 4 == end && file.getInt(at) == 0);
  }

  private boolean box(String kind, int at, int body, int next) {
    return switch (kind) {
      case "mdat" -> {
        content |= next > body;
        yield true;
      }
      case "mvhd" -> movieHead(body, next);
      case "mehd" -> fragments(body, next);
      case "tkhd" -> trackHead(body, next);
      case "trak" -> track(at, body, next);
      case "moof" -> {
        fragmented = true;
        yield walk(kind, body, next);
      }
      case "hdlr" -> handler(body, next);
      case "stsz", "stsc", "stco", "co64" -> {
        track.tables.put(kind, body);
        yield true;
      }
      default -> !KEPT.containsKey(kind) || walk(kind, body, next);
    };
  }

  private boolean track(int at, int body, int next) {
    track = new Track(at, next);
    if (!walk("trak", body, next)) {
      return false;
    }
    switch (track.handler) {
      case "vide" -> {
        if (!video) {
          video = true;
          width = track.width;
          height = track.height;
        }
      }
      case "soun" -> {}
      default -> others.add(track);
    }
    return true;
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
    track.width = turned ? down : across;
    track.height = turned ? across : down;
    return true;
  }

  /** The first one of a track says what is in it; a later one how it lies in the file. */
  private boolean handler(int body, int next) {
    if (next - body < 12) {
      return false;
    }
    if (track.handler.isEmpty()) {
      track.handler = ImageHeader.text(file, body + 8, 4);
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
