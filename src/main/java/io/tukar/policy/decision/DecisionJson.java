package io.tukar.policy.decision;

import io.tukar.calendar.Deadline;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.CanonicalJson;
import io.tukar.kernel.Money;
import io.tukar.kernel.Words;
import java.util.List;
import java.util.Optional;

/** Writes a {@link Decision} as JSON, in one form only. */
final class DecisionJson {

  private static final int CHARS_EXPECTED = 8192;

  private DecisionJson() {}

  static byte[] write(Decision decision) {
    var json = new CanonicalJson(CHARS_EXPECTED).object();
    deadline(json.key("deadline"), decision.deadline());
    money(json.key("difference"), decision.difference());
    if (!decision.fee().isZero()) {
      money(json.key("fee"), decision.fee());
    }
    json.key("findings").list();
    decision.findings().forEach(finding -> finding(json.item(), finding));
    json.endList().key("format").value(Decision.FORMAT);
    json.key("holidaySet").value(decision.holidaySet());
    json.key("missingPhotos").list();
    decision.missingPhotos().forEach(slot -> json.item().value(slot.name()));
    json.endList();
    openings(json, decision.openings());
    deadline(json.key("otherReading"), decision.otherReading());
    json.key("outcome").value(decision.outcome().name());
    json.key("payerToCustomer").value(decision.payerToCustomer().name());
    json.key("payerToShop").value(decision.payerToShop().name());
    json.key("policyId").value(decision.policyId());
    json.key("policyVersion").value(decision.policyVersion());
    return json.endObject().toBytes();
  }

  private static void money(CanonicalJson json, Money money) {
    json.object().key("currency").value(money.currency().name());
    json.key("minor").value(money.minor()).endObject();
  }

  private static void openings(CanonicalJson json, List<Opening> openings) {
    if (openings.isEmpty()) {
      return;
    }
    json.key("openings").list();
    for (var opening : openings) {
      json.item().object().key("answers").list();
      for (var answer : opening.answers()) {
        json.item().object().key("outcome").value(answer.outcome().name());
        json.key("value").value(answer.value());
        words(json.key("words"), answer.words());
        json.endObject();
      }
      json.endList().key("askedOf").value(opening.askedOf().name());
      json.key("clauses").list();
      opening.clauses().forEach(clause -> json.item().value(clause));
      json.endList().key("fact").value(opening.fact());
      words(json.key("words"), opening.words());
      json.endObject();
    }
    json.endList();
  }

  private static void finding(CanonicalJson json, Finding finding) {
    json.object();
    if (!finding.applies()) {
      json.key("applies").value(false);
    }
    if (finding.askedOf() != AskedOf.NOBODY) {
      json.key("askedOf").value(finding.askedOf().name());
    }
    json.key("clause").value(finding.clause());
    var why = finding.why().get();
    // What merely informs explains itself; the policy version holds its text.
    if (finding.applies() && !why.explanation().equals(finding.text())) {
      words(json.key("explanation"), why.explanation());
    }
    if (!why.inputs().isEmpty()) {
      json.key("inputs").list();
      for (var input : why.inputs()) {
        json.item().object().key("name").value(input.name());
        json.key("source").value(input.source().name());
        json.key("value").value(input.value()).endObject();
      }
      json.endList();
    }
    json.key("kind").value(finding.kind().word());
    if (!finding.missing().isEmpty()) {
      json.key("missing").list();
      finding.missing().forEach(name -> json.item().value(name));
      json.endList();
    }
    json.key("severity").value(finding.severity().name());
    json.key("truth").value(finding.truth().name()).endObject();
  }

  private static void deadline(CanonicalJson json, Optional<Deadline> deadline) {
    if (deadline.isEmpty()) {
      json.nothing();
      return;
    }
    var due = deadline.get();
    json.object();
    due.cutOff().ifPresent(time -> json.key("cutOff").value(time.toString()));
    json.key("date").value(due.date().toString());
    json.key("days").value(due.days());
    json.key("endsAt").value(due.endsAt().toString());
    json.key("provisional").value(due.provisional());
    json.key("received").value(due.received().toString());
    json.key("skipped").list();
    for (var skip : due.skipped()) {
      json.item().object().key("date").value(skip.date().toString());
      if (!skip.reason().equals(WorkingCalendar.WEEKEND)) {
        words(json.key("reason"), skip.reason());
      }
      json.key("weekend").value(skip.weekend()).endObject();
    }
    json.endList().key("undecreedYears").list();
    due.undecreedYears().forEach(year -> json.item().value(year));
    json.endList().key("unit").value(due.unit().word());
    json.key("zone").value(due.zone().getId()).endObject();
  }

  private static void words(CanonicalJson json, Words words) {
    json.object().key("en").value(words.en()).key("id").value(words.id()).endObject();
  }
}
