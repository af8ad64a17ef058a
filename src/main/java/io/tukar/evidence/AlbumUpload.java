package io.tukar.evidence;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Takes an uploaded photo in and puts it into its album, for whichever door it came through. */
@Component
public class AlbumUpload {

  private final PhotoIntake intake;
  private final Photos photos;

  AlbumUpload(PhotoIntake intake, Photos photos) {
    this.intake = intake;
    this.photos = photos;
  }

  /** Keeps an upload, or says why not; nothing of a refused one is kept. The caller closes it. */
  public Answer<Photo> keep(
      Album album, Caption caption, InputStream upload, Actor by, Instant at) {
    final Intake taken;
    try {
      taken = intake.take(upload);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return switch (taken) {
      case Intake.Rejected(var refusal) -> Answer.refused(refusal);
      case Intake.Accepted(var stored) -> photos.attach(album, caption, stored, by, at);
    };
  }
}
