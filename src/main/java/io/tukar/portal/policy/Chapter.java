package io.tukar.portal.policy;

import io.tukar.kernel.Track;
import io.tukar.policy.ClauseView;
import java.util.Locale;
import java.util.Set;

/** What clauses are read under, in the order people ask. */
public enum Chapter {
  TIME,
  GOODS,
  CONDITION,
  PHOTOS,
  PACKING,
  SHIPPING,
  PRICE,
  STOCK,
  EXCLUSIONS,
  RIGHTS;

  static Chapter of(ClauseView clause) {
    return switch (clause.kind()) {
      case WINDOW, WARRANTY, CONTACT -> TIME;
      case CONDITION -> clause.tracks().equals(Set.of(Track.SHOP_FAULT)) ? GOODS : CONDITION;
      case RETEST -> CONDITION;
      case EVIDENCE -> PHOTOS;
      case PACKING -> PACKING;
      case LIABILITY, FREIGHT -> SHIPPING;
      case DIFFERENCE, FEE -> PRICE;
      case STOCK -> STOCK;
      case EXCLUSION, LIMIT -> EXCLUSIONS;
      case REFUND, INFORM -> RIGHTS;
    };
  }

  /** Its place on the page. */
  public String anchor() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String titleKey() {
    return "portal.policy." + anchor();
  }
}
