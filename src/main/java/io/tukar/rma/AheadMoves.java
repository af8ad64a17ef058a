package io.tukar.rma;

import io.tukar.kernel.Refusal;
import java.util.Optional;

/** The legal moves of an exchange whose replacement leaves first. */
final class AheadMoves {

  private AheadMoves() {}

  /**
   * Once, for goods still awaited, where a replacement is set aside and the customer owes nothing
   * for one (clause P6).
   */
  static Optional<Refusal> allowed(Rma rma) {
    if (rma.advance()) {
      return Optional.of(Refusal.of("advance-allowed-already", ""));
    }
    if (rma.in(LineState.AUTHORIZED).stream().allMatch(RmaLine::dearer)) {
      return Optional.of(Refusal.of("advance-dearer", "lines"));
    }
    return rma.in(LineState.AUTHORIZED).stream().noneMatch(line -> line.goods() == Goods.HELD)
        ? Optional.of(Refusal.of("advance-nothing-held", "lines"))
        : Optional.empty();
  }

  /** While nothing has left. */
  static Optional<Refusal> withdrawn(Rma rma) {
    return rma.advance() ? end(rma) : Optional.of(Refusal.of("advance-not-allowed-yet", ""));
  }

  /** Before the goods are here: only by a manager's word, and nothing that is still to be paid. */
  static Optional<Refusal> sent(Rma rma, RmaEvent.Dispatched event) {
    if (!rma.advance()) {
      return Optional.of(Refusal.of("advance-not-allowed", ""));
    }
    return rma.lines().stream()
        .filter(line -> event.lines().contains(line.lineNo()) && line.dearer())
        .map(line -> Refusal.of("advance-dearer", "lines"))
        .findFirst();
  }

  /** A case does not end while the customer has both the goods and their replacement. */
  static Optional<Refusal> end(Rma rma) {
    return rma.awaitedInReturn().isEmpty()
        ? Optional.empty()
        : Optional.of(Refusal.of("sent-ahead", ""));
  }

  /** As {@link #end}, of one line. */
  static Optional<Refusal> end(Rma rma, int lineNo) {
    return isAwaited(rma, lineNo)
        ? Optional.of(Refusal.of("sent-ahead", "lines"))
        : Optional.empty();
  }

  /** Only goods whose replacement left. */
  static Optional<Refusal> givenUp(Rma rma, RmaEvent.GivenUp event) {
    if (event.lines().isEmpty()) {
      return Optional.of(Refusal.of("lines-empty", "lines"));
    }
    return event.lines().stream()
        .filter(no -> !isAwaited(rma, no))
        .map(no -> Refusal.of("not-sent-ahead", "lines", no))
        .findFirst();
  }

  /** The parcel that is lost was sent ahead: another one may be. */
  static boolean isLost(Rma rma, RmaEvent.ParcelLost event) {
    return rma.status() == RmaStatus.AUTHORIZED
        && event.remedy() == LostRemedy.SEND_AGAIN
        && event.lineNos().stream().allMatch(no -> isAwaited(rma, no));
  }

  private static boolean isAwaited(Rma rma, int lineNo) {
    return rma.awaitedInReturn().stream().anyMatch(line -> line.lineNo() == lineNo);
  }
}
