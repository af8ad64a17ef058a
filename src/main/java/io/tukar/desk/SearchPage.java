package io.tukar.desk;

import io.tukar.orders.OrderList;
import io.tukar.rma.Worklist;
import io.tukar.staff.May;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Cari: a case or an order by whatever somebody has at hand. */
@Controller
class SearchPage {

  private static final int TYPED_CHARS_MAX = 100;

  private final Worklist worklist;
  private final OrderList orders;
  private final Clock clock;

  SearchPage(Worklist worklist, OrderList orders, Clock clock) {
    this.worklist = worklist;
    this.orders = orders;
    this.clock = clock;
  }

  /** The one case that was meant is opened at once. */
  @GetMapping("/desk/search")
  Reply search(Frame frame, @RequestParam(name = "q", defaultValue = "") String typed) {
    var mayRequest = May.REQUEST.allows(Badge.of(frame).role());
    var words = typed.strip();
    if (words.length() > TYPED_CHARS_MAX) {
      words = words.substring(0, TYPED_CHARS_MAX);
    }
    var cases = words.isEmpty() ? List.<io.tukar.rma.WorkRow>of() : worklist.search(words);
    if (cases.size() == 1 && cases.getFirst().number().equalsIgnoreCase(words)) {
      return new Redirect("/desk/cases/" + cases.getFirst().number());
    }
    var found = words.isEmpty() ? List.<io.tukar.orders.FoundOrder>of() : orders.search(words);
    return Page.of(
        "desk/search", new SearchModel(words, cases, found, mayRequest, clock.instant()));
  }
}
