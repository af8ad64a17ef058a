package io.tukar.desk.arrive;

import io.tukar.desk.ActorNames;
import io.tukar.desk.Badge;
import io.tukar.evidence.Album;
import io.tukar.evidence.PhotoSize;
import io.tukar.inspection.Arrival;
import io.tukar.inspection.Arrivals;
import io.tukar.kernel.Answer;
import io.tukar.rma.CaseRef;
import io.tukar.rma.ReceivingDesk;
import io.tukar.rma.Rmas;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.PhotoAnswer;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Karantina: the parcels nobody awaits yet, and each parcel with what is known of it. */
@Controller
class ArrivalPage {

  private final ReceivingDesk desk;
  private final Arrivals arrivals;
  private final ArrivalPhotos camera;
  private final ParcelModels models;
  private final PhotoAnswer pictures;
  private final ActorNames actors;
  private final Rmas rmas;
  private final Clock clock;

  ArrivalPage(
      ReceivingDesk desk,
      Arrivals arrivals,
      ArrivalPhotos camera,
      ParcelModels models,
      PhotoAnswer pictures,
      ActorNames actors,
      Rmas rmas,
      Clock clock) {
    this.desk = desk;
    this.arrivals = arrivals;
    this.camera = camera;
    this.models = models;
    this.pictures = pictures;
    this.actors = actors;
    this.rmas = rmas;
    this.clock = clock;
  }

  @GetMapping("/desk/station/parcels")
  Page quarantine(Frame frame, @RequestParam(name = "before", defaultValue = "") String before) {
    var role = Badge.of(frame).role();
    var from = before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
    var rows = arrivals.inQuarantine(from);
    var numbers = new HashMap<Long, String>();
    for (var parcel : rows) {
      var rmaId = parcel.rmaId();
      if (rmaId != null) {
        rmas.find(rmaId).ifPresent(rma -> numbers.put(rmaId, ReceiveModel.number(rma)));
      }
    }
    return Page.of(
        "desk/arrive/quarantine",
        new QuarantineModel(
            rows,
            numbers,
            actors.of(rows.stream().map(Arrival::actor).toList()),
            rows.size() < Arrivals.ROWS_MAX
                ? ""
                : "/desk/station/parcels?before=" + rows.getLast().id(),
            May.RECEIVE.allows(role)));
  }

  @GetMapping("/desk/station/parcels/{id}")
  Page parcel(Frame frame, @PathVariable long id, @RequestParam Map<String, String> query) {
    return Page.of(
        ParcelModels.TEMPLATE,
        models.of(frame, find(id), Form.of(query), query.containsKey("here")));
  }

  @GetMapping("/desk/station/parcels/{id}/photos/{photo}")
  ResponseEntity<Resource> photo(
      Frame frame,
      @PathVariable long id,
      @PathVariable long photo,
      @RequestParam(defaultValue = "false") boolean small)
      throws IOException {
    Badge.of(frame);
    return pictures
        .of(new Album.OfParcel(id), photo, small ? PhotoSize.THUMBNAIL : PhotoSize.FULL)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** Keeps more photos. */
  @Needs(May.RECEIVE)
  @PostMapping("/desk/station/parcels/{id}/photos")
  Reply photos(
      Frame frame,
      @PathVariable long id,
      @RequestParam(name = "photo", required = false) @Nullable List<MultipartFile> files) {
    var parcel = find(id);
    var refused = camera.keep(id, files, Badge.actor(frame), clock.instant());
    return refused.isEmpty() ? to(id) : models.refused(frame, parcel, refused);
  }

  /** Says whose it is; what that case awaits is received with it. */
  @Needs(May.MATCH_PARCELS)
  @PostMapping("/desk/station/parcels/{id}/match")
  Reply match(Frame frame, @PathVariable long id, @RequestParam Map<String, String> fields) {
    var parcel = find(id);
    var form = Form.of(fields);
    var rma =
        rmas.idOf(form.value("case"))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var read = new ReceiveForm(form);
    var came = read.came();
    if (!read.refusals().isEmpty()) {
      return refused(frame, parcel, form.with(read.refusals()));
    }
    var version = form.value("version");
    var ref = new CaseRef(rma, version.matches("[0-9]{1,9}") ? Integer.valueOf(version) : null);
    return switch (desk.match(id, ref, came, clock.instant(), Badge.actor(frame))) {
      case Answer.Done<Arrival> done -> to(id);
      case Answer.Refused<Arrival>(var reasons) -> refused(frame, find(id), form.with(reasons));
    };
  }

  /** It is sent back, or fetched. */
  @Needs(May.MATCH_PARCELS)
  @PostMapping("/desk/station/parcels/{id}/let-go")
  Reply letGo(Frame frame, @PathVariable long id) {
    var parcel = find(id);
    return switch (desk.letGo(id, clock.instant(), Badge.actor(frame))) {
      case Answer.Done<Arrival> done -> to(id);
      case Answer.Refused<Arrival>(var reasons) ->
          refused(frame, parcel, Form.blank().with(reasons));
    };
  }

  private Page refused(Frame frame, Arrival parcel, Form form) {
    return Page.refused(ParcelModels.TEMPLATE, models.of(frame, parcel, form, false));
  }

  private static Redirect to(long id) {
    return new Redirect("/desk/station/parcels/" + id);
  }

  private Arrival find(long id) {
    return arrivals.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
