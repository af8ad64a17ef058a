package io.tukar.rma;

import io.tukar.inspection.Disposition;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Currency;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Language;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.RmaNumber;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Symptom;
import io.tukar.policy.decision.Payer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case. Events carry references, never personal data; folded in order
 * they give the case. Amounts are minor units of the currency the case was opened in.
 */
public sealed interface RmaEvent {

  /** The kinds of events, each with the only statuses it may happen in. */
  enum Kind {
    OPENED(Opened.class),
    EVIDENCE_ASKED(EvidenceAsked.class, RmaStatus.REQUESTED),
    EVIDENCE_ADDED(
        EvidenceAdded.class,
        RmaStatus.REQUESTED,
        RmaStatus.NEEDS_EVIDENCE,
        RmaStatus.AUTHORIZED,
        RmaStatus.RECEIVED,
        RmaStatus.INSPECTED,
        RmaStatus.DISPATCHED),
    AUTHORIZED(Authorized.class, RmaStatus.REQUESTED, RmaStatus.NEEDS_EVIDENCE),
    DECLINED(Declined.class, RmaStatus.REQUESTED, RmaStatus.NEEDS_EVIDENCE),
    LINE_WITHDRAWN(
        LineWithdrawn.class,
        RmaStatus.REQUESTED,
        RmaStatus.NEEDS_EVIDENCE,
        RmaStatus.AUTHORIZED,
        RmaStatus.RECEIVED),
    WAYBILL_GIVEN(WaybillGiven.class, RmaStatus.AUTHORIZED),
    RECEIVED(Received.class, RmaStatus.AUTHORIZED, RmaStatus.RECEIVED),
    LINE_SPLIT(LineSplit.class, RmaStatus.AUTHORIZED, RmaStatus.RECEIVED),
    WAIT_AGREED(
        WaitAgreed.class,
        RmaStatus.AUTHORIZED,
        RmaStatus.RECEIVED,
        RmaStatus.INSPECTED,
        RmaStatus.SETTLED),
    REPLACEMENT_CHOSEN(
        ReplacementChosen.class, RmaStatus.AUTHORIZED, RmaStatus.RECEIVED, RmaStatus.INSPECTED),
    WANTED_BACK(WantedBack.class, RmaStatus.RECEIVED),
    PART_AGREED(PartAgreed.class, RmaStatus.AUTHORIZED),
    STOCK_HELD(
        StockHeld.class,
        RmaStatus.AUTHORIZED,
        RmaStatus.RECEIVED,
        RmaStatus.INSPECTED,
        RmaStatus.SETTLED),
    INSPECTED(Inspected.class, RmaStatus.RECEIVED),
    /** See {@link Contested}. */
    CONTESTED(Contested.class, RmaStatus.INSPECTED, RmaStatus.SETTLED),
    SETTLED(Settled.class, RmaStatus.INSPECTED),
    PAID(
        Paid.class,
        RmaStatus.AUTHORIZED,
        RmaStatus.RECEIVED,
        RmaStatus.INSPECTED,
        RmaStatus.SETTLED,
        RmaStatus.DISPATCHED),
    /** See {@link PaymentReversed}. */
    PAYMENT_REVERSED(
        PaymentReversed.class,
        RmaStatus.AUTHORIZED,
        RmaStatus.RECEIVED,
        RmaStatus.INSPECTED,
        RmaStatus.SETTLED,
        RmaStatus.DISPATCHED),
    /** See {@link AdvanceAllowed}. */
    ADVANCE_ALLOWED(AdvanceAllowed.class, RmaStatus.AUTHORIZED),
    /** See {@link AdvanceWithdrawn}. */
    ADVANCE_WITHDRAWN(AdvanceWithdrawn.class, RmaStatus.AUTHORIZED),
    DISPATCHED(Dispatched.class, RmaStatus.AUTHORIZED, RmaStatus.SETTLED),
    /** See {@link GivenUp}. */
    GIVEN_UP(GivenUp.class, RmaStatus.AUTHORIZED, RmaStatus.RECEIVED),
    SENT_BACK(SentBack.class, RmaStatus.SETTLED),
    /** Nobody claimed the goods: see {@link Disposed}. */
    DISPOSED(Disposed.class, RmaStatus.SETTLED),
    PARCEL_LOST(
        ParcelLost.class,
        RmaStatus.AUTHORIZED,
        RmaStatus.RECEIVED,
        RmaStatus.SETTLED,
        RmaStatus.DISPATCHED),
    /** The courier has proof: see {@link Delivered}. */
    DELIVERED(Delivered.class, RmaStatus.DISPATCHED),
    REOPENED(Reopened.class, RmaStatus.DISPATCHED, RmaStatus.CLOSED),
    /** The days off changed: see {@link Recounted}. */
    RECOUNTED(
        Recounted.class,
        RmaStatus.REQUESTED,
        RmaStatus.NEEDS_EVIDENCE,
        RmaStatus.AUTHORIZED,
        RmaStatus.RECEIVED,
        RmaStatus.INSPECTED,
        RmaStatus.SETTLED,
        RmaStatus.DISPATCHED),
    CLOSED(Closed.class, RmaStatus.DISPATCHED),
    CANCELLED(Cancelled.class, RmaStatus.REQUESTED, RmaStatus.NEEDS_EVIDENCE, RmaStatus.AUTHORIZED),
    EXPIRED(Expired.class, RmaStatus.NEEDS_EVIDENCE, RmaStatus.AUTHORIZED);

