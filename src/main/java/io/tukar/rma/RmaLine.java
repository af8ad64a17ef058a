package io.tukar.rma;

import io.tukar.inspection.Disposition;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Money;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Symptom;
import io.tukar.policy.decision.Payer;
import io.tukar.stock.Wish;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case: some units of one sold item, exchanged for one product.
 *
 * @param origin the line it was asked for as, whose photos it shares; its own number unless it was
 *     split off
 * @param unitPaid paid for one old unit, frozen at submission
 * @param wantedPrice what one new unit is charged at: its list price, frozen at submission, or as
 *     agreed when another was chosen for lack of stock
 * @param verdict what inspection found; null until then, as are fault, disposition and who pays the
 *     shipping legs (clause P7)
 * @param contest who wanted its finding looked at once more; null where nobody did
 * @param again it waits for that second look
 * @param partOf what was bought, where only this part of it is exchanged; null where all of it is
 */
public record RmaLine(
    int lineNo,
    int origin,
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
    boolean again,
    @Nullable Sku partOf) {

  /** The customer is to pay for its replacement: it is dearer than what was bought (clause P6). */
  boolean dearer() {
    return !sameModel() && wantedPrice.compareTo(unitPaid) > 0;
  }

  /** The same product again. */
  public boolean sameModel() {
    return sku.equals(wantedSku);
  }

  /** What is to be set aside for it. */
  Wish wish(Rma rma) {
    return new Wish(rma.id(), lineNo, wantedSku, quantity, rma.priority());
  }

  /** Whether what was kept of that line, as its photos, is of this one's goods too. */
  public boolean shares(@Nullable Integer line) {
    return line != null && (line == lineNo || line == origin);
  }

  RmaLine in(LineState next, Goods nextGoods) {
    return with(lineNo, quantity, next, nextGoods, contest, again);
  }

  RmaLine with(Goods nextGoods) {
    return in(state, nextGoods);
  }

  RmaLine in(LineState next) {
    return in(next, goods);
  }

  /** Back on the bench, with its replacement set aside once more. */
  RmaLine contested(Contest by, Goods nextGoods) {
    return with(
        lineNo,
        quantity,
        LineState.RECEIVED,
        nextGoods,
        contest == Contest.OBJECTION ? contest : by,
        true);
  }

  /** So many of its units, as a line of their own or as what is left of it. */
  RmaLine share(int no, int units) {
    return with(no, units, state, goods, contest, again);
  }

  private RmaLine with(
      int no,
      int units,
      LineState nextState,
      Goods nextGoods,
      @Nullable Contest nextContest,
      boolean nextAgain) {
    return new RmaLine(
        no,
        origin,
        soldItemId,
        sku,
        units,
        reason,
        symptom,
        wantedSku,
        unitPaid,
        wantedPrice,
        nextState,
        nextGoods,
        verdict,
        fault,
        disposition,
        payerToShop,
        payerToCustomer,
        nextContest,
        nextAgain,
        partOf);
  }

  RmaLine found(RmaEvent.LineFinding finding) {
    return new RmaLine(
        lineNo,
        origin,
        soldItemId,
        sku,
        quantity,
        reason,
        symptom,
        wantedSku,
        unitPaid,
        wantedPrice,
        finding.accepted() ? LineState.ACCEPTED : LineState.REFUSED,
        finding.accepted() || goods == Goods.SHIPPED ? goods : Goods.NONE,
        finding.verdict(),
        finding.fault(),
        finding.disposition(),
        finding.payerToShop(),
        finding.payerToCustomer(),
        contest,
        false,
        partOf);
  }

  /**
   * The units count against what was bought; a part does not, its product can still be exchanged.
   */
  boolean claims() {
    return state.claims() && partOf == null;
  }

  /**
   * About a part of what was bought alone, for nothing. What need not come back is taken as found:
   * the shop's to replace and to pay for.
   */
  RmaLine forPart(RmaEvent.PartAgreed agreed) {
    var free = Money.zero(unitPaid.currency());
    return new RmaLine(
        lineNo,
        origin,
        soldItemId,
        agreed.part(),
        quantity,
        reason,
        symptom,
        agreed.part(),
        free,
        free,
        agreed.comesBack() ? state : LineState.ACCEPTED,
        agreed.goods(),
        agreed.comesBack() ? null : asReported(),
        agreed.comesBack() ? null : Fault.SHOP,
        null,
        agreed.comesBack() ? null : Payer.SHOP,
        agreed.comesBack() ? null : Payer.SHOP,
        contest,
        again,
        sku);
  }

  /** With another product to be sent, held from now on. */
  RmaLine instead(RmaEvent.ReplacementChosen chosen) {
    return new RmaLine(
        lineNo,
        origin,
        soldItemId,
        sku,
        quantity,
        reason,
        symptom,
        chosen.sku(),
        unitPaid,
        new Money(chosen.price(), unitPaid.currency()),
        state,
        Goods.HELD,
        verdict,
        fault,
        disposition,
        payerToShop,
        payerToCustomer,
        contest,
        again,
        partOf);
  }

  /** To go back as it came, at the shop's cost: it has nothing to give for it. */
  RmaLine wantedBack() {
    return new RmaLine(
        lineNo,
        origin,
        soldItemId,
        sku,
        quantity,
        reason,
        symptom,
        wantedSku,
        unitPaid,
        wantedPrice,
        LineState.REFUSED,
        Goods.NONE,
        null,
        Fault.SHOP,
        Disposition.SEND_BACK,
        Payer.SHOP,
        Payer.SHOP,
        contest,
        again,
        partOf);
  }

  private Verdict asReported() {
    return reason == ReturnReason.INCOMPLETE ? Verdict.INCOMPLETE : Verdict.AS_CLAIMED;
  }
}
