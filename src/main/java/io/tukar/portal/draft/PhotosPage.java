package io.tukar.portal.draft;

import io.tukar.evidence.Album;
import io.tukar.evidence.Caption;
import io.tukar.evidence.Photo;
import io.tukar.evidence.PhotoSource;
import io.tukar.evidence.Photos;
import io.tukar.kernel.Answer;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.Refusal;
import io.tukar.policy.versions.Policies;
import io.tukar.portal.PhotoDoor;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.PreCheck;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.PhotoSlotView;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Named places for photos; each photo is sent by itself and stays in the draft. */
@Controller
final class PhotosPage {

  private static final String TEMPLATE = "portal/photos";

  private final DraftDesk drafts;
  private final PhotoDoor door;
  private final Photos photos;
  private final Policies policies;
  private final ExchangeDesk desk;
  private final Clock clock;

  PhotosPage(
      DraftDesk drafts,
      PhotoDoor door,
      Photos photos,
      Policies policies,
      ExchangeDesk desk,
      Clock clock) {
    this.drafts = drafts;
    this.door = door;
    this.photos = photos;
    this.policies = policies;
    this.desk = desk;
    this.clock = clock;
  }

  /** A photo that was not taken, at its slot. */
  private record Refused(PhotoSlot slot, Refusal why) {}

  @GetMapping("/pengajuan/{id}/foto/{line}")
  Reply show(@PathVariable UUID id, @PathVariable int line, Frame frame) {
    return drafts.page(
        id, line, (writing, one) -> Page.of(TEMPLATE, model(writing, one, null, frame)));
  }

  @PostMapping("/pengajuan/{id}/foto/{line}")
  Reply enough(@PathVariable UUID id, @PathVariable int line, Frame frame) {
    return drafts.page(
        id,
        line,
        (writing, one) ->
            drafts.answered(
                writing,
                writing.form().with(line, asked -> asked.answering(Question.PHOTOS)),
                frame.language()));
  }

  @PostMapping("/pengajuan/{id}/foto/{line}/{slot}")
  Reply add(
      @PathVariable UUID id,
      @PathVariable int line,
      @PathVariable PhotoSlot slot,
      @RequestParam(required = false) @Nullable MultipartFile photo,
      Frame frame) {
    return drafts.page(
        id,
        line,
        (writing, one) -> {
          var taken =
              door.take(
                  new Album.OfDraft(id),
                  new Caption(line, slot, PhotoSource.CUSTOMER),
                  photo,
                  writing.customer(),
                  clock.instant());
          return switch (taken) {
            case Answer.Done<Photo> done ->
                new Redirect(
                    writing.path(new Step(Question.PHOTOS, line)) + "#slot-" + slot.name());
            case Answer.Refused<Photo>(var reasons) ->
                Page.refused(
                    TEMPLATE, model(writing, one, new Refused(slot, reasons.getFirst()), frame));
          };
        });
  }

  @PostMapping("/pengajuan/{id}/foto/{line}/hapus/{photo}")
  Reply remove(@PathVariable UUID id, @PathVariable int line, @PathVariable long photo) {
    return drafts.page(
        id,
        line,
        (writing, one) -> {
          photos.remove(id, photo);
          return new Redirect(writing.path(new Step(Question.PHOTOS, line)));
        });
  }

  @GetMapping("/pengajuan/{id}/gambar/{photo}/{size}")
  ResponseEntity<Resource> picture(
      @PathVariable UUID id, @PathVariable long photo, @PathVariable String size)
      throws IOException {
    return door.picture(new Album.OfDraft(id), photo, size);
  }

  private PhotoSlots model(
      Writing writing, DraftForm.Line line, @Nullable Refused refused, Frame frame) {
    var there = photos.list(new Album.OfDraft(writing.draft().id()));
    var slots =
        needed(writing, line, frame).stream()
            .map(slot -> slot(writing, line, slot, there, refused, frame))
            .toList();
    return new PhotoSlots(
        StepHead.of(writing, new Step(Question.PHOTOS, line.no())),
        slots,
        (int) slots.stream().filter(slot -> slot.photos().isEmpty()).count());
  }

  /** By the version that would decide now; every place where nobody can decide yet. */
  private List<PhotoSlot> needed(Writing writing, DraftForm.Line line, Frame frame) {
    var asked = writing.request(frame.language(), List.of(line), null);
    return switch (desk.preCheck(asked, clock.instant())) {
      case Answer.Done<PreCheck>(var check) -> needed(check.lines().getFirst());
      case Answer.Refused<PreCheck> _ -> List.of(PhotoSlot.values());
    };
  }

  private List<PhotoSlot> needed(PreCheck.Line line) {
    var decision = line.decision();
    return policies
        .current()
        .version(decision.policyId(), decision.policyVersion())
        .orElseThrow()
        .photosNeeded(line.facts());
  }

  private static PhotoSlotView slot(
      Writing writing,
      DraftForm.Line line,
      PhotoSlot slot,
      List<Photo> there,
      @Nullable Refused refused,
      Frame frame) {
    var page = writing.path(new Step(Question.PHOTOS, line.no()));
    var taken =
        there.stream()
            .filter(photo -> photo.caption().lineNo() == line.no())
            .filter(photo -> photo.caption().slot() == slot)
            .map(
                photo ->
                    PhotoDoor.view(
                        writing.path() + "/gambar/", photo, page + "/hapus/" + photo.id()))
            .toList();
    return PhotoDoor.slot(
        slot.name(),
        slot,
        frame,
        page + "/" + slot.name(),
        taken,
        refused != null && refused.slot() == slot ? Optional.of(refused.why()) : Optional.empty());
  }
}
