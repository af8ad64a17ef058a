package io.tukar.desk.studio;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Money;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Sku;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The try-it panel: what was typed, read as facts. */
final class TryForm {

  private static final Sku OLD = new Sku("CONTOH-1");
  private static final Sku NEW = new Sku("CONTOH-2");
  private static final Money PAID = Money.rupiah(1_500_000);
  private static final Money PRICE = Money.rupiah(1_650_000);
  private static final int CATEGORY_CHARS_MAX = 60;

  private final Map<String, String> fields;
  private final List<Refusal> refusals = new ArrayList<>();

  private TryForm(Map<String, String> fields) {
    this.fields = fields;
  }

  /**
   * The facts of what was typed.
   *
   * @param facts empty where something cannot be read
   */
  record Read(Optional<ReturnFacts> facts, List<Refusal> refusals) {}

  static Read read(Map<String, String> fields) {
    var form = new TryForm(fields);
    var reason =
        form.choice("t.reason", ReturnReason.values()).orElse(ReturnReason.DEAD_ON_ARRIVAL);
    var ordered = form.day("t.ordered");
    var received = form.optionalDay("t.received");
    var contact = form.moment("t.contact");
    if (!form.refusals.isEmpty()) {
      return new Read(Optional.empty(), form.refusals);
    }
    var facts =
        new ReturnFacts(
            new ReturnFacts.Claim(contact, reason, Optional.empty(), 1, form.photos()),
            new ReturnFacts.Sold(
                ordered,
                Optional.empty(),
                Fact.of(received, Source.ORDER),
                OLD,
                form.category(),
                PAID,
                true),
            new ReturnFacts.Condition(
                form.said("t.seal", Source.CLAIM),
                form.said("t.clean", Source.CLAIM),
                form.said("t.complete", Source.CLAIM),
                Fact.known(true, Source.CLAIM),
                Fact.of(form.choice("t.fault", Fault.values()), Source.INSPECTION),
                form.said("t.faultFound", Source.INSPECTION)),
            new ReturnFacts.Wanted(NEW, PRICE, Fact.known(true, Source.SHOP)));
    return new Read(Optional.of(facts), List.of());
  }

  private Set<PhotoSlot> photos() {
    return text("t.photos").equals("true")
        ? EnumSet.allOf(PhotoSlot.class)
        : EnumSet.noneOf(PhotoSlot.class);
  }

  private String category() {
    var typed = text("t.category");
    return typed.substring(0, Math.min(typed.length(), CATEGORY_CHARS_MAX));
  }

  private Fact<Boolean> said(String name, Source source) {
    return switch (text(name)) {
      case "yes" -> Fact.known(true, source);
      case "no" -> Fact.known(false, source);
      default -> Fact.unknown();
    };
  }

  private <E extends Enum<E>> Optional<E> choice(String name, E[] values) {
    return Arrays.stream(values).filter(one -> one.name().equals(text(name))).findFirst();
  }

  private LocalDate day(String name) {
    return optionalDay(name)
        .orElseGet(
            () -> {
              refuse(name);
              return LocalDate.EPOCH;
            });
  }

  private Optional<LocalDate> optionalDay(String name) {
    if (text(name).isEmpty()) {
      return Optional.empty();
    }
    try {
      var day = LocalDate.parse(text(name));
      if (day.getYear() >= 1970 && day.getYear() < 3000) {
        return Optional.of(day);
      }
    } catch (DateTimeParseException e) {
      // Said below, as for a day of no calendar.
    }
    refuse(name);
    return Optional.empty();
  }

  private Instant moment(String name) {
    try {
      var at = LocalDateTime.parse(text(name));
      if (at.getYear() >= 1970 && at.getYear() < 3000) {
        return at.atZone(WorkingCalendar.SHOP_ZONE).toInstant();
      }
    } catch (DateTimeParseException e) {
      // Said below, as for a day of no calendar.
    }
    refuse(name);
    return Instant.EPOCH;
  }

  private void refuse(String name) {
    if (refusals.stream().noneMatch(refusal -> refusal.field().equals(name))) {
      refusals.add(Refusal.of("value-unreadable", name));
    }
  }

  private String text(String name) {
    return fields.getOrDefault(name, "").strip();
  }
}
