package io.tukar.policy.clause;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Money;
import io.tukar.kernel.Words;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.facts.ReturnFacts;
import java.util.List;
import java.util.Set;

/**
 * What an exchange costs the customer beside the difference and the shipping.
 *
 * @param rate a fixed sum a line, or a share of what was paid
 * @param waivedFor the faults that, once found, make it free
 */
public record FeeClause(ClauseHead head, Rate rate, Set<Fault> waivedFor) implements Clause {

  /** How the fee is reckoned. */
  public sealed interface Rate {

    /** So much a line, whole rupiah. */
    record Fixed(long minor) implements Rate {

      /** No fee is higher, in rupiah. */
      public static final int RUPIAH_MAX = 1_000_000_000;
    }

    /** So much of a hundred of what was paid for the line, rounded down to whole rupiah. */
    record Percent(int percent) implements Rate {

      /** All of it. */
      public static final int PERCENT_MAX = 100;
    }
  }

  /** What the customer pays; nothing where the fault found makes it free. */
  public Money fee(ReturnFacts facts) {
    var currency = facts.sold().paidPerUnit().currency();
    if (facts.condition().fault().asOptional().filter(waivedFor::contains).isPresent()) {
      return Money.zero(currency);
    }
    return switch (rate) {
      case Rate.Fixed(var minor) -> new Money(minor, currency);
      case Rate.Percent(var percent) ->
          new Money(paid(facts).minor() * percent / Rate.Percent.PERCENT_MAX, currency);
    };
  }

  @Override
  public Set<FactKey<?>> asks() {
    return waivedFor.isEmpty()
        ? Set.of(FactKeys.PAID, FactKeys.QUANTITY)
        : Set.of(FactKeys.PAID, FactKeys.QUANTITY, FactKeys.FAULT);
  }

  @Override
  public Finding judge(ReturnFacts facts, WorkingCalendar calendar, Terms terms) {
    terms.costs(fee(facts));
    return head.holds(() -> why(facts));
  }

  private Finding.Why why(ReturnFacts facts) {
    var fee = fee(facts);
    if (fee.isZero()) {
      return new Finding.Why(
          new Words("Tanpa biaya penanganan.", "No fee."),
          FactKeys.FAULT.input(facts).stream().toList());
    }
    var sum = Amount.inWords(fee);
    return switch (rate) {
      case Rate.Fixed(var _) ->
          new Finding.Why(
              new Words(
                  "Biaya penanganan " + sum + " ditanggung pelanggan.",
                  "The customer pays a fee of " + sum + "."),
              List.of());
      case Rate.Percent(var percent) -> {
        var of = percent + "% × " + Amount.inWords(paid(facts)) + " = " + sum;
        yield new Finding.Why(
            new Words(
                "Biaya penanganan " + of + " ditanggung pelanggan.",
                "The customer pays a fee of " + of + "."),
            FactKeys.PAID.input(facts).stream().toList());
      }
    };
  }

  private static Money paid(ReturnFacts facts) {
    return facts.sold().paidPerUnit().times(facts.claim().quantity());
  }
}
