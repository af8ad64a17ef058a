package io.tukar.rma;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.RmaNumber;
import io.tukar.outbox.Notice;
import io.tukar.outbox.Param;
import io.tukar.policy.decision.Decision;
import io.tukar.policy.decision.Outcome;
import io.tukar.policy.decision.Payer;
import io.tukar.policy.replay.Decisions;
import io.tukar.stock.Holds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may ship: what the policy decided by itself, and what a person decided in its stead. */
@Component
class Gatekeeper {

  private final CaseFiles files;
  private final Holds holds;
  private final Decisions decisions;
  private final Notes notes;
  private final Promises promises;

  Gatekeeper(CaseFiles files, Holds holds, Decisions decisions, Notes notes, Promises promises) {
    this.files = files;
    this.holds = holds;
    this.decisions = decisions;
    this.notes = notes;
    this.promises = promises;
  }

  /** What the policy says of one line. */
  record LineVerdict(int lineNo, Decision decision) {}

  /** Lets the case go where the policy sends it; where a person must look, it stays. */
  void follow(Journal journal, List<LineVerdict> verdicts, Instant at, Actor by) {
    if (anyone(verdicts, Outcome.REVIEW)) {
      return;
    }
    if (anyone(verdicts, Outcome.NEEDS_EVIDENCE)) {
      askEvidence(journal, verdicts, at, by);
    } else if (anyone(verdicts, Outcome.AUTHORIZED)) {
      var decisionsOf =
          verdicts.stream().collect(Collectors.groupingBy(v -> v.decision().outcome()));
      must(
          authorize(
              journal,
              lineNos(decisionsOf.getOrDefault(Outcome.AUTHORIZED, List.of())),
              lineNos(decisionsOf.getOrDefault(Outcome.DECLINED, List.of())),
              null,
              payerToShop(verdicts),
              at,
              by));
    } else {
      must(journal.append(new RmaEvent.Declined(null), at, by));
      journal.tell(Notice.DECLINED);
    }
  }

  /**
   * As {@link #follow} once photos came. While others are still missing, what was asked stands,
   * with its date: whoever sends four photos one by one is not asked three times more.
   */
  void followPhotos(
      Journal journal, List<LineVerdict> verdicts, Instant replyBy, Instant at, Actor by) {
    if (anyone(verdicts, Outcome.NEEDS_EVIDENCE) && !anyone(verdicts, Outcome.REVIEW)) {
      must(journal.append(new RmaEvent.EvidenceAsked(replyBy), at, by));
    } else {
      follow(journal, verdicts, at, by);
    }
  }

  private static boolean anyone(List<LineVerdict> verdicts, Outcome outcome) {
    return verdicts.stream().anyMatch(verdict -> verdict.decision().outcome() == outcome);
  }

  private static List<Integer> lineNos(List<LineVerdict> verdicts) {
    return verdicts.stream().map(LineVerdict::lineNo).toList();
  }

  private static Payer payerToShop(List<LineVerdict> verdicts) {
    return verdicts.stream()
        .map(verdict -> verdict.decision().payerToShop())
        .max(Comparator.comparing(payer -> payer == Payer.SHOP))
        .orElse(Payer.CUSTOMER);
  }

  private void askEvidence(Journal journal, List<LineVerdict> verdicts, Instant at, Actor by) {
    var replyBy = promises.customerDay(at, Promises.EVIDENCE_WORKING_DAYS);
    must(journal.append(new RmaEvent.EvidenceAsked(promises.endOf(replyBy)), at, by));
    var missing =
        verdicts.stream()
            .flatMap(verdict -> verdict.decision().missingPhotos().stream())
            .distinct()
            .sorted()
            .map(Enum::name)
            .collect(Collectors.joining(","));
    journal.tell(
        Notice.NEEDS_EVIDENCE,
        said -> said.with(Param.PHOTOS, missing).with(Param.REPLY_BY, replyBy));
  }

  private Optional<Refusal> authorize(
      Journal journal,
      List<Integer> lineNos,
      List<Integer> declined,
      @Nullable Long overrideNote,
      Payer payer,
      Instant at,
      Actor by) {
    var rma = journal.now();
    var shipBy = promises.customerDay(at, Promises.SHIPPING_WORKING_DAYS);
    var event =
        new RmaEvent.Authorized(
            rmaNumber(rma),
            shipBy,
            lineNos.stream().map(no -> new RmaEvent.LineGoods(no, Goods.NONE)).toList(),
            declined,
            overrideNote,
            promises.endOf(shipBy));
    var refusal = rma.check(event);
    if (refusal.isPresent()) {
      return refusal;
    }
    var goods = setAside(rma, lineNos, promises.endOf(shipBy), at);
    must(
        journal.append(
            new RmaEvent.Authorized(
                event.rmaNumber(), shipBy, goods, declined, overrideNote, event.dueAt()),
            at,
            by));
    journal.tell(
        Notice.AUTHORIZED,
        said -> said.with(Param.SHIP_BY, shipBy).with(Param.PAYER, payer.name()));
    return refusal;
  }

