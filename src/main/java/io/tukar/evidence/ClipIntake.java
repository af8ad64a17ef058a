package io.tukar.evidence;

import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Takes short videos in: judged by their boxes, kept as they were recorded but for what they tell
 * of the place and the phone. They are not decoded; whoever watches one has a browser that does.
 */
final class ClipIntake {

  static final int CLIP_MEBIBYTES_MAX = 50;
  static final Duration LENGTH_MAX = Duration.ofMinutes(3);

  private final EvidenceStore store;

  ClipIntake(EvidenceStore store) {
    this.store = store;
  }

  /** Judges and keeps the spooled file, which it changes. */
  Answer<StoredPhoto> take(Path spool, long length) throws IOException {
    if (length > (long) CLIP_MEBIBYTES_MAX << 20) {
      return Answer.refused(Refusal.of("clip-too-large", "photo", CLIP_MEBIBYTES_MAX));
    }
    return switch (read(spool)) {
      case Answer.Refused<ClipFile.Told>(var reasons) -> new Answer.Refused<>(reasons);
      case Answer.Done<ClipFile.Told>(var told) when told.length().compareTo(LENGTH_MAX) > 0 ->
          Answer.refused(Refusal.of("clip-too-long", "photo", LENGTH_MAX.toMinutes()));
      case Answer.Done<ClipFile.Told>(var told) -> {
        var digest = Sha256.of(spool);
        store.keepClip(digest, spool, ClipSign.JPEG);
        yield Answer.done(
            new StoredPhoto(
                digest, Math.toIntExact(length), told.width(), told.height(), null, told.length()));
      }
    };
  }

  private static Answer<ClipFile.Told> read(Path spool) throws IOException {
    try (var channel = FileChannel.open(spool, StandardOpenOption.READ, StandardOpenOption.WRITE);
        var arena = Arena.ofConfined()) {
      var file = channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size(), arena);
      var told = ClipFile.read(file.asByteBuffer());
      file.force();
      return told;
    }
  }
}
