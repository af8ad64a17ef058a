package io.tukar.desk.vendor;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.csv.CellText;
import io.tukar.desk.ActorNames;
import io.tukar.desk.Badge;
import io.tukar.desk.goods.FormKey;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Sku;
import io.tukar.kernel.WaybillNumber;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.stock.Place;
import io.tukar.stock.vendor.VendorBatch;
import io.tukar.stock.vendor.VendorBatches;
import io.tukar.stock.vendor.VendorItem;
import io.tukar.stock.vendor.VendorList;
import io.tukar.stock.vendor.Waiting;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A vendor's batch: filled by scanner or by ticks, sent, and opened again unit by unit. */
@Controller
class VendorBatchPage {

  private static final String TEMPLATE = "desk/vendor/batch";
  private static final int TOLD_CHARS_MAX = 40;

  private final VendorBatches batches;
  private final VendorList list;
  private final ActorNames actors;
  private final Clock clock;

  VendorBatchPage(VendorBatches batches, VendorList list, ActorNames actors, Clock clock) {
    this.batches = batches;
    this.list = list;
    this.actors = actors;
    this.clock = clock;
  }

  /** The batch; of one that was sent, a scanned unit's answer is opened. */
  @GetMapping(VendorsPage.PATH + "/{id}")
  Reply show(Frame frame, @PathVariable long id, @RequestParam Map<String, String> fields) {
    var batch = find(id);
    var code = fields.getOrDefault("code", "").strip();
    if (code.isEmpty() || batch.state() == VendorBatch.State.OPEN) {
      return Page.of(TEMPLATE, model(frame, batch, fields, Form.blank(), Set.of()));
    }
    var found = list.scanned(id, code);
    var open = found.stream().filter(item -> item.answer() == null).toList();
    var one = open.size() == 1 || found.size() != 1 ? open : found;
    if (one.size() == 1) {
      return new Redirect(VendorsPage.PATH + "/" + id + "/items/" + one.getFirst().id());
    }
    var refusal =
        Refusal.of(open.isEmpty() ? "vendor-unit-not-sent" : "vendor-several-units", "code", code);
    return Page.refused(
        TEMPLATE, model(frame, batch, fields, Form.of(fields).with(refusal), Set.of()));
  }

  /** Puts in what was scanned. */
  @Needs(May.SEND_TO_VENDORS)
  @PostMapping(VendorsPage.PATH + "/{id}/scan")
  Reply scan(Frame frame, @PathVariable long id, @RequestParam Map<String, String> fields) {
    var batch = find(id);
    var form = Form.of(fields);
    var code = form.value("code").strip();
    if (code.isEmpty()) {
      return refused(frame, batch, form, List.of(Refusal.of("value-missing", "code")), Set.of());
    }
    var found = list.scanned(code);
    // The same serial may be another product's too, which lies elsewhere.
    var here = found.stream().filter(unit -> unit.place() == Place.VENDOR).toList();
    var meant = here.isEmpty() ? found : here;
    if (meant.size() != 1) {
      var why = meant.isEmpty() ? "vendor-unit-unknown" : "vendor-several-units";
      return refused(frame, batch, form, List.of(Refusal.of(why, "code", code)), Set.of());
    }
    var unit = meant.getFirst();
    var answer =
        batches.gather(id, List.of(unit.id()), fault(form), clock.instant(), Badge.actor(frame));
    return after(frame, batch, form, answer, unit.serial().value(), Set.of());
  }

  /** Puts in what was ticked. */
  @Needs(May.SEND_TO_VENDORS)
  @PostMapping(VendorsPage.PATH + "/{id}/units")
  Reply ticked(
      Frame frame,
      @PathVariable long id,
      @RequestParam(name = "unit", required = false) @Nullable List<Long> units,
      @RequestParam Map<String, String> fields) {
    var batch = find(id);
    var chosen = units == null ? Set.<Long>of() : Set.copyOf(units);
    var answer = batches.gather(id, chosen, null, clock.instant(), Badge.actor(frame));
    return after(frame, batch, Form.of(fields), answer, "", chosen);
  }

  /** Puts in so many of a product without serials. */
  @Needs(May.SEND_TO_VENDORS)
  @PostMapping(VendorsPage.PATH + "/{id}/number")
  Reply number(Frame frame, @PathVariable long id, @RequestParam Map<String, String> fields) {
    var batch = find(id);
    var form = Form.of(fields);
    var sku = Sku.parse(form.value("sku")).orElseThrow(VendorBatchPage::unknown);
    var field = "quantity-" + sku.value();
    var quantity = CellText.count(form.value(field));
    if (quantity.isEmpty()) {
      var why = form.value(field).isBlank() ? "value-missing" : "value-unreadable";
      return refused(frame, batch, form, List.of(Refusal.of(why, field)), Set.of());
    }
    var answer =
        batches.gatherNumber(id, sku, quantity.get(), null, clock.instant(), Badge.actor(frame));
    return switch (answer) {
      case Answer.Done<VendorBatch> done -> to(id, "");
      case Answer.Refused<VendorBatch>(var reasons) ->
          refused(frame, batch, form, at(reasons, "quantity", field), Set.of());
    };
  }

