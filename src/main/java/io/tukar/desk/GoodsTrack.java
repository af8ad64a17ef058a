package io.tukar.desk;

import io.tukar.rma.Goods;
import io.tukar.rma.RmaEvent;
import io.tukar.rma.RmaLine;
import io.tukar.rma.RmaStatus;
import io.tukar.web.Frame;
import io.tukar.web.TrackState;
import io.tukar.web.Turn;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says how the replacement's goods stand (clause P5): the line that is furthest behind counts. */
final class GoodsTrack {

  private final Frame frame;
  private final CaseView view;
  private final Set<Integer> heldOnce;

  GoodsTrack(Frame frame, CaseView view) {
    this.frame = frame;
    this.view = view;
    this.heldOnce = heldOnce(view);
  }

  /** How one line's replacement stands, the most pressing first. */
  private enum Standing {
    WAITING,
    HELD,
    /** Still to be decided, so nothing is set aside yet. */
    NOT_YET,
    SHIPPED,
    /** It was set aside once and let go. */
    RELEASED,
    /** Nothing was ever set aside and nothing will be. */
    NOT_NEEDED
  }

  TrackState state() {
    var standings = view.rma().lines().stream().map(this::standing).sorted().distinct().toList();
    var first = standings.isEmpty() ? Standing.NOT_NEEDED : standings.getFirst();
    return new TrackState(
        frame.text("desk.track.goods"), said(first), detail(standings.size() > 1), turn(first));
  }

  /** How the replacement of one line stands. */
  String of(RmaLine line) {
    var place = view.queue().get(line.lineNo());
    return place == null
        ? said(standing(line))
        : frame.text("desk.goods.WAITING.place", place.place(), place.waiting());
  }

  private Standing standing(RmaLine line) {
    return switch (line.goods()) {
      case WAITING -> Standing.WAITING;
      case HELD -> Standing.HELD;
      case SHIPPED -> Standing.SHIPPED;
      case NONE ->
          switch (line.state()) {
            case REQUESTED -> Standing.NOT_YET;
            case AUTHORIZED,
                RECEIVED,
                ACCEPTED,
                DECLINED,
                WITHDRAWN,
                REFUSED,
                EXCHANGED,
                SENT_BACK,
                DISPOSED,
                RELEASED ->
                heldOnce.contains(line.lineNo()) ? Standing.RELEASED : Standing.NOT_NEEDED;
          };
    };
  }

  private String said(Standing standing) {
    return heldUntil()
        .filter(day -> standing == Standing.HELD)
        .map(day -> frame.text("desk.goods.HELD.until", day))
        .orElseGet(() -> frame.text("desk.goods." + standing));
  }

  /** While the customer has yet to send, the hold ends with their date; later, with the case. */
  private Optional<String> heldUntil() {
    var rma = view.rma();
    return rma.status() == RmaStatus.AUTHORIZED
            && !rma.parcelSent()
            && !rma.priority()
            && !rma.advance()
        ? Optional.ofNullable(rma.shipBy()).map(frame.formats()::date)
        : Optional.empty();
  }

  private String detail(boolean mixed) {
    return view.lines().stream()
        .filter(line -> line.line().goods() != Goods.NONE)
        .map(
            line ->
                line.line().quantity()
                    + " × "
                    + line.wantedName()
                    + (mixed ? ": " + frame.text("desk.goods." + standing(line.line())) : ""))
        .collect(Collectors.joining(", "));
  }

  /** Nobody's where nothing is set aside: that is neither done nor owed. */
  private static @Nullable Turn turn(Standing standing) {
    return switch (standing) {
      case WAITING, HELD -> Turn.SHOP;
      case SHIPPED -> Turn.DONE;
      case NOT_YET, RELEASED, NOT_NEEDED -> null;
    };
  }

  private static Set<Integer> heldOnce(CaseView view) {
    var lines = new HashSet<Integer>();
    for (var happened : view.history()) {
      var event = happened.event();
      if (event instanceof RmaEvent.Authorized authorized) {
        addHeld(authorized.lines(), lines);
      } else if (event instanceof RmaEvent.Reopened reopened) {
        addHeld(reopened.lines(), lines);
      } else if (event instanceof RmaEvent.StockHeld held) {
        lines.add(held.lineNo());
      }
    }
    return lines;
  }

  private static void addHeld(List<RmaEvent.LineGoods> goods, Set<Integer> lines) {
    goods.stream()
        .filter(line -> line.goods() == Goods.HELD)
        .forEach(line -> lines.add(line.lineNo()));
  }
}
