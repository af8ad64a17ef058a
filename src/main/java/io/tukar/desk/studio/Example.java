package io.tukar.desk.studio;

import io.tukar.kernel.ReturnReason;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;

/** A request to try a draft with: what fills the form of the try-it panel. */
public enum Example {
  /** Told in time, everything there. */
  DEAD(ReturnReason.DEAD_ON_ARRIVAL, 2, "", "", true),
  /** Told after more than two weeks. */
  LATE(ReturnReason.MALFUNCTION, 25, "", "yes", true),
  /** Photos still to come. */
  NO_PHOTOS(ReturnReason.DAMAGED_ON_ARRIVAL, 1, "", "", false),
  /** The box as it was received. */
  UNOPENED(ReturnReason.ORDERED_WRONG_MODEL, 3, "yes", "", true),
  /** The box was opened. */
  OPENED(ReturnReason.CHANGED_MIND, 3, "no", "", true),
  /** The inspection found no fault. */
  NO_FAULT(ReturnReason.MALFUNCTION, 3, "", "no", true);

  private static final LocalTime NOON = LocalTime.NOON;
  private static final int ORDERED_DAYS_BEFORE = 4;

  private final ReturnReason reason;
  private final int daysAgo;
  private final String sealed;
  private final String faultFound;
  private final boolean photos;

  Example(ReturnReason reason, int daysAgo, String sealed, String faultFound, boolean photos) {
    this.reason = reason;
    this.daysAgo = daysAgo;
    this.sealed = sealed;
    this.faultFound = faultFound;
    this.photos = photos;
  }

  /** The inputs of the panel on this day. */
  Map<String, String> inputs(LocalDate today) {
    var received = today.minusDays(daysAgo);
    var inputs = new HashMap<String, String>();
    inputs.put("t.reason", reason.name());
    inputs.put("t.ordered", received.minusDays(ORDERED_DAYS_BEFORE).toString());
    inputs.put("t.received", received.toString());
    inputs.put("t.contact", today.atTime(NOON).toString());
    inputs.put("t.seal", sealed);
    inputs.put("t.clean", sealed.isEmpty() ? "" : "yes");
    inputs.put("t.complete", "yes");
    inputs.put("t.fault", "");
    inputs.put("t.faultFound", faultFound);
    inputs.put("t.photos", photos ? "true" : "");
    inputs.put("t.category", "ip-phone");
    return inputs;
  }
}
