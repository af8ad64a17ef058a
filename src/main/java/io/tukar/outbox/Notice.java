package io.tukar.outbox;

import static io.tukar.outbox.Param.AMOUNT;
import static io.tukar.outbox.Param.COURIER;
import static io.tukar.outbox.Param.DAY_BEFORE;
import static io.tukar.outbox.Param.DAY_NOW;
import static io.tukar.outbox.Param.INSPECT_BY;
import static io.tukar.outbox.Param.KEEP_UNTIL;
import static io.tukar.outbox.Param.NEXT;
import static io.tukar.outbox.Param.PAYER;
import static io.tukar.outbox.Param.PAY_BY;
import static io.tukar.outbox.Param.PHOTOS;
import static io.tukar.outbox.Param.RECORDED_AT;
import static io.tukar.outbox.Param.REPLY_BY;
import static io.tukar.outbox.Param.SHIP_BY;
import static io.tukar.outbox.Param.STEP;
import static io.tukar.outbox.Param.STOCK;
import static io.tukar.outbox.Param.WAIT_UNTIL;
import static io.tukar.outbox.Param.WAYBILL;

import java.util.List;

/** The things a case has to say, each with what it names, in the order the text takes them. */
public enum Notice {
  /** A request number, and "do not ship yet" (clause P9). */
  SUBMITTED(RECORDED_AT),
  /** Photos are missing, by name (clause P10). */
  NEEDS_EVIDENCE(PHOTOS, REPLY_BY),
  AUTHORIZED(SHIP_BY, PAYER),
  /** The day to ship comes near, and with it the end of the hold (clause P5). */
  SHIP_REMINDER(SHIP_BY),
  DECLINED(),
  /** The parcel is here, and how stock stands, in one message (clause P5). */
  RECEIVED(STOCK, INSPECT_BY),
  /** A parcel is here, but not or not wholly what the case awaits; the shop looks into it. */
  PARCEL_KEPT(),
  /** Something in a parcel that nobody awaited is on its way back. */
  PARCEL_ITEM_BACK(COURIER, WAYBILL),
  /** Until when goods that nobody awaited are kept. */
  PARCEL_LEFT(KEEP_UNTIL),
  /** Said again, before that day. */
  PARCEL_LEFT_REMINDER(KEEP_UNTIL),
  /** Nobody asked in time: they are no longer here. */
  PARCEL_DISPOSED(),
  INSPECTED(),
  /** Only a part is sent, and nothing need come back (clause P5). */
  PART_ALONE(),
  /** Only a part is exchanged: only the old part is to be sent (clause P5). */
  PART_SWAPPED(),
  /** The replacement leaves first; nothing need be sent before it came. */
  ADVANCE_ALLOWED(),
  /** The replacement may leave first once a deposit is paid. */
  DEPOSIT_ASKED(AMOUNT, PAY_BY),
  /** The replacement waits for the goods again; a deposit that was paid is owed back. */
  ADVANCE_WITHDRAWN(),
  /** The replacement left first, and by when the goods are to be sent. */
  SENT_AHEAD(COURIER, WAYBILL, SHIP_BY),
  /** Said again, before that day. */
  GOODS_AWAITED(SHIP_BY),
  /** The goods never came: the replacement is charged. */
  REPLACEMENT_CHARGED(AMOUNT, PAY_BY),
  /** The goods are no longer awaited, and nothing is owed for it. */
  NO_LONGER_AWAITED(),
  /** A refused item is looked at once more, by somebody else. */
  SECOND_LOOK(INSPECT_BY),
  /** The customer owes the difference (clause P6). */
  PAYMENT_DUE(AMOUNT, PAY_BY),
  /** The shop transferred the remainder back (clause P6). */
  PAYOUT_SENT(AMOUNT),
  DISPATCHED(COURIER, WAYBILL),
  /** The shop sends a courier to fetch the goods (clause P7). */
  PICKUP_BOOKED(COURIER, WAYBILL),
  /** A parcel is lost, and what happens now. */
  PARCEL_LOST(COURIER, WAYBILL, NEXT),
  /** A refused item is on its way back. */
  SENT_BACK(COURIER, WAYBILL),
  /** Refused goods that nobody asks for: until when they are kept (clauses P3, P4). */
  GOODS_LEFT(KEEP_UNTIL),
  /** Said again, before that day. */
  GOODS_LEFT_REMINDER(KEEP_UNTIL),
  /** Nobody asked in time: the goods are no longer here. */
  GOODS_DISPOSED(),
  /** Asked after delivery. */
  DOES_IT_WORK(REPLY_BY),
  CLOSED(),
  CANCELLED(),
  EXPIRED(),
  /** What was wanted is out of stock: the customer has choices (clause P5). */
  OUT_OF_STOCK(),
  /** The customer agreed to wait (clause P5). */
  WAITING_FOR_STOCK(WAIT_UNTIL),
  /** Another product is set aside, as the customer chose (clause P5). */
  REPLACEMENT_CHOSEN(),
  /** The goods go back, as nothing can be given for them (clause P5). */
  WANTED_BACK(),
  /** The days off changed, and with them the customer's day. */
  DATE_MOVED(STEP, DAY_BEFORE, DAY_NOW),
  /** What the case waited for is in stock and set aside, and what happens next (clause P5). */
  STOCK_HELD(NEXT);

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<Param> params;

  Notice(Param... params) {
    this.params = List.of(params);
  }

  public List<Param> params() {
    return params;
  }
}
