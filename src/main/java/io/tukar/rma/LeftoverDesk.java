package io.tukar.rma;

import io.tukar.inspection.Arrival;
import io.tukar.inspection.Arrivals;
import io.tukar.inspection.StrangeItems;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.outbox.Notice;
import io.tukar.outbox.Outbox;
import io.tukar.rows.AllOrNothing;
import io.tukar.rows.Writes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What people do with goods that nobody claims (clauses P3, P4, P11, P12): begin the count by hand
 * where the owner does not answer, and write down that the owner asked for them.
 */
@Component
public class LeftoverDesk {

  private final AllOrNothing verbs;
  private final CaseFiles files;
  private final Leftovers leftovers;
  private final LeftoverReminders reminders;
  private final Rmas rmas;
  private final Arrivals arrivals;
  private final StrangeItems strange;
  private final JdbcTemplate jdbc;

  LeftoverDesk(
      AllOrNothing verbs,
      CaseFiles files,
      Leftovers leftovers,
      LeftoverReminders reminders,
      Rmas rmas,
      Arrivals arrivals,
      StrangeItems strange,
      JdbcTemplate jdbc) {
    this.verbs = verbs;
    this.files = files;
    this.leftovers = leftovers;
    this.reminders = reminders;
    this.rmas = rmas;
    this.arrivals = arrivals;
    this.strange = strange;
    this.jdbc = jdbc;
  }

  /**
   * Begins to count refused goods, and tells their owner until when they are kept. Repeated it is
   * the count that runs; refused where the goods do not wait to be sent back, or the customer waits
   * for them.
   */
  public Answer<Leftover> begin(CaseRef ref, int lineNo, Instant now, Actor by) {
    var at = now.truncatedTo(ChronoUnit.MICROS);
    return verbs.run(
        () -> {
          var running = leftovers.kept(ref.id(), lineNo);
          return running.isPresent()
              ? Answer.done(running.get())
              : files.change(ref, journal -> begun(journal.now(), lineNo, at, by));
        });
  }

  private Answer<Leftover> begun(Rma rma, int lineNo, Instant at, Actor by) {
    var running = leftovers.kept(rma.id(), lineNo);
    if (running.isPresent()) {
      return Answer.done(running.get());
    }
    var waits =
        rma.status() == RmaStatus.SETTLED
            && rma.line(lineNo)
                .filter(line -> line.state() == LineState.REFUSED && line.verdict() != null)
                .isPresent();
    if (!waits) {
      return Answer.refused(Refusal.of("leftover-not-waiting", "", lineNo));
    }
    var until = reminders.keepUntil(at);
    var id = leftovers.begin(rma.id(), lineNo, until, at, by);
    leftovers.toldFirst(List.of(id));
    var writes = new Writes();
    Outbox.add(
        List.of(
            LeftoverReminders.letter(
                rma.id(), rma.customerId(), until, Notice.GOODS_LEFT, LeftoverReminders.BEGUN)),
        at,
        writes);
    writes.send(jdbc);
    return Answer.done(leftovers.find(id).orElseThrow());
  }

  /**
   * Begins to count what lies in quarantine of a parcel, and tells its owner until when, where a
   * case knows them. Repeated it is the count that runs; refused where nothing of it is here.
   */
  public Answer<Leftover> beginParcel(long parcelId, Instant now, Actor by) {
    var at = now.truncatedTo(ChronoUnit.MICROS);
    return verbs.run(
        () -> {
          var parcel = arrivals.lock(parcelId);
          var running = leftovers.ofParcel(parcelId);
          if (running.isPresent()) {
            return Answer.done(running.get());
          }
          if (parcel.isEmpty()
              || (parcel.get().state() != Arrival.State.QUARANTINE
                  && strange.here(parcelId).isEmpty())) {
            return Answer.refused(Refusal.of("leftover-nothing-here", "", parcelId));
          }
          var until = reminders.keepUntil(at);
          var id = leftovers.beginParcel(parcelId, until, at, by);
          var owner = Optional.ofNullable(parcel.get().rmaId()).flatMap(rmas::find);
          if (owner.isPresent()) {
            leftovers.toldFirst(List.of(id));
            var writes = new Writes();
            var rma = owner.get();
            Outbox.add(
                List.of(
                    ParcelLetters.left(
                        parcelId,
                        rma.id(),
                        rma.customerId(),
                        until,
                        Notice.PARCEL_LEFT,
                        LeftoverReminders.BEGUN)),
                at,
                writes);
            writes.send(jdbc);
          }
          return Answer.done(leftovers.find(id).orElseThrow());
        });
  }

  /**
   * The owner asks for the goods: the count ends. Repeated it is done; refused once it has ended
   * otherwise.
   *
   * @param note what they said; may be empty
   */
  public Answer<Leftover> asked(long id, String note, Instant now, Actor by) {
    var at = now.truncatedTo(ChronoUnit.MICROS);
    return verbs.run(
        () -> {
          var found = leftovers.find(id);
          if (found.isEmpty()) {
            return Answer.refused(Refusal.of("no-such-leftover", ""));
          }
          if (note.length() > Leftovers.WORDS_CHARS_MAX) {
            return Answer.refused(Refusal.of("value-too-long", "note", Leftovers.WORDS_CHARS_MAX));
          }
          var goods = locked(found.get());
          var ended = goods.ended();
          if (ended != null) {
            return ended.how() == LeftoverEnd.ASKED
                ? Answer.done(goods)
                : Answer.refused(Refusal.of("leftover-ended", ""));
          }
          var writes = new Writes();
          end(goods, LeftoverEnd.ASKED, note.isBlank() ? null : note.strip(), at, by, writes);
          writes.send(jdbc);
          return Answer.done(leftovers.find(id).orElseThrow());
        });
  }

  private static void end(
      Leftover goods, LeftoverEnd how, @Nullable String note, Instant at, Actor by, Writes writes) {
    var rmaId = goods.rmaId();
    var lineNo = goods.lineNo();
    if (rmaId != null && lineNo != null) {
      LeftoverEnds.line(rmaId, lineNo, how, note, at, by.reference(), writes);
    } else {
      LeftoverEnds.parcel(
          Objects.requireNonNull(goods.parcelId()), how, note, at, by.reference(), writes);
    }
  }

  /** Its case or its parcel first, as every verb does. */
  private Leftover locked(Leftover goods) {
    Optional.ofNullable(goods.rmaId()).ifPresent(rmas::lock);
    Optional.ofNullable(goods.parcelId()).ifPresent(arrivals::lock);
    return leftovers.lock(goods.id()).orElseThrow();
  }
}
