package io.tukar.policy.clause;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Track;
import io.tukar.kernel.Words;
import io.tukar.policy.decision.AskedOf;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.decision.Payer;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import java.util.List;
import java.util.Set;

/**
 * Clause P7: the customer pays the shipping of an exchange, except where the mistake is the shop's.
 * The claim counts until it is refuted; an inspection revises it.
 *
 * @param shopPays the faults for which the shop pays, once a fault is found
 */
public record FreightClause(ClauseHead head, Set<Fault> shopPays) implements Clause {

  /** Who pays both legs. */
  public Payer payer(ReturnFacts facts) {
    var choice = facts.claim().reason().track() == Track.CUSTOMER_CHOICE;
    return switch (facts.condition().fault()) {
      case Fact.Known<Fault>(var fault, var _) -> {
        // A change of mind has no fault to look for: only the shop's own mistake shifts the cost.
        var shops = choice ? fault == Fault.SHOP : shopPays.contains(fault);
        yield shops ? Payer.SHOP : Payer.CUSTOMER;
      }
      case Fact.Unknown<Fault>() -> {
        if (choice) {
          yield Payer.CUSTOMER;
        }
        var refuted = facts.condition().faultFound().asOptional().filter(found -> !found);
        yield refuted.isPresent() ? Payer.UNDECIDED : Payer.SHOP;
      }
    };
  }

  @Override
  public Set<FactKey<?>> asks() {
    return Set.of(FactKeys.REASON, FactKeys.FAULT, FactKeys.FAULT_FOUND);
  }

  @Override
  public Finding judge(ReturnFacts facts, WorkingCalendar calendar, Terms terms) {
    var payer = payer(facts);
    terms.paidBy(payer);
    return switch (facts.condition().fault()) {
      case Fact.Known<Fault>(var fault, var source) ->
          head.holds(
              () ->
                  new Finding.Why(
                      byFault(fault, payer),
                      List.of(
                          reason(facts),
                          new Finding.Input("condition.fault", fault.name(), source))));
      case Fact.Unknown<Fault>() ->
          switch (payer) {
            case SHOP, CUSTOMER ->
                head.holds(() -> new Finding.Why(byReason(payer), List.of(reason(facts))));
            case UNDECIDED ->
                head.open(
                    AskedOf.NOBODY,
                    () -> new Finding.Why(pays(payer), List.of(reason(facts))),
                    List.of("condition.fault"));
          };
    };
  }

  private static Finding.Input reason(ReturnFacts facts) {
    return new Finding.Input("claim.reason", facts.claim().reason().name(), Source.CLAIM);
  }

  private static Words byFault(Fault fault, Payer payer) {
    var cause = FaultWords.of(fault);
    var pays = pays(payer);
    return new Words(
        "Penyebab: " + cause.id() + ". " + pays.id(),
        "The cause: " + cause.en() + ". " + pays.en());
  }

  private static Words byReason(Payer payer) {
    var pays = pays(payer);
    return payer == Payer.SHOP
        ? new Words(
            "Alasannya ada di pihak toko. " + pays.id(),
            "The reason lies with the shop. " + pays.en())
        : new Words(
            "Alasannya pilihan pelanggan. " + pays.id(),
            "The reason is the customer's choice. " + pays.en());
  }

  private static Words pays(Payer payer) {
    return switch (payer) {
      case SHOP ->
          new Words(
              "Ongkir ke toko dan dari toko ditanggung toko.",
              "The shop pays the shipping both ways.");
      case CUSTOMER ->
          new Words(
              "Ongkir ke toko dan dari toko ditanggung pelanggan.",
              "The customer pays the shipping both ways.");
      case UNDECIDED ->
          new Words(
              "Penanggung ongkir ditentukan setelah uji ulang.",
              "Who pays the shipping is settled after the retest.");
    };
  }
}
