package io.tukar.inspection;

import static io.tukar.kernel.ReturnReason.CHANGED_MIND;
import static io.tukar.kernel.ReturnReason.DAMAGED_ON_ARRIVAL;
import static io.tukar.kernel.ReturnReason.DEAD_ON_ARRIVAL;
import static io.tukar.kernel.ReturnReason.INCOMPLETE;
import static io.tukar.kernel.ReturnReason.WRONG_ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.kernel.Fault;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.Sku;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a reason asks to be looked at, whose unit it is, and what it all adds up to. */
class ProposalTest {

  private static final SerialNumber SERIAL = new SerialNumber("SN-1");

  @Test
  void aSealIsComparedOnlyWhereABoxShouldBeUnopened() {
    for (var reason : ReturnReason.values()) {
      var unopened =
          switch (reason) {
            case CHANGED_MIND, ORDERED_WRONG_MODEL, WRONG_ITEM -> true;
            case DEAD_ON_ARRIVAL, MALFUNCTION, DAMAGED_ON_ARRIVAL, INCOMPLETE -> false;
          };
      assertThat(Check.guidedBy(reason, false).contains(Check.SEAL))
          .as("%s", reason)
          .isEqualTo(unopened);
    }
  }

  @Test
  void aFaultIsLookedForOnlyWhereOneIsReported() {
    assertThat(Check.guidedBy(DEAD_ON_ARRIVAL, true))
        .containsExactly(Check.MAC, Check.LABEL, Check.COMPLETE, Check.CLEAN, Check.FAULT);
    assertThat(Check.guidedBy(CHANGED_MIND, false))
        .containsExactly(Check.LABEL, Check.SEAL, Check.COMPLETE, Check.CLEAN);
    assertThat(Check.guidedBy(INCOMPLETE, false)).doesNotContain(Check.FAULT);
  }

  @Test
  void aSerialIsReadAgainstTheBooks() {
    var sold = List.of(SERIAL);
    var other = new SerialNumber("SN-2");
    assertThat(Identity.of(SERIAL, sold, false, true)).isEqualTo(Identity.AS_SOLD);
    assertThat(Identity.of(other, sold, true, true)).isEqualTo(Identity.SOLD_TO_ANOTHER);
    assertThat(Identity.of(other, List.of(), true, false)).isEqualTo(Identity.SOLD_TO_ANOTHER);
    assertThat(Identity.of(other, sold, false, true)).isEqualTo(Identity.NEVER_SOLD);
    assertThat(Identity.of(other, sold, false, false)).isEqualTo(Identity.NEVER_OURS);
    assertThat(Identity.of(other, List.of(), false, false)).isEqualTo(Identity.UNPROVEN);
    assertThat(Identity.UNPROVEN.suspect()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "DEAD_ON_ARRIVAL, AS_CLAIMED, SHOP, VENDOR_RMA",
    "MALFUNCTION, AS_CLAIMED, SHOP, VENDOR_RMA",
    "DAMAGED_ON_ARRIVAL, TRANSIT_DAMAGE, COURIER, SCRAP",
    "WRONG_ITEM, WRONG_ITEM, SHOP, RESTOCK",
    "INCOMPLETE, NO_FAULT_FOUND, UNDETERMINED, OPEN_BOX",
    "CHANGED_MIND, AS_CLAIMED, CUSTOMER, RESTOCK",
    "ORDERED_WRONG_MODEL, AS_CLAIMED, CUSTOMER, RESTOCK"
  })
  void aUnitWithEveryCheckTrueIsWhatItsReasonSays(
      ReturnReason reason, Verdict verdict, Fault fault, Disposition disposition) {
    assertThat(Proposal.of(reason, List.of(look(Identity.AS_SOLD, Map.of()))))
        .isEqualTo(new Proposal(verdict, fault, disposition));
  }

