package io.tukar.policy.clause;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Language;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Words;
import io.tukar.policy.decision.AskedOf;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Clause P10: the photos a reason needs. What is missing is asked for by name. */
public record EvidenceClause(ClauseHead head, Map<ReturnReason, List<PhotoSlot>> photos)
    implements Clause {

  private static final Words COMPLETE =
      new Words("Foto yang diperlukan lengkap.", "Every photo needed is there.");

  private static final Map<PhotoSlot, String> LACKS = lacks();

  private static Map<PhotoSlot, String> lacks() {
    var names = new EnumMap<PhotoSlot, String>(PhotoSlot.class);
    for (var slot : PhotoSlot.values()) {
      names.put(slot, "claim.photos." + slot.name());
    }
    return names;
  }

  /** The photos these facts need, in the order they are asked for. */
  public List<PhotoSlot> needed(ReturnFacts facts) {
    return photos.getOrDefault(facts.claim().reason(), List.of()).stream()
        .filter(slot -> isNeeded(slot, facts.sold().soldInBox()))
        .toList();
  }

  /** What came without a box needs no picture of box or seal. */
  private static boolean isNeeded(PhotoSlot slot, boolean soldInBox) {
    return soldInBox || (slot != PhotoSlot.BOX && slot != PhotoSlot.SEAL);
  }

  /** Those of them that are not there yet. */
  public List<PhotoSlot> missing(ReturnFacts facts) {
    var there = facts.claim().photos();
    var missing = new ArrayList<PhotoSlot>(0);
    for (var slot : photos.getOrDefault(facts.claim().reason(), List.of())) {
      if (!there.contains(slot) && isNeeded(slot, facts.sold().soldInBox())) {
        missing.add(slot);
      }
    }
    return missing;
  }

  @Override
  public Set<FactKey<?>> asks() {
    return Set.of(FactKeys.REASON, FactKeys.SOLD_IN_BOX);
  }

  @Override
  public Finding judge(ReturnFacts facts, WorkingCalendar calendar, Terms terms) {
    var missing = missing(facts);
    terms.lacks(missing);
    return missing.isEmpty()
        ? head.holds(() -> new Finding.Why(COMPLETE, inputs(facts)))
        : head.open(
            AskedOf.CUSTOMER,
            () ->
                new Finding.Why(
                    new Words(
                        "Foto yang masih kurang: " + named(missing, Language.ID) + ".",
                        "Photos still missing: " + named(missing, Language.EN) + "."),
                    inputs(facts)),
            missing.stream().map(LACKS::get).toList());
  }

  private static List<Finding.Input> inputs(ReturnFacts facts) {
    return facts.claim().photos().stream()
        .map(slot -> new Finding.Input("claim.photos", slot.name(), Source.PHOTO))
        .toList();
  }

  private static String named(List<PhotoSlot> slots, Language language) {
    return slots.stream().map(slot -> words(slot).in(language)).collect(Collectors.joining(", "));
  }

  private static Words words(PhotoSlot slot) {
    return switch (slot) {
      case LABEL -> new Words("label dengan nomor seri", "the label with the serial number");
      case UNIT -> new Words("unit dari semua sisi", "the unit from all sides");
      case FAULT -> new Words("kerusakannya", "the fault");
      case BOX -> new Words("dus", "the box");
      case SEAL -> new Words("segel", "the seal");
      case CONTENTS -> new Words("seluruh isi dus", "everything that was in the box");
      case PACKAGING -> new Words("kemasan paket", "the parcel's packaging");
    };
  }
}
