package io.tukar.web;

import io.tukar.evidence.Album;
import io.tukar.evidence.EvidenceStore;
import io.tukar.evidence.PhotoSize;
import io.tukar.evidence.Photos;
import io.tukar.evidence.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers with a photo of an album. Whether the visitor may see the album, the door has asked. */
@Component
public class PhotoAnswer {

  /** A photo never changes; that its reader may see it is asked again after a working day. */
  private static final Duration KEPT_BY_THE_READER = Duration.ofHours(8);

  private static final MediaType VIDEO = MediaType.parseMediaType("video/mp4");

  private static final Logger LOG = LoggerFactory.getLogger(PhotoAnswer.class);

  private final Photos photos;
  private final EvidenceStore store;

  PhotoAnswer(Photos photos, EvidenceStore store) {
    this.photos = photos;
    this.store = store;
  }

  /** The photo in this size; empty where it is not in the album, or its file is lost. */
  public Optional<ResponseEntity<Resource>> of(Album album, long photoId, PhotoSize size)
      throws IOException {
    var found = photos.find(album, photoId);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var stored = found.get().stored();
    try {
      var answer =
          ResponseEntity.ok()
              .cacheControl(CacheControl.maxAge(KEPT_BY_THE_READER).cachePrivate().immutable());
      return Optional.of(
          stored.clip() != null && size == PhotoSize.FULL
              ? answer.contentType(VIDEO).body(clip(stored.digest()))
              : answer
                  .contentType(MediaType.IMAGE_JPEG)
                  .body(new InputStreamResource(store.open(stored.digest(), size))));
    } catch (NoSuchFileException e) {
      LOG.error("Photo {} has no file", photoId, e);
      return Optional.empty();
    }
  }

  /** A file that may be asked for in part, so that a player can go to any second of it. */
  private Resource clip(Sha256 digest) throws NoSuchFileException {
    var file = store.clip(digest);
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(digest.hex());
    }
    return new FileSystemResource(file);
  }
}
