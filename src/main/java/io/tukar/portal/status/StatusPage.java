package io.tukar.portal.status;

import io.tukar.evidence.Album;
import io.tukar.kernel.Answer;
import io.tukar.portal.PhotoDoor;
import io.tukar.rma.Rma;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Reply;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Status: whose turn it is, the next date, and that turn's action. */
@Controller
final class StatusPage {

  private final CaseHolder cases;
  private final StatusViews views;
  private final PhotoDoor door;
  private final Clock clock;

  StatusPage(CaseHolder cases, StatusViews views, PhotoDoor door, Clock clock) {
    this.cases = cases;
    this.views = views;
    this.door = door;
    this.clock = clock;
  }

  @GetMapping("/kasus/{token}")
  Reply show(@PathVariable String token, Frame frame) {
    return cases.page(
        token, held -> Page.of("portal/status", views.of(held, List.of(), clock.instant(), frame)));
  }

  @GetMapping("/kasus/{token}/gambar/{photo}/{size}")
  ResponseEntity<Resource> picture(
      @PathVariable String token, @PathVariable long photo, @PathVariable String size)
      throws IOException {
    var held = cases.open(token);
    return held.isEmpty()
        ? ResponseEntity.notFound().build()
        : door.picture(new Album.OfCase(held.get().rma().id()), photo, size);
  }

  /** The case again, as it is now, with what kept the last step from happening. */
  Reply refused(Held held, Answer.Refused<Rma> no, Frame frame) {
    return new Page(
        "portal/status", views.of(held, no.reasons(), clock.instant(), frame), HttpStatus.CONFLICT);
  }
}
