package io.tukar.desk.arrive;

import io.tukar.evidence.Photo;
import io.tukar.inspection.Arrival;
import io.tukar.inspection.StrangeItem;
import io.tukar.rma.Leftover;
import io.tukar.rma.Rma;
import io.tukar.rma.WorkRow;
import io.tukar.web.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A parcel that arrived.
 *
 * @param by who took it in, by name
 * @param came how many of each line of its case came in it
 * @param numbers the cases that took something strange, by the case
 * @param left the count of goods nobody claims, while it runs
 * @param rma its case
 * @param found the cases that answer a search for its own
 * @param chosen the case it is about to be matched with, and what that still awaits
 * @param elsewhere it was just scanned again: it is here already
 */
public record ParcelModel(
    Arrival parcel,
    String by,
    List<Photo> photos,
    Map<Integer, Integer> came,
    List<StrangeItem> strange,
    Map<Long, String> numbers,
    Optional<Leftover> left,
    Optional<Rma> rma,
    Form form,
    List<WorkRow> found,
    Optional<ReceiveModel> chosen,
    boolean elsewhere,
    boolean mayReceive,
    boolean mayMatch,
    boolean mayCount) {

  public String path() {
    return "/desk/station/parcels/" + parcel.id();
  }

  public boolean inQuarantine() {
    return parcel.state() == Arrival.State.QUARANTINE;
  }

  public String number() {
    return rma.map(ReceiveModel::number).orElse("");
  }

  /** What a new request is looked for by: the first unit in it that has a label. */
  public String search() {
    return strange.stream()
        .filter(StrangeItem::here)
        .flatMap(item -> item.serial().stream())
        .map(serial -> serial.value())
        .findFirst()
        .orElse("");
  }
}
