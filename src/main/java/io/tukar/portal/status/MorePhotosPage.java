package io.tukar.portal.status;

import io.tukar.evidence.Album;
import io.tukar.evidence.Caption;
import io.tukar.evidence.Photo;
import io.tukar.evidence.PhotoSource;
import io.tukar.evidence.Photos;
import io.tukar.kernel.Answer;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.Refusal;
import io.tukar.policy.replay.Decisions;
import io.tukar.policy.versions.Policies;
import io.tukar.portal.PhotoDoor;
import io.tukar.rma.CaseRef;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.RmaEvent;
import io.tukar.rma.RmaLine;
import io.tukar.rma.RmaStatus;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.PhotoSlotView;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Photos added to a case. Where the shop waits for some, it is told once: when the last of them is
 * there, or when the customer says that no more will come.
 */
@Controller
final class MorePhotosPage {

  private static final String TEMPLATE = "portal/more-photos";

  private final CaseHolder cases;
  private final StatusPage status;
  private final ExchangeDesk desk;
  private final PhotoDoor door;
  private final Photos photos;
  private final Decisions decisions;
  private final Policies policies;
  private final Clock clock;

  MorePhotosPage(
      CaseHolder cases,
      StatusPage status,
      ExchangeDesk desk,
      PhotoDoor door,
      Photos photos,
      Decisions decisions,
      Policies policies,
      Clock clock) {
    this.cases = cases;
    this.status = status;
    this.desk = desk;
    this.door = door;
    this.photos = photos;
    this.decisions = decisions;
    this.policies = policies;
    this.clock = clock;
  }

  /** A photo that was not taken, at its slot. */
  private record NotTaken(Caption at, Refusal why) {}

  @GetMapping("/kasus/{token}/foto")
  Reply show(@PathVariable String token, Frame frame) {
    return cases.page(
        token,
        held ->
            held.may(RmaEvent.Kind.EVIDENCE_ADDED)
                ? Page.of(TEMPLATE, model(held, null, frame))
                : new Redirect(held.path()));
  }

  @PostMapping("/kasus/{token}/foto/{line}/{slot}")
  Reply add(
      @PathVariable String token,
      @PathVariable int line,
      @PathVariable PhotoSlot slot,
      @RequestParam(required = false) @Nullable MultipartFile photo,
      Frame frame) {
    return cases.page(
        token,
        held -> {
          if (held.rma().line(line).isEmpty() || !held.may(RmaEvent.Kind.EVIDENCE_ADDED)) {
            return new Redirect(held.path());
          }
          var caption = new Caption(line, slot, PhotoSource.CUSTOMER);
          var album = new Album.OfCase(held.rma().id());
          return switch (door.take(album, caption, photo, held.customer(), clock.instant())) {
            case Answer.Refused<Photo>(var reasons) ->
                Page.refused(
                    TEMPLATE, model(held, new NotTaken(caption, reasons.getFirst()), frame));
            case Answer.Done<Photo> done -> {
              tellWhenComplete(held);
              yield new Redirect(held.path() + "/foto#slot-" + line + "-" + slot);
            }
          };
        });
  }

  @PostMapping("/kasus/{token}/foto/cukup")
  Reply enough(@PathVariable String token, Frame frame) {
    return cases.page(
        token,
        held ->
            held.rma().status() == RmaStatus.NEEDS_EVIDENCE
                ? told(held, since(held, decisions.latest(held.rma().id())), frame)
                : new Redirect(held.path()));
  }

  /** Where it is refused, the case moved on meanwhile, and its page says how it stands. */
  private void tellWhenComplete(Held held) {
    var judged = decisions.latest(held.rma().id());
    var isWaitedFor = held.rma().status() == RmaStatus.NEEDS_EVIDENCE;
    if (!isWaitedFor || missing(held, judged) == 0) {
      desk.evidenceAdded(
          CaseRef.latest(held.rma().id()),
          isWaitedFor ? since(held, judged) : 1,
          clock.instant(),
          held.customer());
    }
  }

  private Reply told(Held held, int added, Frame frame) {
    return cases.after(
        held,
        desk.evidenceAdded(
            CaseRef.latest(held.rma().id()), added, clock.instant(), held.customer()),
        rma -> rma.status() != RmaStatus.NEEDS_EVIDENCE,
        (now, no) -> status.refused(now, no, frame));
  }

  /** How many photos came since the case was last judged. */
  private int since(Held held, Map<Integer, Decisions.Kept> judged) {
    return (int)
        there(held).stream()
            .filter(
                photo -> judged.values().stream().allMatch(kept -> photo.at().isAfter(kept.at())))
            .count();
  }

  private List<Photo> there(Held held) {
    return photos.list(new Album.OfCase(held.rma().id())).stream()
        .filter(photo -> photo.caption().source() == PhotoSource.CUSTOMER)
        .toList();
  }

  private int missing(Held held, Map<Integer, Decisions.Kept> judged) {
    var there = there(held);
    return judged.values().stream()
        .mapToInt(
            kept ->
                (int)
                    kept.decision().missingPhotos().stream()
                        .filter(slot -> of(there, kept.lineNo(), slot).isEmpty())
                        .count())
        .sum();
  }

  private static List<Photo> of(List<Photo> photos, int line, PhotoSlot slot) {
    return photos.stream()
        .filter(photo -> photo.caption().lineNo() == line && photo.caption().slot() == slot)
        .toList();
  }

  private MorePhotos model(Held held, @Nullable NotTaken refused, Frame frame) {
    var judged = decisions.latest(held.rma().id());
    var there = there(held);
    var lines = new ArrayList<MorePhotos.OfLine>();
    for (var line : held.rma().lines()) {
      if (line.state().pending() || line.state().claims()) {
        lines.add(
            new MorePhotos.OfLine(
                held.item(line),
                slots(judged.get(line.lineNo())).stream()
                    .map(slot -> view(held, line, slot, there, refused, frame))
                    .toList()));
      }
    }
    var asked = held.rma().status() == RmaStatus.NEEDS_EVIDENCE;
    return new MorePhotos(
        held.path(),
        held.number(),
        asked,
        asked ? missing(held, judged) : 0,
        held.path() + "/foto/cukup",
        lines);
  }

  private List<PhotoSlot> slots(Decisions.@Nullable Kept kept) {
    if (kept == null) {
      return List.of(PhotoSlot.values());
    }
    return policies
        .current()
        .version(kept.decision().policyId(), kept.decision().policyVersion())
        .orElseGet(() -> policies.current().inForce(kept.facts().sold().orderedOn()))
        .photosNeeded(kept.facts());
  }

  private static PhotoSlotView view(
      Held held,
      RmaLine line,
      PhotoSlot slot,
      List<Photo> there,
      @Nullable NotTaken refused,
      Frame frame) {
    return PhotoDoor.slot(
        line.lineNo() + "-" + slot,
        slot,
        frame,
        held.path() + "/foto/" + line.lineNo() + "/" + slot,
        of(there, line.lineNo(), slot).stream()
            .map(photo -> PhotoDoor.view(held.path() + "/gambar/", photo, ""))
            .toList(),
        refused != null && refused.at().lineNo() == line.lineNo() && refused.at().slot() == slot
            ? Optional.of(refused.why())
            : Optional.empty());
  }
}
