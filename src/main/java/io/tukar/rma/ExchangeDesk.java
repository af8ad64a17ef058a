package io.tukar.rma;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Sku;
import io.tukar.policy.decision.Decision;
import io.tukar.rows.AllOrNothing;
import io.tukar.settlement.SettlementPlan;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The verbs of an exchange, for every door. Each is one transaction: it is done whole, or refused
 * with its reasons and nothing has changed. Doors check who may call what; the verbs check whether
 * it may happen.
 */
@Component
public class ExchangeDesk {

  private final AllOrNothing verbs;
  private final Transfers transfers;
  private final Intake intake;
  private final Gatekeeper gatekeeper;
  private final SideExits sideExits;
  private final Receiving receiving;
  private final Workshop workshop;
  private final Till till;
  private final ShippingRoom shippingRoom;
  private final LostParcels lostParcels;
  private final Contests contests;
  private final Splits splits;
  private final PartExchange partExchange;
  private final Advances advances;
  private final ShortLines shortLines;
  private final StockChoices choices;
  private final Rmas rmas;

  ExchangeDesk(
      AllOrNothing verbs,
      Transfers transfers,
      Intake intake,
      Gatekeeper gatekeeper,
      SideExits sideExits,
      Receiving receiving,
      Workshop workshop,
      Till till,
      ShippingRoom shippingRoom,
      LostParcels lostParcels,
      Contests contests,
      Splits splits,
      PartExchange partExchange,
      Advances advances,
      ShortLines shortLines,
      StockChoices choices,
      Rmas rmas) {
    this.verbs = verbs;
    this.transfers = transfers;
    this.intake = intake;
    this.gatekeeper = gatekeeper;
    this.sideExits = sideExits;
    this.receiving = receiving;
    this.workshop = workshop;
    this.till = till;
    this.shippingRoom = shippingRoom;
    this.lostParcels = lostParcels;
    this.contests = contests;
    this.splits = splits;
    this.partExchange = partExchange;
    this.advances = advances;
    this.shortLines = shortLines;
    this.choices = choices;
    this.rmas = rmas;
  }

  /** What the policy would say; nothing is written. */
  public Answer<PreCheck> preCheck(OpenRequest request, Instant at) {
    return intake.preCheck(request, at);
  }

  /** As {@link #preCheck(OpenRequest, Instant)}. */
  public Answer<PreCheck> preCheck(WrittenRequest written, Instant at) {
    return intake.preCheck(written, at);
  }

  /** Submits a request. A draft that was submitted before gives the case it became. */
  public Answer<Rma> open(OpenRequest request, Instant at, Actor by) {
    return verbs.run(() -> intake.open(request, micros(at), by));
  }

  /** As {@link #open(OpenRequest, Instant, Actor)}; refused where the draft is another order's. */
  public Answer<Rma> open(WrittenRequest written, Instant at, Actor by) {
    return verbs.run(() -> intake.open(written, micros(at), by));
  }

  /** Photos were added to a case; where they were missing it is judged again. */
  public Answer<Rma> evidenceAdded(CaseRef ref, int photos, Instant at, Actor by) {
    return verbs.run(() -> intake.evidenceAdded(ref, photos, micros(at), by));
  }

  /**
   * A person lets lines through; lines left out are declined.
   *
   * @param reason needed where the policy says otherwise
   */
  public Answer<Rma> authorize(
      CaseRef ref, List<Integer> lines, @Nullable String reason, Instant at, Actor by) {
    return verbs.run(() -> gatekeeper.authorize(ref, lines, reason, micros(at), by));
  }

  /** A person declines the whole case, in writing. */
  public Answer<Rma> decline(CaseRef ref, @Nullable String reason, Instant at, Actor by) {
    return verbs.run(() -> sideExits.decline(ref, reason, micros(at), by));
  }

  /** Asks the customer for the photos that are missing. */
  public Answer<Rma> askEvidence(CaseRef ref, Instant at, Actor by) {
    return verbs.run(() -> gatekeeper.askEvidence(ref, micros(at), by));
  }

  /** The customer keeps one of several lines. */
  public Answer<Rma> withdraw(CaseRef ref, int line, Instant at, Actor by) {
    return verbs.run(() -> sideExits.withdraw(ref, line, micros(at), by));
  }

  /** Called off before goods came. */
  public Answer<Rma> cancel(CaseRef ref, Instant at, Actor by) {
    return verbs.run(() -> sideExits.cancel(ref, micros(at), by));
  }

