package io.tukar.portal.draft;

import io.tukar.calendar.Deadline;
import io.tukar.evidence.Album;
import io.tukar.evidence.Photos;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.messaging.PortalLinks;
import io.tukar.portal.LineProof;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.OpenRequest;
import io.tukar.rma.PreCheck;
import io.tukar.rma.Rma;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Periksa: the policy's answer before anything is sent, and then the sending. */
@Controller
final class CheckPage {

  private static final String TEMPLATE = "portal/check";
  private static final String REMARK = "remark";

  private final DraftDesk drafts;
  private final ExchangeDesk desk;
  private final Photos photos;
  private final PortalLinks links;
  private final Clock clock;

  CheckPage(DraftDesk drafts, ExchangeDesk desk, Photos photos, PortalLinks links, Clock clock) {
    this.drafts = drafts;
    this.desk = desk;
    this.photos = photos;
    this.links = links;
    this.clock = clock;
  }

  @GetMapping("/pengajuan/{id}/periksa")
  Reply show(@PathVariable UUID id, Frame frame) {
    return drafts.page(
        id,
        writing ->
            writing.finished()
                ? Page.of(TEMPLATE, model(writing, Form.blank(), frame, false))
                : new Redirect(writing.nextPath()));
  }

  /**
   * Sends the request. Sent twice, it leads to the one case.
   *
   * @param shown the difference the customer saw, in minor units
   */
  @PostMapping("/pengajuan/{id}/periksa")
  Reply submit(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String shown,
      @RequestParam(defaultValue = "") String remark,
      Frame frame) {
    return drafts.page(
        id,
        writing -> {
          if (!writing.finished()) {
            return new Redirect(writing.nextPath());
          }
          var typed = Form.of(Map.of(REMARK, remark));
          var request = writing.request(frame.language(), remark.isBlank() ? null : remark);
          if (desk.preCheck(request, clock.instant()) instanceof Answer.Done<PreCheck>(var check)
              && !shown.equals(Long.toString(check.difference().minor()))) {
            return Page.refused(TEMPLATE, model(writing, typed, frame, true));
          }
          return switch (desk.open(request, clock.instant(), writing.customer())) {
            case Answer.Done<Rma>(var rma) -> new Redirect(links.casePath(rma.id()));
            case Answer.Refused<Rma>(var reasons) ->
                Page.refused(TEMPLATE, model(writing, typed.with(ofRemark(reasons)), frame, false));
          };
        });
  }

  private static List<Refusal> ofRemark(List<Refusal> reasons) {
    return reasons.stream().filter(reason -> reason.field().equals(REMARK)).toList();
  }

  private CheckView model(Writing writing, Form form, Frame frame, boolean changed) {
    var head = StepHead.of(writing, Step.CHECK);
    var request = writing.request(frame.language(), null);
    return switch (desk.preCheck(request, clock.instant())) {
      case Answer.Refused<PreCheck>(var reasons) ->
          new CheckView(
              head,
              form,
              "",
              List.of(),
              Money.rupiah(0),
              Optional.empty(),
              reasons.stream().map(why -> correction(writing, request, why)).toList(),
              false);
      case Answer.Done<PreCheck>(var check) ->
          new CheckView(
              head,
              form,
              "portal.check.verdict." + check.outcome().name().toLowerCase(Locale.ROOT),
              check.lines().stream().map(line -> line(writing, line, frame)).toList(),
              check.difference(),
              check.lines().stream()
                  .flatMap(line -> line.decision().deadline().stream())
                  .map(Deadline::date)
                  .min(Comparator.naturalOrder()),
              List.of(),
              changed);
    };
  }

  private CheckView.Line line(Writing writing, PreCheck.Line line, Frame frame) {
    var no = line.asked().orderLine();
    var symptom = line.asked().symptom();
    var count =
        photos.list(new Album.OfDraft(writing.draft().id())).stream()
            .filter(photo -> photo.caption().lineNo() == no)
            .count();
    return new CheckView.Line(
        line.item().name(),
        line.asked().quantity(),
        "portal.reason." + line.asked().reason(),
        symptom == null ? "" : "portal.symptom." + symptom,
        line.wanted().name(),
        line.wanted().free() >= line.asked().quantity(),
        writing.path(new Step(Question.ITEMS, 0)),
        writing.path(new Step(Question.REASON, no)),
        writing.path(new Step(Question.WANTED, no)),
        writing.path(new Step(Question.PHOTOS, no)),
        (int) count,
        line.decision().missingPhotos().stream().map(slot -> "portal.slot." + slot).toList(),
        LineProof.of(line.decision(), frame.language()));
  }

  private static CheckView.Correction correction(
      Writing writing, OpenRequest request, Refusal why) {
    for (int i = 0; i < request.lines().size(); i++) {
      var no = request.lines().get(i).orderLine();
      if (why.field().equals("lines[" + i + "].wanted")) {
        return new CheckView.Correction(why, writing.path(new Step(Question.WANTED, no)));
      }
      if (why.field().equals("lines[" + i + "].receivedOn")) {
        return new CheckView.Correction(why, writing.path(new Step(Question.RECEIPT, 0)));
      }
    }
    return new CheckView.Correction(why, writing.path(new Step(Question.ITEMS, 0)));
  }
}
