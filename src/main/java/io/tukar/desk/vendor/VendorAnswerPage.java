package io.tukar.desk.vendor;

import io.tukar.csv.CellText;
import io.tukar.desk.ActorNames;
import io.tukar.desk.Badge;
import io.tukar.desk.goods.FormKey;
import io.tukar.kernel.Answer;
import io.tukar.kernel.MacAddress;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.SerialNumber;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.stock.Delivery;
import io.tukar.stock.Place;
import io.tukar.stock.vendor.VendorAnswer;
import io.tukar.stock.vendor.VendorBatch;
import io.tukar.stock.vendor.VendorBatches;
import io.tukar.stock.vendor.VendorItem;
import io.tukar.stock.vendor.VendorList;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Reply;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What a vendor answered for one unit of a batch, or for some of a number. */
@Controller
class VendorAnswerPage {

  private static final String TEMPLATE = "desk/vendor/answer";
  private static final String ITEM = VendorsPage.PATH + "/{id}/items/{item}";

  private final VendorBatches batches;
  private final VendorList list;
  private final ActorNames actors;
  private final Clock clock;

  VendorAnswerPage(VendorBatches batches, VendorList list, ActorNames actors, Clock clock) {
    this.batches = batches;
    this.list = list;
    this.actors = actors;
    this.clock = clock;
  }

  @GetMapping(ITEM)
  Page show(Frame frame, @PathVariable long id, @PathVariable long item) {
    return Page.of(TEMPLATE, model(frame, batch(id), item(id, item), Form.blank()));
  }

  /** Books what came back: the goods, or others instead. */
  @Needs(May.SEND_TO_VENDORS)
  @PostMapping(ITEM)
  Reply came(
      Frame frame,
      @PathVariable long id,
      @PathVariable long item,
      @RequestParam Map<String, String> fields) {
    var about = item(id, item);
    var form = Form.of(fields);
    var refusals = new ArrayList<Refusal>();
    var tag = tag(form, refusals);
    var answer = answer(form, tag);
    if (answer.isEmpty()) {
      refusals.add(Refusal.of("choice-missing", ""));
    } else if (tag != null && !(answer.get() instanceof VendorAnswer.Replaced)) {
      refusals.add(Refusal.of("vendor-serial-only-replaced", "serial"));
    }
    var quantity = quantity(form, "quantity", about, refusals);
    return refusals.isEmpty()
        ? booked(
            frame,
            about,
            form,
            answer.orElseThrow(),
            quantity.orElseThrow(),
            form.value("paper"),
            Map.of())
        : refused(frame, about, form, refusals);
  }

  /** Books that nothing came but a credit, or not even that. */
  @Needs(May.CREDIT_BY_VENDOR)
  @PostMapping(ITEM + "/credit")
  Reply credited(
      Frame frame,
      @PathVariable long id,
      @PathVariable long item,
      @RequestParam Map<String, String> fields) {
    var about = item(id, item);
    var form = Form.of(fields);
    var refusals = new ArrayList<Refusal>();
    var lost = form.value("outcome").equals("LOST");
    var amount = lost ? Optional.<Money>empty() : rupiah(form, refusals);
    if (lost && !form.value("amount").isBlank()) {
      refusals.add(Refusal.of("vendor-amount-only-credited", "amount"));
    }
    var quantity = quantity(form, "credit-quantity", about, refusals);
    if (!refusals.isEmpty()) {
      return refused(frame, about, form, refusals);
    }
    return booked(
        frame,
        about,
        form,
        lost ? new VendorAnswer.Lost() : new VendorAnswer.Credited(amount.orElseThrow()),
        quantity.orElseThrow(),
        form.value("credit-paper"),
        Map.of("quantity", "credit-quantity", "paper", "credit-paper"));
  }

