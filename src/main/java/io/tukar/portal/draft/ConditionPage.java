package io.tukar.portal.draft;

import io.tukar.kernel.Refusal;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Track;
import io.tukar.orders.OrderBook;
import io.tukar.stock.Catalogue;
import io.tukar.stock.Product;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the goods are, as the customer sees it: what matters for the reason, and may be skipped. */
@Controller
final class ConditionPage {

  private static final String TEMPLATE = "portal/condition";
  private static final String SEAL = "seal";
  private static final String CLEAN = "clean";
  private static final String COMPLETE = "complete";
  private static final String SERIAL = "serial";
  private static final int SERIALS_TO_CHOOSE_FROM_MAX = 4;

  private final DraftDesk drafts;
  private final Catalogue catalogue;
  private final OrderBook orders;

  ConditionPage(DraftDesk drafts, Catalogue catalogue, OrderBook orders) {
    this.drafts = drafts;
    this.catalogue = catalogue;
    this.orders = orders;
  }

  @GetMapping("/pengajuan/{id}/kondisi/{line}")
  Reply show(@PathVariable UUID id, @PathVariable int line) {
    return drafts.page(
        id, line, (writing, one) -> Page.of(TEMPLATE, model(writing, one, typed(one))));
  }

  @PostMapping("/pengajuan/{id}/kondisi/{line}")
  Reply checked(
      @PathVariable UUID id,
      @PathVariable int line,
      @RequestParam Map<String, String> typed,
      Frame frame) {
    return drafts.page(
        id,
        line,
        (writing, one) -> {
          var serial = typed.getOrDefault(SERIAL, "");
          var read = SerialNumber.parse(serial);
          if (!serial.isBlank() && read.isEmpty()) {
            var form = Form.of(typed).with(Refusal.of("value-unreadable", SERIAL));
            return Page.refused(TEMPLATE, model(writing, one, form));
          }
          var checks =
              new DraftForm.Checks(
                  said(typed, SEAL), said(typed, CLEAN), said(typed, COMPLETE), read.orElse(null));
          return drafts.answered(
              writing, writing.form().with(line, asked -> asked.checked(checks)), frame.language());
        });
  }

  private static @Nullable Boolean said(Map<String, String> typed, String field) {
    return switch (typed.getOrDefault(field, "")) {
      case "yes" -> Boolean.TRUE;
      case "no" -> Boolean.FALSE;
      default -> null;
    };
  }

  private static Form typed(DraftForm.Line line) {
    var typed = new HashMap<String, String>();
    put(typed, SEAL, line.checks().sealIntact());
    put(typed, CLEAN, line.checks().clean());
    put(typed, COMPLETE, line.checks().complete());
    if (line.checks().serial() != null) {
      typed.put(SERIAL, line.checks().serial().value());
    }
    return Form.of(typed);
  }

  private static void put(Map<String, String> typed, String field, @Nullable Boolean said) {
    if (said != null) {
      typed.put(field, said ? "yes" : "no");
    }
  }

  private Conditions model(Writing writing, DraftForm.Line line, Form form) {
    var item = writing.item(line.no());
    var product = Optional.ofNullable(catalogue.products(List.of(item.sku())).get(item.sku()));
    var checks = new ArrayList<Conditions.Check>();
    if (line.reason() != null && line.reason().track() == Track.CUSTOMER_CHOICE) {
      if (product.map(Product::boxed).orElse(true)) {
        checks.add(new Conditions.Check(SEAL, SEAL, Picture.SEAL, ""));
      }
      checks.add(new Conditions.Check(CLEAN, CLEAN, Picture.CLEAN, ""));
    }
    checks.add(
        new Conditions.Check(
            COMPLETE, COMPLETE, Picture.COMPLETE, product.map(Product::contents).orElse("")));
    var sold = orders.serialsOf(item.id()).stream().map(SerialNumber::value).toList();
    var asksSerial = line.quantity() == 1 && !sold.isEmpty();
    var few = sold.size() <= SERIALS_TO_CHOOSE_FROM_MAX;
    return new Conditions(
        StepHead.of(writing, new Step(Question.CONDITION, line.no())),
        form,
        checks,
        asksSerial && few ? sold : List.of(),
        asksSerial && !few);
  }
}
