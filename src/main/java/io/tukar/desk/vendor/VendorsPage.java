package io.tukar.desk.vendor;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.desk.Badge;
import io.tukar.kernel.Answer;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.stock.vendor.VendorBatch;
import io.tukar.stock.vendor.VendorBatches;
import io.tukar.stock.vendor.VendorList;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Klaim ke pemasok: the batches, how long they have been away, and what waits for one. */
@Controller
class VendorsPage {

  static final String PATH = "/desk/stock/vendor";

  private static final String TEMPLATE = "desk/vendor/list";

  private final VendorBatches batches;
  private final VendorList list;
  private final Clock clock;

  VendorsPage(VendorBatches batches, VendorList list, Clock clock) {
    this.batches = batches;
    this.list = list;
    this.clock = clock;
  }

  @GetMapping(PATH)
  Page show(Frame frame, @RequestParam(name = "page", defaultValue = "1") String page) {
    return Page.of(TEMPLATE, model(frame, Form.blank(), page));
  }

  /** Begins a batch; of a vendor that has one being gathered, that is opened. */
  @Needs(May.SEND_TO_VENDORS)
  @PostMapping(PATH)
  Reply open(Frame frame, @RequestParam Map<String, String> fields) {
    var form = Form.of(fields);
    return switch (batches.open(form.value("vendor"), clock.instant(), Badge.actor(frame))) {
      case Answer.Done<VendorBatch>(var batch) -> new Redirect(PATH + "/" + batch.id());
      case Answer.Refused<VendorBatch>(var reasons) ->
          Page.refused(TEMPLATE, model(frame, form.with(reasons), "1"));
    };
  }

  private VendorsModel model(Frame frame, Form form, String typed) {
    var now = clock.instant();
    var last = last(list.count(), VendorList.BATCHES_MAX);
    var page = page(typed, last);
    var maySend = May.SEND_TO_VENDORS.allows(Badge.of(frame).role());
    return new VendorsModel(
        list.page(page).stream()
            .map(
                batch ->
                    new VendorsModel.Row(
                        batch,
                        batch.daysAway(now, WorkingCalendar.SHOP_ZONE),
                        batch.isLate(now, WorkingCalendar.SHOP_ZONE)))
            .toList(),
        list.countWaiting(),
        list.numbers().size(),
        list.names(),
        form,
        maySend,
        page,
        last);
  }

  /** The last page of so many rows; the first where there are none. */
  static int last(int rows, int most) {
    return Math.max(1, Math.ceilDiv(rows, most));
  }

  /** The page asked for, if there is one. */
  static int page(String typed, int last) {
    return typed.matches("[1-9][0-9]{0,5}") ? Math.min(Integer.parseInt(typed), last) : 1;
  }
}
