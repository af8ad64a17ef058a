package io.tukar.rma;

import io.tukar.inspection.UnitLooks;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Sku;
import io.tukar.outbox.Notice;
import io.tukar.outbox.Param;
import io.tukar.policy.replay.Decisions;
import io.tukar.policy.versions.Policies;
import io.tukar.stock.Catalogue;
import io.tukar.stock.Holds;
import io.tukar.stock.Product;
import io.tukar.stock.Substitute;
import io.tukar.stock.Substitutes;
import io.tukar.stock.WaitingList;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a customer can choose when the product they wanted is out of stock (clause P5): to wait, an
 * equivalent, a better one, another product, or their goods back.
 */
@Component
public class StockChoices {

  private final CaseFiles files;
  private final Holds holds;
  private final WaitingList waiting;
  private final Substitutes substitutes;
  private final Catalogue catalogue;
  private final Decisions decisions;
  private final Policies policies;
  private final UnitLooks looks;
  private final Promises promises;

  StockChoices(
      CaseFiles files,
      Holds holds,
      WaitingList waiting,
      Substitutes substitutes,
      Catalogue catalogue,
      Decisions decisions,
      Policies policies,
      UnitLooks looks,
      Promises promises) {
    this.files = files;
    this.holds = holds;
    this.waiting = waiting;
    this.substitutes = substitutes;
    this.catalogue = catalogue;
    this.decisions = decisions;
    this.policies = policies;
    this.looks = looks;
    this.promises = promises;
  }

  /**
   * What there is to choose for a line.
   *
   * @param place in the list of who waits
   * @param waitUntil the day the customer would agree to wait until
   * @param products that are free now: equivalents, better ones, then what was searched for
   * @param goodsBack the goods that were sent can be had back
   */
  public record Options(
      RmaLine line,
      Optional<WaitingList.Place> place,
      LocalDate waitUntil,
      List<Option> products,
      boolean goodsBack) {}

  /**
   * A product that can be chosen.
   *
   * @param difference for all units: positive, the customer pays it; negative, it is paid back
   */
  public record Option(Product product, Replacement how, Money difference) {}

  /**
   * The choices of a line that waits for stock; empty for one that does not.
   *
   * @param words to look for other products by; blank for none
   */
  public Optional<Options> of(Rma rma, int lineNo, String words, Instant at) {
    return rma.line(lineNo)
        .filter(line -> line.goods() == Goods.WAITING)
        .map(
            line ->
                new Options(
                    line,
                    Optional.ofNullable(waiting.placesOf(rma.id()).get(lineNo)),
                    promises.customerDay(at, Promises.STOCK_WORKING_DAYS),
                    mayChoose(rma, line) ? products(line, words) : List.of(),
                    rma.check(new RmaEvent.WantedBack(lineNo, at)).isEmpty()));
  }

  private static boolean mayChoose(Rma rma, RmaLine line) {
    return rma.check(
            new RmaEvent.ReplacementChosen(line.lineNo(), line.sku(), Replacement.OTHER, 0))
        .filter(refusal -> refusal.code().equals("not-now"))
        .isEmpty();
  }

  private List<Option> products(RmaLine line, String words) {
    var kinds = kinds(line);
    var found = new LinkedHashMap<Sku, Product>();
    var known = catalogue.products(kinds.keySet());
    kinds
        .keySet()
        .forEach(sku -> Optional.ofNullable(known.get(sku)).ifPresent(p -> found.put(sku, p)));
    if (!words.isBlank()) {
      catalogue.search(words).forEach(product -> found.putIfAbsent(product.sku(), product));
    }
    return found.values().stream()
        .filter(product -> product.active() && product.free() >= line.quantity())
        .filter(product -> !product.sku().equals(line.wantedSku()))
        .filter(product -> waiting.count(product.sku()) == 0)
        .map(product -> option(line, product, kinds.get(product.sku())))
        .toList();
  }

  private static Option option(RmaLine line, Product product, Substitute.@Nullable Kind kind) {
    var how = Replacement.of(kind);
    var price = how.price(line, product.listPrice());
    return new Option(product, how, price.minus(line.unitPaid()).times(line.quantity()));
  }

