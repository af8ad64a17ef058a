package io.tukar.policy.clause;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Words;
import io.tukar.policy.decision.AskedOf;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import java.util.List;
import java.util.Set;

/** Clause P5: a replacement depends on stock; an empty shelf is said, not held against anybody. */
public record StockClause(ClauseHead head) implements Clause {

  private static final String FACT = "wanted.inStock";

  @Override
  public Set<FactKey<?>> asks() {
    return Set.of(FactKeys.IN_STOCK);
  }

  @Override
  public Finding judge(ReturnFacts facts, WorkingCalendar calendar) {
    return switch (facts.wanted().inStock()) {
      case Fact.Known<Boolean>(var there, var source) -> {
        var inputs = List.of(new Finding.Input(FACT, there.toString(), source));
        yield there
            ? head.holds(
                new Words("Unit pengganti tersedia.", "The replacement is in stock."), inputs)
            : head.fails(
                new Words(
                    "Stok unit pengganti kosong: menunggu stok, memilih model lain, atau barang"
                        + " dikirim kembali.",
                    "The replacement is out of stock: wait for stock, choose another model, or"
                        + " have the item sent back."),
                inputs);
      }
      case Fact.Unknown<Boolean>() ->
          head.open(
              AskedOf.NOBODY,
              new Words("Stok belum diperiksa.", "The stock was not checked yet."),
              List.of(),
              List.of(FACT));
    };
  }
}
