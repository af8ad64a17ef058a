package io.tukar.desk;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Money;
import io.tukar.policy.decision.Decision;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.decision.Truth;
import io.tukar.policy.replay.Decisions;
import io.tukar.rma.Happened;
import io.tukar.rma.LineState;
import io.tukar.rma.Rma;
import io.tukar.rma.RmaEvent;
import io.tukar.rma.RmaLine;
import io.tukar.rma.RmaStatus;
import io.tukar.web.Frame;
import io.tukar.web.ProofLine;
import io.tukar.web.TimelineEntry;
import io.tukar.web.TrackState;
import io.tukar.web.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says a case in the reader's language: its tracks, its proof, its history. */
public final class CaseWords {

  private static final Set<RmaEvent.Kind> DECISIONS =
      Set.of(RmaEvent.Kind.AUTHORIZED, RmaEvent.Kind.DECLINED, RmaEvent.Kind.EVIDENCE_ASKED);

  private final Frame frame;

  /** Says it in this reader's language. */
  public CaseWords(Frame frame) {
    this.frame = frame;
  }

  /** The case, the goods and the money. */
  List<TrackState> tracks(CaseView view) {
    var rma = view.rma();
    return List.of(
        new TrackState(
            frame.text("desk.track.case"),
            status(frame, rma.status(), rma.turn()),
            rma.dueAt() == null ? "" : DueWords.of(frame, rma.dueAt(), view.now()),
            turn(rma)),
        new GoodsTrack(frame, view).state(),
        new TrackState(frame.text("desk.track.money"), money(rma), "", moneyTurn(rma)));
  }

  /** Where a case stands, in words that say whose turn it is. */
  public static String status(Frame frame, RmaStatus status, io.tukar.rma.Turn turn) {
    return switch (status) {
      case AUTHORIZED, SETTLED -> frame.text("desk.status." + status + "." + turn);
      case REQUESTED,
          NEEDS_EVIDENCE,
          RECEIVED,
          INSPECTED,
          DISPATCHED,
          CLOSED,
          DECLINED,
          CANCELLED,
          EXPIRED ->
          frame.text("desk.status." + status);
    };
  }

  static Turn turn(Rma rma) {
    return Turn.valueOf(rma.turn().name());
  }

  /** How the replacement of one line stands. */
  public String goods(CaseView view, RmaLine line) {
    return new GoodsTrack(frame, view).of(line);
  }

  private String money(Rma rma) {
    if (rma.balance().isPositive()) {
      return frame.text("desk.money.customer-owes", rma.balance());
    }
    if (rma.balance().isNegative()) {
      return frame.text("desk.money.shop-owes", rma.balance().negated());
    }
    return frame.text(agreed(rma) ? "desk.money.even" : "desk.money.open");
  }

  /** Not settled yet: nobody's turn, shown as the shop's. */
  private static Turn moneyTurn(Rma rma) {
    return rma.balance().isPositive()
        ? Turn.CUSTOMER
        : rma.balance().isNegative() || !agreed(rma) ? Turn.SHOP : Turn.DONE;
  }

  private static boolean agreed(Rma rma) {
    return switch (rma.status()) {
      case REQUESTED, NEEDS_EVIDENCE, AUTHORIZED, RECEIVED, INSPECTED -> false;
      case SETTLED, DISPATCHED, CLOSED, DECLINED, CANCELLED, EXPIRED -> true;
    };
  }

  /** The latest proof of each line, what matters first. */
  Map<Integer, List<ProofLine>> proofs(CaseView view) {
    var proofs = new TreeMap<Integer, List<ProofLine>>();
    for (var line : view.lines()) {
      line.judged().ifPresent(kept -> proofs.put(line.line().lineNo(), proof(kept.decision())));
    }
    return proofs;
  }

  /** A decision's findings, what matters first. */
  public List<ProofLine> proof(Decision decision) {
    return decision.findings().stream()
        .sorted(Comparator.comparingInt(CaseWords::weight))
        .map(
            finding ->
                new ProofLine(
                    mark(finding.truth()),
                    finding.clause(),
                    frame.words(finding.text()),
                    frame.words(finding.explanation()),
                    decision.answers(finding).stream().map(frame::words).toList()))
        .toList();
  }