  /** Takes something out again. */
  @Needs(May.SEND_TO_VENDORS)
  @PostMapping(VendorsPage.PATH + "/{id}/items/{item}/out")
  Reply takeOut(Frame frame, @PathVariable long id, @PathVariable long item) {
    var batch = find(id);
    return after(frame, batch, Form.blank(), batches.takeOut(id, item), "", Set.of());
  }

  /** Sends the batch. */
  @Needs(May.SEND_TO_VENDORS)
  @PostMapping(VendorsPage.PATH + "/{id}/send")
  Reply send(Frame frame, @PathVariable long id, @RequestParam Map<String, String> fields) {
    var batch = find(id);
    var form = Form.of(fields);
    var refusals = new ArrayList<Refusal>();
    var typed = form.value("waybill");
    var waybill = WaybillNumber.parse(typed);
    if (waybill.isEmpty() && !typed.isBlank()) {
      refusals.add(Refusal.of("value-unreadable", "waybill"));
    }
    if (!refusals.isEmpty()) {
      return refused(frame, batch, form, refusals, Set.of());
    }
    var answer =
        batches.send(
            id,
            CellText.count(form.value("version")).orElse(0),
            form.value("reference"),
            waybill.orElse(null),
            FormKey.read(form.value("key")),
            clock.instant(),
            Badge.actor(frame));
    return after(frame, batch, form, answer, "", Set.of());
  }

  private Reply after(
      Frame frame,
      VendorBatch before,
      Form form,
      Answer<VendorBatch> answer,
      String told,
      Set<Long> ticked) {
    return switch (answer) {
      case Answer.Done<VendorBatch>(var batch) -> to(batch.id(), told);
      case Answer.Refused<VendorBatch>(var reasons) ->
          refused(frame, find(before.id()), form, reasons, ticked);
    };
  }

  private Page refused(
      Frame frame, VendorBatch batch, Form form, List<Refusal> reasons, Set<Long> ticked) {
    return Page.refused(TEMPLATE, model(frame, batch, Map.of(), form.with(reasons), ticked));
  }

  private VendorBatchModel model(
      Frame frame, VendorBatch batch, Map<String, String> fields, Form form, Set<Long> ticked) {
    var now = clock.instant();
    var open = batch.state() == VendorBatch.State.OPEN;
    var sending = batch.sending();
    var maySend = May.SEND_TO_VENDORS.allows(Badge.of(frame).role());
    var told = fields.getOrDefault("told", "");
    return new VendorBatchModel(
        batch,
        batch.daysAway(now, WorkingCalendar.SHOP_ZONE),
        batch.isLate(now, WorkingCalendar.SHOP_ZONE),
        sending == null ? "" : actors.name(frame, sending.by()),
        items(batch, fields.getOrDefault("page", "")),
        open && maySend
            ? waiting(fields.getOrDefault("waiting", ""))
            : new VendorBatchModel.Rows<>(List.of(), 0, 1, 1),
        open && maySend ? list.numbers() : List.of(),
        ticked,
        form,
        form.value("key").isEmpty() ? UUID.randomUUID() : FormKey.read(form.value("key")),
        told.substring(0, Math.min(told.length(), TOLD_CHARS_MAX)),
        maySend);
  }

  private VendorBatchModel.Rows<VendorItem> items(VendorBatch batch, String typed) {
    var all = list.countItems(batch.id());
    var last = VendorsPage.last(all, VendorList.ROWS_MAX);
    var page = VendorsPage.page(typed, last);
    return new VendorBatchModel.Rows<>(list.items(batch.id(), page), all, page, last);
  }

  private VendorBatchModel.Rows<Waiting.OfUnit> waiting(String typed) {
    var all = list.countWaiting();
    var last = VendorsPage.last(all, VendorList.ROWS_MAX);
    var page = VendorsPage.page(typed, last);
    return new VendorBatchModel.Rows<>(list.waiting(page), all, page, last);
  }

  /** What the domain says of one field is shown at another. */
  static List<Refusal> at(List<Refusal> reasons, String field, String shown) {
    return reasons.stream()
        .map(
            reason ->
                reason.field().equals(field)
                    ? new Refusal(reason.code(), shown, reason.args())
                    : reason)
        .toList();
  }

  private static @Nullable String fault(Form form) {
    var typed = form.value("fault").strip();
    return typed.isEmpty() ? null : typed;
  }

  private VendorBatch find(long id) {
    return list.find(id).orElseThrow(VendorBatchPage::unknown);
  }

  static Redirect to(long id, String told) {
    return new Redirect(
        VendorsPage.PATH
            + "/"
            + id
            + (told.isEmpty() ? "" : "?told=" + URLEncoder.encode(told, StandardCharsets.UTF_8)));
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
