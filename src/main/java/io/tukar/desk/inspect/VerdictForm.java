package io.tukar.desk.inspect;

import io.tukar.inspection.Disposition;
import io.tukar.inspection.Seen;
import io.tukar.inspection.UnitLook;
import io.tukar.inspection.Verdict;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.SerialNumber;
import io.tukar.rma.LineInspection;
import io.tukar.rma.Note;
import io.tukar.rma.RmaLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The verdict of a line as it is confirmed: one verdict, and units that go elsewhere by name. */
final class VerdictForm {

  private VerdictForm() {}

  /** What was read; no report where something could not be. */
  record Read(@Nullable LineInspection report, List<Refusal> refusals) {}

  static Read read(RmaLine line, List<UnitLook> looks, Map<String, String> fields) {
    var refusals = new ArrayList<Refusal>();
    var verdict = choice(fields, "verdict", Verdict.class, refusals);
    var fault = choice(fields, "fault", Fault.class, refusals);
    var disposition = choice(fields, "disposition", Disposition.class, refusals);
    var remark = fields.getOrDefault("remark", "").strip();
    if (remark.length() > Note.CHARS_MAX) {
      refusals.add(Refusal.of("value-too-long", "remark", Note.CHARS_MAX));
    }
    if (verdict.isEmpty() || fault.isEmpty() || disposition.isEmpty() || !refusals.isEmpty()) {
      return new Read(null, refusals);
    }
    return new Read(
        new LineInspection(
            line.lineNo(),
            Seen.of(looks),
            verdict.get(),
            fault.get(),
            disposition.get(),
            apart(looks, disposition.get(), fields),
            said(fields.getOrDefault("accept", "")),
            remark.isEmpty() ? null : remark),
        List.of());
  }

  /** The refusals of the one line that was reported, at their fields on the form. */
  static List<Refusal> onForm(List<Refusal> reasons) {
    return reasons.stream()
        .map(
            reason ->
                new Refusal(
                    reason.code(),
                    reason.field().replaceFirst("^lines\\[0]\\.", ""),
                    reason.args()))
        .toList();
  }

  /** The name of the field that sends one unit elsewhere. */
  static String apart(UnitLook look) {
    return "apart-" + look.id();
  }

  private static Map<SerialNumber, Disposition> apart(
      List<UnitLook> looks, Disposition main, Map<String, String> fields) {
    var apart = new HashMap<SerialNumber, Disposition>();
    for (var look : looks) {
      var serial = look.serial();
      if (serial != null) {
        find(fields.getOrDefault(apart(look), ""), Disposition.class)
            .filter(to -> to != main)
            .ifPresent(to -> apart.put(serial, to));
      }
    }
    return apart;
  }

  private static @Nullable Boolean said(String typed) {
    return switch (typed) {
      case "yes" -> Boolean.TRUE;
      case "no" -> Boolean.FALSE;
      default -> null;
    };
  }

  private static <E extends Enum<E>> Optional<E> choice(
      Map<String, String> fields, String name, Class<E> type, List<Refusal> refusals) {
    var found = find(fields.getOrDefault(name, ""), type);
    if (found.isEmpty()) {
      refusals.add(Refusal.of("choice-missing", name));
    }
    return found;
  }

  private static <E extends Enum<E>> Optional<E> find(String typed, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equals(typed))
        .findFirst();
  }
}