    private final Class<? extends RmaEvent> type;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
    private final Set<RmaStatus> legalIn;

    Kind(Class<? extends RmaEvent> type, RmaStatus... legalIn) {
      this.type = type;
      this.legalIn = Set.of(legalIn);
    }

    Class<? extends RmaEvent> type() {
      return type;
    }

    /** May this happen to a case in that status? */
    public boolean legalIn(RmaStatus status) {
      return legalIn.contains(status);
    }
  }

  /** The request was submitted: facts and prices as they were shown. */
  record Opened(
      long orderId,
      long customerId,
      Channel channel,
      Language language,
      Currency currency,
      Instant firstContactAt,
      List<OpenedLine> lines,
      Instant dueAt)
      implements RmaEvent {}

  /** A line as it was asked for. */
  record OpenedLine(
      int lineNo,
      long soldItemId,
      Sku sku,
      int quantity,
      ReturnReason reason,
      @Nullable Symptom symptom,
      Sku wantedSku,
      long unitPaid,
      long wantedPrice) {}

  /** The customer was asked for photos. */
  record EvidenceAsked(Instant dueAt) implements RmaEvent {}

  /** Photos came. */
  record EvidenceAdded(int photos, Instant dueAt) implements RmaEvent {}

  /**
   * The customer may ship.
   *
   * @param overrideNote the written reason, where a person decided against or without the policy
   */
  record Authorized(
      RmaNumber rmaNumber,
      LocalDate shipBy,
      List<LineGoods> lines,
      List<Integer> declined,
      @Nullable Long overrideNote,
      Instant dueAt)
      implements RmaEvent {}

  /** Whether a line's replacement is set aside. */
  record LineGoods(int lineNo, Goods goods) {}

  /** No line can be exchanged. */
  record Declined(@Nullable Long note) implements RmaEvent {}

  /** The customer keeps this one. */
  record LineWithdrawn(int lineNo) implements RmaEvent {}

  /**
   * Some units of a line became a line of their own: they deserve another verdict than the rest, or
   * never came.
   *
   * @param into the new line's number, the next of the case
   * @param quantity its units; fewer than the line has
   */
  record LineSplit(int lineNo, int into, int quantity) implements RmaEvent {}

  /**
   * Only a missing or dead part is exchanged, for nothing.
   *
   * @param part its own product code
   * @param comesBack the customer sends the old part; else nothing is sent to the shop
   * @param goods whether the part is set aside
   */
  record PartAgreed(int lineNo, Sku part, boolean comesBack, Goods goods, Instant dueAt)
      implements RmaEvent {}

  /**
   * The customer waits for stock.
   *
   * @param until the last day they agreed to
   */
  record WaitAgreed(int lineNo, LocalDate until) implements RmaEvent {}