  /** Takes a hold for each line, SKU by SKU; what is out of stock waits (clause P5). */
  List<RmaEvent.LineGoods> setAside(Rma rma, List<Integer> lineNos, Instant until, Instant at) {
    var goods = new ArrayList<RmaEvent.LineGoods>();
    rma.lines().stream()
        .filter(line -> lineNos.contains(line.lineNo()))
        .sorted(Comparator.comparing(line -> line.wantedSku().value()))
        .forEach(
            line -> {
              var held = holds.take(line.wish(rma), at, until);
              goods.add(new RmaEvent.LineGoods(line.lineNo(), held ? Goods.HELD : Goods.WAITING));
            });
    goods.sort(Comparator.comparingInt(RmaEvent.LineGoods::lineNo));
    return goods;
  }

  /**
   * A person lets these lines through and declines the others. Against the policy only with a
   * written reason.
   */
  Answer<Rma> authorize(
      CaseRef ref, List<Integer> lineNos, @Nullable String reason, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          var rma = journal.now();
          if (lineNos.isEmpty()) {
            return Answer.refused(Refusal.of("lines-empty", "lines"));
          }
          var judged = decisions.latest(rma.id());
          var against =
              lineNos.stream()
                  .map(judged::get)
                  .anyMatch(
                      kept ->
                          kept != null
                              && (kept.decision().outcome() == Outcome.DECLINED
                                  || kept.decision().outcome() == Outcome.NEEDS_EVIDENCE));
          if (against && (reason == null || reason.isBlank())) {
            return Answer.refused(Refusal.of("reason-needed", "reason"));
          }
          var note =
              reason == null || reason.isBlank()
                  ? null
                  : notes.add(rma.id(), null, Note.Kind.OVERRIDE, reason.strip(), at, by);
          var others =
              rma.in(LineState.REQUESTED).stream()
                  .map(RmaLine::lineNo)
                  .filter(no -> !lineNos.contains(no))
                  .toList();
          var payer =
              payerToShop(
                  judged.values().stream()
                      .filter(kept -> lineNos.contains(kept.lineNo()))
                      .map(kept -> new LineVerdict(kept.lineNo(), kept.decision()))
                      .toList());
          var refusal = authorize(journal, lineNos, others, note, payer, at, by);
          return refusal
              .map(Answer::<Rma>refused)
              .orElseGet(() -> Answer.done(files.file(journal, at)));
        });
  }

  /** Asks the customer for what is missing. */
  Answer<Rma> askEvidence(CaseRef ref, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          var verdicts =
              decisions.latest(journal.now().id()).values().stream()
                  .map(kept -> new LineVerdict(kept.lineNo(), kept.decision()))
                  .toList();
          var refusal = journal.now().check(new RmaEvent.EvidenceAsked(at));
          if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
          }
          if (verdicts.stream().allMatch(verdict -> verdict.decision().missingPhotos().isEmpty())) {
            return Answer.refused(Refusal.of("no-photo-missing", ""));
          }
          askEvidence(journal, verdicts, at, by);
          return Answer.done(files.file(journal, at));
        });
  }

  /** A line that waited gets its stock, if there is some now. */
  Answer<Rma> offerStock(CaseRef ref, int lineNo, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          var event = new RmaEvent.StockHeld(lineNo);
          var refusal = journal.now().check(event);
          if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
          }
          var line = journal.now().line(lineNo).orElseThrow();
          var until = promises.customer(at, Promises.SHIPPING_WORKING_DAYS);
          if (!holds.take(line.wish(journal.now()), at, until)) {
            return Answer.refused(Refusal.of("out-of-stock", "lines", lineNo));
          }
          must(journal.append(event, at, by));
          journal.tell(Notice.STOCK_HELD, said -> said.with(Param.NEXT, afterStock(journal.now())));
          return Answer.done(files.file(journal, at));
        });
  }

  /** What the customer is told comes next, once nothing waits for stock: a stored code. */
  private static String afterStock(Rma rma) {
    return switch (rma.status()) {
      case AUTHORIZED -> rma.parcelSent() ? "ARRIVE" : "SHIP";
      case RECEIVED -> "INSPECT";
      case INSPECTED -> "AGREE";
      case SETTLED -> rma.balance().isPositive() ? "PAY" : "DISPATCH";
      case REQUESTED, NEEDS_EVIDENCE, DISPATCHED, CLOSED, DECLINED, CANCELLED, EXPIRED ->
          throw new IllegalStateException("No line waits for stock in " + rma.status());
    };
  }

  private static RmaNumber rmaNumber(Rma rma) {
    return rma.rmaNumber() != null
        ? rma.rmaNumber()
        : new RmaNumber("RMA" + rma.requestNumber().value().substring(2));
  }

  private static void must(Optional<Refusal> refusal) {
    refusal.ifPresent(
        reason -> {
          throw new IllegalStateException("A checked move was refused: " + reason.code());
        });
  }
}
