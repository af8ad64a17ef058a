package io.tukar.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Video files as phones write them, box by box; their picture is noise. */
public final class TestClips {

  /** Where it was recorded, as a phone notes it. */
  static final String PLACE = "-06.2088+106.8456/";

  private TestClips() {}

  /** An upright MP4 of so many seconds, 720 by 1280 as a person sees it, with its place. */
  public static byte[] mp4(int seconds) {
    return joined(
        box("ftyp", text("isom"), ints(512), text("isommp42")),
        moov(seconds * 1000L, "vide", 0, udta()),
        box("mdat", new byte[4_000]));
  }

  static byte[] moov(long millis, String handler, int version, byte[] more) {
    var head =
        version == 1
            ? joined(ints(0x01000000), new byte[16], ints(1000), longs(millis), new byte[80])
            : joined(ints(0, 0, 0, 1000, (int) millis), new byte[80]);
    // A quarter turn: a = d = 0, b = 1, c = -1.
    var matrix = ints(0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000);
    var track = joined(new byte[40], matrix, ints(1280 << 16, 720 << 16));
    return box(
        "moov",
        box("mvhd", head),
        box(
            "trak",
            box("tkhd", track),
            box("mdia", box("hdlr", new byte[8], text(handler), new byte[12]))),
        more);
  }

  /** A track of the place second by second, as a camera for sports writes it. */
  static byte[] placeTrack(byte[]... tables) {
    return box(
        "trak",
        box("tkhd", new byte[84]),
        box(
            "mdia",
            box("hdlr", new byte[8], text("meta"), new byte[12]),
            box("minf", box("stbl", tables))));
  }

  static byte[] udta() {
    return box("udta", box("\u00a9xyz", text(PLACE)), ints(0));
  }

  static byte[] box(String kind, byte[]... content) {
    var body = joined(content);
    return joined(ints(body.length + 8), text(kind), body);
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] ints(int... values) {
    var bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
    for (int value : values) {
      bytes.putInt(value);
    }
    return bytes.array();
  }

  static byte[] longs(long value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
  }

  static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
