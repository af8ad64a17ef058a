package io.tukar.portal.status;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Currency;
import io.tukar.kernel.Money;
import io.tukar.rma.Happened;
import io.tukar.rma.History;
import io.tukar.rma.RmaEvent;
import io.tukar.web.Frame;
import io.tukar.web.TimelineEntry;
import io.tukar.web.Turn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What happened to a case, in sentences. */
@Component
class Story {

  private final History history;

  Story(History history) {
    this.history = history;
  }

  /** The latest first. */
  List<TimelineEntry> of(long rmaId, Frame frame) {
    return history.of(rmaId).reversed().stream()
        .map(
            happened ->
                new TimelineEntry(
                    happened.at(), sentence(happened.event(), frame), "", turn(happened)))
        .toList();
  }

  private static String sentence(RmaEvent event, Frame frame) {
    var key = "portal.event." + event.kind();
    return switch (event) {
      case RmaEvent.Authorized e -> frame.text(key, e.rmaNumber(), e.shipBy());
      case RmaEvent.EvidenceAdded e -> frame.text(key, e.photos());
      case RmaEvent.Contested e -> frame.text(key + "." + e.by());
      case RmaEvent.Settled e -> settled(key, e.owed(), frame);
      case RmaEvent.Paid e ->
          frame.text(key + (e.change() < 0 ? ".in" : ".out"), amount(e.change()));
      case RmaEvent.PaymentReversed e ->
          frame.text(key + (e.change() > 0 ? ".in" : ".out"), amount(e.change()));
      case RmaEvent.Reopened e -> frame.text(key, e.shipBy());
      case RmaEvent.Recounted e ->
          e.moved() ? frame.text(key, day(e.from()), day(e.to())) : frame.text(key + ".judged");
      case RmaEvent.Opened e -> frame.text(key);
      case RmaEvent.EvidenceAsked e -> frame.text(key);
      case RmaEvent.Declined e -> frame.text(key);
      case RmaEvent.LineWithdrawn e -> frame.text(key, e.lineNo());
      case RmaEvent.LineSplit e -> frame.text(key, e.quantity(), e.lineNo());
      case RmaEvent.WaitAgreed e -> frame.text(key, e.until());
      case RmaEvent.ReplacementChosen e -> frame.text(key);
      case RmaEvent.WantedBack e -> frame.text(key);
      case RmaEvent.PartAgreed e -> frame.text(key + "." + e.comesBack());
      case RmaEvent.WaybillGiven e -> frame.text(key);
      case RmaEvent.Received e -> frame.text(key);
      case RmaEvent.StockHeld e -> frame.text(key);
      case RmaEvent.Inspected e -> frame.text(key);
      case RmaEvent.AdvanceAllowed e ->
          e.deposit() == null ? frame.text(key) : frame.text(key + ".deposit", amount(e.deposit()));
      case RmaEvent.AdvanceWithdrawn e -> frame.text(key);
      case RmaEvent.GivenUp e -> frame.text(key + "." + e.how());
      case RmaEvent.Dispatched e -> frame.text(key);
      case RmaEvent.SentBack e -> frame.text(key);
      case RmaEvent.Disposed e -> frame.text(key);
      case RmaEvent.Delivered e -> frame.text(key);
      case RmaEvent.ParcelLost e -> frame.text(key + "." + e.remedy());
      case RmaEvent.Closed e -> frame.text(key);
      case RmaEvent.Cancelled e -> frame.text(key);
      case RmaEvent.Expired e -> frame.text(key);
    };
  }

  private static String settled(String key, long owed, Frame frame) {
    if (owed == 0) {
      return frame.text(key);
    }
    return frame.text(key + (owed > 0 ? ".pay" : ".back"), amount(owed));
  }

  private static LocalDate day(Instant due) {
    return due.atZone(WorkingCalendar.SHOP_ZONE).toLocalDate();
  }

  private static Money amount(long minor) {
    return new Money(Math.abs(minor), Currency.IDR);
  }

  private static Turn turn(Happened happened) {
    return switch (happened.event().kind()) {
      case WAYBILL_GIVEN, DISPATCHED, SENT_BACK, DELIVERED -> Turn.COURIER;
      case CLOSED -> Turn.DONE;
      case DECLINED, CANCELLED, EXPIRED, PARCEL_LOST, DISPOSED -> Turn.REFUSED;
      case OPENED,
          EVIDENCE_ASKED,
          EVIDENCE_ADDED,
          AUTHORIZED,
          LINE_WITHDRAWN,
          LINE_SPLIT,
          WAIT_AGREED,
          REPLACEMENT_CHOSEN,
          WANTED_BACK,
          PART_AGREED,
          RECEIVED,
          STOCK_HELD,
          INSPECTED,
          CONTESTED,
          ADVANCE_ALLOWED,
          ADVANCE_WITHDRAWN,
          GIVEN_UP,
          SETTLED,
          PAID,
          PAYMENT_REVERSED,
          RECOUNTED,
          REOPENED ->
          happened.actor().startsWith("customer:") ? Turn.CUSTOMER : Turn.SHOP;
    };
  }
}
