package io.tukar.desk.arrive;

import io.tukar.rma.LineState;
import io.tukar.rma.Rma;
import io.tukar.rma.RmaLine;
import io.tukar.rma.WorkRow;
import io.tukar.web.Form;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A parcel being received.
 *
 * @param scanned what was scanned last and is not understood, or fits several cases
 * @param several the cases it may belong to
 * @param rma whose parcel it is, once that is known
 * @param here how many of a line came earlier, by line
 */
public record ReceiveModel(
    Form form,
    String scanned,
    List<WorkRow> several,
    Optional<Rma> rma,
    Map<Integer, Integer> here,
    Instant now) {

  /** What a case still awaits. */
  static ReceiveModel of(Rma rma, Map<Integer, Integer> here, Instant now) {
    return new ReceiveModel(Form.blank(), "", List.of(), Optional.of(rma), here, now);
  }

  /** What a photographed code goes on with. */
  public Map<String, List<String>> kept() {
    var kept = new LinkedHashMap<String, List<String>>();
    if (rma.isPresent()) {
      kept.put("case", List.of(number()));
    }
    if (!form.value("waybill").isEmpty()) {
      kept.put("waybill", List.of(form.value("waybill")));
    }
    return kept;
  }

  /** Something is known of the parcel, so that it can be taken in. */
  public boolean begun() {
    return rma.isPresent()
        || !form.value("waybill").isEmpty()
        || form.value("without").equals("true");
  }

  public String number() {
    return rma.map(ReceiveModel::number).orElse("");
  }

  /** The lines the case awaits. */
  public List<RmaLine> awaited() {
    return rma.map(one -> one.in(LineState.AUTHORIZED)).orElse(List.of());
  }

  /** How many of a line are still to come. */
  public int missing(RmaLine line) {
    return line.quantity() - here.getOrDefault(line.lineNo(), 0);
  }

  static String number(Rma rma) {
    var number = rma.rmaNumber();
    return number == null ? rma.requestNumber().value() : number.value();
  }
}
