package io.tukar.desk;

import io.tukar.kernel.Role;
import io.tukar.rma.Goods;
import io.tukar.rma.LineState;
import io.tukar.rma.Rma;
import io.tukar.rma.RmaEvent.Kind;
import io.tukar.rma.RmaLine;
import io.tukar.rma.RmaStatus;
import io.tukar.staff.May;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What staff can do to a case: by which key, who may, and when it makes sense. Pages show by this
 * table and every post is checked against it. Whether a step may really happen is for the verb to
 * say.
 */
public enum CaseAction {
  AUTHORIZE("a", Kind.AUTHORIZED, May.AUTHORIZE, has(LineState.REQUESTED)),
  ASK_EVIDENCE("e", Kind.EVIDENCE_ASKED, May.ASK_EVIDENCE, has(LineState.REQUESTED)),
  DECLINE("d", Kind.DECLINED, May.DECLINE, has(LineState.REQUESTED)),
  WAYBILL("b", Kind.WAYBILL_GIVEN, May.GIVE_WAYBILL, rma -> !rma.parcelSent()),
  PICKUP("y", Kind.WAYBILL_GIVEN, May.GIVE_WAYBILL, rma -> !rma.parcelSent()),
  RECEIVE("r", Kind.RECEIVED, May.RECEIVE, has(LineState.AUTHORIZED)),
  INSPECT("i", Kind.INSPECTED, May.INSPECT, has(LineState.RECEIVED)),
  CONTEST("t", Kind.CONTESTED, May.CONTEST, has(LineState.REFUSED)),
  SETTLE("s", Kind.SETTLED, May.SETTLE, rma -> true),
  PAID_IN("p", Kind.PAID, May.BOOK_PAYMENTS, rma -> rma.balance().isPositive()),
  PAID_OUT("o", Kind.PAID, May.BOOK_PAYMENTS, rma -> rma.balance().isNegative()),
  DISPATCH("x", Kind.DISPATCHED, May.DISPATCH, CaseAction::canLeave),
  SEND_BACK("z", Kind.SENT_BACK, May.SEND_BACK, has(LineState.REFUSED)),
  OFFER_STOCK("f", Kind.STOCK_HELD, May.OFFER_STOCK, Rma::waitsForStock),
  REST("h", Kind.LINE_SPLIT, May.WITHDRAW, CaseAction::hasSeveral),
  ADVANCE("v", Kind.ADVANCE_ALLOWED, May.ADVANCE, CaseAction::canLeaveFirst),
  NO_ADVANCE("v", Kind.ADVANCE_WITHDRAWN, May.ADVANCE, CaseAction::isAllowedAhead),
  GIVE_UP("m", Kind.GIVEN_UP, May.ADVANCE, rma -> !rma.awaitedInReturn().isEmpty()),
  LOST("g", Kind.PARCEL_LOST, May.DECLARE_LOST, CaseAction::canBeLost),
  CLOSE("l", Kind.CLOSED, May.CLOSE, CaseAction::canClose),
  REOPEN("u", Kind.REOPENED, May.REOPEN, has(LineState.EXCHANGED)),
  WITHDRAW("w", Kind.LINE_WITHDRAWN, May.WITHDRAW, CaseAction::canWithdraw),
  CANCEL("q", Kind.CANCELLED, May.CANCEL, rma -> rma.awaitedInReturn().isEmpty());

  private final String key;
  private final Kind kind;
  private final May may;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final Predicate<Rma> sensible;

  CaseAction(String key, Kind kind, May may, Predicate<Rma> sensible) {
    this.key = key;
    this.kind = kind;
    this.may = may;
    this.sensible = sensible;
  }

  /** The key that opens its form. */
  public String key() {
    return key;
  }

  /** Its part of an address: {@code ask-evidence}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Where it is done with a scanner in hand; empty for what is done on the case's own page. */
  public Optional<String> station(String number) {
    return switch (this) {
      case RECEIVE -> Optional.of("/desk/station/receive?case=" + number);
      case INSPECT -> Optional.of("/desk/inspect/" + number);
      default -> Optional.empty();
    };
  }

