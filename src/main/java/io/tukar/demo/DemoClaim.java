package io.tukar.demo;

import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Track;
import io.tukar.rma.OpenRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the customer of a script says and shows.
 *
 * @param tag the serial on the unit; null where it has none
 */
record DemoClaim(Script script, @Nullable SerialNumber tag) {

  /** The one line of the request. */
  OpenRequest.Line line() {
    var choice = script.reason().track() == Track.CUSTOMER_CHOICE;
    var claimed =
        script.plot() == Plot.SEAL_UNKNOWN || script.plot() == Plot.DECLINED_BY_AGENT
            ? OpenRequest.Claimed.NOTHING
            : new OpenRequest.Claimed(
                choice ? Boolean.TRUE : null,
                choice ? Boolean.TRUE : null,
                script.reason() != ReturnReason.INCOMPLETE);
    return new OpenRequest.Line(
        DemoWalk.LINE,
        1,
        script.reason(),
        script.symptom(),
        script.wanted(),
        claimed,
        script.receivedOn(),
        tag);
  }

  /** In the customer's own words. */
  @Nullable String remark() {
    return switch (script.reason()) {
      case DEAD_ON_ARRIVAL -> "Sudah coba ganti kabel dan adaptor, tetap mati.";
      case MALFUNCTION -> "Awalnya normal, lalu bermasalah terus.";
      case DAMAGED_ON_ARRIVAL -> "Dus penyok saat diterima, unitnya retak.";
      case WRONG_ITEM -> "Yang datang beda dari yang dipesan.";
      case INCOMPLETE -> "Adaptornya tidak ada di dalam dus.";
      case CHANGED_MIND, ORDERED_WRONG_MODEL -> null;
    };
  }

  /** What was photographed. */
  List<PhotoSlot> slots() {
    if (script.plot() == Plot.PHOTOS_MISSING) {
      return List.of(PhotoSlot.BOX);
    }
    return switch (script.reason()) {
      case DEAD_ON_ARRIVAL, MALFUNCTION ->
          List.of(PhotoSlot.LABEL, PhotoSlot.UNIT, PhotoSlot.FAULT, PhotoSlot.BOX);
      case DAMAGED_ON_ARRIVAL ->
          List.of(PhotoSlot.LABEL, PhotoSlot.FAULT, PhotoSlot.BOX, PhotoSlot.PACKAGING);
      case WRONG_ITEM -> List.of(PhotoSlot.LABEL, PhotoSlot.UNIT, PhotoSlot.BOX);
      case INCOMPLETE -> List.of(PhotoSlot.LABEL, PhotoSlot.CONTENTS, PhotoSlot.BOX);
      case CHANGED_MIND, ORDERED_WRONG_MODEL ->
          List.of(PhotoSlot.SEAL, PhotoSlot.LABEL, PhotoSlot.UNIT, PhotoSlot.BOX);
    };
  }
}
