package io.tukar.demo;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Sku;
import io.tukar.kernel.Symptom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One case to be: who bought what, when it came, why it goes back and what is wanted instead.
 *
 * @param receivedDaysBefore days between receipt and request
 */
record Script(
    Plot plot,
    Instant requestedAt,
    int receivedDaysBefore,
    ReturnReason reason,
    @Nullable Symptom symptom,
    Sku sold,
    Sku wanted) {

  private static final LocalTime MORNING = LocalTime.of(8, 20);

  /** Longer than the demonstration's customer takes to write a request. */
  private static final Duration WRITING = Duration.ofMinutes(10);

  private static final List<String> PHONES_AND_KIN =
      List.of(
          "SR-T14P", "SR-T16G", "GP-F4", "SR-T21P", "WC-U400", "SR-T24G", "BL-20", "JL-8P", "GP-O1",
          "SR-T12");
  private static final List<Symptom> SYMPTOMS =
      List.of(
          Symptom.NO_POWER,
          Symptom.NO_REGISTRATION,
          Symptom.ONE_WAY_AUDIO,
          Symptom.POE_FAULT,
          Symptom.DISPLAY,
          Symptom.NO_DIAL_TONE,
          Symptom.PORT_DEAD,
          Symptom.HANDSET);
  private static final List<ReturnReason> FAULTS =
      List.of(
          ReturnReason.DEAD_ON_ARRIVAL,
          ReturnReason.MALFUNCTION,
          ReturnReason.DEAD_ON_ARRIVAL,
          ReturnReason.DAMAGED_ON_ARRIVAL,
          ReturnReason.WRONG_ITEM,
          ReturnReason.INCOMPLETE);

  /** The day the goods came, in the shop's zone. */
  LocalDate receivedOn() {
    return requestedAt
        .atZone(WorkingCalendar.SHOP_ZONE)
        .toLocalDate()
        .minusDays(receivedDaysBefore);
  }

  /** All 60, the oldest first. */
  static List<Script> all(Instant now, Random random) {
    var scripts = new ArrayList<Script>();
    for (var plot : Plot.values()) {
      for (var n = 0; n < plot.cases(); n++) {
        scripts.add(one(plot, scripts.size(), now, random));
      }
    }
    scripts.sort(Comparator.comparing(Script::requestedAt));
    return scripts;
  }

  private static Script one(Plot plot, int n, Instant now, Random random) {
    var days = random.nextInt(plot.daysAgoLeast(), plot.daysAgoMost() + 1);
    var requestedAt = inTheMorning(now, days, Duration.ofMinutes(random.nextInt(100)));
    var sold = PHONES_AND_KIN.get(n % PHONES_AND_KIN.size());
    return switch (plot) {
      case SEAL_UNKNOWN, DECLINED_BY_AGENT ->
          script(plot, requestedAt, 2, ReturnReason.CHANGED_MIND, null, "SR-T14P", "SR-T16G");
      case LICENCE_FAULT ->
          script(
              plot,
              requestedAt,
              2,
              ReturnReason.MALFUNCTION,
              Symptom.NO_REGISTRATION,
              "LC-REC10",
              "LC-REC10");
      case WAITING_FOR_STOCK ->
          script(
              plot,
              requestedAt,
              1,
              ReturnReason.DEAD_ON_ARRIVAL,
              Symptom.NO_POWER,
              "GP-O8",
              "GP-O8");
      case SETTLED_UNPAID, CLOSED_WITH_DIFFERENCE ->
          script(
              plot, requestedAt, 2, ReturnReason.ORDERED_WRONG_MODEL, null, "SR-T21P", "SR-T24G");
      case SETTLED_OWED_BACK ->
          script(
              plot, requestedAt, 2, ReturnReason.ORDERED_WRONG_MODEL, null, "SR-T24G", "SR-T16G");
      case TOO_LATE ->
          script(plot, requestedAt, 32, ReturnReason.MALFUNCTION, Symptom.DISPLAY, sold, sold);
      default -> {
        var reason = FAULTS.get(n % FAULTS.size());
        var hasSymptom =
            reason == ReturnReason.DEAD_ON_ARRIVAL || reason == ReturnReason.MALFUNCTION;
        yield script(
            plot,
            requestedAt,
            1 + n % 2,
            reason,
            hasSymptom ? SYMPTOMS.get(n % SYMPTOMS.size()) : null,
            sold,
            sold);
      }
    };
  }

  /** Of that day, so that what staff do about it falls into a working day; never after now. */
  private static Instant inTheMorning(Instant now, int daysAgo, Duration later) {
    var morning =
        now.atZone(WorkingCalendar.SHOP_ZONE)
            .toLocalDate()
            .minusDays(daysAgo)
            .atTime(MORNING)
            .atZone(WorkingCalendar.SHOP_ZONE)
            .toInstant()
            .plus(later);
    return morning.isBefore(now.minus(WRITING)) ? morning : now.minus(WRITING).minus(later);
  }

  private static Script script(
      Plot plot,
      Instant requestedAt,
      int receivedDaysBefore,
      ReturnReason reason,
      @Nullable Symptom symptom,
      String sold,
      String wanted) {
    return new Script(
        plot, requestedAt, receivedDaysBefore, reason, symptom, new Sku(sold), new Sku(wanted));
  }
}
