package io.tukar.desk.inspect;

import io.tukar.desk.ActorNames;
import io.tukar.desk.Badge;
import io.tukar.inspection.CourierClaim;
import io.tukar.inspection.CourierClaims;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.WaybillNumber;
import io.tukar.orders.OrderBook;
import io.tukar.orders.SoldItem;
import io.tukar.rma.Rma;
import io.tukar.rma.RmaLine;
import io.tukar.rma.Rmas;
import io.tukar.shipping.Courier;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Klaim kurir: what is claimed for goods damaged on the way, and what the courier answered. */
@Controller
class ClaimPage {

  private static final String TEMPLATE = "desk/inspect/claim";

  private final Rmas rmas;
  private final OrderBook orders;
  private final CourierClaims claims;
  private final ActorNames actors;
  private final Clock clock;

  ClaimPage(Rmas rmas, OrderBook orders, CourierClaims claims, ActorNames actors, Clock clock) {
    this.rmas = rmas;
    this.orders = orders;
    this.claims = claims;
    this.actors = actors;
    this.clock = clock;
  }

  @Needs(May.CLAIM_COURIERS)
  @GetMapping("/desk/claims")
  Page list(@RequestParam(name = "page", defaultValue = "1") int asked) {
    int last = Math.max(1, -Math.floorDiv(-claims.count(), CourierClaims.ROWS_MAX));
    int page = Math.clamp(asked, 1, last);
    var rows =
        claims.page(page).stream()
            .map(
                claim ->
                    new ClaimsModel.Row(
                        claim, rmas.find(claim.rmaId()).map(InspectPage::number).orElseThrow()))
            .toList();
    return Page.of("desk/inspect/claims", new ClaimsModel(rows, page, last));
  }

  @Needs(May.CLAIM_COURIERS)
  @GetMapping("/desk/claims/{number}/{line}")
  Page show(Frame frame, @PathVariable String number, @PathVariable int line) {
    var rma = rma(number);
    return Page.of(TEMPLATE, model(frame, rma, damaged(rma, line), fresh(rma, line)));
  }

  /** Files the claim; sent twice it is the same claim. */
  @Needs(May.CLAIM_COURIERS)
  @PostMapping("/desk/claims/{number}/{line}")
  Reply file(
      Frame frame,
      @PathVariable String number,
      @PathVariable int line,
      @RequestParam Map<String, String> fields) {
    var rma = rma(number);
    var damaged = damaged(rma, line);
    var form = Form.of(fields);
    var refusals = new ArrayList<Refusal>();
    var courier =
        Arrays.stream(Courier.values())
            .filter(one -> one.name().equals(fields.get("courier")))
            .findFirst();
    if (courier.isEmpty()) {
      refusals.add(Refusal.of("choice-missing", "courier"));
    }
    var waybill = WaybillNumber.parse(form.value("waybill"));
    if (waybill.isEmpty()) {
      refusals.add(
          Refusal.of(
              form.value("waybill").isBlank() ? "value-missing" : "value-unreadable", "waybill"));
    }
    var value = rupiah(form, "value", refusals);
    if (!refusals.isEmpty()) {
      return Page.refused(TEMPLATE, model(frame, rma, damaged, form.with(refusals)));
    }
    return after(
        frame,
        rma,
        damaged,
        form,
        claims.file(
            rma.id(),
            line,
            courier.orElseThrow(),
            waybill.orElseThrow(),
            value.orElseThrow(),
            clock.instant(),
            Badge.actor(frame)));
  }

  /** Writes down the courier's answer. */
  @Needs(May.CLAIM_COURIERS)
  @PostMapping("/desk/claims/{number}/{line}/answer")
  Reply answer(
      Frame frame,
      @PathVariable String number,
      @PathVariable int line,
      @RequestParam Map<String, String> fields) {
    var rma = rma(number);
    var damaged = damaged(rma, line);
    var claim = claims.of(rma.id(), line);
    if (claim.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    var form = Form.of(fields);
    var refusals = new ArrayList<Refusal>();
    var paid = !"DENIED".equals(fields.get("outcome"));
    var amount = paid ? rupiah(form, "amount", refusals) : Optional.<Money>empty();
    if (!refusals.isEmpty()) {
      return Page.refused(TEMPLATE, model(frame, rma, damaged, form.with(refusals)));
    }
    return after(
        frame,
        rma,
        damaged,
        form,
        claims.end(
            claim.get().id(),
            amount.orElse(null),
            form.value("reference"),
            clock.instant(),
            Badge.actor(frame)));
  }

  private Reply after(Frame frame, Rma rma, RmaLine line, Form form, Answer<CourierClaim> answer) {
    return switch (answer) {
      case Answer.Done<CourierClaim> done ->
          new Redirect("/desk/claims/" + InspectPage.number(rma) + "/" + line.lineNo());
      case Answer.Refused<CourierClaim>(var reasons) ->
          Page.refused(TEMPLATE, model(frame, rma, line, form.with(reasons)));
    };
  }

  private ClaimModel model(Frame frame, Rma rma, RmaLine line, Form form) {
    var claim = claims.of(rma.id(), line.lineNo());
    var ending = claim.map(CourierClaim::ending);
    return new ClaimModel(
        InspectPage.number(rma),
        line,
        item(rma, line),
        claim,
        ending.map(one -> actors.name(frame, one.by())).orElse(""),
        form);
  }

  /** What the goods were worth, and who brought them, as the order knows. */
  private Form fresh(Rma rma, int lineNo) {
    var line = rma.line(lineNo).orElseThrow();
    var value = line.unitPaid().times(line.quantity());
    var courier =
        orders
            .find(rma.orderId())
            .flatMap(order -> Optional.ofNullable(order.courier()))
            .flatMap(Courier::parse)
            .map(Enum::name)
            .orElse(Courier.JNE.name());
    return Form.of(Map.of("value", "" + value.minor(), "courier", courier, "outcome", "PAID"));
  }

  private String item(Rma rma, RmaLine line) {
    return orders.find(rma.orderId()).stream()
        .flatMap(order -> order.items().stream())
        .filter(item -> item.id() == line.soldItemId())
        .map(SoldItem::name)
        .findFirst()
        .orElse(line.sku().value());
  }

  private static Optional<Money> rupiah(Form form, String field, List<Refusal> refusals) {
    var digits = form.value(field).replaceFirst("(?i)^\\s*rp\\.?", "").replaceAll("[.\\s]", "");
    if (!digits.matches("[0-9]{1,12}")) {
      refusals.add(Refusal.of(digits.isEmpty() ? "value-missing" : "value-unreadable", field));
      return Optional.empty();
    }
    return Optional.of(Money.rupiah(Long.parseLong(digits)));
  }

  private static RmaLine damaged(Rma rma, int lineNo) {
    return rma.line(lineNo)
        .filter(line -> line.verdict() == Verdict.TRANSIT_DAMAGE)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Rma rma(String number) {
    return rmas.idOf(number)
        .flatMap(rmas::find)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
