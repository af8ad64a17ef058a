package io.tukar.desk.goods;

import io.tukar.desk.Badge;
import io.tukar.evidence.Album;
import io.tukar.evidence.PhotoSize;
import io.tukar.web.Frame;
import io.tukar.web.PhotoAnswer;
import java.io.IOException;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The photos of a test, to all staff: they stand on the unit's page too. */
@Controller
class QcPhotoPage {

  private final PhotoAnswer pictures;

  QcPhotoPage(PhotoAnswer pictures) {
    this.pictures = pictures;
  }

  @GetMapping("/desk/station/qc/{id}/photos/{photo}")
  ResponseEntity<Resource> photo(
      Frame frame,
      @PathVariable long id,
      @PathVariable long photo,
      @RequestParam(defaultValue = "false") boolean small)
      throws IOException {
    Badge.of(frame);
    return pictures
        .of(new Album.OfQcTest(id), photo, small ? PhotoSize.THUMBNAIL : PhotoSize.FULL)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
