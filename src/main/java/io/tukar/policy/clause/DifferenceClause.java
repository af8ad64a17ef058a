package io.tukar.policy.clause;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Money;
import io.tukar.kernel.Words;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Clause P6: the price paid for the old unit against the list price of the new one. The same model
 * again costs nothing.
 *
 * @param tender how the difference may be paid, at least one way
 */
public record DifferenceClause(ClauseHead head, List<Tender> tender) implements Clause {

  /** Positive: the customer pays it; negative: the shop pays it back. */
  public Money difference(ReturnFacts facts) {
    return facts.sameModel()
        ? Money.zero(facts.sold().paidPerUnit().currency())
        : now(facts).minus(before(facts));
  }

  @Override
  public Set<FactKey<?>> asks() {
    return Set.of(
        FactKeys.SKU, FactKeys.PAID, FactKeys.WANTED_SKU, FactKeys.WANTED_PRICE, FactKeys.QUANTITY);
  }

  @Override
  public Finding judge(ReturnFacts facts, WorkingCalendar calendar, Terms terms) {
    terms.differsBy(difference(facts));
    return head.holds(() -> why(facts));
  }

  private Finding.Why why(ReturnFacts facts) {
    var sold = facts.sold();
    var wanted = facts.wanted();
    var inputs =
        List.of(
            new Finding.Input("sold.sku", sold.sku().value(), Source.ORDER),
            new Finding.Input(
                "sold.paidPerUnit", Long.toString(sold.paidPerUnit().minor()), Source.ORDER),
            new Finding.Input("wanted.sku", wanted.sku().value(), Source.CLAIM),
            new Finding.Input(
                "wanted.listPrice", Long.toString(wanted.listPrice().minor()), Source.SHOP));
    if (facts.sameModel()) {
      return new Finding.Why(
          new Words("Model yang sama: tidak ada selisih harga.", "Same model: no difference."),
          inputs);
    }
    var sums =
        new Words(
            "Harga baru "
                + sum(wanted.listPrice(), facts)
                + ", dibayar "
                + sum(sold.paidPerUnit(), facts)
                + ": ",
            "New price "
                + sum(wanted.listPrice(), facts)
                + ", paid "
                + sum(sold.paidPerUnit(), facts)
                + ": ");
    var rest = rest(difference(facts));
    return new Finding.Why(new Words(sums.id() + rest.id(), sums.en() + rest.en()), inputs);
  }

  private Words rest(Money difference) {
    if (difference.isZero()) {
      return new Words("tidak ada selisih harga.", "no difference.");
    }
    return difference.isPositive()
        ? new Words(
            "pelanggan menambah " + Amount.inWords(difference) + " " + means().id() + ".",
            "the customer pays " + Amount.inWords(difference) + " " + means().en() + ".")
        : new Words(
            "toko mengembalikan " + Amount.inWords(difference.negated()) + " " + means().id() + ".",
            "the shop pays back "
                + Amount.inWords(difference.negated())
                + " "
                + means().en()
                + ".");
  }

  /** The ways to pay, as they stand in a sentence. */
  public Words means() {
    return new Words(
        tender.stream().map(means -> means.words().id()).collect(Collectors.joining(" atau ")),
        tender.stream().map(means -> means.words().en()).collect(Collectors.joining(" or ")));
  }

  private static String sum(Money each, ReturnFacts facts) {
    var quantity = facts.claim().quantity();
    return quantity == 1
        ? Amount.inWords(each)
        : quantity + " × " + Amount.inWords(each) + " = " + Amount.inWords(each.times(quantity));
  }

  private static Money now(ReturnFacts facts) {
    return facts.wanted().listPrice().times(facts.claim().quantity());
  }

  private static Money before(ReturnFacts facts) {
    return facts.sold().paidPerUnit().times(facts.claim().quantity());
  }
}
