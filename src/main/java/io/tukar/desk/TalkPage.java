package io.tukar.desk;

import io.tukar.evidence.Album;
import io.tukar.evidence.Caption;
import io.tukar.evidence.Photo;
import io.tukar.evidence.PhotoSource;
import io.tukar.evidence.Photos;
import io.tukar.kernel.Answer;
import io.tukar.kernel.PhotoSlot;
import io.tukar.policy.replay.Decisions;
import io.tukar.rma.CaseRef;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.Notes;
import io.tukar.rma.Rma;
import io.tukar.rma.RmaStatus;
import io.tukar.rma.Rmas;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** What staff add to a case without moving it: notes, and photos that came another way. */
@Controller
class TalkPage {

  private final CaseFolder folder;
  private final CaseModels models;
  private final Notes notes;
  private final PhotoUploads uploads;
  private final Photos photos;
  private final Decisions decisions;
  private final Rmas rmas;
  private final ExchangeDesk desk;
  private final Clock clock;

  TalkPage(
      CaseFolder folder,
      CaseModels models,
      Notes notes,
      PhotoUploads uploads,
      Photos photos,
      Decisions decisions,
      Rmas rmas,
      ExchangeDesk desk,
      Clock clock) {
    this.folder = folder;
    this.models = models;
    this.notes = notes;
    this.uploads = uploads;
    this.photos = photos;
    this.decisions = decisions;
    this.rmas = rmas;
    this.desk = desk;
    this.clock = clock;
  }

  /** Keeps a note for the staff. */
  @Needs(May.LOOK)
  @PostMapping("/desk/cases/{number}/notes")
  Reply note(Frame frame, @PathVariable String number, @RequestParam Map<String, String> fields) {
    var view = view(frame, number);
    var text = fields.getOrDefault("note", "").strip();
    return switch (notes.write(view.rma().id(), text, clock.instant(), Badge.actor(frame))) {
      case Answer.Done<Long> done -> new Redirect(view.path() + "#h-notes");
      case Answer.Refused<Long>(var reasons) ->
          Page.refused("desk/case", models.said(frame, view, Form.of(fields).with(reasons)));
    };
  }

  /**
   * Keeps photos of a line: the customer's until goods came, the warehouse's from then on. Once
   * nothing is missing any more, the case is judged again.
   */
  @Needs(May.ADD_PHOTOS)
  @PostMapping("/desk/cases/{number}/photos")
  Reply photos(
      Frame frame,
      @PathVariable String number,
      @RequestParam Map<String, String> fields,
      @RequestParam("photo") List<MultipartFile> files)
      throws IOException {
    var view = view(frame, number);
    var typed = new Typed(fields);
    var slot = typed.choice("slot", PhotoSlot.class);
    var line = typed.text("line").matches("[0-9]{1,3}") ? Integer.parseInt(typed.text("line")) : 0;
    if (view.line(line).isEmpty()) {
      typed.refuse("choice-missing", "line");
    }
    if (slot.isPresent() && typed.refusals().isEmpty()) {
      var taken =
          uploads.take(
              new Album.OfCase(view.rma().id()),
              new Caption(line, slot.get(), source(view.rma())),
              files,
              clock.instant(),
              Badge.actor(frame));
      taken
          .refusals()
          .forEach(
              refusal ->
                  typed.refuse(refusal.code(), "photo", refusal.args().toArray(new Object[0])));
      if (taken.kept() > 0) {
        judgeOnceComplete(frame, view.rma().id(), taken.kept());
      }
    }
    return typed.refusals().isEmpty()
        ? new Redirect(view.path() + "#h-photos")
        : Page.refused(
            "desk/case",
            models.said(frame, view(frame, number), Form.of(fields).with(typed.refusals())));
  }

  private static PhotoSource source(Rma rma) {
    return switch (rma.status()) {
      case REQUESTED, NEEDS_EVIDENCE, AUTHORIZED -> PhotoSource.CUSTOMER;
      case RECEIVED, INSPECTED, SETTLED, DISPATCHED, CLOSED, DECLINED, CANCELLED, EXPIRED ->
          PhotoSource.INSPECTOR;
    };
  }

  /** Judged before all are there, the customer would be asked anew after each photo. */
  private void judgeOnceComplete(Frame frame, long rmaId, int kept) {
    var rma = rmas.find(rmaId).orElseThrow();
    if (rma.status() != RmaStatus.NEEDS_EVIDENCE) {
      return;
    }
    var there = photos.list(new Album.OfCase(rmaId)).stream().map(Photo::caption).toList();
    var complete =
        decisions.latest(rmaId).values().stream()
            .allMatch(
                judged ->
                    judged.decision().missingPhotos().stream()
                        .allMatch(
                            slot ->
                                there.stream()
                                    .anyMatch(
                                        one ->
                                            one.lineNo() == judged.lineNo()
                                                && one.slot() == slot)));
    if (complete) {
      desk.evidenceAdded(CaseRef.latest(rmaId), kept, clock.instant(), Badge.actor(frame));
    }
  }

  private CaseView view(Frame frame, String number) {
    return folder
        .open(number, frame.language())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
