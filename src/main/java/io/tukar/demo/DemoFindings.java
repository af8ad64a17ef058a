package io.tukar.demo;

import io.tukar.inspection.Disposition;
import io.tukar.inspection.Seen;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Fault;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Track;
import io.tukar.rma.LineInspection;
import java.util.List;

/** What the inspector finds when the goods of a script come. */
record DemoFindings(Script script) {

  /** It is as the customer said. */
  LineInspection asClaimed() {
    var choice = script.reason().track() == Track.CUSTOMER_CHOICE;
    var incomplete = script.reason() == ReturnReason.INCOMPLETE;
    var seen =
        new Seen(
            choice ? Boolean.TRUE : null,
            true,
            !incomplete,
            choice ? null : Boolean.TRUE,
            List.of());
    var remark = "Diperiksa dan diuji, sesuai pengajuan.";
    return switch (script.reason()) {
      case DEAD_ON_ARRIVAL, MALFUNCTION ->
          report(seen, Verdict.AS_CLAIMED, Fault.SHOP, Disposition.VENDOR_RMA, true, remark);
      case DAMAGED_ON_ARRIVAL ->
          report(seen, Verdict.TRANSIT_DAMAGE, Fault.COURIER, Disposition.SCRAP, true, remark);
      case WRONG_ITEM ->
          report(seen, Verdict.WRONG_ITEM, Fault.SHOP, Disposition.OPEN_BOX, true, remark);
      case INCOMPLETE ->
          report(seen, Verdict.INCOMPLETE, Fault.SHOP, Disposition.OPEN_BOX, true, remark);
      case CHANGED_MIND, ORDERED_WRONG_MODEL ->
          report(seen, Verdict.AS_CLAIMED, Fault.CUSTOMER, Disposition.RESTOCK, true, remark);
    };
  }

  /** It is not: the customer broke it. */
  LineInspection brokenByCustomer() {
    return report(
        new Seen(false, false, true, true, List.of()),
        Verdict.CUSTOMER_DAMAGE,
        Fault.CUSTOMER,
        Disposition.SEND_BACK,
        false,
        "Ada bekas cairan di dalam bodi, di luar kerusakan yang diajukan.");
  }

  private static LineInspection report(
      Seen seen,
      Verdict verdict,
      Fault fault,
      Disposition disposition,
      boolean accepted,
      String remark) {
    return new LineInspection(DemoWalk.LINE, seen, verdict, fault, disposition, accepted, remark);
  }
}