  /**
   * Another product is sent, as the one that was wanted is out of stock.
   *
   * @param price what one unit is charged at, frozen now
   */
  record ReplacementChosen(int lineNo, Sku sku, Replacement how, long price) implements RmaEvent {}

  /** For lack of stock the customer wants the goods back that were sent: at the shop's cost. */
  record WantedBack(int lineNo, Instant dueAt) implements RmaEvent {}

  /** The customer's parcel is on its way. */
  record WaybillGiven(long shipment, Instant dueAt) implements RmaEvent {}

  /** The parcel arrived with these lines in it. */
  record Received(List<Integer> lines, Instant dueAt) implements RmaEvent {}

  /** A replacement came into stock for a line that waited. */
  record StockHeld(int lineNo) implements RmaEvent {}

  /** Lines were inspected. */
  record Inspected(List<LineFinding> lines, Instant dueAt) implements RmaEvent {}

  /** What inspection found of a line, whether it is exchanged, and who pays its legs (P7). */
  record LineFinding(
      int lineNo,
      Verdict verdict,
      Fault fault,
      Disposition disposition,
      boolean accepted,
      Payer payerToShop,
      Payer payerToCustomer,
      @Nullable Long note) {}

  /**
   * Refused lines are looked at once more, by another person than before. What was settled
   * meanwhile is taken back: it is agreed anew after the second look.
   *
   * @param lines those lines, and whether their replacements are set aside
   * @param note what is said against the finding
   * @param posting the reversal; null where nothing was settled
   * @param change what the reversal adds to the customer's debt
   */
  record Contested(
      List<LineGoods> lines,
      Contest by,
      long note,
      @Nullable Long posting,
      long change,
      Instant dueAt)
      implements RmaEvent {

    /** The lines contested. */
    public List<Integer> lineNos() {
      return lines.stream().map(LineGoods::lineNo).toList();
    }
  }

  /** Who owes what is posted; the customer's debt grows by {@code owed}, negative: the shop's. */
  record Settled(long owed, @Nullable Long posting, Instant dueAt) implements RmaEvent {}

  /** A transfer changed the customer's debt by {@code change}. */
  record Paid(long change, long posting, Instant dueAt) implements RmaEvent {}

  /**
   * A transfer was booked that is not this case's, or did not arrive: the posting that takes it
   * back changes the customer's debt by {@code change}.
   */
  record PaymentReversed(long change, long posting, Instant dueAt) implements RmaEvent {}

  /**
   * By a manager's word the replacement may leave before the customer's goods come; against a
   * deposit once that is paid.
   *
   * @param note why
   * @param posting asks for the deposit; null where none is asked
   * @param deposit what it adds to the customer's debt; null where none is asked
   */
  record AdvanceAllowed(long note, @Nullable Long posting, @Nullable Long deposit, Instant dueAt)
      implements RmaEvent {

    /** What the deposit adds to the customer's debt. */
    long asked() {
      return deposit == null ? 0 : deposit;
    }
  }

  /**
   * The replacement waits for the customer's goods again, and a deposit is given back or let go.
   *
   * @param note why; null where the case ends
   * @param posting gives the deposit back; null where none stood
   * @param change what that adds to the customer's debt
   */
  record AdvanceWithdrawn(@Nullable Long note, @Nullable Long posting, long change, Instant dueAt)
      implements RmaEvent {}

  /**
   * Goods whose replacement was sent ahead never came, and are no longer awaited.
   *
   * @param note why
   * @param posting what is charged; null where nothing is
   * @param owed what it adds to the customer's debt
   */
  record GivenUp(
      List<Integer> lines,
      Unreturned how,
      long note,
      @Nullable Long posting,
      long owed,
      Instant dueAt)
      implements RmaEvent {}

  /** Replacements left the shop; ahead of the customer's goods where these are still awaited. */
  record Dispatched(List<Integer> lines, long shipment, Instant dueAt) implements RmaEvent {}

  /** Refused goods go back to the customer. */
  record SentBack(List<Integer> lines, long shipment, Instant dueAt) implements RmaEvent {}

