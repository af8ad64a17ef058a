package io.tukar.api;

import io.tukar.api.view.PhotoView;
import io.tukar.api.wire.RefusedRequest;
import io.tukar.api.wire.Reply;
import io.tukar.evidence.Album;
import io.tukar.evidence.PhotoSize;
import io.tukar.evidence.Photos;
import io.tukar.kernel.Refusal;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.web.PhotoAnswer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
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

  private final CaseNumbers numbers;
  private final Photos photos;
  private final PhotoAnswer pictures;

  AlbumEndpoints(CaseNumbers numbers, Photos photos, PhotoAnswer pictures) {
    this.numbers = numbers;
    this.photos = photos;
    this.pictures = pictures;
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
    return pictures
        .of(album(number), photo, asked == null ? PhotoSize.FULL : asked)
        .orElseThrow(AlbumEndpoints::noSuchPhoto);
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
