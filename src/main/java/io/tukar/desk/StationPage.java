package io.tukar.desk;

import io.tukar.rma.Rmas;
import io.tukar.rma.WorkRow;
import io.tukar.rma.Worklist;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** Pindai: one field for a scanner. What is scanned opens its case at the step that is next. */
@Controller
class StationPage {

  private static final int SCANNED_CHARS_MAX = 100;

  private final Worklist worklist;
  private final Rmas rmas;
  private final Clock clock;

  StationPage(Worklist worklist, Rmas rmas, Clock clock) {
    this.worklist = worklist;
    this.rmas = rmas;
    this.clock = clock;
  }

  @GetMapping("/desk/station")
  Reply scan(Frame frame, @RequestParam(name = "q", defaultValue = "") String scanned) {
    var role = Badge.of(frame).role();
    var code = scanned.strip();
    code = code.substring(0, Math.min(code.length(), SCANNED_CHARS_MAX));
    var cases = code.isEmpty() ? List.<WorkRow>of() : worklist.search(code);
    var open = cases.stream().filter(row -> !row.status().ended()).toList();
    if (open.size() == 1) {
      var row = open.getFirst();
      var next =
          rmas.find(row.id())
              .map(rma -> CaseAction.open(rma, role))
              .flatMap(actions -> actions.stream().findFirst());
      return new Redirect(where(row.number(), next, code));
    }
    return Page.of("desk/station", new StationModel(code, cases, clock.instant()));
  }

  /** Receiving takes the code itself: it may be the waybill of the parcel in hand. */
  private static String where(String number, Optional<CaseAction> next, String code) {
    if (next.isEmpty()) {
      return "/desk/cases/" + number;
    }
    var action = next.get();
    return action == CaseAction.RECEIVE
        ? "/desk/station/receive?q=" + UriUtils.encode(code, StandardCharsets.UTF_8)
        : action.station(number).orElse("/desk/cases/" + number + "?act=" + action.slug());
  }
}