  /**
   * Refused goods that nobody claimed left the books.
   *
   * @param disposal the proposal that was approved
   * @param posting lets go of a way back that was charged and not gone; null where none was
   * @param change what that adds to the customer's debt
   */
  record Disposed(
      List<Integer> lines, long disposal, @Nullable Long posting, long change, Instant dueAt)
      implements RmaEvent {}

  /**
   * The courier has proof that a replacement arrived: from now on counts how long the customer has
   * to say whether it works.
   *
   * @param deliveredAt by the courier's clock
   */
  record Delivered(long shipment, Instant deliveredAt, Instant dueAt) implements RmaEvent {}

  /**
   * A parcel is lost.
   *
   * @param lines those that were in it, and whether their replacements are set aside
   * @param note why it is taken to be lost
   * @param dueAt null where the case ends by it
   */
  record ParcelLost(
      long shipment, LostRemedy remedy, List<LineGoods> lines, long note, @Nullable Instant dueAt)
      implements RmaEvent {

    List<Integer> lineNos() {
      return lines.stream().map(LineGoods::lineNo).toList();
    }
  }

  /** A replacement is dead too: once more, with priority. */
  record Reopened(List<LineGoods> lines, LocalDate shipBy, Instant dueAt) implements RmaEvent {}

  /**
   * The days off changed, and with them when this case is due, or what the policy says of it. Never
   * to the customer's harm: their day moves later, the shop's earlier.
   *
   * @param from when it was due
   * @param to when it is due now; the same where it was only judged anew
   * @param shipBy the last day to ship now; null where that did not move
   * @param judged the lines judged anew
   * @param holidaySet the days off it was counted by
   */
  record Recounted(
      Instant from, Instant to, @Nullable LocalDate shipBy, List<Integer> judged, String holidaySet)
      implements RmaEvent {
    public Recounted {
      judged = List.copyOf(judged);
    }

    /** Whether it is due at another time than before. */
    public boolean moved() {
      return !from.equals(to);
    }
  }

  /** Done: nothing held, nothing owed. */
  record Closed() implements RmaEvent {}

  /** The customer or the shop called it off before goods came. */
  record Cancelled() implements RmaEvent {}

  /** The customer did not act in time. */
  record Expired() implements RmaEvent {}

  /** The kind, for the store and for the rule of legal moves. */
  default Kind kind() {
    return switch (this) {
      case Opened e -> Kind.OPENED;
      case EvidenceAsked e -> Kind.EVIDENCE_ASKED;
      case EvidenceAdded e -> Kind.EVIDENCE_ADDED;
      case Authorized e -> Kind.AUTHORIZED;
      case Declined e -> Kind.DECLINED;
      case LineWithdrawn e -> Kind.LINE_WITHDRAWN;
      case LineSplit e -> Kind.LINE_SPLIT;
      case WaitAgreed e -> Kind.WAIT_AGREED;
      case ReplacementChosen e -> Kind.REPLACEMENT_CHOSEN;
      case WantedBack e -> Kind.WANTED_BACK;
      case PartAgreed e -> Kind.PART_AGREED;
      case WaybillGiven e -> Kind.WAYBILL_GIVEN;
      case Received e -> Kind.RECEIVED;
      case StockHeld e -> Kind.STOCK_HELD;
      case Inspected e -> Kind.INSPECTED;
      case Contested e -> Kind.CONTESTED;
      case Settled e -> Kind.SETTLED;
      case Paid e -> Kind.PAID;
      case PaymentReversed e -> Kind.PAYMENT_REVERSED;
      case AdvanceAllowed e -> Kind.ADVANCE_ALLOWED;
      case AdvanceWithdrawn e -> Kind.ADVANCE_WITHDRAWN;
      case GivenUp e -> Kind.GIVEN_UP;
      case Dispatched e -> Kind.DISPATCHED;
      case SentBack e -> Kind.SENT_BACK;
      case Disposed e -> Kind.DISPOSED;
      case Delivered e -> Kind.DELIVERED;
      case ParcelLost e -> Kind.PARCEL_LOST;
      case Reopened e -> Kind.REOPENED;
      case Recounted e -> Kind.RECOUNTED;
      case Closed e -> Kind.CLOSED;
      case Cancelled e -> Kind.CANCELLED;
      case Expired e -> Kind.EXPIRED;
    };
  }
}
