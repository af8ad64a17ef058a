package io.tukar.desk;

import io.tukar.evidence.Album;
import io.tukar.evidence.AlbumUpload;
import io.tukar.evidence.Caption;
import io.tukar.evidence.Photo;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes in the photos of a form's field {@code photo}, each by itself. */
@Component
public class PhotoUploads {

  /** One form has no more. */
  public static final int FILES_MAX = 10;

  private final AlbumUpload upload;

  PhotoUploads(AlbumUpload upload) {
    this.upload = upload;
  }

  /** How many were kept, and why the others were not. */
  public record Taken(int kept, List<Refusal> refusals) {
    public Taken {
      refusals = List.copyOf(refusals);
    }
  }

  /** Keeps what can be kept; refused as a whole where there is none, or more than fit a form. */
  public Taken take(Album album, Caption caption, List<MultipartFile> files, Instant at, Actor by)
      throws IOException {
    var sent = files.stream().filter(file -> !file.isEmpty()).toList();
    if (sent.isEmpty()) {
      return new Taken(0, List.of(Refusal.of("photo-missing", "photo")));
    }
    if (sent.size() > FILES_MAX) {
      return new Taken(0, List.of(Refusal.of("photos-too-many", "photo", FILES_MAX)));
    }
    var refusals = new ArrayList<Refusal>();
    int kept = 0;
    for (var file : sent) {
      try (var sentFile = file.getInputStream()) {
        switch (upload.keep(album, caption, sentFile, by, at)) {
          case Answer.Done<Photo> done -> kept++;
          case Answer.Refused<Photo>(var reasons) ->
              reasons.forEach(reason -> refusals.add(atField(reason)));
        }
      }
    }
    return new Taken(kept, refusals);
  }

  /** As {@link #take}, of a form that may come without photos; says why some were not kept. */
  public List<Refusal> takeAny(
      Album album, Caption caption, @Nullable List<MultipartFile> files, Instant at, Actor by) {
    if (files == null || files.stream().allMatch(MultipartFile::isEmpty)) {
      return List.of();
    }
    try {
      return take(album, caption, files, at, by).refusals();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Refusal atField(Refusal refusal) {
    return new Refusal(refusal.code(), "photo", refusal.args());
  }
}
