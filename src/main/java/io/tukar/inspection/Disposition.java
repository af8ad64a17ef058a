package io.tukar.inspection;

import io.tukar.stock.Place;

/** Where a returned unit goes after inspection. */
public enum Disposition {
  RESTOCK(Place.SHELF),
  OPEN_BOX(Place.OPEN_BOX),
  REPAIR(Place.REPAIR),
  VENDOR_RMA(Place.VENDOR),
  SCRAP(Place.SCRAP),
  /** Refused: waits in quarantine until it is sent back to the customer. */
  SEND_BACK(Place.QUARANTINE);

  private final Place place;

  Disposition(Place place) {
    this.place = place;
  }

  public Place place() {
    return place;
  }
}
