package io.tukar.inspection;

import io.tukar.kernel.Fault;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Track;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the checks add up to: put before the inspector, who decides. Whether the line is exchanged
 * is the policy's to say, not this.
 *
 * @param disposition where the unit goes if the line is exchanged
 */
public record Proposal(Verdict verdict, Fault fault, Disposition disposition) {

  /**
   * Adds up what was found of a line's units. The gravest finding speaks for the line: something
   * else than was sold, then a tampered label, then what the reason asks for.
   *
   * @param looks one at least
   */
  public static Proposal of(ReturnReason reason, List<UnitLook> looks) {
    if (looks.stream().anyMatch(look -> look.identity().suspect() || no(look, Check.MAC))) {
      return new Proposal(Verdict.WRONG_ITEM, Fault.CUSTOMER, Disposition.SEND_BACK);
    }
    if (any(looks, Check.LABEL)) {
      return new Proposal(Verdict.CUSTOMER_DAMAGE, Fault.CUSTOMER, Disposition.SEND_BACK);
    }
    return reason.track() == Track.CUSTOMER_CHOICE ? ofChoice(looks) : ofFault(reason, looks);
  }

  /**
   * The looks whose units would get another verdict than most of the line's, each taken by itself;
   * of two equal halves, those that were looked at later. Empty where all are alike.
   */
  public static Set<Long> unlike(ReturnReason reason, List<UnitLook> looks) {
    var alike = new LinkedHashMap<Proposal, Set<Long>>();
    for (var look : looks) {
      alike.computeIfAbsent(of(reason, List.of(look)), one -> new HashSet<>()).add(look.id());
    }
    var most = alike.values().stream().mapToInt(Set::size).max().orElse(0);
    var main = alike.values().stream().filter(ids -> ids.size() == most).findFirst();
    return looks.stream()
        .map(UnitLook::id)
        .filter(id -> main.filter(ids -> !ids.contains(id)).isPresent())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Proposal ofChoice(List<UnitLook> looks) {
    if (any(looks, Check.SEAL) || any(looks, Check.CLEAN)) {
      return new Proposal(Verdict.CUSTOMER_DAMAGE, Fault.CUSTOMER, Disposition.SEND_BACK);
    }
    if (any(looks, Check.COMPLETE)) {
      return new Proposal(Verdict.INCOMPLETE, Fault.CUSTOMER, Disposition.SEND_BACK);
    }
    return new Proposal(Verdict.AS_CLAIMED, Fault.CUSTOMER, Disposition.RESTOCK);
  }

  private static Proposal ofFault(ReturnReason reason, List<UnitLook> looks) {
    if (reason == ReturnReason.INCOMPLETE) {
      return any(looks, Check.COMPLETE)
          ? new Proposal(Verdict.INCOMPLETE, Fault.SHOP, Disposition.OPEN_BOX)
          : new Proposal(Verdict.NO_FAULT_FOUND, Fault.UNDETERMINED, Disposition.OPEN_BOX);
    }
    if (any(looks, Check.FAULT)) {
      return new Proposal(Verdict.NO_FAULT_FOUND, Fault.UNDETERMINED, Disposition.OPEN_BOX);
    }
    if (any(looks, Check.COMPLETE)) {
      return new Proposal(Verdict.INCOMPLETE, Fault.CUSTOMER, Disposition.SEND_BACK);
    }
    return switch (reason) {
      case WRONG_ITEM -> new Proposal(Verdict.WRONG_ITEM, Fault.SHOP, Disposition.RESTOCK);
      case DAMAGED_ON_ARRIVAL ->
          new Proposal(Verdict.TRANSIT_DAMAGE, Fault.COURIER, Disposition.SCRAP);
      case DEAD_ON_ARRIVAL, MALFUNCTION, INCOMPLETE, CHANGED_MIND, ORDERED_WRONG_MODEL ->
          new Proposal(Verdict.AS_CLAIMED, Fault.SHOP, Disposition.VENDOR_RMA);
    };
  }

  private static boolean any(List<UnitLook> looks, Check check) {
    return looks.stream().anyMatch(look -> no(look, check));
  }

  private static boolean no(UnitLook look, Check check) {
    return Boolean.FALSE.equals(look.said(check));
  }
}
