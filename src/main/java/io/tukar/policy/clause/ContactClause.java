package io.tukar.policy.clause;

import io.tukar.calendar.ServiceHours;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.ContactChannel;
import io.tukar.kernel.Language;
import io.tukar.kernel.Words;
import io.tukar.policy.decision.AskedOf;
import io.tukar.policy.decision.Finding;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/**
 * Clause P9: ask first, then send. Says where and when the shop answers.
 *
 * @param channels the ways to turn to the shop
 * @param opens on working days
 * @param closes later than {@code opens}
 * @param answerHours within so many service hours the shop answers
 */
public record ContactClause(
    ClauseHead head,
    Set<ContactChannel> channels,
    LocalTime opens,
    LocalTime closes,
    int answerHours)
    implements Clause {

  /** No shop promises an answer later than this, in service hours. */
  public static final int ANSWER_HOURS_MAX = 200;

  /** When the shop answers, on these working days. */
  public ServiceHours hours(WorkingCalendar calendar) {
    return new ServiceHours(calendar, opens, closes);
  }

  @Override
  public Set<FactKey<?>> asks() {
    return Set.of(FactKeys.SENT_FIRST);
  }

  @Override
  public Finding judge(ReturnFacts facts, WorkingCalendar calendar, Terms terms) {
    return switch (facts.claim().sentFirst()) {
      case Fact.Known<Boolean>(var sentFirst, var _) ->
          sentFirst
              ? head.fails(
                  () ->
                      new Finding.Why(
                          new Words(
                              "Barang dikirim sebelum ada persetujuan; toko memeriksanya.",
                              "The goods were sent before anything was approved; the shop looks"
                                  + " into it."),
                          FactKeys.SENT_FIRST.input(facts).stream().toList()))
              : head.holds(() -> answered(facts, calendar));
      case Fact.Unknown<Boolean>() ->
          head.open(
              AskedOf.INSPECTION,
              () -> answered(facts, calendar),
              List.of(FactKeys.SENT_FIRST.name()));
    };
  }

  private Finding.Why answered(ReturnFacts facts, WorkingCalendar calendar) {
    return new Finding.Why(
        new Words(answered(Language.ID, calendar), answered(Language.EN, calendar)),
        FactKeys.CHANNEL.input(facts).stream().toList());
  }

  private String answered(Language language, WorkingCalendar calendar) {
    return hours(calendar).inWords().in(language)
        + (language == Language.ID
            ? "; dijawab dalam " + answerHours + " jam layanan."
            : "; answered within " + answerHours + " service hours.");
  }
}
