package io.tukar.rma;

import io.tukar.inspection.Arrival;
import io.tukar.inspection.Arrivals;
import io.tukar.inspection.Labels;
import io.tukar.inspection.StrangeItem;
import io.tukar.inspection.StrangeItem.Ending;
import io.tukar.inspection.StrangeItems;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.outbox.Outbox;
import io.tukar.rows.AllOrNothing;
import io.tukar.rows.Writes;
import io.tukar.stock.Move;
import io.tukar.stock.Place;
import io.tukar.stock.Shelf;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Takes parcels in, whosever they are. What a case awaits is received by it; everything else is
 * kept in quarantine, never refused, and its customer is told where there is one (clauses P5, P9).
 */
@Component
public class ReceivingDesk {

  private final AllOrNothing verbs;
  private final CaseFiles files;
  private final Receiving receiving;
  private final Arrivals arrivals;
  private final StrangeItems strange;
  private final Labels labels;
  private final JdbcTemplate jdbc;

  ReceivingDesk(
      AllOrNothing verbs,
      CaseFiles files,
      Receiving receiving,
      Arrivals arrivals,
      StrangeItems strange,
      Labels labels,
      JdbcTemplate jdbc) {
    this.verbs = verbs;
    this.files = files;
    this.receiving = receiving;
    this.arrivals = arrivals;
    this.strange = strange;
    this.labels = labels;
    this.jdbc = jdbc;
  }

  /**
   * Takes a parcel in. The same form sent again gives the parcel it became; a parcel that another
   * station took in is refused as {@code parcel-here}, with its number.
   */
  public Answer<Arrival> arrive(Arriving parcel, Instant now, Actor by) {
    var at = now.truncatedTo(ChronoUnit.MICROS);
    return verbs.run(
        () -> {
          var told = parcel.told();
          arrivals.alone(parcel.key(), told.waybill());
          var again = arrivals.of(parcel.key());
          if (again.isPresent()) {
            return Answer.done(again.get());
          }
          var here = Optional.ofNullable(told.waybill()).flatMap(arrivals::here);
          if (here.isPresent()) {
            return Answer.refused(Refusal.of("parcel-here", "waybill", here.get().id()));
          }
          var ref = parcel.ref();
          return ref == null
              ? kept(parcel, at, by)
              : files.change(
                  ref,
                  journal -> {
                    var id =
                        arrivals.add(
                            parcel.key(), told, ref.id(), Arrival.State.QUARANTINE, at, by);
                    return taken(id, journal, parcel.came(), parcel.labels(), at, by);
                  });
        });
  }

  /**
   * A parcel in quarantine belongs to this case. Where the case awaits what came, it is received;
   * else the parcel stays in quarantine with the case.
   */
  public Answer<Arrival> match(
      long parcelId, CaseRef ref, Map<Integer, Integer> came, Instant now, Actor by) {
    var at = now.truncatedTo(ChronoUnit.MICROS);
    return verbs.run(
        () ->
            files.change(
                ref,
                journal -> {
                  var parcel = arrivals.lock(parcelId);
                  if (parcel.isEmpty()) {
                    return Answer.refused(Refusal.of("no-such-parcel", "parcel"));
                  }
                  if (parcel.get().state() != Arrival.State.QUARANTINE) {
                    return Answer.refused(Refusal.of("parcel-not-in-quarantine", ""));
                  }
                  return taken(parcelId, journal, came, List.of(), at, by);
                }));
  }

  /** A parcel in quarantine leaves the shop again, with all that is strange in it. */
  public Answer<Arrival> letGo(long parcelId, Instant now, Actor by) {
    var at = now.truncatedTo(ChronoUnit.MICROS);
    return verbs.run(
        () -> {
          var parcel = arrivals.lock(parcelId);
          if (parcel.isEmpty()) {
            return Answer.refused(Refusal.of("no-such-parcel", "parcel"));
          }
          if (parcel.get().state() != Arrival.State.QUARANTINE) {
            return Answer.refused(Refusal.of("parcel-not-in-quarantine", ""));
          }
          var writes = new Writes();
          Arrivals.gone(parcelId, at, writes);
          StrangeGoods.leave(
              parcel.get(),
              strange.here(parcelId),
              Ending.SENT_BACK,
              Place.CUSTOMER,
              at,
              by,
              writes);
          LeftoverEnds.parcel(parcelId, LeftoverEnd.LEFT, null, at, by.reference(), writes);
          writes.send(jdbc);
          return found(parcelId);
        });
  }

  /** Nobody knows whose it is. */
  private Answer<Arrival> kept(Arriving parcel, Instant at, Actor by) {
    var read = read(parcel.labels(), null, 0);
    if (read instanceof Answer.Refused<List<StrangeItem>>(var reasons)) {
      return new Answer.Refused<>(reasons);
    }
    var items = ((Answer.Done<List<StrangeItem>>) read).value();
    var id = arrivals.add(parcel.key(), parcel.told(), null, Arrival.State.QUARANTINE, at, by);
    var writes = new Writes();
    items.forEach(item -> StrangeItems.add(id, item, writes));
    Shelf.move(intoQuarantine(items), null, at, by, writes);
    writes.send(jdbc);
    return found(id);
  }

