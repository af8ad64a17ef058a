package io.tukar.desk.payout;

import io.tukar.desk.ActorNames;
import io.tukar.desk.Badge;
import io.tukar.kernel.Answer;
import io.tukar.payout.PayoutBatches;
import io.tukar.payout.PayoutBatches.Format;
import io.tukar.payout.Payouts;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A file for the bank. Taking it is written down, so it is a post; once more it needs a reason. */
@Controller
class BatchPage {

  private static final String ONE = PayoutsPage.PATH + "/batches/{id}";
  private static final String TEMPLATE = "desk/payout/batch";

  private final PayoutBatches batches;
  private final Payouts payouts;
  private final ActorNames actors;
  private final Clock clock;

  BatchPage(PayoutBatches batches, Payouts payouts, ActorNames actors, Clock clock) {
    this.batches = batches;
    this.payouts = payouts;
    this.actors = actors;
    this.clock = clock;
  }

  @Needs(May.BOOK_PAYMENTS)
  @GetMapping(ONE)
  Page show(Frame frame, @PathVariable long id) {
    return Page.of(TEMPLATE, model(id, Form.blank()));
  }

  @Needs(May.PROPOSE_PAYOUTS)
  @PostMapping(ONE)
  @Nullable Reply take(
      Frame frame,
      @PathVariable long id,
      @RequestParam Map<String, String> fields,
      HttpServletResponse response)
      throws IOException {
    var form = Form.of(fields);
    var format = form.value("format").equals("csv") ? Format.CSV : Format.PAIN001;
    var answer =
        batches.take(id, format, form.value("reason"), clock.instant(), Badge.actor(frame));
    return switch (answer) {
      case Answer.Refused<String>(var reasons) ->
          batches.find(id).isEmpty()
              ? new Redirect(PayoutsPage.PATH)
              : Page.refused(TEMPLATE, model(id, form.with(reasons)));
      case Answer.Done<String>(var file) -> {
        var ending = format == Format.CSV ? "csv" : "xml";
        response.setContentType(format == Format.CSV ? "text/csv" : "application/xml");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"payout-%d.%s\"".formatted(id, ending));
        response.getWriter().write(file);
        yield null;
      }
    };
  }

  private BatchModel model(long id, Form form) {
    var batch =
        batches.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var downloads = batches.downloads(id);
    return new BatchModel(
        batch,
        payouts.of(id),
        downloads,
        actors.of(
            Stream.concat(
                    Stream.of(batch.actor()), downloads.stream().map(PayoutBatches.Download::actor))
                .toList()),
        form);
  }
}
