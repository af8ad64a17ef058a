package io.tukar.policy.clause;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Words;
import io.tukar.policy.decision.AskedOf;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Clause P5: a replacement depends on stock; an empty shelf is said, not held against anybody. */
public record StockClause(ClauseHead head) implements Clause {

  private static final String FACT = "wanted.inStock";

  private static final List<String> LACKS = List.of(FACT);

  private static final Words IN_STOCK =
      new Words("Unit pengganti tersedia.", "The replacement is in stock.");

  private static final Words OUT_OF_STOCK =
      new Words(
          "Stok unit pengganti kosong: menunggu stok, memilih model lain, atau barang dikirim"
              + " kembali.",
          "The replacement is out of stock: wait for stock, choose another model, or have the item"
              + " sent back.");

  private static final Supplier<Finding.Why> NOT_CHECKED =
      Finding.plainly(new Words("Stok belum diperiksa.", "The stock was not checked yet."));

  @Override
  public Set<FactKey<?>> asks() {
    return Set.of(FactKeys.IN_STOCK);
  }

  @Override
  public Finding judge(ReturnFacts facts, WorkingCalendar calendar, Terms terms) {
    return switch (facts.wanted().inStock()) {
      case Fact.Known<Boolean>(var there, var source) -> {
        Supplier<Finding.Why> why =
            () ->
                new Finding.Why(
                    there ? IN_STOCK : OUT_OF_STOCK,
                    List.of(new Finding.Input(FACT, Boolean.toString(there), source)));
        yield there ? head.holds(why) : head.fails(why);
      }
      case Fact.Unknown<Boolean>() -> head.open(AskedOf.NOBODY, NOT_CHECKED, LACKS);
    };
  }
}