  private Map<Sku, Substitute.Kind> kinds(RmaLine line) {
    var kinds = new LinkedHashMap<Sku, Substitute.Kind>();
    var listed = new ArrayList<>(substitutes.of(line.wantedSku()));
    listed.sort(Comparator.comparing(Substitute::kind));
    listed.forEach(one -> kinds.put(one.sku(), one.kind()));
    return kinds;
  }

  /** The customer agrees to wait. */
  Answer<Rma> agreeToWait(CaseRef ref, int lineNo, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          var until = promises.customerDay(at, Promises.STOCK_WORKING_DAYS);
          var refusal = journal.append(new RmaEvent.WaitAgreed(lineNo, until), at, by);
          if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
          }
          WaitingList.agree(journal.now().id(), lineNo, until, journal.writes());
          journal.tell(Notice.WAITING_FOR_STOCK, said -> said.with(Param.WAIT_UNTIL, until));
          return Answer.done(files.file(journal, at));
        });
  }

  /** The day agreed on is over: the customer is asked anew, once. */
  Answer<Rma> askAgain(CaseRef ref, int lineNo, Instant at) {
    return files.change(
        ref,
        journal -> {
          if (!waiting.agreedBefore(ref.id(), lineNo, Promises.day(at))) {
            return Answer.refused(Refusal.of("line-not-waiting", "", lineNo));
          }
          WaitingList.agree(ref.id(), lineNo, null, journal.writes());
          journal.tell(Notice.OUT_OF_STOCK);
          return Answer.done(files.file(journal, at));
        });
  }

  /** Another product instead, which is set aside at once; refused where it is gone meanwhile. */
  Answer<Rma> choose(CaseRef ref, int lineNo, Sku sku, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          var rma = journal.now();
          var mayNot = rma.check(new RmaEvent.ReplacementChosen(lineNo, sku, Replacement.OTHER, 0));
          if (mayNot.isPresent()) {
            return Answer.refused(mayNot.get());
          }
          var line = rma.line(lineNo).orElseThrow();
          var product = catalogue.products(List.of(sku)).get(sku);
          if (product == null || !product.active()) {
            return Answer.refused(Refusal.of("sku-unknown", "choice", sku));
          }
          var kind = Replacement.of(kinds(line).get(sku));
          var price = kind.price(line, product.listPrice());
          var event = new RmaEvent.ReplacementChosen(lineNo, sku, kind, price.minor());
          var about = rma.after(event).line(lineNo).orElseThrow();
          var until = promises.customer(at, Promises.SHIPPING_WORKING_DAYS);
          if (!holds.take(about.wish(rma), at, until)) {
            return Answer.refused(Refusal.of("replacement-gone", "choice", product.name()));
          }
          journal.append(event, at, by);
          judgeAnew(journal, about, at);
          journal.tell(Notice.REPLACEMENT_CHOSEN);
          return Answer.done(files.file(journal, at));
        });
  }

  private void judgeAnew(Journal journal, RmaLine line, Instant at) {
    var id = journal.now().id();
    var facts = decisions.latestFacts(id).get(line.lineNo());
    if (facts != null) {
      var own = facts.withWanted(line.wantedSku(), line.wantedPrice());
      Decisions.keep(
          id,
          List.of(
              new Decisions.Judged(
                  line.lineNo(), Decisions.Stage.CHOICE, own, policies.current().judge(own))),
          at,
          journal.writes());
    }
  }

  /** The goods that were sent go back; not while they lie on the bench. */
  Answer<Rma> wantBack(CaseRef ref, int lineNo, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          looks.lockLine(ref.id(), lineNo);
          if (!looks.open(ref.id(), lineNo).isEmpty()) {
            return Answer.refused(Refusal.of("line-on-the-bench", "choice"));
          }
          var due = promises.shop(at, Promises.SETTLEMENT);
          var refusal = journal.append(new RmaEvent.WantedBack(lineNo, due), at, by);
          if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
          }
          journal.tell(Notice.WANTED_BACK);
          return Answer.done(files.file(journal, at));
        });
  }
}
