package io.tukar.desk;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.WaybillNumber;
import io.tukar.rma.CaseRef;
import io.tukar.rma.Contest;
import io.tukar.rma.ExchangeDesk;
import io.tukar.rma.LineDispatch;
import io.tukar.rma.LostRemedy;
import io.tukar.rma.Parcel;
import io.tukar.rma.ParcelDesk;
import io.tukar.rma.Rma;
import io.tukar.rma.RmaLine;
import io.tukar.rma.ShippingCosts;
import io.tukar.rma.Unreturned;
import io.tukar.shipping.Booking;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Reads an action's form and calls its verb. */
@Component
public class CaseSteps {

  private static final int REASON_CHARS_MAX = 2_000;

  private final ExchangeDesk desk;
  private final ParcelDesk parcels;
  private final Clock clock;

  CaseSteps(ExchangeDesk desk, ParcelDesk parcels, Clock clock) {
    this.desk = desk;
    this.parcels = parcels;
    this.clock = clock;
  }

  /** Does it, or says at which fields it cannot be done. What has a station is done there. */
  Answer<Rma> run(CaseAction action, Rma rma, CaseRef ref, Typed typed, Actor by) {
    var at = clock.instant();
    var reason = typed.text("reason");
    if (reason.length() > REASON_CHARS_MAX) {
      return Answer.refused(Refusal.of("value-too-long", "reason", REASON_CHARS_MAX));
    }
    return switch (action) {
      case AUTHORIZE -> desk.authorize(ref, typed.lines(), reason, at, by);
      case ASK_EVIDENCE -> desk.askEvidence(ref, at, by);
      case DECLINE -> desk.decline(ref, reason, at, by);
      case WAYBILL -> withParcel(typed, parcel -> desk.waybill(ref, parcel, at, by));
      case PICKUP -> pickup(ref, typed, by);
      case RECEIVE, INSPECT -> throw new IllegalArgumentException(action + " has a station");
      case CONTEST -> contest(ref, typed, by);
      case SETTLE -> settle(ref, typed, by);
      case PAID_IN -> {
        var amount = typed.amount("amount");
        yield read(typed, () -> desk.paidIn(ref, amount, typed.text("reference"), at, by));
      }
      case PAID_OUT -> {
        var amount = typed.amount("amount");
        yield read(typed, () -> desk.paidOut(ref, amount, typed.text("reference"), at, by));
      }
      case DISPATCH -> dispatch(rma, ref, typed, by);
      case SEND_BACK ->
          withParcel(typed, parcel -> desk.sendBack(ref, parcel, typed.lines(), at, by));
      case OFFER_STOCK -> forOneLine(typed, line -> desk.offerStock(ref, line, at, by));
      case REST -> forOneLine(typed, line -> desk.restNeverComes(ref, line, at, by));
      case ADVANCE -> {
        var deposit = typed.money("deposit");
        yield read(typed, () -> desk.allowAdvance(ref, reason, deposit, at, by));
      }
      case NO_ADVANCE -> desk.withdrawAdvance(ref, reason, at, by);
      case GIVE_UP -> giveUp(ref, typed, reason, by);
      case LOST -> lost(ref, typed, reason, by);
      case CLOSE -> desk.close(ref, at, by);
      case REOPEN -> desk.reopen(ref, typed.lines(), at, by);
      case WITHDRAW -> forOneLine(typed, line -> desk.withdraw(ref, line, at, by));
      case CANCEL -> desk.cancel(ref, at, by);
    };
  }

  private Answer<Rma> contest(CaseRef ref, Typed typed, Actor by) {
    var how = typed.choice("how", Contest.class);
    return read(
        typed,
        () ->
            desk.contest(
                ref, typed.lines(), how.orElseThrow(), typed.text("reason"), clock.instant(), by));
  }

  private Answer<Rma> giveUp(CaseRef ref, Typed typed, String reason, Actor by) {
    var how = typed.choice("how", Unreturned.class);
    return read(
        typed,
        () -> desk.giveUp(ref, typed.lines(), how.orElseThrow(), reason, clock.instant(), by));
  }

  private Answer<Rma> settle(CaseRef ref, Typed typed, Actor by) {
    var costs = costs(typed);
    return read(typed, () -> desk.settle(ref, costs, clock.instant(), by));
  }

  /** What the legs cost, as typed. */
  static ShippingCosts costs(Typed typed) {
    return new ShippingCosts(typed.money("toShop"), typed.money("toCustomer"));
  }

