package io.tukar.desk.payout;

import io.tukar.desk.ActorNames;
import io.tukar.desk.Badge;
import io.tukar.desk.MoneyTabs;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.payout.ApprovalCodes;
import io.tukar.payout.Payout;
import io.tukar.payout.Payout.State;
import io.tukar.payout.PayoutDesk;
import io.tukar.payout.Payouts;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import io.tukar.web.Tab;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Dana keluar: what is owed, proposed, approved, told to the bank, and what became of it. */
@Controller
class PayoutsPage {

  static final String PATH = "/desk/money/payouts";
  private static final String TEMPLATE = "desk/payout/payouts";
  private static final String PICK = "pick-";

  private final PayoutDesk desk;
  private final Payouts payouts;
  private final ApprovalCodes codes;
  private final MoneyTabs tabs;
  private final ActorNames actors;
  private final Clock clock;

  PayoutsPage(
      PayoutDesk desk,
      Payouts payouts,
      ApprovalCodes codes,
      MoneyTabs tabs,
      ActorNames actors,
      Clock clock) {
    this.desk = desk;
    this.payouts = payouts;
    this.codes = codes;
    this.tabs = tabs;
    this.actors = actors;
    this.clock = clock;
  }

  /** Which are shown. */
  public enum Show {
    OWED(List.of()),
    PROPOSED(List.of(State.PROPOSED)),
    APPROVED(List.of(State.APPROVED)),
    SENT(List.of(State.EXPORTED, State.UNKNOWN)),
    DONE(List.of(State.CONFIRMED, State.FAILED, State.REJECTED));

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<State> states;

    Show(List<State> states) {
      this.states = states;
    }

    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Show of(String slug) {
      return Arrays.stream(values())
          .filter(one -> one.slug().equals(slug))
          .findFirst()
          .orElse(OWED);
    }
  }

  @Needs(May.BOOK_PAYMENTS)
  @GetMapping(PATH)
  Page list(
      Frame frame,
      @RequestParam(defaultValue = "owed") String show,
      @RequestParam(defaultValue = "1") int page) {
    return Page.of(TEMPLATE, model(frame, Show.of(show), page, Form.blank(), ""));
  }

  /** Proposes to pay the ticked cases. */
  @Needs(May.PROPOSE_PAYOUTS)
  @PostMapping(PATH + "/propose")
  Reply propose(Frame frame, @RequestParam Map<String, String> fields) {
    return each(
        frame,
        Show.OWED,
        Show.PROPOSED,
        fields,
        rma -> desk.propose(rma, clock.instant(), Badge.actor(frame)));
  }

  /** Approves the ticked ones. */
  @Needs(May.APPROVE_PAYOUTS)
  @PostMapping(PATH + "/approve")
  Reply approve(Frame frame, @RequestParam Map<String, String> fields) {
    return each(
        frame,
        Show.PROPOSED,
        Show.PROPOSED,
        fields,
        id -> desk.approve(id, clock.instant(), Badge.actor(frame)));
  }

  /** Approves one by the code of somebody on the phone. */
  @Needs(May.PROPOSE_PAYOUTS)
  @PostMapping(PATH + "/{id}/code")
  Reply byCode(Frame frame, @PathVariable long id, @RequestParam Map<String, String> fields) {
    var form = Form.of(fields);
    return one(
        frame, Show.PROPOSED, form, desk.approveByCode(id, form.value("code"), clock.instant()));
  }

  /** A code to be read out on the phone. */
  @Needs(May.APPROVE_PAYOUTS)
  @PostMapping(PATH + "/my-code")
  Page code(Frame frame) {
    var code = codes.issue(Badge.actor(frame), clock.instant());
    return Page.of(TEMPLATE, model(frame, Show.PROPOSED, 1, Form.blank(), code));
  }

  @Needs(May.PROPOSE_PAYOUTS)
  @PostMapping(PATH + "/{id}/reject")
  Reply reject(Frame frame, @PathVariable long id, @RequestParam Map<String, String> fields) {
    var form = Form.of(fields);
    return one(
        frame,
        Show.PROPOSED,
        form,
        desk.reject(id, form.value("reason"), clock.instant(), Badge.actor(frame)));
  }

  @Needs(May.PROPOSE_PAYOUTS)
  @PostMapping(PATH + "/{id}/failed")
  Reply failed(Frame frame, @PathVariable long id, @RequestParam Map<String, String> fields) {
    var form = Form.of(fields);
    return one(
        frame,
        Show.SENT,
        form,
        desk.failed(id, form.value("reason"), clock.instant(), Badge.actor(frame)));
  }

