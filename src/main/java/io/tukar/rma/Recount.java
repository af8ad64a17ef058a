package io.tukar.rma;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an open case is due by other days off than it was counted by. Its events say from when and
 * how far was counted. Nobody is harmed: the customer's day moves only later, and what the shop
 * promised only earlier, and then to a time that is still ahead.
 */
final class Recount {

  /** From when the due time of a case is counted, and how. */
  private sealed interface Basis {

    /** To the end of the n-th working day after. */
    record CustomerDays(Instant from, int workingDays) implements Basis {}

    /** So many service hours after. */
    record ShopHours(Instant from, Duration within) implements Basis {}
  }

  /**
   * Another time a case is due.
   *
   * @param shipBy the last day to ship; null where that is not what it is due for
   */
  record Moved(Instant from, Instant to, @Nullable LocalDate shipBy) {}

  private final Map<Instant, Basis> asked = new HashMap<>();
  private @Nullable Basis basis;
  private @Nullable Instant due;
  private boolean shipping;
  private boolean settled;
  private boolean ahead;

  private final RmaStatus status;

  private Recount(RmaStatus status) {
    this.status = status;
  }

  /**
   * The move that these days off ask for; empty where the case stays as it is.
   *
   * @param history every event of the case, oldest first
   * @param counted counts by the days off as they are now
   */
  static Optional<Moved> of(Rma rma, List<Happened> history, Promises counted, Instant now) {
    var recount = new Recount(rma.status());
    history.forEach(recount::follow);
    return recount.moved(rma, counted, now);
  }

  private Optional<Moved> moved(Rma rma, Promises counted, Instant now) {
    var from = rma.dueAt();
    if (from == null || basis == null) {
      return Optional.empty();
    }
    var to =
        switch (basis) {
          case Basis.CustomerDays(var start, var days) -> counted.customer(start, days);
          case Basis.ShopHours(var start, var within) -> counted.shop(start, within);
        };
    var better = rma.turn() == Turn.SHOP ? to.isBefore(from) && to.isAfter(now) : to.isAfter(from);
    if (!better) {
      return Optional.empty();
    }
    var shipBy =
        shipping && basis instanceof Basis.CustomerDays(var start, var days)
            ? counted.customerDay(start, days)
            : null;
    return Optional.of(new Moved(from, to, shipBy));
  }