  /** May somebody of this role do it? */
  public boolean allowedTo(Role role) {
    return may.allows(role);
  }

  /** Can it be done with the case as it stands? */
  public boolean legalFor(Rma rma) {
    return kind.legalIn(rma.status()) && sensible.test(rma);
  }

  /** What this role can do with the case now, what comes first in a case's life first. */
  static List<CaseAction> open(Rma rma, Role role) {
    return Arrays.stream(values())
        .filter(action -> action.allowedTo(role) && action.legalFor(rma))
        .toList();
  }

  static Optional<CaseAction> parse(String slug) {
    return Arrays.stream(values()).filter(action -> action.slug().equals(slug)).findFirst();
  }

  /** The lines it can be done to. */
  public List<RmaLine> lines(Rma rma) {
    return rma.lines().stream()
        .filter(line -> this == DISPATCH ? leaves(rma, line) : concerns(line))
        .toList();
  }

  private boolean concerns(RmaLine line) {
    return switch (this) {
      case AUTHORIZE, ASK_EVIDENCE, DECLINE -> line.state() == LineState.REQUESTED;
      case RECEIVE -> line.state() == LineState.AUTHORIZED;
      case INSPECT -> line.state() == LineState.RECEIVED;
      case REST -> line.state() == LineState.AUTHORIZED && line.quantity() > 1;
      case GIVE_UP -> line.state() == LineState.AUTHORIZED && line.goods() == Goods.SHIPPED;
      case SEND_BACK, CONTEST -> line.state() == LineState.REFUSED;
      case OFFER_STOCK -> line.goods() == Goods.WAITING;
      case REOPEN -> line.state() == LineState.EXCHANGED;
      case WITHDRAW -> line.state() == LineState.REQUESTED || line.state() == LineState.AUTHORIZED;
      case DISPATCH,
          ADVANCE,
          NO_ADVANCE,
          WAYBILL,
          PICKUP,
          LOST,
          SETTLE,
          PAID_IN,
          PAID_OUT,
          CLOSE,
          CANCEL ->
          true;
    };
  }

  private static Predicate<Rma> has(LineState state) {
    return rma -> !rma.in(state).isEmpty();
  }

  private static boolean canLeave(Rma rma) {
    return !rma.balance().isPositive()
        && (rma.status() != RmaStatus.AUTHORIZED || rma.advance())
        && rma.lines().stream().anyMatch(line -> leaves(rma, line));
  }

  /** Accepted, or sent ahead of the goods it is for. */
  private static boolean leaves(Rma rma, RmaLine line) {
    var before = rma.status() == RmaStatus.AUTHORIZED ? LineState.AUTHORIZED : LineState.ACCEPTED;
    return line.state() == before && line.goods() == Goods.HELD;
  }

  private static boolean canBeLost(Rma rma) {
    return switch (rma.status()) {
      case AUTHORIZED ->
          !rma.awaitedInReturn().isEmpty()
              || (rma.parcelSent() && !rma.in(LineState.AUTHORIZED).isEmpty());
      case RECEIVED -> rma.parcelSent() && !rma.in(LineState.AUTHORIZED).isEmpty();
      default -> !rma.in(LineState.EXCHANGED).isEmpty();
    };
  }

  private static boolean hasSeveral(Rma rma) {
    return !REST.lines(rma).isEmpty();
  }

  private static boolean canLeaveFirst(Rma rma) {
    return !rma.advance()
        && rma.in(LineState.AUTHORIZED).stream().anyMatch(line -> line.goods() == Goods.HELD);
  }

  private static boolean isAllowedAhead(Rma rma) {
    return rma.advance() && rma.awaitedInReturn().isEmpty();
  }

  private static boolean canClose(Rma rma) {
    return rma.balance().isZero() && rma.lines().stream().noneMatch(l -> l.state().pending());
  }

  private static boolean canWithdraw(Rma rma) {
    return rma.lines().stream().filter(line -> line.state().pending()).count() > 1
        && WITHDRAW.lines(rma).stream().anyMatch(line -> line.goods() != Goods.SHIPPED);
  }
}
