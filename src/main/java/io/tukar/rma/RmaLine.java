package io.tukar.rma;

import io.tukar.inspection.Disposition;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Money;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Symptom;
import io.tukar.policy.decision.Payer;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case: some units of one sold item, exchanged for one product.
 *
 * @param unitPaid paid for one old unit, frozen at submission
 * @param wantedPrice list price of one new unit, frozen at submission
 * @param verdict what inspection found; null until then, as are fault, disposition and who pays the
 *     shipping legs (clause P7)
 * @param contest who wanted its finding looked at once more; null where nobody did
 * @param again it waits for that second look
 */
public record RmaLine(
    int lineNo,
    long soldItemId,
    Sku sku,
    int quantity,
    ReturnReason reason,
    @Nullable Symptom symptom,
    Sku wantedSku,
    Money unitPaid,
    Money wantedPrice,
    LineState state,
    Goods goods,
    @Nullable Verdict verdict,
    @Nullable Fault fault,
    @Nullable Disposition disposition,
    @Nullable Payer payerToShop,
    @Nullable Payer payerToCustomer,
    @Nullable Contest contest,
    boolean again) {

  /** The same product again. */
  public boolean sameModel() {
    return sku.equals(wantedSku);
  }

  RmaLine in(LineState next, Goods nextGoods) {
    return new RmaLine(
        lineNo,
        soldItemId,
        sku,
        quantity,
        reason,
        symptom,
        wantedSku,
        unitPaid,
        wantedPrice,
        next,
        nextGoods,
        verdict,
        fault,
        disposition,
        payerToShop,
        payerToCustomer,
        contest,
        again);
  }

  RmaLine in(LineState next) {
    return in(next, goods);
  }

  RmaLine found(RmaEvent.LineFinding finding) {
    return new RmaLine(
        lineNo,
        soldItemId,
        sku,
        quantity,
        reason,
        symptom,
        wantedSku,
        unitPaid,
        wantedPrice,
        finding.accepted() ? LineState.ACCEPTED : LineState.REFUSED,
        finding.accepted() ? goods : Goods.NONE,
        finding.verdict(),
        finding.fault(),
        finding.disposition(),
        finding.payerToShop(),
        finding.payerToCustomer(),
        contest,
        false);
  }

  /** Back on the bench, with its replacement set aside once more. */
  RmaLine contested(Contest by, Goods nextGoods) {
    return new RmaLine(
        lineNo,
        soldItemId,
        sku,
        quantity,
        reason,
        symptom,
        wantedSku,
        unitPaid,
        wantedPrice,
        LineState.RECEIVED,
        nextGoods,
        verdict,
        fault,
        disposition,
        payerToShop,
        payerToCustomer,
        contest == Contest.OBJECTION ? contest : by,
        true);
  }
}