  /** The customer did not act in time. */
  public Answer<Rma> expire(CaseRef ref, Instant at, Actor by) {
    return verbs.run(() -> sideExits.expire(ref, micros(at), by));
  }

  /** Sets stock aside for a line that waited; refused while there is none. */
  public Answer<Rma> offerStock(CaseRef ref, int line, Instant at, Actor by) {
    return verbs.run(() -> gatekeeper.offerStock(ref, line, micros(at), by));
  }

  /** The customer's parcel is on its way. */
  public Answer<Rma> waybill(CaseRef ref, Parcel parcel, Instant at, Actor by) {
    return verbs.run(() -> shippingRoom.waybill(ref, parcel, micros(at), by));
  }

  /** The shop has the goods fetched, at its cost. */
  public Answer<Rma> pickup(CaseRef ref, Parcel parcel, Instant at, Actor by) {
    return verbs.run(() -> shippingRoom.pickup(ref, parcel, micros(at), by));
  }

  /**
   * The parcel is here.
   *
   * @param lines those in the parcel; empty for all that were awaited
   */
  public Answer<Rma> receive(CaseRef ref, List<Integer> lines, Instant at, Actor by) {
    return verbs.run(() -> receiving.receive(ref, lines, micros(at), by));
  }

  /** What is chosen for a line that waits for stock. */
  public Answer<Rma> choose(CaseRef ref, int line, StockChoice choice, Instant at, Actor by) {
    return verbs.run(
        () ->
            switch (choice) {
              case StockChoice.Wait _ -> choices.agreeToWait(ref, line, micros(at), by);
              case StockChoice.Take(var sku) -> choices.choose(ref, line, sku, micros(at), by);
              case StockChoice.Back _ -> choices.wantBack(ref, line, micros(at), by);
            });
  }

  /** The day a customer agreed to wait until is over; refused where it is not. */
  public Answer<Rma> askAgain(CaseRef ref, int line, Instant at) {
    return verbs.run(() -> choices.askAgain(ref, line, micros(at)));
  }

  /** Of a line some came; the rest of it is awaited no longer. */
  public Answer<Rma> restNeverComes(CaseRef ref, int line, Instant at, Actor by) {
    return verbs.run(() -> shortLines.restNeverComes(ref, line, micros(at), by));
  }

  /** Exchanges a missing or dead part alone. */
  public Answer<Rma> exchangePart(CaseRef ref, int line, Sku part, Instant at, Actor by) {
    return verbs.run(() -> partExchange.agree(ref, line, part, micros(at), by));
  }

  /**
   * Makes units of a line a line of their own, for a verdict of their own.
   *
   * @param looks the ids of the open looks at them
   */
  public Answer<Rma> splitUnits(CaseRef ref, int line, Set<Long> looks, Instant at, Actor by) {
    return verbs.run(() -> splits.units(ref, line, looks, micros(at), by));
  }

  /** As {@link #splitUnits}, by number: goods without serials, or units not looked at yet. */
  public Answer<Rma> splitNumber(CaseRef ref, int line, int quantity, Instant at, Actor by) {
    return verbs.run(() -> splits.number(ref, line, quantity, micros(at), by));
  }

  /** Verdict, fault and disposition, line by line. */
  public Answer<Rma> inspect(CaseRef ref, List<LineInspection> lines, Instant at, Actor by) {
    return verbs.run(() -> workshop.inspect(ref, lines, micros(at), by));
  }

  /**
   * Has refused lines looked at once more, by another person than before.
   *
   * @param reason what is said against the finding; needed
   */
  public Answer<Rma> contest(
      CaseRef ref, List<Integer> lines, Contest how, String reason, Instant at, Actor by) {
    return verbs.run(() -> contests.contest(ref, lines, how, reason, micros(at), by));
  }

  /** What the policy would say of these findings, by line; nothing is written. */
  public Answer<Map<Integer, Decision>> previewInspection(long rmaId, List<LineInspection> lines) {
    return verbs.run(
        () ->
            rmas.find(rmaId)
                .map(rma -> workshop.preview(rma, lines))
                .orElseGet(() -> Answer.refused(Refusal.of("no-such-case", ""))));
  }

  /** The settlement as {@link #settle} would post it. */
  public Answer<SettlementPlan> previewSettlement(long rmaId, ShippingCosts costs) {
    return rmas.find(rmaId)
        .map(rma -> Answer.done(till.plan(rma, costs)))
        .orElseGet(() -> Answer.refused(Refusal.of("no-such-case", "")));
  }

