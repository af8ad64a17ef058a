package io.tukar.desk.arrive;

import io.tukar.desk.Badge;
import io.tukar.inspection.Arrival;
import io.tukar.inspection.Arrivals;
import io.tukar.inspection.Packaging;
import io.tukar.kernel.Answer;
import io.tukar.kernel.WaybillNumber;
import io.tukar.rma.Arriving;
import io.tukar.rma.CaseRef;
import io.tukar.rma.ReceivingDesk;
import io.tukar.rma.Rma;
import io.tukar.rma.Rmas;
import io.tukar.rma.WorkRow;
import io.tukar.rma.Worklist;
import io.tukar.shipping.Leg;
import io.tukar.shipping.Shipment;
import io.tukar.shipping.Shipments;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/**
 * Terima: one scan field finds the case and the waybill, in any order; then photos, what came, and
 * one key takes the parcel in.
 */
@Controller
class ReceivePage {

  private static final String TEMPLATE = "desk/arrive/receive";
  private static final int SCANNED_CHARS_MAX = 100;

  private final ReceivingDesk desk;
  private final Arrivals arrivals;
  private final ArrivalPhotos photos;
  private final ParcelModels parcels;
  private final Worklist worklist;
  private final Rmas rmas;
  private final Shipments shipments;
  private final Clock clock;

  ReceivePage(
      ReceivingDesk desk,
      Arrivals arrivals,
      ArrivalPhotos photos,
      ParcelModels parcels,
      Worklist worklist,
      Rmas rmas,
      Shipments shipments,
      Clock clock) {
    this.desk = desk;
    this.arrivals = arrivals;
    this.photos = photos;
    this.parcels = parcels;
    this.worklist = worklist;
    this.rmas = rmas;
    this.shipments = shipments;
    this.clock = clock;
  }

  @Needs(May.RECEIVE)
  @GetMapping("/desk/station/receive")
  Reply scan(Frame frame, @RequestParam Map<String, String> query) {
    var typed = Form.of(query);
    var scanned = typed.value("q").strip();
    scanned = scanned.substring(0, Math.min(scanned.length(), SCANNED_CHARS_MAX));
    var rma = rmas.idOf(typed.value("case")).flatMap(rmas::find);
    var waybill = WaybillNumber.parse(typed.value("waybill"));
    var several = List.<WorkRow>of();
    var code = WaybillNumber.parse(scanned);
    if (!scanned.isEmpty()) {
      var here = code.flatMap(arrivals::here);
      if (here.isPresent()) {
        return elsewhere(here.get().id());
      }
      var found = meant(worklist.search(scanned));
      if (found.size() == 1 && rma.isEmpty()) {
        rma = rmas.find(found.getFirst().id());
        waybill = waybill.or(() -> code.filter(this::isOnItsWay));
      } else if (found.size() > 1 && rma.isEmpty()) {
        several = found;
      } else if (code.isPresent()) {
        waybill = code;
      } else {
        return Page.of(TEMPLATE, model(frame, Form.of(query), scanned, several, rma));
      }
    }
    return Page.of(
        TEMPLATE,
        model(
            frame,
            Form.of(fresh(rma, waybill, typed)),
            several.isEmpty() ? "" : scanned,
            several,
            rma));
  }

  /** Open cases before those that ended. */
  private static List<WorkRow> meant(List<WorkRow> found) {
    var open = found.stream().filter(row -> !row.status().ended()).toList();
    return open.isEmpty() ? found : open;
  }

  private boolean isOnItsWay(WaybillNumber code) {
    return worklist.search(code.value()).stream()
        .flatMap(row -> shipments.of(row.id()).stream())
        .anyMatch(one -> one.waybill().equals(code));
  }

  /** The form as it is opened: everything came, packed as it was. */
  private Map<String, String> fresh(Optional<Rma> rma, Optional<WaybillNumber> waybill, Form old) {
    var fields = new HashMap<String, String>();
    fields.put("key", UUID.randomUUID().toString());
    fields.put("boxes", "1");
    fields.put("packaging", Packaging.AS_PACKED.name());
    fields.put("without", old.value("without"));
    var sent =
        rma.map(one -> shipments.of(one.id())).orElse(List.of()).stream()
            .filter(one -> one.leg() == Leg.TO_SHOP)
            .filter(one -> arrivals.here(one.waybill()).isEmpty())
            .reduce((first, last) -> last);
    var number = waybill.or(() -> sent.map(Shipment::waybill));
    fields.put("waybill", number.map(WaybillNumber::value).orElse(""));
    fields.put("courier", sent.map(one -> one.courier().name()).orElse(""));
    rma.ifPresent(
        one -> {
          fields.put("case", ReceiveModel.number(one));
          fields.put("version", String.valueOf(one.version()));
          var awaited = ReceiveModel.of(one, arrivals.waiting(one.id()), clock.instant());
          awaited
              .awaited()
              .forEach(
                  line ->
                      fields.put("came-" + line.lineNo(), String.valueOf(awaited.missing(line))));
        });
    return fields;
  }

  /** Takes the parcel in. One that is here already is shown, with who has it. */
  @Needs(May.RECEIVE)
  @PostMapping("/desk/station/receive")
  Reply receive(
      Frame frame,
      @RequestParam Map<String, String> fields,
      @RequestParam(name = "photo", required = false) @Nullable List<MultipartFile> files) {
    var form = Form.of(fields);
    var rma =
        form.value("case").isEmpty()
            ? Optional.<Rma>empty()
            : Optional.of(
                rmas.idOf(form.value("case"))
                    .flatMap(rmas::find)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    var read = new ReceiveForm(form);
    var key = read.key();
    var told = read.told();
    var came = read.came();
    var labels = read.labels();
    if (key.isEmpty() || !read.refusals().isEmpty()) {
      return Page.refused(TEMPLATE, model(frame, form.with(read.refusals()), "", List.of(), rma));
    }
    var ref = rma.map(one -> new CaseRef(one.id(), version(form))).orElse(null);
    var by = Badge.actor(frame);
    var answer = desk.arrive(new Arriving(key.get(), told, ref, came, labels), clock.instant(), by);
    return switch (answer) {
      case Answer.Refused<Arrival>(var reasons) -> {
        var first = reasons.getFirst();
        yield first.code().equals("parcel-here")
            ? elsewhere(Long.parseLong(first.args().getFirst()))
            : Page.refused(TEMPLATE, model(frame, form.with(reasons), "", List.of(), rma));
      }
      case Answer.Done<Arrival>(var parcel) -> {
        var refused = photos.keep(parcel.id(), files, by, clock.instant());
        yield refused.isEmpty()
            ? new Redirect("/desk/station/parcels/" + parcel.id())
            : parcels.refused(frame, parcel, refused);
      }
    };
  }

  private static Redirect elsewhere(long parcelId) {
    return new Redirect("/desk/station/parcels/" + parcelId + "?here=true");
  }

  private static @Nullable Integer version(Form form) {
    var typed = form.value("version");
    return typed.matches("[0-9]{1,9}") ? Integer.valueOf(typed) : null;
  }

  private ReceiveModel model(
      Frame frame, Form form, String scanned, List<WorkRow> several, Optional<Rma> rma) {
    Badge.of(frame);
    return new ReceiveModel(
        form,
        scanned,
        several,
        rma,
        rma.map(one -> arrivals.waiting(one.id())).orElse(Map.of()),
        clock.instant());
  }
}