  private static int weight(Finding finding) {
    if (!finding.applies()) {
      return 3;
    }
    return switch (finding.truth()) {
      case FAILS -> 0;
      case OPEN -> 1;
      case HOLDS -> 2;
    };
  }

  private static ProofLine.Mark mark(Truth truth) {
    return switch (truth) {
      case HOLDS -> ProofLine.Mark.HOLDS;
      case FAILS -> ProofLine.Mark.FAILS;
      case OPEN -> ProofLine.Mark.OPEN;
    };
  }

  /** By which policy and which days off a line was judged. */
  public String basis(Decisions.Kept kept) {
    return frame.text(
        "desk.proof.basis",
        frame.text("desk.stage." + kept.stage()),
        kept.decision().policyId(),
        kept.decision().policyVersion(),
        kept.decision().holidaySet(),
        frame.formats().shortDateTime(kept.at()));
  }

  /** What happened, the latest first. */
  List<TimelineEntry> timeline(CaseView view) {
    var entries = new ArrayList<TimelineEntry>();
    for (var happened : view.history()) {
      entries.add(
          new TimelineEntry(
              happened.at(), what(view, happened), doer(view, happened), turn(happened)));
    }
    return entries.reversed();
  }

  private String what(CaseView view, Happened happened) {
    var said = frame.text("desk.event." + happened.event().kind());
    var more = detail(view, happened.event());
    return more.isEmpty() ? said : said + " · " + more;
  }

  private String detail(CaseView view, RmaEvent event) {
    return switch (event) {
      case RmaEvent.Authorized e ->
          lines(view, e.lines().stream().map(RmaEvent.LineGoods::lineNo).toList());
      case RmaEvent.EvidenceAdded e -> frame.text("desk.event.photos", e.photos());
      case RmaEvent.LineWithdrawn e -> lines(view, List.of(e.lineNo()));
      case RmaEvent.LineSplit e ->
          frame.text("desk.event.split", e.quantity(), e.lineNo(), e.into());
      case RmaEvent.WaitAgreed e -> frame.text("desk.event.until", e.until());
      case RmaEvent.ReplacementChosen e ->
          frame.text("desk.replacement." + e.how()) + " · " + e.sku();
      case RmaEvent.WantedBack e -> lines(view, List.of(e.lineNo()));
      case RmaEvent.PartAgreed e ->
          frame.text("desk.event.part." + e.comesBack(), e.lineNo(), e.part());
      case RmaEvent.Received e -> lines(view, e.lines());
      case RmaEvent.StockHeld e -> lines(view, List.of(e.lineNo()));
      case RmaEvent.Inspected e ->
          e.lines().stream()
              .map(
                  finding ->
                      frame.text("desk.verdict." + finding.verdict())
                          + ", "
                          + frame.text(
                              "desk.line."
                                  + (finding.accepted() ? LineState.ACCEPTED : LineState.REFUSED)))
              .collect(Collectors.joining("; "));
      case RmaEvent.Contested e ->
          Stream.of(frame.text("desk.contest." + e.by()), lines(view, e.lineNos()))
              .filter(said -> !said.isEmpty())
              .collect(Collectors.joining(" · "));
      case RmaEvent.Settled e -> owed(view, e.owed());
      case RmaEvent.Paid e -> moved(frame, view, e.change());
      case RmaEvent.PaymentReversed e -> moved(frame, view, e.change());
      case RmaEvent.AdvanceAllowed e -> deposit(view, e.deposit());
      case RmaEvent.AdvanceWithdrawn e -> deposit(view, e.change() == 0 ? null : -e.change());
      case RmaEvent.GivenUp e ->
          Stream.of(frame.text("desk.unreturned." + e.how()), lines(view, e.lines()))
              .filter(said -> !said.isEmpty())
              .collect(Collectors.joining(" · "));
      case RmaEvent.Dispatched e -> parcel(view, e.shipment());
      case RmaEvent.SentBack e -> parcel(view, e.shipment());
      case RmaEvent.Disposed e -> lines(view, e.lines());
      case RmaEvent.ParcelLost e ->
          parcel(view, e.shipment()) + " · " + frame.text("desk.lost." + e.remedy());
      case RmaEvent.Delivered e -> parcel(view, e.shipment());
      case RmaEvent.WaybillGiven e -> parcel(view, e.shipment());
      case RmaEvent.Reopened e ->
          lines(view, e.lines().stream().map(RmaEvent.LineGoods::lineNo).toList());
      case RmaEvent.Recounted e -> recounted(view, e);
      case RmaEvent.Opened e -> "";
      case RmaEvent.EvidenceAsked e -> "";
      case RmaEvent.Declined e -> "";
      case RmaEvent.Closed e -> "";
      case RmaEvent.Cancelled e -> "";
      case RmaEvent.Expired e -> "";
    };
  }

