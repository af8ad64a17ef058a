package io.tukar.rma;

import io.tukar.kernel.Refusal;
import io.tukar.kernel.Track;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The one rule of legal moves: in which status, on which lines, on what conditions. */
final class LegalMoves {

  private LegalMoves() {}

  /** Why this event may not happen to this case; empty where it may. */
  static Optional<Refusal> refusal(Rma rma, RmaEvent event) {
    if (!event.kind().legalIn(rma.status())) {
      return Optional.of(Refusal.of("not-now", "", event.kind(), rma.status()));
    }
    return switch (event) {
      case RmaEvent.Authorized e ->
          first(
              allIn(
                  rma,
                  e.lines().stream().map(RmaEvent.LineGoods::lineNo).toList(),
                  LineState.REQUESTED),
              allIn(rma, e.declined(), LineState.REQUESTED));
      case RmaEvent.LineWithdrawn e ->
          first(
              anyOf(rma, e.lineNo(), LineState.REQUESTED, LineState.AUTHORIZED),
              AheadMoves.end(rma, e.lineNo()));
      case RmaEvent.LineSplit e ->
          first(anyOf(rma, e.lineNo(), LineState.AUTHORIZED, LineState.RECEIVED), fewer(rma, e));
      case RmaEvent.WaitAgreed e -> waits(rma, e.lineNo());
      case RmaEvent.ReplacementChosen e -> first(waits(rma, e.lineNo()), notTheSame(rma, e));
      case RmaEvent.WantedBack e ->
          first(waits(rma, e.lineNo()), anyOf(rma, e.lineNo(), LineState.RECEIVED));
      case RmaEvent.PartAgreed e -> part(rma, e);
      case RmaEvent.Received e -> allIn(rma, e.lines(), LineState.AUTHORIZED);
      case RmaEvent.Inspected e ->
          allIn(
              rma,
              e.lines().stream().map(RmaEvent.LineFinding::lineNo).toList(),
              LineState.RECEIVED);
      case RmaEvent.Dispatched e ->
          rma.balance().isPositive()
              ? Optional.of(Refusal.of("unpaid", "", rma.balance().minor()))
              : first(leaves(rma, e), allHeld(rma, e.lines()));
      case RmaEvent.AdvanceAllowed e -> AheadMoves.allowed(rma);
      case RmaEvent.AdvanceWithdrawn e -> AheadMoves.withdrawn(rma);
      case RmaEvent.GivenUp e -> AheadMoves.givenUp(rma, e);
      case RmaEvent.SentBack e -> allIn(rma, e.lines(), LineState.REFUSED);
      case RmaEvent.Disposed e -> allIn(rma, e.lines(), LineState.REFUSED);
      case RmaEvent.Reopened e ->
          allIn(
              rma,
              e.lines().stream().map(RmaEvent.LineGoods::lineNo).toList(),
              LineState.EXCHANGED);
      case RmaEvent.StockHeld e -> waits(rma, e.lineNo());
      case RmaEvent.Contested e -> contested(rma, e);
      case RmaEvent.Recounted e ->
          recountHarms(rma, e)
              ? Optional.of(Refusal.of("date-not-kept", "", e.from(), e.to()))
              : Optional.empty();
      case RmaEvent.ParcelLost e -> lost(rma, e);
      case RmaEvent.Delivered e ->
          rma.dueAt() != null && e.dueAt().isBefore(rma.dueAt())
              ? Optional.of(Refusal.of("date-not-kept", "", rma.dueAt(), e.dueAt()))
              : Optional.empty();
      case RmaEvent.Closed e ->
          !rma.balance().isZero()
              ? Optional.of(Refusal.of("balance-open", "", rma.balance().minor()))
              : rma.lines().stream().anyMatch(line -> line.state().pending())
                  ? Optional.of(Refusal.of("lines-open", ""))
                  : Optional.empty();
      case RmaEvent.Opened e -> throw new IllegalStateException("A case is opened once");
      case RmaEvent.EvidenceAsked e -> Optional.empty();
      case RmaEvent.EvidenceAdded e -> Optional.empty();
      case RmaEvent.Declined e -> Optional.empty();
      case RmaEvent.WaybillGiven e -> Optional.empty();
      case RmaEvent.Settled e -> Optional.empty();
      case RmaEvent.Paid e -> Optional.empty();
      case RmaEvent.PaymentReversed e -> Optional.empty();
      case RmaEvent.Cancelled e -> first(AheadMoves.end(rma), nothingOwed(rma));
      case RmaEvent.Expired e -> first(AheadMoves.end(rma), nothingOwed(rma));
    };
  }

  /** A case does not end with a deposit that is still to be given back. */
  private static Optional<Refusal> nothingOwed(Rma rma) {
    return rma.balance().isZero()
        ? Optional.empty()
        : Optional.of(Refusal.of("balance-open", "", rma.balance().minor()));
  }

  /** Only from the date there is; the customer's day moves later, a promise of the shop earlier. */
  private static boolean recountHarms(Rma rma, RmaEvent.Recounted recounted) {
    if (!recounted.from().equals(rma.dueAt())) {
      return true;
    }
    var shipBy = recounted.shipBy();
    if (shipBy != null && rma.shipBy() != null && shipBy.isBefore(rma.shipBy())) {
      return true;
    }
    if (!recounted.moved()) {
      return recounted.judged().isEmpty();
    }
    return rma.turn() == Turn.SHOP
        ? recounted.to().isAfter(recounted.from())
        : recounted.to().isBefore(recounted.from());
  }

