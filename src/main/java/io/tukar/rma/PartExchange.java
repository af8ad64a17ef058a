package io.tukar.rma;

import io.tukar.inspection.Contents;
import io.tukar.inspection.Part;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Words;
import io.tukar.outbox.Notice;
import io.tukar.stock.Catalogue;
import io.tukar.stock.Holds;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A missing or dead part is sent alone, and its product stays where it is (clauses P3, P5). What is
 * missing cannot come back; what is dead comes back unless it is worth too little to carry.
 */
@Component
public class PartExchange {

  private final CaseFiles files;
  private final Gatekeeper gatekeeper;
  private final Contents contents;
  private final Catalogue catalogue;
  private final Holds holds;
  private final Promises promises;

  PartExchange(
      CaseFiles files,
      Gatekeeper gatekeeper,
      Contents contents,
      Catalogue catalogue,
      Holds holds,
      Promises promises) {
    this.files = files;
    this.gatekeeper = gatekeeper;
    this.contents = contents;
    this.catalogue = catalogue;
    this.holds = holds;
    this.promises = promises;
  }

  /**
   * A part that could be sent alone.
   *
   * @param worth of as many as the line has units, at today's list price
   * @param comesBack the customer would send the old part
   * @param free of it on the shelf
   */
  public record Choice(Sku sku, Words name, Money worth, boolean comesBack, int free) {}

  /** The parts that could be sent for a line; empty where only all of it can be exchanged. */
  public List<Choice> choices(Rma rma, RmaLine line) {
    var may = new RmaEvent.PartAgreed(line.lineNo(), line.sku(), true, Goods.NONE, rma.openedAt());
    if (rma.check(may).isPresent()) {
      return List.of();
    }
    var parts = contents.of(line.sku()).stream().filter(part -> part.sku() != null).toList();
    var products =
        catalogue.products(parts.stream().map(Part::sku).filter(Objects::nonNull).toList());
    var limit = contents.returnLimit();
    return parts.stream()
        .flatMap(
            part ->
                Optional.ofNullable(products.get(part.sku())).stream()
                    .filter(product -> product.active())
                    .map(
                        product -> {
                          var worth = product.listPrice().times(line.quantity());
                          return new Choice(
                              product.sku(),
                              part.name(),
                              worth,
                              comesBack(line.reason(), worth, limit),
                              product.free());
                        }))
        .toList();
  }

  /** Whether an old part comes back: it is there, and worth more than the shop lets go. */
  static boolean comesBack(ReturnReason reason, Money worth, Money limit) {
    return reason != ReturnReason.INCOMPLETE && worth.compareTo(limit) > 0;
  }

  /** Agrees that this part is sent alone; its product is no longer set aside. */
  Answer<Rma> agree(CaseRef ref, int lineNo, Sku part, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          var rma = journal.now();
          var choice =
              rma.line(lineNo).stream()
                  .flatMap(line -> choices(rma, line).stream())
                  .filter(one -> one.sku().equals(part))
                  .findFirst();
          if (choice.isEmpty()) {
            var mayNot = rma.check(new RmaEvent.PartAgreed(lineNo, part, true, Goods.NONE, at));
            return Answer.refused(mayNot.orElse(Refusal.of("part-not-of-this", "part")));
          }
          var back = choice.get().comesBack();
          var due = back ? Objects.requireNonNull(rma.dueAt()) : dueWithout(rma, lineNo, at);
          holds.end(rma.id(), List.of(lineNo), Holds.End.RELEASED, at);
          var about = rma.after(new RmaEvent.PartAgreed(lineNo, part, back, Goods.NONE, due));
          var until = promises.customer(at, Promises.SHIPPING_WORKING_DAYS);
          var goods = gatekeeper.setAside(about, List.of(lineNo), until, at).getFirst().goods();
          var refusal =
              journal.append(new RmaEvent.PartAgreed(lineNo, part, back, goods, due), at, by);
          if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
          }
          journal.tell(back ? Notice.PART_SWAPPED : Notice.PART_ALONE);
          return Answer.done(files.file(journal, at));
        });
  }

  /** Where nothing else is awaited of the customer, it is the shop's turn. */
  private Instant dueWithout(Rma rma, int lineNo, Instant at) {
    var others = rma.in(LineState.AUTHORIZED).stream().anyMatch(line -> line.lineNo() != lineNo);
    return others ? Objects.requireNonNull(rma.dueAt()) : promises.shop(at, Promises.SETTLEMENT);
  }
}