  /**
   * Books it.
   *
   * @param shown at which field of the form what is said of another is shown
   */
  private Reply booked(
      Frame frame,
      VendorItem item,
      Form form,
      VendorAnswer answer,
      int quantity,
      String paper,
      Map<String, String> shown) {
    var booked =
        batches.answer(
            item.batchId(),
            item.id(),
            answer,
            quantity,
            paper,
            FormKey.read(form.value("key")),
            clock.instant(),
            Badge.actor(frame));
    return switch (booked) {
      case Answer.Done<VendorItem>(var done) ->
          VendorBatchPage.to(
              item.batchId(),
              Optional.ofNullable(done.serial()).map(SerialNumber::value).orElse(""));
      case Answer.Refused<VendorItem>(var reasons) -> {
        var said = reasons;
        for (var field : shown.entrySet()) {
          said = VendorBatchPage.at(said, field.getKey(), field.getValue());
        }
        yield refused(frame, item, form, said);
      }
    };
  }

  private static Optional<VendorAnswer> answer(Form form, Delivery.@Nullable Tag tag) {
    return switch (form.value("outcome")) {
      case "REPLACED" -> Optional.of(new VendorAnswer.Replaced(tag));
      case "REPAIRED" -> Optional.of(new VendorAnswer.Repaired());
      case "REFUSED-SHELF" -> Optional.of(new VendorAnswer.Refused(Place.SHELF));
      case "REFUSED-REPAIR" -> Optional.of(new VendorAnswer.Refused(Place.REPAIR));
      case "REFUSED-SCRAP" -> Optional.of(new VendorAnswer.Refused(Place.SCRAP));
      default -> Optional.empty();
    };
  }

  private static Delivery.@Nullable Tag tag(Form form, List<Refusal> refusals) {
    var typedMac = form.value("mac");
    var mac = MacAddress.parse(typedMac);
    if (mac.isEmpty() && !typedMac.isBlank()) {
      refusals.add(
          MacAddress.misread(typedMac)
              .map(meant -> Refusal.of("mac-misread", "mac", meant.labelled()))
              .orElseGet(() -> Refusal.of("value-unreadable", "mac")));
    }
    var typed = form.value("serial");
    var serial = SerialNumber.parse(typed);
    if (serial.isEmpty() && (!typed.isBlank() || mac.isPresent())) {
      refusals.add(Refusal.of(typed.isBlank() ? "value-missing" : "value-unreadable", "serial"));
    }
    return serial.map(read -> new Delivery.Tag(read, mac.orElse(null))).orElse(null);
  }

  private static Optional<Integer> quantity(
      Form form, String field, VendorItem item, List<Refusal> refusals) {
    if (item.unitId() != null) {
      return Optional.of(1);
    }
    var typed = form.value(field);
    var quantity = CellText.count(typed);
    if (quantity.isEmpty()) {
      refusals.add(Refusal.of(typed.isBlank() ? "value-missing" : "value-unreadable", field));
    }
    return quantity;
  }

  private static Optional<Money> rupiah(Form form, List<Refusal> refusals) {
    var typed = form.value("amount");
    var amount =
        CellText.amount(typed)
            .map(BigDecimal::stripTrailingZeros)
            .filter(read -> read.scale() <= 0)
            .filter(read -> read.compareTo(BigDecimal.valueOf(VendorItem.RUPIAH_MAX)) <= 0)
            .map(read -> Money.rupiah(read.longValueExact()));
    if (amount.isEmpty()) {
      refusals.add(Refusal.of(typed.isBlank() ? "value-missing" : "value-unreadable", "amount"));
    }
    return amount;
  }

  private Page refused(Frame frame, VendorItem item, Form form, List<Refusal> reasons) {
    return Page.refused(
        TEMPLATE,
        model(frame, batch(item.batchId()), item(item.batchId(), item.id()), form.with(reasons)));
  }

  private VendorAnswerModel model(Frame frame, VendorBatch batch, VendorItem item, Form form) {
    var role = Badge.of(frame).role();
    var given = item.answer();
    return new VendorAnswerModel(
        batch,
        item,
        form,
        form.value("key").isEmpty() ? UUID.randomUUID() : FormKey.read(form.value("key")),
        given == null ? "" : actors.name(frame, given.by()),
        May.SEND_TO_VENDORS.allows(role),
        May.CREDIT_BY_VENDOR.allows(role));
  }

  private VendorBatch batch(long id) {
    return list.find(id).orElseThrow(VendorAnswerPage::unknown);
  }

  private VendorItem item(long id, long item) {
    return list.item(id, item).orElseThrow(VendorAnswerPage::unknown);
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
