package io.tukar.inspection;

import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Track;
import java.util.ArrayList;
import java.util.List;

/** Something to look at on a returned unit, in the order it is looked at. */
public enum Check {
  /** The MAC on the label is the one the unit was sold with. */
  MAC,
  /** Serial label and casing are as they left the shop. */
  LABEL,
  /** The shop's numbered seal is whole and is the one the box was closed with (clause P4). */
  SEAL,
  /** All is there that belongs in the box. */
  COMPLETE,
  /** Clean and unused. */
  CLEAN,
  /** What the customer reports is there: it was seen, or it was reproduced with the test plan. */
  FAULT;

  /**
   * What this reason asks to be looked at: the seal where a box must be unopened (P4), the fault
   * where one is reported (P3).
   *
   * @param macKnown the shop knows the unit's MAC
   */
  public static List<Check> guidedBy(ReturnReason reason, boolean macKnown) {
    var checks = new ArrayList<Check>();
    if (macKnown) {
      checks.add(MAC);
    }
    checks.add(LABEL);
    if (reason.track() == Track.CUSTOMER_CHOICE || reason == ReturnReason.WRONG_ITEM) {
      checks.add(SEAL);
    }
    checks.add(COMPLETE);
    if (reason != ReturnReason.DAMAGED_ON_ARRIVAL) {
      checks.add(CLEAN);
    }
    if (reason.track() == Track.SHOP_FAULT && reason != ReturnReason.INCOMPLETE) {
      checks.add(FAULT);
    }
    return List.copyOf(checks);
  }
}
