package io.tukar.rma;

import io.tukar.inspection.Arrival;
import io.tukar.inspection.Arrivals;
import io.tukar.inspection.StrangeItem;
import io.tukar.inspection.StrangeItem.Ended;
import io.tukar.inspection.StrangeItem.Ending;
import io.tukar.inspection.StrangeItems;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.WaybillNumber;
import io.tukar.outbox.Outbox;
import io.tukar.rows.AllOrNothing;
import io.tukar.rows.Writes;
import io.tukar.shipping.Courier;
import io.tukar.stock.Move;
import io.tukar.stock.Place;
import io.tukar.stock.Shelf;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What becomes of things in a parcel that nobody awaited, one by one (clauses P5, P9): sent back,
 * or taken by a case that awaits them by now.
 */
@Component
public class StrangeGoods {

  private final AllOrNothing verbs;
  private final CaseFiles files;
  private final Rmas rmas;
  private final Receiving receiving;
  private final Arrivals arrivals;
  private final StrangeItems items;
  private final JdbcTemplate jdbc;

  StrangeGoods(
      AllOrNothing verbs,
      CaseFiles files,
      Rmas rmas,
      Receiving receiving,
      Arrivals arrivals,
      StrangeItems items,
      JdbcTemplate jdbc) {
    this.verbs = verbs;
    this.files = files;
    this.rmas = rmas;
    this.receiving = receiving;
    this.arrivals = arrivals;
    this.items = items;
    this.jdbc = jdbc;
  }

  /** A parcel that is locked, and one thing in it that may be here. */
  private record Found(Arrival parcel, StrangeItem item) {}

  /**
   * It leaves the shop alone; its sender is told where a case knows them. Repeated it is done once.
   *
   * @param courier with {@code waybill}, how it goes; both null where somebody fetched it
   */
  public Answer<StrangeItem> sendBack(
      long parcelId,
      int no,
      @Nullable Courier courier,
      @Nullable WaybillNumber waybill,
      Instant now,
      Actor by) {
    var at = now.truncatedTo(ChronoUnit.MICROS);
    if ((courier == null) != (waybill == null)) {
      return Answer.refused(Refusal.of("value-missing", courier == null ? "courier" : "waybill"));
    }
    return verbs.run(
        () -> {
          var found = found(parcelId, no);
          if (found instanceof Answer.Refused<Found>(var reasons)) {
            return new Answer.Refused<>(reasons);
          }
          var parcel = ((Answer.Done<Found>) found).value().parcel();
          var item = ((Answer.Done<Found>) found).value().item();
          var ended = item.ended();
          if (ended != null) {
            return ended.how() == Ending.SENT_BACK && Objects.equals(ended.waybill(), waybill)
                ? Answer.done(item)
                : Answer.refused(Refusal.of("strange-item-ended", ""));
          }
          var writes = new Writes();
          StrangeItems.end(
              parcelId,
              no,
              new Ended(Ending.SENT_BACK, at, by.reference(), courier, waybill, null, null),
              writes);
          Shelf.move(
              move(item, Place.QUARANTINE, Place.CUSTOMER).stream().toList(),
              parcel.rmaId(),
              at,
              by,
              writes);
          endCount(parcel, LeftoverEnd.LEFT, at, by, writes);
          tell(parcel, no, courier, waybill, at, writes);
          writes.send(jdbc);
          return item(parcelId, no);
        });
  }

  private void tell(
      Arrival parcel,
      int no,
      @Nullable Courier courier,
      @Nullable WaybillNumber waybill,
      Instant at,
      Writes writes) {
    var owner = Optional.ofNullable(parcel.rmaId()).flatMap(rmas::find);
    if (owner.isPresent() && courier != null && waybill != null) {
      Outbox.add(
          List.of(ParcelLetters.back(parcel.id(), no, owner.get(), courier, waybill)), at, writes);
    }
  }

  /**
   * A case takes it: it counts as received by a line that awaits it. Repeated it is done once.
   *
   * @param lineNo which line; null where only one can be meant
   */
  public Answer<StrangeItem> claim(
      long parcelId, int no, CaseRef ref, @Nullable Integer lineNo, Instant now, Actor by) {
    var at = now.truncatedTo(ChronoUnit.MICROS);
    return verbs.run(
        () ->
            files.change(
                ref,
                journal -> {
                  var found = found(parcelId, no);
                  if (found instanceof Answer.Refused<Found>(var reasons)) {
                    return new Answer.Refused<>(reasons);
                  }
                  var parcel = ((Answer.Done<Found>) found).value().parcel();
                  var item = ((Answer.Done<Found>) found).value().item();
                  var ended = item.ended();
                  if (ended != null) {
                    return Objects.equals(ended.rmaId(), ref.id())
                        ? Answer.done(item)
                        : Answer.refused(Refusal.of("strange-item-ended", ""));
                  }
                  return switch (awaiting(journal.now(), item, lineNo)) {
                    case Answer.Done<RmaLine>(var line) ->
                        claimed(journal, parcel, item, line, at, by);
                    case Answer.Refused<RmaLine>(var reasons) -> new Answer.Refused<>(reasons);
                  };
                }));
  }

