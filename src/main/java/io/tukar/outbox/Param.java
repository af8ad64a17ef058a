package io.tukar.outbox;

/** What a message names besides its case: dates, sums and codes, never personal data. */
public enum Param {
  /** When the request was recorded: an instant. */
  RECORDED_AT,
  /** The last day to send the goods: a date. */
  SHIP_BY,
  /** The last day to answer: a date. */
  REPLY_BY,
  /** When the inspection will be done: a date. */
  INSPECT_BY,
  /** The last day to transfer: a date. */
  PAY_BY,
  /** How long the case waits for stock: a date. */
  WAIT_UNTIL,
  /** The last day the shop keeps goods nobody asked for: a date. */
  KEEP_UNTIL,
  /** A sum of money in minor units, whole rupiah. */
  AMOUNT,
  /** Who pays a shipping leg: {@code SHOP} or {@code CUSTOMER}. */
  PAYER,
  /** Whether the replacement is set aside: {@code HELD} or {@code WAITING}. */
  STOCK,
  /**
   * What happens next: {@code SHIP}, {@code ARRIVE}, {@code INSPECT}, {@code AGREE}, {@code PAY} or
   * {@code DISPATCH}; of a lost parcel {@code SEND_AGAIN}, {@code REPLACE} or {@code END}.
   */
  NEXT,
  /** What the customer is to do: {@code SHIP}, {@code PHOTOS}, {@code PAY} or {@code ANSWER}. */
  STEP,
  /** The last day there was to do it: a date. */
  DAY_BEFORE,
  /** The last day there is now: a date. */
  DAY_NOW,
  /** Names of {@link io.tukar.kernel.PhotoSlot}, separated by commas. */
  PHOTOS,
  /** The courier's name. */
  COURIER,
  /** The courier's number of the parcel. */
  WAYBILL
}
