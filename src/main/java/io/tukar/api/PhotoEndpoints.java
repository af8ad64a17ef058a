package io.tukar.api;

import io.tukar.api.view.CaseView;
import io.tukar.api.view.PhotoView;
import io.tukar.api.wire.Attempts;
import io.tukar.api.wire.Caller;
import io.tukar.api.wire.Posted;
import io.tukar.api.wire.Reply;
import io.tukar.evidence.Album;
import io.tukar.evidence.Intake;
import io.tukar.evidence.Photo;
import io.tukar.evidence.PhotoIntake;
import io.tukar.evidence.PhotoSource;
import io.tukar.evidence.Photos;
import io.tukar.evidence.StoredPhoto;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.orders.OrderBook;
import io.tukar.rma.CaseRef;
import io.tukar.rma.Draft;
import io.tukar.rma.Drafts;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.Rma;
import io.tukar.rma.Rmas;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Photos for a draft or a case. The picture is taken in before the database hears of it. */
@Controller
@RequestMapping("/api/v1")
class PhotoEndpoints {

  private final PhotoIntake intake;
  private final Photos photos;
  private final Drafts drafts;
  private final OrderBook orders;
  private final Rmas rmas;
  private final ExchangeDesk desk;
  private final CaseNumbers numbers;
  private final Attempts attempts;
  private final Clock clock;

  PhotoEndpoints(
      PhotoIntake intake,
      Photos photos,
      Drafts drafts,
      OrderBook orders,
      Rmas rmas,
      ExchangeDesk desk,
      CaseNumbers numbers,
      Attempts attempts,
      Clock clock) {
    this.intake = intake;
    this.photos = photos;
    this.drafts = drafts;
    this.orders = orders;
    this.rmas = rmas;
    this.desk = desk;
    this.numbers = numbers;
    this.attempts = attempts;
    this.clock = clock;
  }

  @Needs(May.ADD_PHOTOS)
  @PostMapping(path = "/drafts/{draft}/photos", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Reply addToDraft(@PathVariable String draft, HttpServletRequest request, Caller caller)
      throws IOException, ServletException {
    var post = PhotoForm.read(request, caller);
    var found = uuid(draft).flatMap(drafts::find);
    if (found.isEmpty()) {
      return Reply.refused(Refusal.of("no-such-draft", ""));
    }
    if (!ordered(found.get(), post.body())) {
      return noSuchLine(post);
    }
    var at = clock.instant();
    return keep(
        post,
        at,
        stored ->
            Reply.of(
                attach(new Album.OfDraft(found.get().id()), post, stored, at),
                photo -> Reply.created(new PhotoView.Added(PhotoView.of(photo), null))));
  }

  @Needs(May.ADD_PHOTOS)
  @PostMapping(path = "/cases/{number}/photos", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Reply addToCase(@PathVariable String number, HttpServletRequest request, Caller caller)
      throws IOException, ServletException {
    var post = PhotoForm.read(request, caller);
    var found = numbers.idOf(number).flatMap(rmas::find);
    if (found.isEmpty()) {
      return Reply.refused(Refusal.of("no-such-case", ""));
    }
    if (found.get().line(post.body().caption().lineNo()).isEmpty()) {
      return noSuchLine(post);
    }
    var at = clock.instant();
    return keep(post, at, stored -> attachToCase(found.get(), post, stored, at));
  }

  /** The order's row is locked before the case's, as every verb does. */
  private Reply attachToCase(Rma rma, Posted<PhotoForm> post, StoredPhoto stored, Instant at) {
    orders.lock(rma.orderId());
    return Reply.of(
        attach(new Album.OfCase(rma.id()), post, stored, at),
        photo ->
            post.body().caption().source() == PhotoSource.CUSTOMER
                ? Reply.of(
                    desk.evidenceAdded(CaseRef.latest(rma.id()), 1, at, post.caller().actor()),
                    now -> added(photo, now))
                : added(photo, rma));
  }

  private static Reply added(Photo photo, Rma rma) {
    return Reply.created(new PhotoView.Added(PhotoView.of(photo), CaseView.of(rma)));
  }

  private Reply keep(Posted<PhotoForm> post, Instant at, Function<StoredPhoto, Reply> attached)
      throws IOException {
    final Intake taken;
    try (var bytes = post.body().file().getInputStream()) {
      taken = intake.take(bytes);
    }
    return switch (taken) {
      case Intake.Rejected(var refusal) -> Reply.refused(refusal);
      case Intake.Accepted(var stored) -> attempts.once(post, at, () -> attached.apply(stored));
    };
  }

  private Answer<Photo> attach(
      Album album, Posted<PhotoForm> post, StoredPhoto stored, Instant at) {
    return photos.attach(album, post.body().caption(), stored, post.caller().actor(), at);
  }

  private boolean ordered(Draft draft, PhotoForm form) {
    return orders
        .find(draft.orderId())
        .flatMap(order -> order.item(form.caption().lineNo()))
        .isPresent();
  }

  private static Reply noSuchLine(Posted<PhotoForm> post) {
    return Reply.refused(Refusal.of("no-such-line", "line", post.body().caption().lineNo()));
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
