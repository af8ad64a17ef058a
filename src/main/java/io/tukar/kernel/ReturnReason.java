package io.tukar.kernel;

/** Why a customer wants to exchange, in the trade's terms; the reason decides the {@link Track}. */
public enum ReturnReason {
  DEAD_ON_ARRIVAL(Track.SHOP_FAULT),
  MALFUNCTION(Track.SHOP_FAULT),
  DAMAGED_ON_ARRIVAL(Track.SHOP_FAULT),
  WRONG_ITEM(Track.SHOP_FAULT),
  INCOMPLETE(Track.SHOP_FAULT),
  CHANGED_MIND(Track.CUSTOMER_CHOICE),
  ORDERED_WRONG_MODEL(Track.CUSTOMER_CHOICE);

  private final Track track;

  ReturnReason(Track track) {
    this.track = track;
  }

  public Track track() {
    return track;
  }
}
