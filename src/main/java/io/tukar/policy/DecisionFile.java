package io.tukar.policy;

import io.tukar.calendar.Deadline;
import io.tukar.kernel.CanonicalJson;
import io.tukar.kernel.Words;
import java.util.Optional;

/** The JSON form of a {@link Decision}. */
final class DecisionFile {

  /** Grows when a reader of the older form could misread the newer. */
  static final int FORMAT = 1;

  private static final int CHARS_EXPECTED = 8192;

  private DecisionFile() {}

  static byte[] write(Decision decision) {
    var json = new CanonicalJson(CHARS_EXPECTED).object();
    deadline(json.key("deadline"), decision.deadline());
    json.key("difference").object();
    json.key("currency").value(decision.difference().currency().name());
    json.key("minor").value(decision.difference().minor()).endObject();
    json.key("findings").list();
    decision.findings().forEach(finding -> finding(json.item(), finding));
    json.endList().key("format").value(FORMAT);
    json.key("holidaySet").value(decision.holidaySet());
    json.key("missingPhotos").list();
    decision.missingPhotos().forEach(slot -> json.item().value(slot.name()));
    deadline(json.endList().key("otherReading"), decision.otherReading());
    json.key("outcome").value(decision.outcome().name());
    json.key("payerToCustomer").value(decision.payerToCustomer().name());
    json.key("payerToShop").value(decision.payerToShop().name());
    json.key("policyId").value(decision.policyId());
    json.key("policyVersion").value(decision.policyVersion());
    return json.endObject().toBytes();
  }

  private static void finding(CanonicalJson json, Finding finding) {
    json.object().key("applies").value(finding.applies());
    json.key("askedOf").value(finding.askedOf().name());
    json.key("clause").value(finding.clause());
    // A clause that merely informs explains itself; the policy version holds its text.
    if (!finding.explanation().equals(finding.text())) {
      words(json.key("explanation"), finding.explanation());
    }
    if (!finding.inputs().isEmpty()) {
      json.key("inputs").list();
      for (var input : finding.inputs()) {
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
    json.object().key("date").value(due.date().toString());
    json.key("days").value(due.days());
    json.key("endsAt").value(due.endsAt().toString());
    json.key("provisional").value(due.provisional());
    json.key("received").value(due.received().toString());
    json.key("skipped").list();
    for (var skip : due.skipped()) {
      json.item().object().key("date").value(skip.date().toString());
      words(json.key("reason"), skip.reason());
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
