package io.tukar.web;

import io.tukar.evidence.Album;
import io.tukar.evidence.EvidenceStore;
import io.tukar.evidence.PhotoSize;
import io.tukar.evidence.Photos;
import io.tukar.evidence.StoreUnreachable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers with a photo of an album. Whether the visitor may see the album, the door has asked. */
@Component
public class PhotoAnswer {

  /** A photo never changes; that its reader may see it is asked again after a working day. */
  private static final Duration KEPT_BY_THE_READER = Duration.ofHours(8);

  private static final MediaType VIDEO = MediaType.parseMediaType("video/mp4");

  private static final String AGAIN_AFTER_SECONDS = "30";

  private static final Logger LOG = LoggerFactory.getLogger(PhotoAnswer.class);

  private final Photos photos;
  private final EvidenceStore store;

  PhotoAnswer(Photos photos, EvidenceStore store) {
    this.photos = photos;
    this.store = store;
  }

  /**
   * The photo in this size; empty where it is not in the album, or its file is lost. A store that
   * does not answer is told as such (503): the page around the picture stands without it.
   */
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
              ? answer.contentType(VIDEO).body(new Film(store.clip(stored.digest())))
              : answer
                  .contentType(MediaType.IMAGE_JPEG)
                  .body(new InputStreamResource(store.open(stored.digest(), size))));
    } catch (NoSuchFileException e) {
      LOG.error("Photo {} has no file", photoId, e);
      return Optional.empty();
    } catch (StoreUnreachable e) {
      LOG.warn("Photo {} is not shown: {}", photoId, e.getMessage());
      return Optional.of(
          ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
              .cacheControl(CacheControl.noStore())
              .header(HttpHeaders.RETRY_AFTER, AGAIN_AFTER_SECONDS)
              .build());
    }
  }

  /** A video that may be asked for in part, so that a player can go to any second of it. */
  private static final class Film extends AbstractResource {
    private final EvidenceStore.Clip clip;

    Film(EvidenceStore.Clip clip) {
      this.clip = clip;
    }

    @Override
    public long contentLength() {
      return clip.length();
    }

    @Override
    public InputStream getInputStream() {
      return new FromWhereItIsRead(clip);
    }

    @Override
    public String getDescription() {
      return "a short video";
    }
  }

  /** Opened where the first byte is read: what was skipped before is never fetched. */
  private static final class FromWhereItIsRead extends InputStream {
    private final EvidenceStore.Clip clip;
    private long skipped;
    private @Nullable InputStream opened;

    FromWhereItIsRead(EvidenceStore.Clip clip) {
      this.clip = clip;
    }

    private InputStream opened() throws IOException {
      var now = opened;
      if (now == null) {
        now = clip.from(skipped);
        opened = now;
      }
      return now;
    }

    @Override
    public long skip(long most) throws IOException {
      if (opened != null) {
        return opened.skip(most);
      }
      long step = Math.clamp(most, 0, clip.length() - skipped);
      skipped += step;
      return step;
    }

    @Override
    public int read() throws IOException {
      return opened().read();
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
      return opened().read(into, offset, most);
    }

    @Override
    public void close() throws IOException {
      if (opened != null) {
        opened.close();
      }
    }
  }
}