  private Answer<Rma> dispatch(Rma rma, CaseRef ref, Typed typed, Actor by) {
    var chosen = new ArrayList<LineDispatch>();
    var ticked = typed.lines();
    for (var line : CaseAction.DISPATCH.lines(rma)) {
      if (ticked.contains(line.lineNo())) {
        chosen.add(new LineDispatch(line.lineNo(), serials(line, typed)));
      }
    }
    return withParcel(
        typed,
        parcel ->
            switch (desk.dispatch(ref, parcel, chosen, clock.instant(), by)) {
              case Answer.Done<Rma> done -> done;
              case Answer.Refused<Rma>(var reasons) ->
                  new Answer.Refused<>(
                      reasons.stream().map(reason -> atSerial(reason, chosen)).toList());
            });
  }

  private static List<SerialNumber> serials(RmaLine line, Typed typed) {
    var serials = new ArrayList<SerialNumber>();
    for (int i = 0; i < line.quantity(); i++) {
      serials.addAll(typed.serials(serialField(line.lineNo(), i)));
    }
    return serials;
  }

  /** The name of a field for one unit to be sent. */
  public static String serialField(int lineNo, int unit) {
    return "serial-" + lineNo + "-" + unit;
  }

  /** A refusal that names a serial, or a line whose serials lack, belongs to its field. */
  private static Refusal atSerial(Refusal refusal, List<LineDispatch> chosen) {
    if (refusal.args().isEmpty()) {
      return refusal;
    }
    Map<String, String> fields = new HashMap<>();
    for (var line : chosen) {
      for (int i = 0; i < line.serials().size(); i++) {
        fields.put(line.serials().get(i).value(), serialField(line.lineNo(), i));
      }
    }
    var field =
        refusal.code().equals("serials-needed")
            ? serialField(Integer.parseInt(refusal.args().getFirst()), 0)
            : fields.get(refusal.args().getFirst());
    return field == null ? refusal : new Refusal(refusal.code(), field, refusal.args());
  }

  /** With a booking code it was phoned in; without one the gateway is asked. */
  private Answer<Rma> pickup(CaseRef ref, Typed typed, Actor by) {
    var at = clock.instant();
    var bought = typed.product();
    var grams = typed.grams();
    if (bought.isEmpty() && typed.refusals().isEmpty()) {
      typed.refuse("choice-missing", "product");
    }
    if (grams.isEmpty() && typed.refusals().isEmpty()) {
      typed.refuse("value-missing", "weight");
    }
    if (bought.isEmpty() || grams.isEmpty()) {
      return new Answer.Refused<>(typed.refusals());
    }
    var courier = bought.get().courier();
    if (typed.text("waybill").isEmpty()) {
      return parcels.askPickup(ref, courier, bought.get().code(), grams.get(), at, by);
    }
    var waybill = WaybillNumber.parse(typed.text("waybill"));
    if (waybill.isEmpty()) {
      typed.refuse("value-unreadable", "waybill");
      return new Answer.Refused<>(typed.refusals());
    }
    var carriage = typed.carriage(courier, Booking.BY_HAND);
    return read(
        typed, () -> desk.pickup(ref, new Parcel(courier, waybill.get(), carriage), at, by));
  }

  private Answer<Rma> lost(CaseRef ref, Typed typed, String reason, Actor by) {
    var remedy = typed.choice("remedy", LostRemedy.class);
    if (!typed.text("parcel").matches("[0-9]{1,18}")) {
      typed.refuse("choice-missing", "parcel");
    }
    return remedy.isEmpty() || !typed.refusals().isEmpty()
        ? new Answer.Refused<>(typed.refusals())
        : desk.parcelLost(
            ref, Long.parseLong(typed.text("parcel")), remedy.get(), reason, clock.instant(), by);
  }

  private static Answer<Rma> withParcel(Typed typed, Function<Parcel, Answer<Rma>> verb) {
    var parcel = typed.parcel();
    if (parcel.isEmpty() || !typed.refusals().isEmpty()) {
      return new Answer.Refused<>(typed.refusals());
    }
    return verb.apply(parcel.get());
  }

  private static Answer<Rma> forOneLine(Typed typed, Function<Integer, Answer<Rma>> verb) {
    return typed.lines().size() == 1
        ? verb.apply(typed.lines().getFirst())
        : Answer.refused(Refusal.of("choice-missing", "lines"));
  }

  private static Answer<Rma> read(Typed typed, java.util.function.Supplier<Answer<Rma>> verb) {
    return typed.refusals().isEmpty() ? verb.get() : new Answer.Refused<>(typed.refusals());
  }
}
