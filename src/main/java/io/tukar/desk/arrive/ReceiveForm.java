package io.tukar.desk.arrive;

import io.tukar.inspection.Arrivals;
import io.tukar.inspection.Packaging;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.WaybillNumber;
import io.tukar.rma.Arriving;
import io.tukar.shipping.Courier;
import io.tukar.web.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of a parcel that arrived, read field by field. */
final class ReceiveForm {

  private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern CAME = Pattern.compile("came-([0-9]{1,3})");
  private static final int BOXES_MAX = 99;
  private static final int REMARK_CHARS_MAX = 1000;
  private static final int BIN_CHARS_MAX = 40;

  private final Form form;
  private final List<Refusal> refusals = new ArrayList<>();

  ReceiveForm(Form form) {
    this.form = form;
  }

  List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  /** The key made with the form; empty where somebody changed it. */
  Optional<UUID> key() {
    var typed = form.value("key");
    if (KEY.matcher(typed).matches()) {
      return Optional.of(UUID.fromString(typed));
    }
    refusals.add(Refusal.of("value-unreadable", "key"));
    return Optional.empty();
  }

  Arrivals.Told told() {
    return new Arrivals.Told(
        courier(), waybill(), boxes(), packaging(), text("remark", REMARK_CHARS_MAX), bin());
  }

  private String bin() {
    return text("bin", BIN_CHARS_MAX);
  }

  private @Nullable Courier courier() {
    return Arrays.stream(Courier.values())
        .filter(one -> one.name().equals(form.value("courier")))
        .findFirst()
        .orElse(null);
  }

  private @Nullable WaybillNumber waybill() {
    var typed = form.value("waybill").strip();
    var waybill = WaybillNumber.parse(typed);
    if (waybill.isEmpty() && !typed.isEmpty()) {
      refusals.add(Refusal.of("value-unreadable", "waybill"));
    }
    return waybill.orElse(null);
  }

  private int boxes() {
    var typed = form.value("boxes").strip();
    var boxes = typed.matches("[0-9]{1,2}") ? Integer.parseInt(typed) : 0;
    if (boxes < 1) {
      refusals.add(Refusal.of("boxes-between", "boxes", BOXES_MAX));
    }
    return Math.max(1, boxes);
  }

  private Packaging packaging() {
    var chosen =
        Arrays.stream(Packaging.values())
            .filter(one -> one.name().equals(form.value("packaging")))
            .findFirst();
    if (chosen.isEmpty()) {
      refusals.add(Refusal.of("choice-missing", "packaging"));
    }
    return chosen.orElse(Packaging.AS_PACKED);
  }

  private String text(String field, int most) {
    var typed = form.value(field).strip();
    if (typed.length() > most) {
      refusals.add(Refusal.of("value-too-long", field, most));
      return "";
    }
    return typed;
  }

  /** How many of each line came, by line. */
  Map<Integer, Integer> came() {
    var came = new HashMap<Integer, Integer>();
    form.typed()
        .forEach(
            (field, typed) -> {
              var line = CAME.matcher(field);
              if (line.matches()) {
                if (typed.strip().matches("[0-9]{1,4}")) {
                  came.put(Integer.valueOf(line.group(1)), Integer.valueOf(typed.strip()));
                } else {
                  refusals.add(Refusal.of("value-unreadable", field));
                }
              }
            });
    return came;
  }

  /** What else came: a line each. */
  List<String> labels() {
    var labels =
        form.value("labels").lines().map(String::strip).filter(one -> !one.isEmpty()).toList();
    if (labels.stream().anyMatch(one -> one.length() > Arriving.LABEL_CHARS_MAX)) {
      refusals.add(Refusal.of("value-too-long", "labels", Arriving.LABEL_CHARS_MAX));
      return List.of();
    }
    return labels;
  }
}
