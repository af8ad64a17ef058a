package io.tukar.rma;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.evidence.Album;
import io.tukar.evidence.Photos;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.RequestNumber;
import io.tukar.orders.Order;
import io.tukar.orders.OrderBook;
import io.tukar.outbox.Notice;
import io.tukar.outbox.Param;
import io.tukar.policy.replay.Decisions;
import io.tukar.policy.versions.Policies;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A request becomes a case; what the policy can decide by itself is decided at once. */
@Component
class Intake {

  private static final DateTimeFormatter YEAR_MONTH = DateTimeFormatter.ofPattern("yyMM");

  private final Assessor assessor;
  private final OrderBook orders;
  private final Photos photos;
  private final Drafts drafts;
  private final Decisions decisions;
  private final Policies policies;
  private final Notes notes;
  private final Rmas rmas;
  private final CaseFiles files;
  private final Gatekeeper gatekeeper;
  private final Promises promises;

  Intake(
      Assessor assessor,
      OrderBook orders,
      Photos photos,
      Drafts drafts,
      Decisions decisions,
      Policies policies,
      Notes notes,
      Rmas rmas,
      CaseFiles files,
      Gatekeeper gatekeeper,
      Promises promises) {
    this.assessor = assessor;
    this.orders = orders;
    this.photos = photos;
    this.drafts = drafts;
    this.decisions = decisions;
    this.policies = policies;
    this.notes = notes;
    this.rmas = rmas;
    this.files = files;
    this.gatekeeper = gatekeeper;
    this.promises = promises;
  }

  Answer<PreCheck> preCheck(OpenRequest request, Instant at) {
    return orders
        .find(request.orderId())
        .map(order -> assessor.assess(order, request, at))
        .orElseGet(Intake::noSuchOrder);
  }

  Answer<PreCheck> preCheck(WrittenRequest written, Instant at) {
    var order = orders.find(written.order());
    return order.isEmpty()
        ? noSuchOrder()
        : switch (draft(written.draft(), order.get())) {
          case Answer.Refused<Optional<Draft>>(var reasons) -> new Answer.Refused<>(reasons);
          case Answer.Done<Optional<Draft>>(var draft) ->
              assessor.assess(order.get(), written.reading().of(order.get(), draft), at);
        };
  }

  Answer<Rma> open(OpenRequest request, Instant at, Actor by) {
    return open(orders.lock(request.orderId()), request.draft(), (order, draft) -> request, at, by);
  }

  Answer<Rma> open(WrittenRequest written, Instant at, Actor by) {
    return open(orders.lock(written.order()), written.draft(), written.reading(), at, by);
  }

  /** The draft is read behind the order's lock: one that was submitted meanwhile says so. */
  private Answer<Rma> open(
      Optional<Order> locked,
      @Nullable UUID draftId,
      WrittenRequest.Reading reading,
      Instant at,
      Actor by) {
    if (locked.isEmpty()) {
      return noSuchOrder();
    }
    var order = locked.get();
    return switch (draft(draftId, order)) {
      case Answer.Refused<Optional<Draft>>(var reasons) -> new Answer.Refused<>(reasons);
      case Answer.Done<Optional<Draft>>(var draft) ->
          draft
              .map(Draft::rmaId)
              .flatMap(rmas::find)
              .map(Answer::done)
              .orElseGet(() -> open(order, reading.of(order, draft), at, by));
    };
  }

  private Answer<Rma> open(Order order, OpenRequest request, Instant at, Actor by) {
    return switch (assessor.assess(order, request, at)) {
      case Answer.Refused<PreCheck>(var reasons) -> new Answer.Refused<>(reasons);
      case Answer.Done<PreCheck>(var check) -> Answer.done(file(check, request, at, by));
    };
  }

  private Answer<Optional<Draft>> draft(@Nullable UUID id, Order order) {
    if (id == null) {
      return Answer.done(Optional.empty());
    }
    var draft = drafts.find(id);
    if (draft.isEmpty()) {
      return Answer.refused(Refusal.of("no-such-draft", "draft"));
    }
    return draft.get().orderId() == order.id()
        ? Answer.done(draft)
        : Answer.refused(Refusal.of("draft-of-other-order", "draft"));
  }

