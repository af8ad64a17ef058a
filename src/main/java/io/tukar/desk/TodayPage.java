package io.tukar.desk;

import io.tukar.rma.Queue;
import io.tukar.rma.Worklist;
import io.tukar.stock.StockList;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Tab;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Hari ini: one list by due time, its queues as tabs, and the next case of a queue. */
@Controller
class TodayPage {

  private static final List<Queue> TABS =
      List.of(
          Queue.TO_REVIEW,
          Queue.AWAITING_EVIDENCE,
          Queue.AWAITING_PARCEL,
          Queue.DELIVERED_NOT_RECEIVED,
          Queue.PARCEL_TROUBLE,
          Queue.GOODS_NEVER_CAME,
          Queue.TO_INSPECT,
          Queue.WAITING_FOR_STOCK,
          Queue.TO_SETTLE,
          Queue.TO_PAY,
          Queue.TO_DISPATCH,
          Queue.DISPATCHED,
          Queue.OVERDUE,
          Queue.OPEN);

  private final Worklist worklist;
  private final StockList stock;
  private final Clock clock;

  TodayPage(Worklist worklist, StockList stock, Clock clock) {
    this.worklist = worklist;
    this.stock = stock;
    this.clock = clock;
  }

  @GetMapping("/desk")
  Page today(
      Frame frame,
      @RequestParam(name = "queue", required = false) @Nullable String queueName,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    var now = clock.instant();
    var queue = queue(frame, queueName);
    var place = Optional.ofNullable(after).flatMap(Worklist.Place::parse).orElse(null);
    var rows = worklist.page(queue, place, Worklist.ROWS_MAX, now);
    var counts = worklist.counts(now);
    var tabs =
        TABS.stream()
            .map(
                one ->
                    new Tab(
                        frame.text("desk.queue." + one),
                        "/desk?queue=" + one,
                        counts.getOrDefault(one, 0L),
                        one == queue))
            .toList();
    var next =
        rows.size() < Worklist.ROWS_MAX
            ? ""
            : "/desk?queue=" + queue + "&after=" + rows.getLast().place().written();
    return Page.of(
        "desk/today",
        new TodayModel(queue, tabs, rows, stock.shortages().size(), place == null, next, now));
  }

  /** The first case of a queue, but not the one just seen; the queue itself where it is empty. */
  @GetMapping("/desk/next")
  Redirect next(
      Frame frame,
      @RequestParam(name = "queue", required = false) @Nullable String queueName,
      @RequestParam(name = "after", defaultValue = "") String seen) {
    var queue = queue(frame, queueName);
    return worklist.page(queue, null, 2, clock.instant()).stream()
        .filter(row -> !row.number().equals(seen))
        .findFirst()
        .map(row -> new Redirect("/desk/cases/" + row.number()))
        .orElseGet(() -> new Redirect("/desk?queue=" + queue));
  }

  private static Queue queue(Frame frame, @Nullable String name) {
    return Arrays.stream(Queue.values())
        .filter(queue -> queue.name().equals(name))
        .findFirst()
        .orElse(Badge.queueOf(Badge.of(frame).role()));
  }
}
