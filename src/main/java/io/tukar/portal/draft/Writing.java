package io.tukar.portal.draft;

import io.tukar.kernel.Actor;
import io.tukar.kernel.ContactChannel;
import io.tukar.kernel.Language;
import io.tukar.kernel.ReturnReason;
import io.tukar.orders.Order;
import io.tukar.orders.SoldItem;
import io.tukar.rma.Channel;
import io.tukar.rma.Draft;
import io.tukar.rma.OpenRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An open draft with its order and what was answered. */
record Writing(Draft draft, Order order, DraftForm form) {

  String path() {
    return "/pengajuan/" + draft.id();
  }

  String path(Step step) {
    return path() + "/" + step.path();
  }

  /** The page where the request goes on. */
  String nextPath() {
    return path(Step.next(form, receiptKnown()));
  }

  /** The page before this one; the order's first page has none. */
  String pathBefore(Step step) {
    var steps = Step.of(form, receiptKnown());
    int at = steps.indexOf(step);
    return at > 0 ? path(steps.get(at - 1)) : "";
  }

  boolean finished() {
    return Step.next(form, receiptKnown()).equals(Step.CHECK);
  }

  boolean receiptKnown() {
    return order.receivedOn() != null;
  }

  SoldItem item(int lineNo) {
    return order.item(lineNo).orElseThrow();
  }

  Actor customer() {
    return new Actor.Customer(order.customerId());
  }

  /** What would be submitted now. */
  OpenRequest request(Language language, @Nullable String remark) {
    return request(language, form.lines(), remark);
  }

  /**
   * A request of these lines. A line without a reason yet stands as a malfunction: whether its
   * units can be asked for at all does not depend on the reason.
   */
  OpenRequest request(Language language, List<DraftForm.Line> lines, @Nullable String remark) {
    return new OpenRequest(
        order.id(),
        Channel.PORTAL,
        language,
        draft.startedAt(),
        ContactChannel.PORTAL,
        draft.id(),
        lines.stream().map(this::asked).toList(),
        remark);
  }

  private OpenRequest.Line asked(DraftForm.Line line) {
    var checks = line.checks();
    return new OpenRequest.Line(
        line.no(),
        line.quantity(),
        line.reason() == null ? ReturnReason.MALFUNCTION : line.reason(),
        line.symptom(),
        line.wanted() == null ? item(line.no()).sku() : line.wanted(),
        new OpenRequest.Claimed(checks.sealIntact(), checks.clean(), checks.complete()),
        form.receivedOn(),
        checks.serial());
  }
}