  /** Agrees who owes what, and posts it. */
  public Answer<Rma> settle(CaseRef ref, ShippingCosts costs, Instant at, Actor by) {
    return verbs.run(() -> till.settle(ref, costs, micros(at), by));
  }

  /** The customer's transfer stands on the bank's statement under this reference. */
  public Answer<Rma> paidIn(CaseRef ref, Money amount, String reference, Instant at, Actor by) {
    return verbs.run(() -> till.paidIn(ref, amount, reference, micros(at), by));
  }

  /** The shop's transfer to the customer was made under this reference. */
  public Answer<Rma> paidOut(CaseRef ref, Money amount, String reference, Instant at, Actor by) {
    return verbs.run(() -> till.paidOut(ref, amount, reference, micros(at), by));
  }

  /**
   * Books what the bank's statement brought, or a part of it, as this case's; the posting. More
   * than was owed is owed back (clause P6).
   */
  public Answer<Long> received(CaseRef ref, Money amount, Instant at, Actor by) {
    return verbs.run(() -> transfers.received(ref, amount, micros(at), by));
  }

  /** Books that the bank was told to transfer this to the customer; the posting (clause P6). */
  public Answer<Long> payoutSent(
      CaseRef ref, Money amount, String reference, Instant at, Actor by) {
    return verbs.run(() -> transfers.payoutSent(ref, amount, reference, micros(at), by));
  }

  /** Takes back the posting of a transfer that is not this case's; the posting that does it. */
  public Answer<Long> takeBackTransfer(
      CaseRef ref, long posting, String reason, Instant at, Actor by) {
    return verbs.run(() -> transfers.takeBack(ref, posting, reason, micros(at), by));
  }

  /**
   * Lets the replacement leave before the customer's goods come; a manager's word.
   *
   * @param reason needed
   * @param deposit what the customer pays before it leaves, at most the replacements' price; null
   *     where the word is enough
   */
  public Answer<Rma> allowAdvance(
      CaseRef ref, String reason, @Nullable Money deposit, Instant at, Actor by) {
    return verbs.run(() -> advances.allow(ref, reason, deposit, micros(at), by));
  }

  /** The replacement waits for the customer's goods again; a deposit is owed back. */
  public Answer<Rma> withdrawAdvance(CaseRef ref, String reason, Instant at, Actor by) {
    return verbs.run(() -> advances.withdraw(ref, reason, micros(at), by));
  }

  /**
   * No longer awaits goods whose replacement left first; a manager's word.
   *
   * @param reason needed
   */
  public Answer<Rma> giveUp(
      CaseRef ref, List<Integer> lines, Unreturned how, String reason, Instant at, Actor by) {
    return verbs.run(() -> advances.giveUp(ref, lines, how, reason, micros(at), by));
  }

  /** Sends replacements. */
  public Answer<Rma> dispatch(
      CaseRef ref, Parcel parcel, List<LineDispatch> lines, Instant at, Actor by) {
    return verbs.run(() -> shippingRoom.dispatch(ref, parcel, lines, micros(at), by));
  }

  /** Sends refused goods back. */
  public Answer<Rma> sendBack(
      CaseRef ref, Parcel parcel, List<Integer> lines, Instant at, Actor by) {
    return verbs.run(() -> shippingRoom.sendBack(ref, parcel, lines, micros(at), by));
  }

  /**
   * A parcel will not arrive.
   *
   * @param reason why it is taken to be lost; needed
   */
  public Answer<Rma> parcelLost(
      CaseRef ref, long shipment, LostRemedy remedy, String reason, Instant at, Actor by) {
    return verbs.run(() -> lostParcels.declare(ref, shipment, remedy, reason, micros(at), by));
  }

  /** The replacement works: done. Refused while money is open or goods are under way. */
  public Answer<Rma> close(CaseRef ref, Instant at, Actor by) {
    return verbs.run(() -> shippingRoom.close(ref, micros(at), by));
  }

  /** A replacement is dead too: once more, with priority. */
  public Answer<Rma> reopen(CaseRef ref, List<Integer> lines, Instant at, Actor by) {
    return verbs.run(() -> shippingRoom.reopen(ref, lines, micros(at), by));
  }

  /** The database keeps microseconds; what is hashed must be what is stored. */
  private static Instant micros(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS);
  }
}
