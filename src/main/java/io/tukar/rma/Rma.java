package io.tukar.rma;

import io.tukar.kernel.Currency;
import io.tukar.kernel.Language;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.RequestNumber;
import io.tukar.kernel.RmaNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A case as its events make it. Immutable: {@link #check} says whether an event may happen, {@link
 * #after} is the case once it has.
 *
 * @param balance what the customer owes; negative: what the shop owes
 * @param parcelSent the customer gave a waybill since the last authorization
 * @param advance the replacement may leave before the customer's goods come; ends with the next
 *     authorization
 * @param dueAt when the next step is due, whoever's turn it is; null once ended
 * @param version how many events made it
 */
public record Rma(
    long id,
    RequestNumber requestNumber,
    @Nullable RmaNumber rmaNumber,
    long orderId,
    long customerId,
    RmaStatus status,
    Channel channel,
    Language language,
    boolean priority,
    boolean parcelSent,
    boolean advance,
    Instant firstContactAt,
    Instant openedAt,
    @Nullable LocalDate shipBy,
    @Nullable Instant dueAt,
    Money balance,
    List<RmaLine> lines,
    int version) {

  public Rma {
    lines = List.copyOf(lines);
  }

  /** The case that a first event makes. */
  static Rma opened(long id, RequestNumber number, RmaEvent.Opened event, Instant at) {
    var lines =
        event.lines().stream()
            .map(
                line ->
                    new RmaLine(
                        line.lineNo(),
                        line.lineNo(),
                        line.soldItemId(),
                        line.sku(),
                        line.quantity(),
                        line.reason(),
                        line.symptom(),
                        line.wantedSku(),
                        new Money(line.unitPaid(), event.currency()),
                        new Money(line.wantedPrice(), event.currency()),
                        LineState.REQUESTED,
                        Goods.NONE,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null))
            .toList();
    return new Rma(
        id,
        number,
        null,
        event.orderId(),
        event.customerId(),
        RmaStatus.REQUESTED,
        event.channel(),
        event.language(),
        false,
        false,
        false,
        event.firstContactAt(),
        at,
        null,
        event.dueAt(),
        Money.zero(event.currency()),
        lines,
        1);
  }

  public Currency currency() {
    return balance.currency();
  }

  /** The line with this number. */
  public Optional<RmaLine> line(int lineNo) {
    return lines.stream().filter(line -> line.lineNo() == lineNo).findFirst();
  }

  /** The number of a line that is split off next. */
  int nextLineNo() {
    return lines.stream().mapToInt(RmaLine::lineNo).max().orElse(0) + 1;
  }

  /** The lines in this state. */
  public List<RmaLine> in(LineState state) {
    return lines.stream().filter(line -> line.state() == state).toList();
  }

  /** Whose turn it is. */
  public Turn turn() {
    return toSendAhead() ? Turn.SHOP : Turn.of(status, parcelSent, balance);
  }

  /** A replacement that is set aside may leave before the customer's goods come. */
  public boolean toSendAhead() {
    return status == RmaStatus.AUTHORIZED
        && advance
        && !balance.isPositive()
        && in(LineState.AUTHORIZED).stream().anyMatch(line -> line.goods() == Goods.HELD);
  }

  /** The lines whose replacement left while the customer's goods are still awaited. */
  public List<RmaLine> awaitedInReturn() {
    return in(LineState.AUTHORIZED).stream().filter(line -> line.goods() == Goods.SHIPPED).toList();
  }

  /** Some line waits for stock. */
  public boolean waitsForStock() {
    return lines.stream().anyMatch(line -> line.goods() == Goods.WAITING);
  }

  /** Whether the customer can still object to the finding of this line. */
  public boolean mayObjectTo(int lineNo) {
    var line = List.of(new RmaEvent.LineGoods(lineNo, Goods.NONE));
    return check(new RmaEvent.Contested(line, Contest.OBJECTION, 0, null, 0, openedAt)).isEmpty();
  }

  /** Why this event may not happen now; empty where it may. */
  public Optional<Refusal> check(RmaEvent event) {
    return LegalMoves.refusal(this, event);
  }

  /** The case after the event; the caller has checked it, or it happened long ago. */
  Rma after(RmaEvent event) {
    return switch (event) {
      case RmaEvent.Opened e -> throw new IllegalStateException("A case is opened once");
      case RmaEvent.EvidenceAsked e -> next(RmaStatus.NEEDS_EVIDENCE, e.dueAt());
      case RmaEvent.EvidenceAdded e ->
          next(status == RmaStatus.NEEDS_EVIDENCE ? RmaStatus.REQUESTED : status, e.dueAt());
      case RmaEvent.Authorized e ->
          next(RmaStatus.AUTHORIZED, e.dueAt())
              .with(
                  line ->
                      e.declined().contains(line.lineNo())
                          ? line.in(LineState.DECLINED)
                          : goodsOf(e.lines(), line)
                              .map(goods -> line.in(LineState.AUTHORIZED, goods))
                              .orElse(line))
              .numbered(e.rmaNumber())
              .shipBy(e.shipBy());
      case RmaEvent.Declined e ->
          next(RmaStatus.DECLINED, null)
              .with(
                  line -> line.state().pending() ? line.in(LineState.DECLINED, Goods.NONE) : line);
      case RmaEvent.LineWithdrawn e -> {
        var kept =
            next(status, dueAt)
                .with(
                    line ->
                        line.lineNo() == e.lineNo()
                            ? line.in(LineState.WITHDRAWN, Goods.NONE)
                            : line);
        yield status == RmaStatus.RECEIVED ? kept.inspectedOnceAllAre() : kept;
      }
      case RmaEvent.WaybillGiven e -> next(status, e.dueAt()).parcelSent(true);
      case RmaEvent.Received e ->
          next(RmaStatus.RECEIVED, e.dueAt())
              .with(line -> e.lines().contains(line.lineNo()) ? line.in(LineState.RECEIVED) : line);
      case RmaEvent.LineSplit e -> next(status, dueAt).withLines(split(e));
      case RmaEvent.WaitAgreed e -> next(status, dueAt);
      case RmaEvent.ReplacementChosen e ->
          next(status, dueAt).with(line -> line.lineNo() == e.lineNo() ? line.instead(e) : line);
      case RmaEvent.WantedBack e ->
          next(status, e.dueAt())
              .with(line -> line.lineNo() == e.lineNo() ? line.wantedBack() : line)
              .inspectedOnceAllAre();
      case RmaEvent.PartAgreed e ->
          next(status, e.dueAt())
              .with(line -> line.lineNo() == e.lineNo() ? line.forPart(e) : line)
              .inspectedOnceAllAre();
      case RmaEvent.StockHeld e ->
          next(status, dueAt)
              .with(line -> line.lineNo() == e.lineNo() ? line.in(line.state(), Goods.HELD) : line);
      case RmaEvent.Inspected e ->
          next(status, e.dueAt()).with(found(e.lines())).inspectedOnceAllAre();
      case RmaEvent.Contested e ->
          next(RmaStatus.RECEIVED, e.dueAt())
              .with(
                  line ->
                      goodsOf(e.lines(), line)
                          .map(goods -> line.contested(e.by(), goods))
                          .orElse(line))
              .owing(e.change());
      case RmaEvent.AdvanceAllowed e -> next(status, e.dueAt()).advance(true).owing(e.asked());
      case RmaEvent.AdvanceWithdrawn e ->
          shippedBy(next(status, e.dueAt()).advance(false).owing(e.change()), e.dueAt());
      case RmaEvent.GivenUp e -> givenUp(e);
      case RmaEvent.Settled e ->
          next(RmaStatus.SETTLED, e.dueAt()).owing(e.owed()).dispatchedIfSentAhead();
      case RmaEvent.Paid e -> next(status, e.dueAt()).owing(e.change());
      case RmaEvent.PaymentReversed e -> next(status, e.dueAt()).owing(e.change());
      case RmaEvent.Dispatched e ->
          status == RmaStatus.AUTHORIZED
              ? sentAhead(e)
              : next(status, e.dueAt())
                  .with(
                      line ->
                          e.lines().contains(line.lineNo())
                              ? line.in(LineState.EXCHANGED, Goods.SHIPPED)
                              : line)
                  .dispatchedOnceAllAre();
      case RmaEvent.SentBack e ->
          next(status, e.dueAt())
              .with(line -> e.lines().contains(line.lineNo()) ? line.in(LineState.SENT_BACK) : line)
              .dispatchedOnceAllAre();
      case RmaEvent.Disposed e ->
          next(status, e.dueAt())
              .with(line -> e.lines().contains(line.lineNo()) ? line.in(LineState.DISPOSED) : line)
              .owing(e.change())
              .dispatchedOnceAllAre();
      case RmaEvent.Delivered e -> next(status, e.dueAt());
      case RmaEvent.ParcelLost e -> lost(e);
      case RmaEvent.Reopened e ->
          next(RmaStatus.AUTHORIZED, e.dueAt())
              .with(
                  line ->
                      goodsOf(e.lines(), line)
                          .map(goods -> line.in(LineState.AUTHORIZED, goods))
                          .orElse(line))
              .shipBy(e.shipBy())
              .parcelSent(false)
              .advance(false)
              .urgent();
      case RmaEvent.Recounted e -> {
        var due = next(status, e.to());
        yield e.shipBy() == null ? due : due.shipBy(e.shipBy());
      }
      case RmaEvent.Closed e -> next(RmaStatus.CLOSED, null);
      case RmaEvent.Cancelled e -> next(RmaStatus.CANCELLED, null).with(Rma::released);
      case RmaEvent.Expired e -> next(RmaStatus.EXPIRED, null).with(Rma::released);
    };
  }

  private Rma lost(RmaEvent.ParcelLost event) {
    return switch (event.remedy()) {
      case SEND_AGAIN ->
          status == RmaStatus.AUTHORIZED
              ? next(status, event.dueAt())
                  .with(line -> goodsOf(event.lines(), line).map(line::with).orElse(line))
              : next(RmaStatus.SETTLED, event.dueAt()).with(sentAgain(event));
      case REPLACE -> next(status, event.dueAt()).with(sentAgain(event)).inspectedOnceAllAre();
      case END -> {
        var ended =
            next(status, event.dueAt())
                .with(line -> event.lineNos().contains(line.lineNo()) ? released(line) : line);
        yield ended.lines.stream().anyMatch(line -> line.state().pending())
            ? ended.inspectedOnceAllAre()
            : ended.in(RmaStatus.CLOSED);
      }
    };
  }

  private static UnaryOperator<RmaLine> sentAgain(RmaEvent.ParcelLost event) {
    return line ->
        goodsOf(event.lines(), line).map(goods -> line.in(LineState.ACCEPTED, goods)).orElse(line);
  }

  private static RmaLine released(RmaLine line) {
    return line.state().pending() ? line.in(LineState.RELEASED, Goods.NONE) : line;
  }

  private static UnaryOperator<RmaLine> found(List<RmaEvent.LineFinding> findings) {
    return line ->
        findings.stream()
            .filter(finding -> finding.lineNo() == line.lineNo())
            .findFirst()
            .map(line::found)
            .orElse(line);
  }

  private List<RmaLine> split(RmaEvent.LineSplit event) {
    var whole = line(event.lineNo()).orElseThrow();
    var left = new ArrayList<RmaLine>();
    for (var line : lines) {
      left.add(
          line.equals(whole)
              ? line.share(line.lineNo(), line.quantity() - event.quantity())
              : line);
    }
    left.add(whole.share(event.into(), event.quantity()));
    return left;
  }

  private static Optional<Goods> goodsOf(List<RmaEvent.LineGoods> lines, RmaLine line) {
    return lines.stream()
        .filter(goods -> goods.lineNo() == line.lineNo())
        .map(RmaEvent.LineGoods::goods)
        .findFirst();
  }

  private Rma inspectedOnceAllAre() {
    var open =
        lines.stream()
            .anyMatch(
                line -> line.state() == LineState.RECEIVED || line.state() == LineState.AUTHORIZED);
    return open ? this : in(RmaStatus.INSPECTED);
  }

  /** What was sent ahead counts as exchanged once nothing else is left to be done. */
  private Rma dispatchedOnceAllAre() {
    return lines.stream().anyMatch(line -> line.state().pending() && !isAhead(line))
        ? this
        : with(line -> isAhead(line) ? line.in(LineState.EXCHANGED) : line)
            .in(RmaStatus.DISPATCHED);
  }

  private Rma dispatchedIfSentAhead() {
    return lines.stream().anyMatch(Rma::isAhead) ? dispatchedOnceAllAre() : this;
  }

  /** Accepted, and its replacement left before. */
  private static boolean isAhead(RmaLine line) {
    return line.state() == LineState.ACCEPTED && line.goods() == Goods.SHIPPED;
  }

  /** Replacements left; the customer's goods are awaited, from now on by another day. */
  private Rma sentAhead(RmaEvent.Dispatched event) {
    var sent =
        next(status, event.dueAt())
            .with(line -> event.lines().contains(line.lineNo()) ? line.with(Goods.SHIPPED) : line);
    return shippedBy(sent, event.dueAt());
  }

  /** The customer's goods are awaited by another day, unless they are on their way. */
  private static Rma shippedBy(Rma rma, Instant due) {
    return rma.parcelSent ? rma : rma.shipBy(Promises.day(due));
  }

  /** Goods that are paid for instead are the customer's again; those let go are exchanged. */
  private Rma givenUp(RmaEvent.GivenUp event) {
    var end = event.how() == Unreturned.CHARGED ? LineState.WITHDRAWN : LineState.EXCHANGED;
    var ended =
        next(status, event.dueAt())
            .with(line -> event.lines().contains(line.lineNo()) ? line.in(end) : line)
            .owing(event.owed());
    return ended.lines.stream().anyMatch(line -> line.state().pending())
        ? ended.inspectedOnceAllAre()
        : ended.in(RmaStatus.DISPATCHED);
  }

  private Rma next(RmaStatus nextStatus, @Nullable Instant nextDue) {
    return copy(
        rmaNumber,
        nextStatus,
        priority,
        parcelSent,
        advance,
        shipBy,
        nextDue,
        balance,
        lines,
        version + 1);
  }

  private Rma in(RmaStatus next) {
    return copy(
        rmaNumber, next, priority, parcelSent, advance, shipBy, dueAt, balance, lines, version);
  }

  private Rma with(UnaryOperator<RmaLine> change) {
    return copy(
        rmaNumber,
        status,
        priority,
        parcelSent,
        advance,
        shipBy,
        dueAt,
        balance,
        lines.stream().map(change).toList(),
        version);
  }

  Rma withLines(List<RmaLine> read) {
    return copy(
        rmaNumber, status, priority, parcelSent, advance, shipBy, dueAt, balance, read, version);
  }

  private Rma numbered(RmaNumber number) {
    return copy(
        number, status, priority, parcelSent, advance, shipBy, dueAt, balance, lines, version);
  }

  private Rma shipBy(LocalDate date) {
    return copy(
        rmaNumber, status, priority, parcelSent, advance, date, dueAt, balance, lines, version);
  }

  private Rma parcelSent(boolean sent) {
    return copy(rmaNumber, status, priority, sent, advance, shipBy, dueAt, balance, lines, version);
  }

  private Rma advance(boolean allowed) {
    return copy(
        rmaNumber, status, priority, parcelSent, allowed, shipBy, dueAt, balance, lines, version);
  }

  private Rma urgent() {
    return copy(
        rmaNumber, status, true, parcelSent, advance, shipBy, dueAt, balance, lines, version);
  }

  private Rma owing(long change) {
    return copy(
        rmaNumber,
        status,
        priority,
        parcelSent,
        advance,
        shipBy,
        dueAt,
        balance.plus(new Money(change, currency())),
        lines,
        version);
  }

  private Rma copy(
      @Nullable RmaNumber newNumber,
      RmaStatus newStatus,
      boolean newPriority,
      boolean newParcelSent,
      boolean newAdvance,
      @Nullable LocalDate newShipBy,
      @Nullable Instant newDueAt,
      Money newBalance,
      List<RmaLine> newLines,
      int newVersion) {
    return new Rma(
        id,
        requestNumber,
        newNumber,
        orderId,
        customerId,
        newStatus,
        channel,
        language,
        newPriority,
        newParcelSent,
        newAdvance,
        firstContactAt,
        openedAt,
        newShipBy,
        newDueAt,
        newBalance,
        newLines,
        newVersion);
  }
}