  private void follow(Happened happened) {
    var at = happened.at();
    switch (happened.event()) {
      case RmaEvent.Opened e -> shop(at, Promises.REVIEW, e.dueAt());
      case RmaEvent.EvidenceAsked e -> ask(at, e.dueAt());
      case RmaEvent.EvidenceAdded e -> {
        if (!e.dueAt().equals(due)) {
          shop(at, Promises.REVIEW, e.dueAt());
        }
      }
      case RmaEvent.Authorized e -> ship(at, e.dueAt());
      case RmaEvent.Reopened e -> {
        settled = false;
        ahead = false;
        ship(at, e.dueAt());
      }
      case RmaEvent.AdvanceAllowed e -> {
        if (!e.dueAt().equals(due)) {
          if (e.asked() > 0) {
            customer(at, Promises.PAYMENT_WORKING_DAYS, e.dueAt());
          } else {
            shop(at, Promises.DISPATCH, e.dueAt());
          }
        }
      }
      case RmaEvent.AdvanceWithdrawn e -> {
        if (!e.dueAt().equals(due)) {
          customer(at, Promises.SHIPPING_WORKING_DAYS, e.dueAt());
        }
      }
      case RmaEvent.GivenUp e -> {
        if (!e.dueAt().equals(due)) {
          givenUp(e, at);
        }
      }
      case RmaEvent.WaybillGiven e -> customer(at, Promises.TRANSIT_WORKING_DAYS, e.dueAt());
      case RmaEvent.Received e -> shop(at, Promises.INSPECTION, e.dueAt());
      case RmaEvent.Contested e -> {
        settled = false;
        shop(at, Promises.INSPECTION, e.dueAt());
      }
      case RmaEvent.Inspected e -> shop(at, Promises.SETTLEMENT, e.dueAt());
      case RmaEvent.Settled e -> {
        settled = true;
        if (e.owed() > 0) {
          customer(at, Promises.PAYMENT_WORKING_DAYS, e.dueAt());
        } else if (ahead && status == RmaStatus.DISPATCHED) {
          customer(at, Promises.ANSWER_WORKING_DAYS, e.dueAt());
        } else {
          shop(at, Promises.DISPATCH, e.dueAt());
        }
      }
      case RmaEvent.Paid e -> shop(at, Promises.DISPATCH, e.dueAt());
      case RmaEvent.PaymentReversed e -> {
        if (!e.dueAt().equals(due)) {
          customer(at, Promises.PAYMENT_WORKING_DAYS, e.dueAt());
        }
      }
      case RmaEvent.Dispatched e -> {
        if (settled) {
          customer(at, Promises.ANSWER_WORKING_DAYS, e.dueAt());
        } else {
          ahead = true;
          sentAhead(at, e.dueAt());
        }
      }
      case RmaEvent.SentBack e -> customer(at, Promises.ANSWER_WORKING_DAYS, e.dueAt());
      case RmaEvent.Disposed e -> {
        if (!e.dueAt().equals(due)) {
          customer(at, Promises.ANSWER_WORKING_DAYS, e.dueAt());
        }
      }
      case RmaEvent.ParcelLost e -> {
        if (e.dueAt() != null && !e.dueAt().equals(due)) {
          shop(
              at,
              e.remedy() == LostRemedy.SEND_AGAIN ? Promises.DISPATCH : Promises.SETTLEMENT,
              e.dueAt());
        }
      }
      case RmaEvent.Delivered e ->
          customer(e.deliveredAt(), Promises.ANSWER_WORKING_DAYS, e.dueAt());
      case RmaEvent.Recounted e -> {
        var was = asked.remove(e.from());
        due = e.to();
        if (was != null) {
          asked.put(e.to(), was);
        }
      }
      case RmaEvent.LineWithdrawn e -> {}
      case RmaEvent.LineSplit e -> {}
      case RmaEvent.WaitAgreed e -> {}
      case RmaEvent.ReplacementChosen e -> {}
      case RmaEvent.WantedBack e -> shop(at, Promises.SETTLEMENT, e.dueAt());
      case RmaEvent.PartAgreed e -> {
        if (!e.comesBack() && !e.dueAt().equals(due)) {
          shop(at, Promises.SETTLEMENT, e.dueAt());
        }
      }
      case RmaEvent.StockHeld e -> {}
      case RmaEvent.Declined e -> {}
      case RmaEvent.Closed e -> {}
      case RmaEvent.Cancelled e -> {}
      case RmaEvent.Expired e -> {}
    }
  }

  /** Who is asked again for what is still missing keeps the day, counted from the first time. */
  private void ask(Instant at, Instant dueAt) {
    var first = asked.get(dueAt);
    set(
        first == null ? new Basis.CustomerDays(at, Promises.EVIDENCE_WORKING_DAYS) : first,
        dueAt,
        false);
    asked.put(dueAt, basis == null ? new Basis.CustomerDays(at, 0) : basis);
  }

  /** The goods are awaited by another day, unless they are on their way already. */
  private void sentAhead(Instant at, Instant dueAt) {
    if (!dueAt.equals(due)) {
      set(new Basis.CustomerDays(at, Promises.ADVANCE_WORKING_DAYS), dueAt, true);
    }
  }

  private void givenUp(RmaEvent.GivenUp event, Instant at) {
    if (status == RmaStatus.INSPECTED) {
      shop(at, Promises.SETTLEMENT, event.dueAt());
    } else {
      customer(
          at,
          event.how() == Unreturned.CHARGED
              ? Promises.PAYMENT_WORKING_DAYS
              : Promises.ANSWER_WORKING_DAYS,
          event.dueAt());
    }
  }

  private void ship(Instant at, Instant dueAt) {
    set(new Basis.CustomerDays(at, Promises.SHIPPING_WORKING_DAYS), dueAt, true);
  }

  private void customer(Instant at, int workingDays, Instant dueAt) {
    set(new Basis.CustomerDays(at, workingDays), dueAt, false);
  }

  private void shop(Instant at, Duration within, Instant dueAt) {
    set(new Basis.ShopHours(at, within), dueAt, false);
  }

  private void set(Basis next, Instant dueAt, boolean toShip) {
    basis = next;
    due = dueAt;
    shipping = toShip;
  }
}
