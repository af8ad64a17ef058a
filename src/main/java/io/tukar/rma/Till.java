package io.tukar.rma;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.outbox.Notice;
import io.tukar.outbox.Param;
import io.tukar.policy.decision.Payer;
import io.tukar.settlement.Ledger;
import io.tukar.settlement.PaymentCodes;
import io.tukar.settlement.SettlementPlan;
import io.tukar.settlement.SettlementPlan.Direction;
import io.tukar.settlement.SettlementPlan.LegCost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who owes what, agreed and paid. */
@Component
class Till {

  /** A bank's reference of a transfer is no longer. */
  static final int REFERENCE_CHARS_MAX = 100;

  private final CaseFiles files;
  private final Ledger ledger;
  private final PaymentCodes codes;
  private final ObjectProvider<PayoutWatch> payouts;
  private final Promises promises;

  Till(
      CaseFiles files,
      Ledger ledger,
      PaymentCodes codes,
      ObjectProvider<PayoutWatch> payouts,
      Promises promises) {
    this.files = files;
    this.ledger = ledger;
    this.codes = codes;
    this.payouts = payouts;
    this.promises = promises;
  }

  /** The plan as it would be posted now. */
  SettlementPlan plan(Rma rma, ShippingCosts costs) {
    var inspected =
        rma.lines().stream()
            .filter(line -> line.state() == LineState.ACCEPTED || line.state() == LineState.REFUSED)
            .toList();
    var accepted =
        inspected.stream()
            .filter(line -> line.state() == LineState.ACCEPTED)
            .map(
                line ->
                    new SettlementPlan.AcceptedLine(
                        line.lineNo(),
                        line.quantity(),
                        line.unitPaid(),
                        line.wantedPrice(),
                        line.sameModel()))
            .toList();
    var kept =
        inspected.stream()
            .filter(line -> line.state() == LineState.REFUSED && line.goods() == Goods.SHIPPED)
            .map(
                line ->
                    new SettlementPlan.KeptReplacement(
                        line.lineNo(), line.quantity(), line.wantedPrice()))
            .toList();
    var legs = new ArrayList<LegCost>();
    if (costs.toShop() != null) {
      legs.add(
          new LegCost(Direction.TO_SHOP, costs.toShop(), payer(inspected, RmaLine::payerToShop)));
    }
    if (costs.toCustomer() != null) {
      legs.add(
          new LegCost(
              Direction.TO_CUSTOMER,
              costs.toCustomer(),
              payer(inspected, RmaLine::payerToCustomer)));
    }
    return SettlementPlan.of(accepted, kept, legs, ledger.standingDeposit(rma.id()));
  }

  /** A parcel is paid as a whole: by the shop where any of its lines is the shop's to pay. */
  private static Payer payer(List<RmaLine> lines, Function<RmaLine, @Nullable Payer> leg) {
    return lines.stream().map(leg).allMatch(payer -> payer == Payer.CUSTOMER)
        ? Payer.CUSTOMER
        : Payer.SHOP;
  }

  Answer<Rma> settle(CaseRef ref, ShippingCosts costs, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          if (negative(costs.toShop()) || negative(costs.toCustomer())) {
            return Answer.refused(Refusal.of("amount-negative", "shipping"));
          }
          var plan = plan(journal.now(), costs);
          var payBy = promises.customerDay(at, Promises.PAYMENT_WORKING_DAYS);
          var due =
              plan.customerOwes().isPositive()
                  ? promises.endOf(payBy)
                  : journal.now().after(new RmaEvent.Settled(0, null, at)).status()
                          == RmaStatus.DISPATCHED
                      ? promises.customer(at, Promises.ANSWER_WORKING_DAYS)
                      : promises.shop(at, Promises.DISPATCH);
          var mayNot = journal.now().check(new RmaEvent.Settled(0, null, due));
          if (mayNot.isPresent()) {
            return Answer.refused(mayNot.get());
          }
          var posting = ledger.post(journal.now().id(), plan, at, by);
          journal.append(new RmaEvent.Settled(plan.customerOwes().minor(), posting, due), at, by);
          var owed = journal.now().balance();
          if (owed.isPositive()) {
            var asked = codes.ask(journal.now().id(), owed, at).amount();
            journal.tell(
                Notice.PAYMENT_DUE,
                said -> said.with(Param.AMOUNT, asked).with(Param.PAY_BY, payBy));
          }
          return Answer.done(files.file(journal, at));
        });
  }

  private static boolean negative(@Nullable Money cost) {
    return cost != null && cost.isNegative();
  }

  /**
   * Somebody has seen the customer's transfer at the bank. More than was owed is owed back; where
   * it is just what was asked for, the unique code is let go.
   */
  Answer<Rma> paidIn(CaseRef ref, Money amount, String reference, Instant at, Actor by) {
    return paid(ref, amount, reference, "PAYMENT_IN", at, by);
  }

  /** The shop's transfer to the customer was made; never more than it owes. */
  Answer<Rma> paidOut(CaseRef ref, Money amount, String reference, Instant at, Actor by) {
    return paid(ref, amount, reference, "PAYMENT_OUT", at, by);
  }

  private Answer<Rma> paid(
      CaseRef ref, Money amount, String reference, String kind, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          var rma = journal.now();
          var in = kind.equals("PAYMENT_IN");
          var incoming = codes.incoming(rma.id(), rma.balance(), amount);
          var change = in ? incoming.settles().negated() : amount;
          var text = reference.strip();
          if (!amount.isPositive()) {
            return Answer.refused(Refusal.of("amount-not-positive", "amount"));
          }
          if (text.isEmpty() || text.length() > REFERENCE_CHARS_MAX) {
            return Answer.refused(Refusal.of("reference-needed", "reference", REFERENCE_CHARS_MAX));
          }
          if (!in && amount.compareTo(rma.balance().negated()) > 0) {
            return Answer.refused(
                Refusal.of("more-than-owed", "amount", rma.balance().negated().minor()));
          }
          var due = promises.shop(at, Promises.DISPATCH);
          var mayNot = rma.check(new RmaEvent.Paid(change.minor(), 0, due));
          if (mayNot.isPresent()) {
            return Answer.refused(mayNot.get());
          }
          if (!in && payouts.orderedStream().anyMatch(watch -> watch.open(rma.id()))) {
            return Answer.refused(Refusal.of("payout-open", ""));
          }
          if (ledger.booked(kind, text)) {
            return Answer.refused(Refusal.of("reference-booked", "reference", text));
          }
          var posting =
              in
                  ? ledger.paidIn(rma.id(), incoming, text, at, by)
                  : ledger.paidOut(rma.id(), amount, text, at, by);
          journal.append(new RmaEvent.Paid(change.minor(), posting, due), at, by);
          if (in && !journal.now().balance().isPositive()) {
            codes.end(rma.id(), at);
          }
          if (!in) {
            journal.tell(Notice.PAYOUT_SENT, said -> said.with(Param.AMOUNT, amount));
          }
          return Answer.done(files.file(journal, at));
        });
  }
}
