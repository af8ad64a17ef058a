package io.tukar.desk;

import io.tukar.inspection.Disposition;
import io.tukar.inspection.Seen;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Track;
import io.tukar.rma.LineInspection;
import io.tukar.rma.Rma;
import io.tukar.rma.RmaLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The inspector's form: fields {@code lines[i].…}, one group for each line that is here. What an
 * inspector finds again and again is one key: a preset that fills the form in plain sight.
 */
final class InspectionForm {

  /** What the keys 1 to 4 fill in. */
  enum Preset {
    AS_CLAIMED,
    NO_FAULT_FOUND,
    CUSTOMER_DAMAGE,
    TRANSIT_DAMAGE
  }

  private static final Pattern FIELD = Pattern.compile("lines\\[([0-9]{1,3})](.*)");

  private InspectionForm() {}

  /** The reports of the lines that are ticked, and where on the form each of them stands. */
  record Read(List<LineInspection> reports, List<Integer> positions) {

    /** A refusal of the n-th report, at its place on the form. */
    Refusal onForm(Refusal refusal) {
      var match = FIELD.matcher(refusal.field());
      if (!match.matches()) {
        return refusal;
      }
      var place = positions.get(Integer.parseInt(match.group(1)));
      return new Refusal(refusal.code(), "lines[" + place + "]" + match.group(2), refusal.args());
    }
  }

  static Read read(Rma rma, Typed typed) {
    var reports = new ArrayList<LineInspection>();
    var positions = new ArrayList<Integer>();
    var lines = CaseAction.INSPECT.lines(rma);
    for (int i = 0; i < lines.size(); i++) {
      var field = "lines[" + i + "].";
      if (!typed.checked(field + "now")) {
        continue;
      }
      var verdict = typed.choice(field + "verdict", Verdict.class);
      var fault = typed.choice(field + "fault", Fault.class);
      var disposition = typed.choice(field + "disposition", Disposition.class);
      var seen =
          new Seen(
              typed.said(field + "sealIntact"),
              typed.said(field + "clean"),
              typed.said(field + "complete"),
              typed.said(field + "faultFound"),
              typed.serials(field + "serials"));
      var remark = typed.text(field + "remark");
      if (verdict.isPresent() && fault.isPresent() && disposition.isPresent()) {
        reports.add(
            new LineInspection(
                lines.get(i).lineNo(),
                seen,
                verdict.get(),
                fault.get(),
                disposition.get(),
                typed.said(field + "accept"),
                remark.isEmpty() ? null : remark));
        positions.add(i);
      }
    }
    return new Read(reports, positions);
  }

  /** The form as it is opened: nothing claimed to be seen yet. */
  static Map<String, String> blank(Rma rma) {
    var fields = new HashMap<String, String>();
    var lines = CaseAction.INSPECT.lines(rma);
    for (int i = 0; i < lines.size(); i++) {
      var field = "lines[" + i + "].";
      fields.put(field + "now", "true");
      fields.put(field + "fault", usualFault(lines.get(i)).name());
      fields.put(field + "disposition", Disposition.VENDOR_RMA.name());
    }
    return fields;
  }

  /** The form filled in with what an inspector finds again and again. */
  static Map<String, String> filled(Rma rma, Preset preset) {
    var fields = blank(rma);
    var lines = CaseAction.INSPECT.lines(rma);
    for (int i = 0; i < lines.size(); i++) {
      var field = "lines[" + i + "].";
      var ownChoice = lines.get(i).reason().track() == Track.CUSTOMER_CHOICE;
      fields.put(field + "clean", "yes");
      fields.put(field + "complete", "yes");
      switch (preset) {
        case AS_CLAIMED -> {
          fields.put(field + "verdict", asClaimed(lines.get(i)).name());
          if (ownChoice) {
            fields.put(field + "sealIntact", "yes");
            fields.put(field + "disposition", Disposition.RESTOCK.name());
          } else {
            fields.put(field + "faultFound", "yes");
          }
        }
        case NO_FAULT_FOUND -> {
          fields.put(field + "verdict", Verdict.NO_FAULT_FOUND.name());
          fields.put(field + "fault", Fault.UNDETERMINED.name());
          fields.put(field + "faultFound", "no");
          fields.put(field + "disposition", Disposition.OPEN_BOX.name());
        }
        case CUSTOMER_DAMAGE -> {
          fields.put(field + "verdict", Verdict.CUSTOMER_DAMAGE.name());
          fields.put(field + "fault", Fault.CUSTOMER.name());
          fields.put(field + "faultFound", "yes");
          fields.put(field + "clean", "no");
          fields.put(field + "disposition", Disposition.SEND_BACK.name());
          fields.put(field + "accept", "no");
        }
        case TRANSIT_DAMAGE -> {
          fields.put(field + "verdict", Verdict.TRANSIT_DAMAGE.name());
          fields.put(field + "fault", Fault.COURIER.name());
          fields.put(field + "faultFound", "yes");
        }
      }
    }
    return fields;
  }

  private static Verdict asClaimed(RmaLine line) {
    return switch (line.reason()) {
      case WRONG_ITEM -> Verdict.WRONG_ITEM;
      case INCOMPLETE -> Verdict.INCOMPLETE;
      case DEAD_ON_ARRIVAL, MALFUNCTION, DAMAGED_ON_ARRIVAL, CHANGED_MIND, ORDERED_WRONG_MODEL ->
          Verdict.AS_CLAIMED;
    };
  }

  private static Fault usualFault(RmaLine line) {
    return switch (line.reason().track()) {
      case SHOP_FAULT -> Fault.SHOP;
      case CUSTOMER_CHOICE -> Fault.CUSTOMER;
    };
  }
}
