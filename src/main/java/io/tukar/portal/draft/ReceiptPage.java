package io.tukar.portal.draft;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.rma.ExchangeDesk;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Reply;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** When the goods arrived, where no courier proves it. */
@Controller
final class ReceiptPage {

  private static final String TEMPLATE = "portal/receipt";
  private static final String UNKNOWN = "unknown";
  private static final String OTHER = "other";
  private static final int DAYS_OFFERED_MAX = 5;
  private static final Step STEP = new Step(Question.RECEIPT, 0);

  private final DraftDesk drafts;
  private final ExchangeDesk desk;
  private final Clock clock;

  ReceiptPage(DraftDesk drafts, ExchangeDesk desk, Clock clock) {
    this.drafts = drafts;
    this.desk = desk;
    this.clock = clock;
  }

  @GetMapping("/pengajuan/{id}/diterima")
  Reply show(@PathVariable UUID id) {
    return drafts.page(id, writing -> Page.of(TEMPLATE, model(writing, typed(writing))));
  }

  @PostMapping("/pengajuan/{id}/diterima")
  Reply received(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String date,
      Frame frame) {
    return drafts.page(
        id,
        writing -> {
          var typed = Form.of(Map.of("day", day, "date", date));
          if (day.equals(UNKNOWN)) {
            return drafts.answered(writing, writing.form().received(null), frame.language());
          }
          var said = day.equals(OTHER) || day.isEmpty() ? date : day;
          var on = date(said);
          if (on.isEmpty()) {
            var refusal =
                said.isBlank() && day.isEmpty()
                    ? Refusal.of("choice-missing", "day")
                    : Refusal.of("value-unreadable", "date");
            return Page.refused(TEMPLATE, model(writing, typed.with(refusal)));
          }
          var form = writing.form().received(on.get());
          var refusals = refusals(new Writing(writing.draft(), writing.order(), form), frame);
          return refusals.isEmpty()
              ? drafts.answered(writing, form, frame.language())
              : Page.refused(TEMPLATE, model(writing, typed.with(refusals)));
        });
  }

  private List<Refusal> refusals(Writing writing, Frame frame) {
    return switch (desk.preCheck(writing.request(frame.language(), null), clock.instant())) {
      case Answer.Done<?> done -> List.of();
      case Answer.Refused<?>(var reasons) ->
          reasons.stream()
              .filter(reason -> reason.field().endsWith(".receivedOn"))
              .map(reason -> new Refusal(reason.code(), "date", reason.args()))
              .distinct()
              .toList();
    };
  }

  private static Optional<LocalDate> date(String typed) {
    try {
      return Optional.of(LocalDate.parse(typed.strip()));
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  private Form typed(Writing writing) {
    var on = writing.form().receivedOn();
    if (on != null) {
      var offered = days(writing).contains(on);
      return Form.of(Map.of("day", offered ? on.toString() : OTHER, "date", on.toString()));
    }
    return writing.form().answered().contains(Question.RECEIPT)
        ? Form.of(Map.of("day", UNKNOWN))
        : Form.blank();
  }

  private LocalDate today() {
    return clock.instant().atZone(WorkingCalendar.SHOP_ZONE).toLocalDate();
  }

  private static LocalDate ordered(Writing writing) {
    return writing.order().orderedAt().atZone(WorkingCalendar.SHOP_ZONE).toLocalDate();
  }

  private List<LocalDate> days(Writing writing) {
    var sent = writing.order().dispatchedOn();
    var earliest = sent == null ? ordered(writing) : sent;
    return Stream.iterate(today(), day -> !day.isBefore(earliest), day -> day.minusDays(1))
        .limit(DAYS_OFFERED_MAX)
        .toList();
  }

  private Receipt model(Writing writing, Form form) {
    return new Receipt(StepHead.of(writing, STEP), form, days(writing), ordered(writing), today());
  }
}