  @ParameterizedTest
  @EnumSource(ReturnReason.class)
  void somethingElseThanWasSoldSpeaksLoudestWhateverTheReason(ReturnReason reason) {
    var swapped =
        List.of(
            look(Identity.AS_SOLD, Map.of()),
            look(Identity.NEVER_OURS, Map.of(Check.LABEL, false)));
    var sentBack = new Proposal(Verdict.WRONG_ITEM, Fault.CUSTOMER, Disposition.SEND_BACK);
    assertThat(Proposal.of(reason, swapped)).isEqualTo(sentBack);
    var otherMac = List.of(look(Identity.AS_SOLD, Map.of(Check.MAC, false)));
    assertThat(Proposal.of(reason, otherMac)).isEqualTo(sentBack);
    var tampered = List.of(look(Identity.AS_SOLD, Map.of(Check.LABEL, false)));
    assertThat(Proposal.of(reason, tampered).verdict()).isEqualTo(Verdict.CUSTOMER_DAMAGE);
  }

  @Test
  void whatIsNotThereIsNoFaultFoundAndWhatWasNotLookedAtIsNotHeldAgainstAnybody() {
    for (var reason : List.of(DEAD_ON_ARRIVAL, DAMAGED_ON_ARRIVAL, WRONG_ITEM)) {
      var nothing = List.of(look(Identity.AS_SOLD, Map.of(Check.FAULT, false)));
      assertThat(Proposal.of(reason, nothing))
          .isEqualTo(
              new Proposal(Verdict.NO_FAULT_FOUND, Fault.UNDETERMINED, Disposition.OPEN_BOX));
    }
    assertThat(
            Proposal.of(INCOMPLETE, List.of(look(Identity.AS_SOLD, Map.of(Check.COMPLETE, false)))))
        .isEqualTo(new Proposal(Verdict.INCOMPLETE, Fault.SHOP, Disposition.OPEN_BOX));
    assertThat(
            Proposal.of(CHANGED_MIND, List.of(look(Identity.AS_SOLD, Map.of(Check.SEAL, false))))
                .fault())
        .isEqualTo(Fault.CUSTOMER);
    assertThat(
            Proposal.of(WRONG_ITEM, List.of(look(Identity.AS_SOLD, Map.of(Check.COMPLETE, false)))))
        .isEqualTo(new Proposal(Verdict.INCOMPLETE, Fault.CUSTOMER, Disposition.SEND_BACK));
  }

  @Test
  void aLineIsSeenAsItsWorstUnitAndNotAtAllWhereAUnitWasNotLookedAt() {
    var clean = look(Identity.AS_SOLD, Map.of());
    var dirty = look(Identity.AS_SOLD, Map.of(Check.CLEAN, false));
    assertThat(Seen.of(List.of(clean, dirty)).clean()).isFalse();
    assertThat(Seen.of(List.of(clean)).clean()).isTrue();
    assertThat(Seen.of(List.of(clean, unseen())).clean()).isNull();
    assertThat(Seen.of(List.of(dirty, unseen())).clean()).isFalse();
    assertThat(Seen.of(List.of(clean)).serials()).containsExactly(SERIAL);
  }

  private static UnitLook look(Identity identity, Map<Check, Boolean> otherwise) {
    var found = new EnumMap<Check, UnitLook.Found>(Check.class);
    for (var check : Check.values()) {
      found.put(check, new UnitLook.Found(otherwise.getOrDefault(check, true), null));
    }
    return look(identity, SERIAL, found);
  }

  private static UnitLook unseen() {
    return look(Identity.AS_SOLD, new SerialNumber("SN-9"), Map.of());
  }

  private static UnitLook look(
      Identity identity, SerialNumber serial, Map<Check, UnitLook.Found> found) {
    return new UnitLook(
        1, 1, 1, new Sku("T46U"), 1, serial, 1L, identity, found, Instant.EPOCH, "staff:1", null);
  }
}
