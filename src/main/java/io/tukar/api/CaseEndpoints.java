package io.tukar.api;

import io.tukar.api.view.CaseView;
import io.tukar.api.view.DecisionView;
import io.tukar.api.view.EventView;
import io.tukar.api.wire.Reply;
import io.tukar.kernel.Refusal;
import io.tukar.policy.replay.Decisions;
import io.tukar.rma.CaseList;
import io.tukar.rma.History;
import io.tukar.rma.RmaStatus;
import io.tukar.rma.Rmas;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Cases to look at. */
@Controller
@RequestMapping("/api/v1/cases")
class CaseEndpoints {

  private static final int CASES_PER_PAGE = 50;

  private final CaseNumbers numbers;
  private final Rmas rmas;
  private final CaseList cases;
  private final History history;
  private final Decisions decisions;

  CaseEndpoints(
      CaseNumbers numbers, Rmas rmas, CaseList cases, History history, Decisions decisions) {
    this.numbers = numbers;
    this.rmas = rmas;
    this.cases = cases;
    this.history = history;
    this.decisions = decisions;
  }

  @Needs(May.LOOK)
  @GetMapping
  Reply list(
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable String limit) {
    var size = (int) Queries.number("limit", limit, 1, CaseList.CASES_PER_PAGE_MAX, CASES_PER_PAGE);
    var before = Queries.number("cursor", cursor, 1, Long.MAX_VALUE, Long.MAX_VALUE);
    var page = cases.page(Queries.word("status", status, RmaStatus.class), before, size);
    var next = page.size() < size ? null : Long.toString(page.getLast().id());
    return Reply.ok(new CaseView.Page(page.stream().map(CaseView::of).toList(), next));
  }

  @Needs(May.LOOK)
  @GetMapping("/{number}")
  Reply find(@PathVariable String number) {
    return numbers
        .idOf(number)
        .flatMap(rmas::find)
        .map(rma -> Reply.ok(CaseView.of(rma)))
        .orElseGet(CaseEndpoints::noSuchCase);
  }

  @Needs(May.LOOK)
  @GetMapping("/{number}/events")
  Reply events(@PathVariable String number) {
    return of(
        number,
        id -> Reply.ok(new EventView.All(history.chain(id).stream().map(EventView::of).toList())));
  }

  @Needs(May.LOOK)
  @GetMapping("/{number}/decisions")
  Reply decisions(@PathVariable String number) {
    return of(
        number,
        id ->
            Reply.ok(
                new DecisionView.All(
                    decisions.of(id).stream().map(DecisionView.Kept::of).toList())));
  }

  private Reply of(String number, LongFunction<Reply> shown) {
    return numbers.idOf(number).map(shown::apply).orElseGet(CaseEndpoints::noSuchCase);
  }

  private static Reply noSuchCase() {
    return Reply.refused(Refusal.of("no-such-case", ""));
  }
}
