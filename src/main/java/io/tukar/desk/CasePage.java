package io.tukar.desk;

import io.tukar.evidence.Album;
import io.tukar.evidence.PhotoSize;
import io.tukar.kernel.Answer;
import io.tukar.rma.CaseRef;
import io.tukar.rma.Rma;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.PhotoAnswer;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Kasus: a case, its photos, and what is done to it. */
@Controller
class CasePage {

  private static final String TEMPLATE = "desk/case";

  private final CaseFolder folder;
  private final CaseModels models;
  private final CaseSteps steps;
  private final PhotoAnswer pictures;

  CasePage(CaseFolder folder, CaseModels models, CaseSteps steps, PhotoAnswer pictures) {
    this.folder = folder;
    this.models = models;
    this.steps = steps;
    this.pictures = pictures;
  }

  @GetMapping("/desk/cases/{number}")
  Reply show(
      Frame frame,
      @PathVariable String number,
      @RequestParam(required = false) @Nullable String act,
      @RequestParam(required = false) @Nullable String done) {
    var role = Badge.of(frame).role();
    var view = view(frame, number);
    return Optional.ofNullable(act)
        .flatMap(CaseAction::parse)
        .filter(action -> action.allowedTo(role))
        .flatMap(action -> action.station(number))
        .<Reply>map(Redirect::new)
        .orElseGet(() -> Page.of(TEMPLATE, models.opened(frame, view, act, done)));
  }

  /** Does an action, if this role may: the check stands here, once for all actions. */
  @Needs(May.LOOK)
  @PostMapping("/desk/cases/{number}/{slug}")
  Reply act(
      Frame frame,
      @PathVariable String number,
      @PathVariable String slug,
      @RequestParam Map<String, String> fields) {
    var action =
        CaseAction.parse(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (!action.allowedTo(Badge.of(frame).role())) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    var view = view(frame, number);
    var station = action.station(number);
    if (station.isPresent()) {
      return new Redirect(station.get());
    }
    var form = Form.of(fields);
    if (fields.containsKey("preview")) {
      return Page.of(TEMPLATE, models.refused(frame, view, action, form));
    }
    var ref = new CaseRef(view.rma().id(), version(fields));
    return switch (steps.run(action, view.rma(), ref, new Typed(fields), Badge.actor(frame))) {
      case Answer.Done<Rma>(var rma) ->
          new Redirect("/desk/cases/" + CaseView.numberOf(rma) + "?done=" + action.slug());
      case Answer.Refused<Rma>(var reasons) ->
          Page.refused(TEMPLATE, models.refused(frame, view, action, form.with(reasons)));
    };
  }

  /** A photo, to staff only; it never changes. */
  @GetMapping("/desk/cases/{number}/photos/{photo}")
  ResponseEntity<Resource> photo(
      Frame frame,
      @PathVariable String number,
      @PathVariable long photo,
      @RequestParam(defaultValue = "false") boolean small)
      throws IOException {
    Badge.of(frame);
    var album = new Album.OfCase(view(frame, number).rma().id());
    return pictures
        .of(album, photo, small ? PhotoSize.THUMBNAIL : PhotoSize.FULL)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private CaseView view(Frame frame, String number) {
    return folder
        .open(number, frame.language())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static int version(Map<String, String> fields) {
    try {
      return Integer.parseInt(fields.getOrDefault("version", ""));
    } catch (NumberFormatException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "A form without its version", e);
    }
  }
}
