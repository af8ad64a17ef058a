package io.tukar.portal.draft;

import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.orders.SoldItem;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.Rma;
import io.tukar.rma.Rmas;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Reply;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which items of the order, and how many of each. */
@Controller
final class ItemsPage {

  private static final Step STEP = new Step(Question.ITEMS, 0);
  private static final String TAKE = "take-";
  private static final String QUANTITY = "quantity-";
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,6}");
  private static final Pattern LINE_FIELD = Pattern.compile("lines\\[([0-9]+)]\\..*");

  private final DraftDesk drafts;
  private final ExchangeDesk desk;
  private final Rmas rmas;
  private final Clock clock;

  ItemsPage(DraftDesk drafts, ExchangeDesk desk, Rmas rmas, Clock clock) {
    this.drafts = drafts;
    this.desk = desk;
    this.rmas = rmas;
    this.clock = clock;
  }

  /** Goes on where the request was left. */
  @GetMapping("/pengajuan/{id}")
  Reply resume(@PathVariable UUID id) {
    return drafts.page(id, writing -> new io.tukar.web.Redirect(writing.nextPath()));
  }

  @GetMapping("/pengajuan/{id}/barang")
  Reply show(@PathVariable UUID id) {
    return drafts.page(id, writing -> Page.of("portal/items", model(writing, typed(writing))));
  }

  @PostMapping("/pengajuan/{id}/barang")
  Reply choose(@PathVariable UUID id, @RequestParam Map<String, String> typed, Frame frame) {
    return drafts.page(
        id,
        writing -> {
          var refusals = new ArrayList<Refusal>();
          var chosen = chosen(writing, typed, refusals);
          if (refusals.isEmpty()) {
            refusals.addAll(refusals(writing, chosen, frame));
          }
          return refusals.isEmpty()
              ? drafts.answered(writing, writing.form().choosing(chosen), frame.language())
              : Page.refused("portal/items", model(writing, Form.of(typed).with(refusals)));
        });
  }

  private static List<DraftForm.Line> chosen(
      Writing writing, Map<String, String> typed, List<Refusal> refusals) {
    var chosen = new ArrayList<DraftForm.Line>();
    for (var item : writing.order().items()) {
      if (!typed.containsKey(TAKE + item.lineNo())) {
        continue;
      }
      var field = QUANTITY + item.lineNo();
      var quantity = typed.getOrDefault(field, "1").strip();
      if (NUMBER.matcher(quantity).matches()) {
        chosen.add(DraftForm.Line.of(item.lineNo(), Integer.parseInt(quantity)));
      } else {
        refusals.add(Refusal.of("value-unreadable", field));
      }
    }
    return chosen;
  }

  private List<Refusal> refusals(Writing writing, List<DraftForm.Line> chosen, Frame frame) {
    var request = writing.request(frame.language(), chosen, null);
    return switch (desk.preCheck(request, clock.instant())) {
      case Answer.Done<?> done -> List.of();
      case Answer.Refused<?>(var reasons) ->
          reasons.stream().map(reason -> atItsField(reason, chosen, writing)).distinct().toList();
    };
  }

  private static Refusal atItsField(Refusal reason, List<DraftForm.Line> chosen, Writing writing) {
    var line = LINE_FIELD.matcher(reason.field());
    var field =
        line.matches()
            ? QUANTITY + chosen.get(Integer.parseInt(line.group(1))).no()
            : TAKE + writing.order().items().getFirst().lineNo();
    return new Refusal(reason.code(), field, reason.args());
  }

  private static Form typed(Writing writing) {
    var typed = new HashMap<String, String>();
    for (var line : writing.form().lines()) {
      typed.put(TAKE + line.no(), "true");
      typed.put(QUANTITY + line.no(), Integer.toString(line.quantity()));
    }
    return Form.of(typed);
  }

  private Items model(Writing writing, Form form) {
    var cases = rmas.ofOrder(writing.order().id());
    return new Items(
        StepHead.of(writing, STEP),
        form,
        writing.order().items().stream().map(item -> choice(item, cases)).toList());
  }

  private static Items.Item choice(SoldItem item, List<Rma> cases) {
    var claimedBy =
        cases.stream()
            .filter(
                rma ->
                    rma.lines().stream()
                        .anyMatch(line -> line.soldItemId() == item.id() && line.state().claims()))
            .map(rma -> rma.requestNumber().value())
            .toList();
    return new Items.Item(
        item.lineNo(), item.name(), item.unitPaid(), item.quantity(), item.remaining(), claimedBy);
  }
}
