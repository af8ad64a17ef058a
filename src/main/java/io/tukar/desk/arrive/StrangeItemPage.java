package io.tukar.desk.arrive;

import io.tukar.desk.Badge;
import io.tukar.inspection.Arrivals;
import io.tukar.inspection.StrangeItem;
import io.tukar.inspection.StrangeItems;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.WaybillNumber;
import io.tukar.rma.CaseRef;
import io.tukar.rma.Rmas;
import io.tukar.rma.StrangeGoods;
import io.tukar.shipping.Courier;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Barang tak ditunggu: one thing in a parcel that nobody awaited goes back, or into a case. */
@Controller
class StrangeItemPage {

  private static final String PATH = "/desk/station/parcels/{parcel}/items/{no}";
  private static final String TEMPLATE = "desk/arrive/item";

  private final StrangeGoods goods;
  private final Arrivals arrivals;
  private final StrangeItems items;
  private final Rmas rmas;
  private final Clock clock;

  StrangeItemPage(
      StrangeGoods goods, Arrivals arrivals, StrangeItems items, Rmas rmas, Clock clock) {
    this.goods = goods;
    this.arrivals = arrivals;
    this.items = items;
    this.rmas = rmas;
    this.clock = clock;
  }

  @Needs(May.MATCH_PARCELS)
  @GetMapping(PATH)
  Page show(
      Frame frame,
      @PathVariable long parcel,
      @PathVariable int no,
      @RequestParam Map<String, String> query) {
    return Page.of(TEMPLATE, model(frame, parcel, no, Form.of(query)));
  }

  /** It goes back alone, or somebody fetched it. */
  @Needs(May.MATCH_PARCELS)
  @PostMapping(PATH + "/back")
  Reply back(
      Frame frame,
      @PathVariable long parcel,
      @PathVariable int no,
      @RequestParam Map<String, String> fields) {
    var form = Form.of(fields);
    var courier =
        Arrays.stream(Courier.values())
            .filter(one -> one.name().equals(form.value("courier")))
            .findFirst();
    var typed = form.value("waybill").strip();
    var waybill = WaybillNumber.parse(typed);
    if (waybill.isEmpty() && !typed.isEmpty()) {
      var refused = form.with(Refusal.of("value-unreadable", "waybill"));
      return Page.refused(TEMPLATE, model(frame, parcel, no, refused));
    }
    return answered(
        frame,
        parcel,
        no,
        form,
        goods.sendBack(
            parcel,
            no,
            courier.orElse(null),
            waybill.orElse(null),
            clock.instant(),
            Badge.actor(frame)));
  }

  /** A case that awaits it takes it. */
  @Needs(May.MATCH_PARCELS)
  @PostMapping(PATH + "/claim")
  Reply claim(
      Frame frame,
      @PathVariable long parcel,
      @PathVariable int no,
      @RequestParam Map<String, String> fields) {
    var form = Form.of(fields);
    var typed = form.value("case").strip();
    var rma = rmas.idOf(typed);
    var line = form.value("line").strip();
    if (rma.isEmpty() || !line.matches("[0-9]{0,3}")) {
      var refused =
          form.with(
              rma.isEmpty()
                  ? Refusal.of(typed.isEmpty() ? "value-missing" : "no-such-case", "case")
                  : Refusal.of("value-unreadable", "line"));
      return Page.refused(TEMPLATE, model(frame, parcel, no, refused));
    }
    return answered(
        frame,
        parcel,
        no,
        form,
        goods.claim(
            parcel,
            no,
            CaseRef.latest(rma.get()),
            line.isEmpty() ? null : Integer.valueOf(line),
            clock.instant(),
            Badge.actor(frame)));
  }

  private Reply answered(Frame frame, long parcel, int no, Form form, Answer<StrangeItem> answer) {
    return switch (answer) {
      case Answer.Done<StrangeItem> done -> new Redirect("/desk/station/parcels/" + parcel);
      case Answer.Refused<StrangeItem>(var reasons) ->
          Page.refused(TEMPLATE, model(frame, parcel, no, form.with(reasons)));
    };
  }

  private StrangeItemModel model(Frame frame, long parcel, int no, Form form) {
    var found = arrivals.find(parcel);
    var item = items.of(parcel).stream().filter(one -> one.no() == no).findFirst();
    if (found.isEmpty() || item.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return new StrangeItemModel(
        found.get(), item.get(), form, May.REQUEST.allows(Badge.of(frame).role()));
  }
}