  private Answer<Arrival> taken(
      long id,
      Journal journal,
      Map<Integer, Integer> came,
      List<String> scanned,
      Instant at,
      Actor by) {
    var rma = journal.now();
    var before = strange.of(id).size();
    var read = read(scanned, rma, before);
    if (read instanceof Answer.Refused<List<StrangeItem>>(var reasons)) {
      return new Answer.Refused<>(reasons);
    }
    var items = new ArrayList<>(((Answer.Done<List<StrangeItem>>) read).value());
    var here = arrivals.waiting(rma.id());
    var whole = new ArrayList<Integer>();
    var moves = new ArrayList<Move>();
    var writes = journal.writes();
    var counted = 0;
    for (var one : new TreeMap<>(came).entrySet()) {
      var line = rma.line(one.getKey());
      if (one.getValue() == 0) {
        continue;
      }
      if (line.isEmpty() || line.get().state() != LineState.AUTHORIZED) {
        return Answer.refused(
            line.map(
                    not ->
                        Refusal.of(
                            "line-not-now", "came-" + not.lineNo(), not.lineNo(), not.state()))
                .orElseGet(() -> Refusal.of("no-such-line", "", one.getKey())));
      }
      var missing = line.get().quantity() - here.getOrDefault(line.get().lineNo(), 0);
      var fits = Math.min(missing, one.getValue());
      counted += fits;
      moves.add(Receiving.toQuarantine(line.get(), fits));
      Arrivals.came(id, rma.id(), line.get().lineNo(), fits, fits < missing, writes);
      if (fits == missing) {
        whole.add(line.get().lineNo());
      }
      if (one.getValue() > fits) {
        items.add(more(before + items.size() + 1, line.get(), one.getValue() - fits));
      }
    }
    items.forEach(item -> StrangeItems.add(id, item, writes));
    moves.addAll(intoQuarantine(items));
    LeftoverEnds.parcel(id, LeftoverEnd.MATCHED, null, at, by.reference(), writes);
    Arrivals.belongs(
        id, rma.id(), counted > 0 ? Arrival.State.TAKEN : Arrival.State.QUARANTINE, writes);
    if (whole.isEmpty()) {
      Shelf.move(moves, rma.id(), at, by, writes);
      Outbox.add(List.of(ParcelLetters.kept(id, rma)), at, writes);
      writes.send(jdbc);
      return found(id);
    }
    return switch (receiving.complete(journal, whole, moves, at, by)) {
      case Answer.Done<Rma> done -> found(id);
      case Answer.Refused<Rma>(var reasons) -> new Answer.Refused<>(reasons);
    };
  }

  private static StrangeItem more(int no, RmaLine line, int quantity) {
    return new StrangeItem(
        no,
        StrangeItem.Kind.MORE,
        Optional.of(line.sku()),
        Optional.empty(),
        line.sku().value(),
        quantity,
        null);
  }

  /** What the labels say; a unit that was scanned before is refused. */
  private Answer<List<StrangeItem>> read(List<String> scanned, @Nullable Rma rma, int before) {
    if (scanned.size() > Arriving.LABELS_MAX) {
      return Answer.refused(Refusal.of("labels-too-many", "labels", Arriving.LABELS_MAX));
    }
    var items = new ArrayList<StrangeItem>();
    var refusals = new ArrayList<Refusal>();
    var serials = new HashSet<String>();
    for (var label : scanned) {
      if (label.length() > Arriving.LABEL_CHARS_MAX) {
        refusals.add(Refusal.of("value-too-long", "labels", Arriving.LABEL_CHARS_MAX));
        continue;
      }
      var item =
          labels.read(before + items.size() + 1, label, rma == null ? null : rma.customerId());
      if (item.serial().isPresent()) {
        var serial = item.serial().get();
        var elsewhere = labels.lies(item.sku().orElseThrow(), serial);
        if (!serials.add(serial.value())) {
          refusals.add(Refusal.of("serial-twice-in-parcel", "labels", serial));
        } else if (elsewhere.isPresent()) {
          refusals.add(Refusal.of("serial-in-other-parcel", "labels", serial, elsewhere.get()));
        }
      }
      items.add(item);
    }
    return refusals.isEmpty() ? Answer.done(items) : new Answer.Refused<>(refusals);
  }

  private static List<Move> intoQuarantine(List<StrangeItem> items) {
    return items.stream()
        .flatMap(item -> StrangeGoods.move(item, Place.CUSTOMER, Place.QUARANTINE).stream())
        .toList();
  }

  private Answer<Arrival> found(long id) {
    return Answer.done(arrivals.find(id).orElseThrow());
  }
}