  private Rma file(PreCheck check, OpenRequest request, Instant at, Actor by) {
    var id = rmas.drawId();
    var event = opened(check, request, at);
    var opened = Rma.opened(id, requestNumber(id, at), event, at);
    var journal = Journal.opening(opened, event, at, by);
    gatekeeper.follow(journal, check.lines().stream().map(Intake::verdict).toList(), at, by);
    if (journal.now().status() == RmaStatus.REQUESTED) {
      journal.tell(Notice.SUBMITTED, said -> said.with(Param.RECORDED_AT, at));
    }
    if (request.draft() != null) {
      Drafts.submit(
          request.draft(), id, () -> new StaleCase(opened.requestNumber()), journal.writes());
      Photos.moveToCase(request.draft(), id, journal.writes());
    }
    Decisions.keep(
        id,
        check.lines().stream()
            .map(
                line ->
                    new Decisions.Judged(
                        line.asked().orderLine(),
                        Decisions.Stage.REQUEST,
                        line.facts(),
                        line.decision()))
            .toList(),
        at,
        journal.writes());
    var rma = files.fileNew(journal, request.draft(), at);
    if (request.remark() != null && !request.remark().isBlank()) {
      notes.add(id, null, Note.Kind.CUSTOMER, request.remark().strip(), at, by);
    }
    return rma;
  }

  private static Gatekeeper.LineVerdict verdict(PreCheck.Line line) {
    return new Gatekeeper.LineVerdict(line.asked().orderLine(), line.decision());
  }

  /** Photos came to a case: what was missing may be there now. */
  Answer<Rma> evidenceAdded(CaseRef ref, int added, Instant at, Actor by) {
    return files.change(
        ref,
        journal -> {
          var waited = journal.now().status() == RmaStatus.NEEDS_EVIDENCE;
          var due = waited ? promises.shop(at, Promises.REVIEW) : journal.now().dueAt();
          var refusal =
              journal.append(new RmaEvent.EvidenceAdded(added, due == null ? at : due), at, by);
          if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
          }
          if (waited) {
            judgeAgain(journal, at, by);
          }
          return Answer.done(files.file(journal, at));
        });
  }

  private void judgeAgain(Journal journal, Instant at, Actor by) {
    var id = journal.now().id();
    var slots = Assessor.slots(photos.list(new Album.OfCase(id)));
    var verdicts = new ArrayList<Gatekeeper.LineVerdict>();
    var judged = new ArrayList<Decisions.Judged>();
    for (var kept : decisions.latest(id).values()) {
      var facts = kept.facts().withPhotos(slots.getOrDefault(kept.lineNo(), Set.of()));
      var decision = policies.current().judge(facts);
      verdicts.add(new Gatekeeper.LineVerdict(kept.lineNo(), decision));
      judged.add(new Decisions.Judged(kept.lineNo(), Decisions.Stage.EVIDENCE, facts, decision));
    }
    Decisions.keep(id, judged, at, journal.writes());
    var replyBy = journal.before().dueAt();
    gatekeeper.followPhotos(journal, verdicts, replyBy == null ? at : replyBy, at, by);
  }

  private RmaEvent.Opened opened(PreCheck check, OpenRequest request, Instant at) {
    var currency = check.lines().getFirst().item().unitPaid().currency();
    return new RmaEvent.Opened(
        check.order().id(),
        check.order().customerId(),
        request.channel(),
        request.language(),
        currency,
        request.firstContactAt(),
        check.lines().stream()
            .map(
                line ->
                    new RmaEvent.OpenedLine(
                        line.asked().orderLine(),
                        line.item().id(),
                        line.item().sku(),
                        line.asked().quantity(),
                        line.asked().reason(),
                        line.asked().symptom(),
                        line.wanted().sku(),
                        line.item().unitPaid().minor(),
                        line.wanted().listPrice().minor()))
            .toList(),
        promises.shop(at, Promises.REVIEW));
  }

  static RequestNumber requestNumber(long id, Instant at) {
    var month = YEAR_MONTH.format(at.atZone(WorkingCalendar.SHOP_ZONE));
    return new RequestNumber("PJ-%s-%05d".formatted(month, id));
  }

  private static <T> Answer<T> noSuchOrder() {
    return Answer.refused(Refusal.of("no-such-order", "order"));
  }
}