  /** Puts the ticked ones into a file for the bank. */
  @Needs(May.PROPOSE_PAYOUTS)
  @PostMapping(PATH + "/export")
  Reply export(Frame frame, @RequestParam Map<String, String> fields) {
    return switch (desk.export(picked(fields).toList(), clock.instant(), Badge.actor(frame))) {
      case Answer.Done<Long>(var batch) -> new Redirect(PATH + "/batches/" + batch);
      case Answer.Refused<Long>(var reasons) ->
          Page.refused(TEMPLATE, model(frame, Show.APPROVED, 1, Form.blank().with(reasons), ""));
    };
  }

  /** What one person may approve on a day. */
  @Needs(May.CHANGE_SETTINGS)
  @PostMapping(PATH + "/limit")
  Reply limit(Frame frame, @RequestParam Map<String, String> fields) {
    var form = Form.of(fields);
    var digits = form.value("limit").strip().replaceAll("^Rp|[ .,]", "");
    if (!digits.matches("[0-9]{0,12}") || digits.matches("0+")) {
      return Page.refused(
          TEMPLATE,
          model(frame, Show.PROPOSED, 1, form.with(Refusal.of("amount-unreadable", "limit")), ""));
    }
    desk.personDayMax(digits.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(digits)));
    return new Redirect(PATH + "?show=proposed");
  }

  private static Stream<Long> picked(Map<String, String> fields) {
    return fields.keySet().stream()
        .filter(name -> name.matches(PICK + "[0-9]{1,18}"))
        .map(name -> Long.valueOf(name.substring(PICK.length())))
        .sorted();
  }

  private Reply each(
      Frame frame,
      Show from,
      Show to,
      Map<String, String> fields,
      LongFunction<Answer<Payout>> verb) {
    var refusals = new ArrayList<Refusal>();
    var ids = picked(fields).toList();
    for (var id : ids) {
      if (verb.apply(id) instanceof Answer.Refused<Payout>(var reasons)) {
        refusals.addAll(reasons);
      }
    }
    if (ids.isEmpty()) {
      refusals.add(Refusal.of("payout-none-picked", ""));
    }
    return refusals.isEmpty()
        ? new Redirect(PATH + "?show=" + to.slug())
        : Page.refused(TEMPLATE, model(frame, from, 1, Form.blank().with(refusals), ""));
  }

  private Reply one(Frame frame, Show show, Form form, Answer<Payout> answer) {
    return switch (answer) {
      case Answer.Done<Payout> done -> new Redirect(PATH + "?show=" + show.slug());
      case Answer.Refused<Payout>(var reasons) ->
          Page.refused(TEMPLATE, model(frame, show, 1, form.with(reasons), ""));
    };
  }

  private PayoutsModel model(Frame frame, Show show, int asked, Form form, String code) {
    var role = Badge.of(frame).role();
    var count = count(show);
    var last = (int) Math.max(1, (count + Payouts.ROWS_MAX - 1) / Payouts.ROWS_MAX);
    var page = Math.clamp(asked, 1, last);
    var rows = show == Show.OWED ? List.<Payout>of() : payouts.page(show.states, page);
    var limit = desk.personDayMax();
    return new PayoutsModel(
        tabs.of(frame, MoneyTabs.Tab.PAYOUTS),
        Arrays.stream(Show.values())
            .map(
                one ->
                    new Tab(
                        frame.text("payout.show." + one),
                        PATH + "?show=" + one.slug(),
                        one == Show.DONE ? -1 : count(one),
                        one == show))
            .toList(),
        show,
        show == Show.OWED ? payouts.owed(page) : List.of(),
        rows,
        actors.of(
            rows.stream()
                .flatMap(row -> Stream.of(row.proposedBy(), String.valueOf(row.decidedBy())))
                .toList()),
        May.PROPOSE_PAYOUTS.allows(role),
        May.APPROVE_PAYOUTS.allows(role),
        Badge.actor(frame).reference(),
        limit,
        code,
        page,
        last,
        form.typed().containsKey("limit")
            ? form
            : Form.of(Map.of("limit", limit.map(String::valueOf).orElse("")))
                .with(form.refusals()));
  }

  private long count(Show show) {
    return show == Show.OWED ? payouts.countOwed() : payouts.count(show.states);
  }
}
