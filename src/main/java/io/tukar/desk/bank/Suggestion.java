package io.tukar.desk.bank;

import io.tukar.kernel.Money;
import io.tukar.settlement.matching.Match;
import io.tukar.settlement.matching.Reason;
import io.tukar.web.Frame;
import java.util.List;
import java.util.stream.Collectors;

/** What a receipt may be for, in words. */
public record Suggestion(Match match, List<Of> parts) {

  /** A case with its share. */
  public record Of(String number, String customer, Money amount) {}

  public Suggestion {
    parts = List.copyOf(parts);
  }

  static Suggestion of(Match match) {
    return new Suggestion(
        match,
        match.parts().stream()
            .map(
                part -> {
                  var number = part.open().number();
                  return new Of(
                      number == null ? "#" + part.open().caseId() : number.value(),
                      part.open().customerName(),
                      part.amount());
                })
            .toList());
  }

  /** Tells this suggestion from the receipt's others, in a form. */
  public String key() {
    return match.parts().stream()
        .map(part -> part.open().caseId() + ":" + part.amount().minor())
        .collect(Collectors.joining(","));
  }

  /** The cases, for a button's words. */
  public String numbers() {
    return parts.stream().map(Of::number).collect(Collectors.joining(", "));
  }

  public List<String> reasons(Frame frame) {
    return match.reasons().stream()
        .sorted()
        .map((Reason reason) -> frame.text("money.reason." + reason))
        .toList();
  }
}