  /** The line that is meant: one that awaits at least as many of this product. */
  private Answer<RmaLine> awaiting(Rma rma, StrangeItem item, @Nullable Integer lineNo) {
    var here = arrivals.waiting(rma.id());
    var fitting =
        rma.in(LineState.AUTHORIZED).stream()
            .filter(line -> lineNo == null || line.lineNo() == lineNo)
            .filter(line -> item.sku().isEmpty() || item.sku().get().equals(line.sku()))
            .filter(line -> missing(line, here.getOrDefault(line.lineNo(), 0)) >= item.quantity())
            .toList();
    return switch (fitting.size()) {
      case 0 ->
          Answer.refused(
              Refusal.of(
                  lineNo == null ? "strange-nothing-awaits" : "strange-line-awaits-not",
                  lineNo == null ? "case" : "line",
                  item.quantity(),
                  item.sku().map(Object::toString).orElse(item.said())));
      case 1 -> Answer.done(fitting.getFirst());
      default -> Answer.refused(Refusal.of("strange-which-line", "line"));
    };
  }

  private static int missing(RmaLine line, int here) {
    return line.quantity() - here;
  }

  /** In the books it goes back and comes again, this time awaited. */
  private Answer<StrangeItem> claimed(
      Journal journal, Arrival parcel, StrangeItem item, RmaLine line, Instant at, Actor by) {
    var rma = journal.now();
    var writes = journal.writes();
    var here = arrivals.waiting(rma.id()).getOrDefault(line.lineNo(), 0);
    var whole = item.quantity() == missing(line, here);
    var moves = new ArrayList<>(move(item, Place.QUARANTINE, Place.CUSTOMER).stream().toList());
    moves.add(Receiving.toQuarantine(line, item.quantity()));
    StrangeItems.end(
        parcel.id(),
        item.no(),
        new Ended(Ending.CLAIMED, at, by.reference(), null, null, rma.id(), line.lineNo()),
        writes);
    Arrivals.came(parcel.id(), rma.id(), line.lineNo(), item.quantity(), !whole, writes);
    var owner = parcel.rmaId();
    if (parcel.state() == Arrival.State.QUARANTINE && (owner == null || owner == rma.id())) {
      Arrivals.belongs(parcel.id(), rma.id(), Arrival.State.TAKEN, writes);
      LeftoverEnds.parcel(parcel.id(), LeftoverEnd.MATCHED, null, at, by.reference(), writes);
    } else {
      endCount(parcel, LeftoverEnd.MATCHED, at, by, writes);
    }
    if (!whole) {
      Shelf.move(moves, rma.id(), at, by, writes);
      Outbox.add(List.of(ParcelLetters.kept(parcel.id(), rma)), at, writes);
      writes.send(jdbc);
      return item(parcel.id(), item.no());
    }
    return switch (receiving.complete(journal, List.of(line.lineNo()), moves, at, by)) {
      case Answer.Done<Rma> done -> item(parcel.id(), item.no());
      case Answer.Refused<Rma>(var reasons) -> new Answer.Refused<>(reasons);
    };
  }

  /** The parcel's count ends with the last that was here of it. */
  private void endCount(Arrival parcel, LeftoverEnd how, Instant at, Actor by, Writes writes) {
    if (parcel.state() != Arrival.State.QUARANTINE && items.here(parcel.id()).size() == 1) {
      LeftoverEnds.parcel(parcel.id(), how, null, at, by.reference(), writes);
    }
  }

  private Answer<Found> found(long parcelId, int no) {
    var parcel = arrivals.lock(parcelId);
    var item = items.of(parcelId).stream().filter(one -> one.no() == no).findFirst();
    return parcel.isEmpty() || item.isEmpty()
        ? Answer.refused(Refusal.of("no-such-strange-item", ""))
        : Answer.done(new Found(parcel.get(), item.get()));
  }

  private Answer<StrangeItem> item(long parcelId, int no) {
    return Answer.done(
        items.of(parcelId).stream().filter(one -> one.no() == no).findFirst().orElseThrow());
  }

  /** All of these end alike, with their parcel. */
  static void leave(
      Arrival parcel,
      List<StrangeItem> items,
      Ending how,
      Place to,
      Instant at,
      Actor by,
      Writes writes) {
    for (var item : items) {
      StrangeItems.end(
          parcel.id(),
          item.no(),
          new Ended(how, at, by.reference(), null, null, null, null),
          writes);
    }
    var moves = items.stream().flatMap(item -> move(item, Place.QUARANTINE, to).stream()).toList();
    Shelf.move(moves, parcel.rmaId(), at, by, writes);
  }

  /** Nothing where nobody knows what it is: it never came into the books. */
  static Optional<Move> move(StrangeItem item, Place from, Place to) {
    return item.sku().map(sku -> new Move(sku, null, item.quantity(), from, to, "not awaited"));
  }
}
