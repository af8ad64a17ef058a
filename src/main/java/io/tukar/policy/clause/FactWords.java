package io.tukar.policy.clause;

import io.tukar.calendar.DateWords;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Language;
import io.tukar.kernel.Money;
import io.tukar.kernel.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The value of a fact, for machines and for people. */
public final class FactWords {

  private FactWords() {}

  /** As it stands in the facts' JSON. */
  public static String plain(Object value) {
    return switch (value) {
      case Money money -> Long.toString(money.minor());
      case Optional<?> optional -> optional.map(FactWords::plain).orElse("");
      case List<?> list -> list.stream().map(FactWords::plain).collect(Collectors.joining(", "));
      default -> value.toString();
    };
  }

  /** As people read it. */
  public static Words of(Object value) {
    return switch (value) {
      case Boolean yes -> yes ? new Words("ya", "yes") : new Words("tidak", "no");
      case LocalDate day -> DateWords.of(day);
      case Instant at -> moment(at);
      case Money money -> same(Amount.inWords(money));
      case Fault fault -> FaultWords.of(fault);
      case Optional<?> optional ->
          optional.map(FactWords::of).orElseGet(() -> new Words("tidak ada", "none"));
      case List<?> list -> new Words(list.size() + " kali", list.size() + " times");
      case Enum<?> word -> same(Vocabulary.word(word));
      default -> same(value.toString().isBlank() ? "-" : value.toString());
    };
  }

  private static Words moment(Instant at) {
    var local = at.atZone(WorkingCalendar.SHOP_ZONE);
    var time = local.toLocalTime().toString();
    return new Words(
        DateWords.in(Language.ID, local.toLocalDate()) + " pukul " + time.replace(':', '.'),
        DateWords.in(Language.EN, local.toLocalDate()) + " at " + time);
  }

  private static Words same(String text) {
    return new Words(text, text);
  }
}
