import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Fault;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Track;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/**
 * The shipped policy as a programmer would write it down once: no clauses, no proof, no versions.
 * Its calendar is a table of days made before.
 */
final class StraightLine {

  /** What it comes to; {@code deadline} is null where there is none. */
  record Result(
      String outcome, LocalDate deadline, String payer, long difference, Set<PhotoSlot> missing) {}

  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final int DAYS = 365 * 4;
  private static final int WINDOW = 7;
  private static final int BUFFER = 7;
  private static final Set<PhotoSlot> DEAD =
      EnumSet.of(PhotoSlot.LABEL, PhotoSlot.UNIT, PhotoSlot.FAULT, PhotoSlot.BOX);
  private static final Set<PhotoSlot> DAMAGED =
      EnumSet.of(PhotoSlot.LABEL, PhotoSlot.FAULT, PhotoSlot.BOX, PhotoSlot.PACKAGING);
  private static final Set<PhotoSlot> WRONG =
      EnumSet.of(PhotoSlot.LABEL, PhotoSlot.UNIT, PhotoSlot.BOX);
  private static final Set<PhotoSlot> INCOMPLETE =
      EnumSet.of(PhotoSlot.LABEL, PhotoSlot.CONTENTS, PhotoSlot.BOX);
  private static final Set<PhotoSlot> CHOICE =
      EnumSet.of(PhotoSlot.SEAL, PhotoSlot.LABEL, PhotoSlot.UNIT, PhotoSlot.BOX);

  private final boolean[] works = new boolean[DAYS];
  private final boolean[] decreed = new boolean[DAYS];

  StraightLine(WorkingCalendar calendar) {
    for (int i = 0; i < DAYS; i++) {
      works[i] = calendar.isWorkingDay(FIRST.plusDays(i));
      decreed[i] = calendar.decree(FIRST.plusDays(i).getYear()).isPresent();
    }
  }

  Result decide(ReturnFacts facts) {
    var claim = facts.claim();
    var sold = facts.sold();
    var seen = facts.condition();
    boolean choice = claim.reason().track() == Track.CUSTOMER_CHOICE;
    boolean block = false;
    boolean shop = false;

    var contact = claim.firstContactAt().atZone(WIB).toLocalDate();
    var start = start(facts, contact);
    LocalDate deadline = null;
    if (start == null) {
      shop = true;
    } else {
      int day = (int) (start.toEpochDay() - FIRST.toEpochDay());
      boolean provisional = false;
      for (int counted = 0; counted < WINDOW; ) {
        day++;
        provisional |= !decreed[day];
        if (works[day]) {
          counted++;
        }
      }
      deadline = FIRST.plusDays(day);
      if (contact.isAfter(deadline)) {
        block = !provisional;
        shop = provisional;
      }
    }

    boolean special = sold.category().equals("license") || sold.category().equals("service");
    if (choice) {
      boolean boxed = sold.soldInBox();
      if ((boxed && no(seen.sealIntact()))
          || no(seen.clean())
          || no(seen.complete())
          || no(seen.serialMatches())) {
        block = true;
      }
      shop |= (boxed && open(seen.sealIntact())) || open(seen.clean()) || open(seen.complete());
      block |= special;
    } else {
      shop |= claim.reason() != ReturnReason.INCOMPLETE && no(seen.complete());
      shop |= claim.reason() != ReturnReason.WRONG_ITEM && no(seen.serialMatches());
      shop |= no(seen.faultFound());
      shop |= special;
    }
    Fault fault = seen.fault() instanceof Fact.Known<Fault>(var found, var _) ? found : null;
    shop |= fault == Fault.CUSTOMER;
    shop |= yes(claim.sentFirst());

    var missing = EnumSet.copyOf(needed(claim.reason()));
    if (!sold.soldInBox()) {
      missing.remove(PhotoSlot.BOX);
      missing.remove(PhotoSlot.SEAL);
    }
    missing.removeAll(claim.photos());

    String payer;
    if (fault == null) {
      payer = choice ? "CUSTOMER" : no(seen.faultFound()) ? "UNDECIDED" : "SHOP";
    } else if (choice) {
      payer = fault == Fault.SHOP ? "SHOP" : "CUSTOMER";
    } else {
      payer = fault == Fault.CUSTOMER ? "CUSTOMER" : "SHOP";
    }
    long difference =
        facts.sameModel()
            ? 0
            : (facts.wanted().listPrice().minor() - sold.paidPerUnit().minor()) * claim.quantity();
    String outcome =
        block ? "DECLINED" : !missing.isEmpty() ? "NEEDS_EVIDENCE" : shop ? "REVIEW" : "AUTHORIZED";
    return new Result(outcome, deadline, payer, difference, missing);
  }

  /** Whether the deadline lies beyond the years that are decreed. */
  boolean isProvisional(ReturnFacts facts) {
    var deadline = decide(facts).deadline();
    return deadline != null && !decreed[(int) (deadline.toEpochDay() - FIRST.toEpochDay())];
  }

  /** The day the count starts from; null where none is known or it makes no sense. */
  private static LocalDate start(ReturnFacts facts, LocalDate contact) {
    var sold = facts.sold();
    if (sold.receivedOn() instanceof Fact.Known<LocalDate>(var on, var source)) {
      boolean ahead = source == Source.CLAIM && on.isAfter(contact);
      return on.isBefore(sold.orderedOn()) || ahead ? null : on;
    }
    return sold.dispatchedOn().isPresent() ? sold.dispatchedOn().get().plusDays(BUFFER) : null;
  }

  private static Set<PhotoSlot> needed(ReturnReason reason) {
    return switch (reason) {
      case DEAD_ON_ARRIVAL, MALFUNCTION -> DEAD;
      case DAMAGED_ON_ARRIVAL -> DAMAGED;
      case WRONG_ITEM -> WRONG;
      case INCOMPLETE -> INCOMPLETE;
      case CHANGED_MIND, ORDERED_WRONG_MODEL -> CHOICE;
    };
  }

  private static boolean yes(Fact<Boolean> fact) {
    return fact instanceof Fact.Known<Boolean>(var value, var _) && value;
  }

  private static boolean no(Fact<Boolean> fact) {
    return fact instanceof Fact.Known<Boolean>(var value, var _) && !value;
  }

  private static boolean open(Fact<Boolean> fact) {
    return fact instanceof Fact.Unknown<Boolean>;
  }
}