  /** The customer once for each line; nobody while what was agreed is on its way already. */
  private static Optional<Refusal> contested(Rma rma, RmaEvent.Contested event) {
    if (event.lines().isEmpty()) {
      return Optional.of(Refusal.of("lines-empty", "lines"));
    }
    var left =
        rma.lines().stream().anyMatch(line -> rma.status() == RmaStatus.SETTLED && hasLeft(line));
    if (left) {
      return Optional.of(Refusal.of("contest-too-late", ""));
    }
    var heard =
        rma.lines().stream()
            .filter(line -> event.lineNos().contains(line.lineNo()))
            .filter(line -> line.contest() == Contest.OBJECTION)
            .map(line -> Refusal.of("objected-before", "lines", line.lineNo()))
            .findFirst()
            .or(() -> unfound(rma, event));
    return first(heard, allIn(rma, event.lineNos(), LineState.REFUSED));
  }

  private static Optional<Refusal> waits(Rma rma, int lineNo) {
    return rma.line(lineNo).filter(line -> line.goods() == Goods.WAITING).isPresent()
        ? Optional.empty()
        : Optional.of(Refusal.of("line-not-waiting", "", lineNo));
  }

  private static Optional<Refusal> notTheSame(Rma rma, RmaEvent.ReplacementChosen event) {
    return rma.line(event.lineNo())
        .filter(line -> line.wantedSku().equals(event.sku()))
        .map(line -> Refusal.of("replacement-is-the-same", "choice"));
  }

  /** Of a line whose goods are the shop's to answer for and were not sent yet; once. */
  private static Optional<Refusal> part(Rma rma, RmaEvent.PartAgreed event) {
    if (rma.parcelSent()) {
      return Optional.of(Refusal.of("parcel-sent-already", ""));
    }
    var fits =
        rma.line(event.lineNo())
            .filter(line -> line.reason().track() == Track.SHOP_FAULT && line.partOf() == null)
            .isPresent();
    return first(
        first(
            anyOf(rma, event.lineNo(), LineState.AUTHORIZED), AheadMoves.end(rma, event.lineNo())),
        fits ? Optional.empty() : Optional.of(Refusal.of("part-not-of-this", "part")));
  }

  /** Something is split off and something is left; the new line is the next of the case. */
  private static Optional<Refusal> fewer(Rma rma, RmaEvent.LineSplit event) {
    var whole = rma.line(event.lineNo()).map(RmaLine::quantity).orElse(0);
    var parts = event.quantity() > 0 && event.quantity() < whole;
    return parts && event.into() == rma.nextLineNo()
        ? Optional.empty()
        : Optional.of(Refusal.of("split-needs-fewer", "split", whole - 1));
  }

  /** What was never found cannot be contested: the customer wanted it back. */
  private static Optional<Refusal> unfound(Rma rma, RmaEvent.Contested event) {
    return rma.lines().stream()
        .filter(line -> event.lineNos().contains(line.lineNo()))
        .filter(line -> line.state() == LineState.REFUSED && line.verdict() == null)
        .map(line -> Refusal.of("nothing-to-contest", "lines", line.lineNo()))
        .findFirst();
  }

  private static boolean hasLeft(RmaLine line) {
    return switch (line.state()) {
      case EXCHANGED, SENT_BACK, DISPOSED -> true;
      case REQUESTED, AUTHORIZED, DECLINED, WITHDRAWN, RECEIVED, ACCEPTED, REFUSED, RELEASED ->
          false;
    };
  }

  private static Optional<Refusal> lost(Rma rma, RmaEvent.ParcelLost event) {
    var back = rma.status() == RmaStatus.SETTLED || rma.status() == RmaStatus.DISPATCHED;
    if (!event.lines().isEmpty() && AheadMoves.isLost(rma, event)) {
      return Optional.empty();
    }
    if (event.lines().isEmpty() || back != (event.remedy() == LostRemedy.SEND_AGAIN)) {
      return Optional.of(Refusal.of("not-now", "", event.kind(), rma.status()));
    }
    if (event.remedy() == LostRemedy.END && !rma.balance().isZero()) {
      return Optional.of(Refusal.of("balance-open", "", rma.balance().minor()));
    }
    var ends = event.remedy() == LostRemedy.END ? AheadMoves.end(rma) : Optional.<Refusal>empty();
    return first(
        ends, allIn(rma, event.lineNos(), back ? LineState.EXCHANGED : LineState.AUTHORIZED));
  }

  private static Optional<Refusal> leaves(Rma rma, RmaEvent.Dispatched event) {
    return rma.status() == RmaStatus.AUTHORIZED
        ? first(AheadMoves.sent(rma, event), allIn(rma, event.lines(), LineState.AUTHORIZED))
        : allIn(rma, event.lines(), LineState.ACCEPTED);
  }

  private static Optional<Refusal> allIn(Rma rma, Collection<Integer> lineNos, LineState wanted) {
    return lineNos.stream().flatMap(lineNo -> anyOf(rma, lineNo, wanted).stream()).findFirst();
  }

  private static Optional<Refusal> anyOf(Rma rma, int lineNo, LineState... wanted) {
    var line = rma.line(lineNo);
    if (line.isEmpty()) {
      return Optional.of(Refusal.of("no-such-line", "lines", lineNo));
    }
    var state = line.get().state();
    return List.of(wanted).contains(state)
        ? Optional.empty()
        : Optional.of(Refusal.of("line-not-now", "lines", lineNo, state));
  }

  private static Optional<Refusal> allHeld(Rma rma, List<Integer> lineNos) {
    return rma.lines().stream()
        .filter(line -> lineNos.contains(line.lineNo()) && line.goods() != Goods.HELD)
        .map(line -> Refusal.of("not-held", "lines", line.lineNo()))
        .findFirst();
  }

  private static Optional<Refusal> first(Optional<Refusal> one, Optional<Refusal> other) {
    return one.or(() -> other);
  }
}
