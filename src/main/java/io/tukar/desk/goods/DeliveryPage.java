package io.tukar.desk.goods;

import io.tukar.csv.CellText;
import io.tukar.desk.Badge;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Sku;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.stock.Delivery;
import io.tukar.stock.StockBook;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Barang datang: a supplier's delivery, line by line. */
@Controller
class DeliveryPage {

  private static final String PAGE = "desk/goods/delivery";
  private static final int ROWS = 5;
  private static final int REFERENCE_SHOWN_MAX = 60;

  private final StockBook book;
  private final Clock clock;

  DeliveryPage(StockBook book, Clock clock) {
    this.book = book;
    this.clock = clock;
  }

  @Needs(May.KEEP_STOCK)
  @GetMapping("/desk/deliveries/new")
  Page blank(Frame frame, @RequestParam(name = "booked", defaultValue = "") String booked) {
    return Page.of(
        PAGE,
        new DeliveryModel(
            Form.blank(),
            UUID.randomUUID(),
            ROWS,
            booked.substring(0, Math.min(booked.length(), REFERENCE_SHOWN_MAX))));
  }

  @Needs(May.KEEP_STOCK)
  @PostMapping("/desk/deliveries/new")
  Reply book(Frame frame, @RequestParam Map<String, String> fields) {
    var form = Form.of(fields);
    var refusals = new ArrayList<Refusal>();
    var rows = new ArrayList<Integer>();
    var lines = new ArrayList<Delivery.Line>();
    for (int i = 0; i < ROWS; i++) {
      var line = line(form, i, refusals);
      if (line != null) {
        rows.add(i);
        lines.add(line);
      }
    }
    var key = FormKey.read(form.value("key"));
    if (!refusals.isEmpty()) {
      return Page.refused(PAGE, new DeliveryModel(form.with(refusals), key, ROWS, ""));
    }
    var reference = form.value("reference").strip();
    var delivery = new Delivery(form.value("supplier").strip(), reference, lines);
    return switch (book.deliver(delivery, key, clock.instant(), Badge.actor(frame))) {
      case Answer.Done<Long>(var paper) ->
          new Redirect(
              "/desk/deliveries/new?booked="
                  + URLEncoder.encode(reference, StandardCharsets.UTF_8));
      case Answer.Refused<Long>(var reasons) ->
          Page.refused(
              PAGE,
              new DeliveryModel(
                  form.with(reasons.stream().map(reason -> atRow(reason, rows)).toList()),
                  key,
                  ROWS,
                  ""));
    };
  }

  /** Null where nothing was typed into the row. */
  private static Delivery.@Nullable Line line(Form form, int row, List<Refusal> refusals) {
    var sku = form.value("sku-" + row).strip();
    var typed = form.value("quantity-" + row).strip();
    var scanned = form.value("serials-" + row);
    if (sku.isEmpty() && typed.isEmpty() && scanned.isBlank()) {
      return null;
    }
    var tags = Scanned.tags(scanned, "serials-" + row, refusals);
    var code = Sku.parse(sku);
    if (code.isEmpty()) {
      refusals.add(Refusal.of(sku.isEmpty() ? "value-missing" : "value-unreadable", "sku-" + row));
    }
    // Whoever scanned every unit need not count them again.
    var quantity =
        typed.isEmpty() && !tags.isEmpty()
            ? tags.size()
            : CellText.count(typed).orElse(Integer.MIN_VALUE);
    if (quantity == Integer.MIN_VALUE) {
      refusals.add(
          Refusal.of(typed.isEmpty() ? "value-missing" : "value-unreadable", "quantity-" + row));
    }
    return code.isEmpty()
        ? null
        : new Delivery.Line(
            code.get(), quantity, mark(form, "lot-" + row), mark(form, "bin-" + row), tags);
  }

  private static @Nullable String mark(Form form, String field) {
    var typed = form.value(field).strip();
    return typed.isEmpty() ? null : typed;
  }

  /** {@code lines[1].sku} is the second row that was filled in. */
  private static Refusal atRow(Refusal reason, List<Integer> rows) {
    var field = reason.field();
    if (!field.startsWith("lines[")) {
      return field.equals("lines") ? new Refusal(reason.code(), "sku-0", reason.args()) : reason;
    }
    var index = Integer.parseInt(field.substring("lines[".length(), field.indexOf(']')));
    return new Refusal(
        reason.code(),
        field.substring(field.indexOf('.') + 1) + "-" + rows.get(index),
        reason.args());
  }
}
