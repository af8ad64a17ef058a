package io.tukar.desk;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.ContactChannel;
import io.tukar.kernel.Language;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Symptom;
import io.tukar.orders.Order;
import io.tukar.orders.SoldItem;
import io.tukar.rma.Channel;
import io.tukar.rma.OpenRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of a caller's case: one group of fields for each line of the order. */
final class QuickForm {

  private static final Pattern FIELD = Pattern.compile("lines\\[([0-9]{1,3})]\\.(.*)");
  private static final int QUANTITY_DIGITS_MAX = 4;

  private QuickForm() {}

  /** The form as it is opened: an order of one line needs no choosing. */
  static Map<String, String> blank(Order order, Instant now) {
    var fields = new HashMap<String, String>();
    fields.put("order", order.number().value());
    fields.put("firstContact", minute(now));
    fields.put("language", Language.ID.name());
    var open = order.items().stream().filter(item -> item.remaining() > 0).toList();
    for (var item : open) {
      fields.put("quantity-" + item.lineNo(), "1");
      fields.put("wanted-" + item.lineNo(), item.sku().value());
      fields.put("reason-" + item.lineNo(), ReturnReason.DEAD_ON_ARRIVAL.name());
    }
    if (open.size() == 1) {
      fields.put("line-" + open.getFirst().lineNo(), "true");
    }
    return fields;
  }

  private static String minute(Instant at) {
    return LocalDateTime.ofInstant(at, WorkingCalendar.SHOP_ZONE)
        .truncatedTo(ChronoUnit.MINUTES)
        .toString();
  }

  /** What is asked for; the typed fields remember what cannot be read. */
  static OpenRequest read(Order order, Typed typed, Instant now) {
    var ticked = typed.lines();
    var lines = new ArrayList<OpenRequest.Line>();
    for (var item : order.items()) {
      if (ticked.contains(item.lineNo())) {
        line(item, typed).ifPresent(lines::add);
      }
    }
    var remark = typed.text("remark");
    return new OpenRequest(
        order.id(),
        Channel.DESK,
        typed.text("language").equals(Language.EN.name()) ? Language.EN : Language.ID,
        firstContact(typed, now),
        typed.text("firstContactBy").isEmpty()
            ? null
            : typed.choice("firstContactBy", ContactChannel.class).orElse(null),
        null,
        lines,
        remark.isEmpty() ? null : remark);
  }

  private static Optional<OpenRequest.Line> line(SoldItem item, Typed typed) {
    var no = item.lineNo();
    var reason = typed.choice("reason-" + no, ReturnReason.class);
    Symptom symptom =
        typed.text("symptom-" + no).isEmpty()
            ? null
            : typed.choice("symptom-" + no, Symptom.class).orElse(null);
    var wanted = Sku.parse(typed.text("wanted-" + no));
    if (wanted.isEmpty()) {
      typed.refuse("value-unreadable", "wanted-" + no);
    }
    var serial = typed.text("serial-" + no);
    var parsed = SerialNumber.parse(serial);
    if (!serial.isEmpty() && parsed.isEmpty()) {
      typed.refuse("value-unreadable", "serial-" + no);
    }
    var quantity = quantity(typed, "quantity-" + no);
    var received = day(typed, "received-" + no);
    var claimed =
        new OpenRequest.Claimed(
            typed.said("seal-" + no), typed.said("clean-" + no), typed.said("complete-" + no));
    return reason.flatMap(
        why ->
            wanted.map(
                sku ->
                    new OpenRequest.Line(
                        no, quantity, why, symptom, sku, claimed, received, parsed.orElse(null))));
  }

  private static int quantity(Typed typed, String name) {
    var text = typed.text(name);
    if (text.matches("[0-9]{1," + QUANTITY_DIGITS_MAX + "}")) {
      return Integer.parseInt(text);
    }
    typed.refuse("value-unreadable", name);
    return 1;
  }

  private static @Nullable LocalDate day(Typed typed, String name) {
    var text = typed.text(name);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      typed.refuse("value-unreadable", name);
      return null;
    }
  }

  private static Instant firstContact(Typed typed, Instant now) {
    var text = typed.text("firstContact");
    if (text.isEmpty()) {
      return now;
    }
    try {
      return LocalDateTime.parse(text).atZone(WorkingCalendar.SHOP_ZONE).toInstant();
    } catch (DateTimeParseException e) {
      typed.refuse("value-unreadable", "firstContact");
      return now;
    }
  }

  /** A refusal of the request, at its field of the form. */
  static Refusal onForm(OpenRequest request, Refusal refusal) {
    var match = FIELD.matcher(refusal.field());
    if (match.matches()) {
      var index = Integer.parseInt(match.group(1));
      var lineNo = request.lines().get(index).orderLine();
      var field =
          switch (match.group(2)) {
            case "receivedOn" -> "received-" + lineNo;
            case "line" -> "line-" + lineNo;
            default -> match.group(2) + "-" + lineNo;
          };
      return new Refusal(refusal.code(), field, refusal.args());
    }
    return refusal.field().equals("firstContactAt")
        ? new Refusal(refusal.code(), "firstContact", refusal.args())
        : refusal;
  }

  static List<Refusal> onForm(OpenRequest request, List<Refusal> refusals) {
    return refusals.stream().map(refusal -> onForm(request, refusal)).toList();
  }
}
