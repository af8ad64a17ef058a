package io.tukar.api;

import io.tukar.api.view.PhotoView;
import io.tukar.api.wire.RefusedRequest;
import io.tukar.api.wire.Reply;
import io.tukar.evidence.Album;
import io.tukar.evidence.EvidenceStore;
import io.tukar.evidence.PhotoSize;
import io.tukar.evidence.Photos;
import io.tukar.kernel.Refusal;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The photos of a case to look at, for whoever may look at the case. */
@Controller
@RequestMapping("/api/v1/cases/{number}/photos")
class AlbumEndpoints {

  /** A photo never changes; that its reader may see it is asked again after a working day. */
  private static final Duration KEPT_BY_THE_CALLER = Duration.ofHours(8);

  private final CaseNumbers numbers;
  private final Photos photos;
  private final EvidenceStore store;

  AlbumEndpoints(CaseNumbers numbers, Photos photos, EvidenceStore store) {
    this.numbers = numbers;
    this.photos = photos;
    this.store = store;
  }

  @Needs(May.LOOK)
  @GetMapping
  Reply list(@PathVariable String number) {
    return Reply.ok(
        new PhotoView.All(photos.list(album(number)).stream().map(PhotoView::of).toList()));
  }

  @Needs(May.LOOK)
  @GetMapping("/{photo}")
  ResponseEntity<Resource> picture(
      @PathVariable String number,
      @PathVariable long photo,
      @RequestParam(required = false) @Nullable String size)
      throws IOException {
    var asked = Queries.word("size", size, PhotoSize.class);
    var found = photos.find(album(number), photo).orElseThrow(AlbumEndpoints::noSuchPhoto);
    try {
      return ResponseEntity.ok()
          .contentType(MediaType.IMAGE_JPEG)
          .cacheControl(CacheControl.maxAge(KEPT_BY_THE_CALLER).cachePrivate().immutable())
          .body(
              new InputStreamResource(
                  store.open(found.stored().digest(), asked == null ? PhotoSize.FULL : asked)));
    } catch (NoSuchFileException e) {
      throw new IllegalStateException("Photo " + photo + " has no file", e);
    }
  }

  private Album album(String number) {
    return numbers
        .idOf(number)
        .map(Album.OfCase::new)
        .orElseThrow(() -> new RefusedRequest(Reply.refused(Refusal.of("no-such-case", ""))));
  }

  private static RefusedRequest noSuchPhoto() {
    return new RefusedRequest(Reply.refused(Refusal.of("no-such-photo", "")));
  }
}
