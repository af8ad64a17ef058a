package io.tukar.policy.lint;

import io.tukar.calendar.DayUnit;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Track;
import io.tukar.kernel.Words;
import io.tukar.policy.Policy;
import io.tukar.policy.clause.FactKeys;
import io.tukar.policy.decision.Severity;
import io.tukar.policy.decision.Truth;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import io.tukar.policy.tree.Problems;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a policy of this jurisdiction should not fall below. These are checks of a policy, each with
 * the source it was taken from; none of them is advice about law.
 */
final class Floors {

  /** PP 80/2019 art. 69: at least so many working days after receipt for goods that are wrong. */
  static final int SHOP_FAULT_WORKING_DAYS = 2;

  private static final Words SHOP_FAULT_SOURCE =
      new Words(
          "pemeriksaan kebijakan menurut PP 80/2019 pasal 69: ",
          "policy check after PP 80/2019 art. 69: ");
  private static final Words REFUND_SOURCE =
      new Words(
          "pemeriksaan kebijakan menurut UU 8/1999 pasal 18: ",
          "policy check after UU 8/1999 art. 18: ");

  /** Texts by which money never goes back at all. */
  private static final List<Pattern> NO_REFUND =
      List.of(
          Pattern.compile(
              "(uang|dana|pembayaran)[^.;]*\\b(tidak|tak)\\b[^.;]*\\b(kembali|dikembalikan|refund)",
              Pattern.CASE_INSENSITIVE),
          Pattern.compile(
              "\\b(tidak ada|tanpa)\\b[^.;]*\\b(pengembalian (uang|dana)|refund)",
              Pattern.CASE_INSENSITIVE),
          Pattern.compile("\\bno refunds?\\b|\\bnon-?refundable\\b", Pattern.CASE_INSENSITIVE),
          Pattern.compile(
              "\\b(money|payments?)\\b[^.;]*\\b(not|never)\\b[^.;]*\\b(back|returned|refunded)",
              Pattern.CASE_INSENSITIVE));

  /** What such a text must leave standing. */
  private static final Pattern RIGHTS_REMAIN =
      Pattern.compile(
          "undang-undang|\\bhukum\\b|\\bhak anda\\b|\\blaw\\b|\\brights?\\b",
          Pattern.CASE_INSENSITIVE);

  private final Policy policy;
  private final FactSpace space;
  private final WorkingCalendar days;
  private final Problems problems;

  Floors(Policy policy, FactSpace space, WorkingCalendar days, Problems problems) {
    this.policy = policy;
    this.space = space;
    this.days = days;
    this.problems = problems;
  }

  void check(List<PolicyLint.Placed> clauses) {
    switch (policy.jurisdiction()) {
      case ID -> {
        for (var placed : clauses) {
          shopFault(placed);
          refund(placed);
        }
      }
      case OTHER -> {
        // No floor is known.
      }
    }
  }

  private void shopFault(PolicyLint.Placed placed) {
    var clause = placed.clause();
    if (clause.head().severity() != Severity.BLOCK) {
      return;
    }
    var keys = placed.keys();
    var last =
        days.due(
                Boundaries.PLAIN.sold().receivedOn().asOptional().orElseThrow(),
                SHOP_FAULT_WORKING_DAYS,
                DayUnit.WORKING)
            .endsAt();
    Predicate<ReturnFacts> refused =
        facts -> shopsFault(facts) && clause.check(facts, days).truth() == Truth.FAILS;
    space
        .over(keys)
        .map(facts -> FactKeys.FIRST_CONTACT.set(facts, Fact.known(last, Source.SHOP)))
        .filter(refused)
        .findFirst()
        .ifPresent(
            example -> {
              var small = space.smallest(example, keys, refused);
              var told = space.told(small, keys, placed.clause().head().when().asked().values());
              problems.error(
                  placed.item().place(),
                  new Words(
                      SHOP_FAULT_SOURCE.id()
                          + placed.id()
                          + " menolak barang yang salah, rusak atau tidak berfungsi dalam "
                          + SHOP_FAULT_WORKING_DAYS
                          + " hari kerja sejak diterima. Misalnya "
                          + told.id(),
                      SHOP_FAULT_SOURCE.en()
                          + placed.id()
                          + " refuses goods that are wrong, damaged or do not work within "
                          + SHOP_FAULT_WORKING_DAYS
                          + " working days of receipt. For example "
                          + told.en()));
            });
  }

  /** The claim is the shop's fault and nothing that was seen speaks against it. */
  private static boolean shopsFault(ReturnFacts facts) {
    var condition = facts.condition();
    return facts.claim().reason().track() == Track.SHOP_FAULT
        && condition.fault().asOptional().filter(fault -> fault != Fault.SHOP).isEmpty()
        && condition.faultFound().asOptional().filter(found -> !found).isEmpty()
        && condition.serialMatches().asOptional().filter(matches -> !matches).isEmpty()
        && condition.complete().asOptional().filter(complete -> !complete).isEmpty();
  }

  private void refund(PolicyLint.Placed placed) {
    var text = placed.clause().head().text();
    for (var said : List.of(text.id(), text.en())) {
      if (NO_REFUND.stream().anyMatch(pattern -> pattern.matcher(said).find())
          && !RIGHTS_REMAIN.matcher(said).find()) {
        problems.error(
            placed.item().at("text"),
            new Words(
                REFUND_SOURCE.id()
                    + placed.id()
                    + " mengatakan tanpa kecuali bahwa uang tidak kembali; katakan bahwa hak menurut"
                    + " undang-undang tetap berlaku",
                REFUND_SOURCE.en()
                    + placed.id()
                    + " says without exception that money does not go back; say that rights by law"
                    + " remain"));
        return;
      }
    }
  }
}