  private String recounted(CaseView view, RmaEvent.Recounted event) {
    var said = new ArrayList<String>();
    if (event.moved()) {
      said.add(
          frame.text(
              "desk.event.recounted.moved",
              frame.formats().shortDateTime(event.from()),
              frame.formats().shortDateTime(event.to())));
    }
    if (!event.judged().isEmpty()) {
      said.add(frame.text("desk.event.recounted.judged"));
      var which = lines(view, event.judged());
      if (!which.isEmpty()) {
        said.add(which);
      }
    }
    said.add(event.holidaySet());
    return String.join(" · ", said);
  }

  private String owed(CaseView view, long owed) {
    var amount = new Money(Math.abs(owed), view.rma().currency());
    return owed > 0
        ? frame.text("desk.money.customer-owes", amount)
        : owed < 0 ? frame.text("desk.money.shop-owes", amount) : frame.text("desk.money.even");
  }

  private static String parcel(CaseView view, long shipment) {
    return view.shipments().stream()
        .filter(one -> one.id() == shipment)
        .map(one -> one.courier().brand() + " " + one.waybill().value())
        .findFirst()
        .orElse("");
  }

  private static String lines(CaseView view, List<Integer> lineNos) {
    return view.rma().lines().size() == 1
        ? ""
        : lineNos.stream()
            .flatMap(no -> view.line(no).stream())
            .map(CaseView.Line::name)
            .collect(Collectors.joining(", "));
  }

  /** Whose doing it was: what follows at once from a customer's step, the policy decided. */
  private String doer(CaseView view, Happened happened) {
    return DECISIONS.contains(happened.event().kind()) && happened.actor().startsWith("customer:")
        ? frame.text("desk.by.policy")
        : by(view, happened.actor());
  }

  /** Who did it: a name for staff, a word for everybody else. */
  public String by(CaseView view, String actor) {
    var name = view.names().get(actor);
    if (name != null) {
      return name;
    }
    var kind = actor.split(":", -1)[0];
    return actor.equals(new Actor.Clock().reference())
        ? frame.text("desk.by.clock")
        : switch (kind) {
          case "customer" -> view.customer().name();
          case "token" -> frame.text("desk.by.token");
          default -> frame.text("desk.by.staff");
        };
  }

  private static String moved(Frame frame, CaseView view, long change) {
    return frame.money(new Money(Math.abs(change), view.rma().currency()));
  }

  private String deposit(CaseView view, @Nullable Long amount) {
    return amount == null
        ? ""
        : frame.text("desk.deposit.of", new Money(amount, view.rma().currency()));
  }

  private static Turn turn(Happened happened) {
    return switch (happened.event().kind()) {
      case OPENED,
          EVIDENCE_ADDED,
          RECEIVED,
          LINE_SPLIT,
          WAIT_AGREED,
          REPLACEMENT_CHOSEN,
          WANTED_BACK,
          PART_AGREED,
          INSPECTED,
          CONTESTED,
          ADVANCE_ALLOWED,
          ADVANCE_WITHDRAWN,
          STOCK_HELD,
          RECOUNTED ->
          Turn.SHOP;
      case EVIDENCE_ASKED, AUTHORIZED, SETTLED, REOPENED -> Turn.CUSTOMER;
      case WAYBILL_GIVEN, DISPATCHED, SENT_BACK, DELIVERED -> Turn.COURIER;
      case PAID, CLOSED -> Turn.DONE;
      case DECLINED,
          CANCELLED,
          EXPIRED,
          LINE_WITHDRAWN,
          PARCEL_LOST,
          GIVEN_UP,
          DISPOSED,
          PAYMENT_REVERSED ->
          Turn.REFUSED;
    };
  }
}
