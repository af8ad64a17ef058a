package io.tukar.desk.bank;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.cashier.Cashier;
import io.tukar.cashier.Receipt;
import io.tukar.cashier.Receipts;
import io.tukar.cashier.Receipts.Which;
import io.tukar.desk.ActorNames;
import io.tukar.desk.Badge;
import io.tukar.desk.MoneyTabs;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.rma.CaseRef;
import io.tukar.rma.Rmas;
import io.tukar.settlement.matching.Matcher;
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
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Dana masuk: what the bank's statements brought, and whose it is (clause P6). */
@Controller
class ReceiptsPage {

  static final String PATH = "/desk/money/receipts";
  private static final String LIST = "desk/bank/receipts";
  private static final String ONE = "desk/bank/receipt";
  private static final String MISSING = "missing";
  private static final String PICK = "pick-";

  private final Receipts receipts;
  private final Cashier cashier;
  private final Rmas rmas;
  private final MoneyTabs tabs;
  private final ActorNames actors;
  private final Clock clock;

  ReceiptsPage(
      Receipts receipts,
      Cashier cashier,
      Rmas rmas,
      MoneyTabs tabs,
      ActorNames actors,
      Clock clock) {
    this.receipts = receipts;
    this.cashier = cashier;
    this.rmas = rmas;
    this.tabs = tabs;
    this.actors = actors;
    this.clock = clock;
  }

  @Needs(May.BOOK_PAYMENTS)
  @GetMapping(PATH)
  Page list(
      Frame frame,
      @RequestParam(defaultValue = "open") String show,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "0") int done) {
    return Page.of(LIST, model(frame, show, page, done, Form.blank()));
  }

  @Needs(May.BOOK_PAYMENTS)
  @GetMapping(PATH + "/{id}")
  Page show(Frame frame, @PathVariable long id) {
    return Page.of(ONE, model(find(id), Form.blank()));
  }

  /** Gives the ticked receipts to the cases that were suggested beside them. */
  @Needs(May.BOOK_PAYMENTS)
  @PostMapping(PATH + "/picked")
  Reply picked(Frame frame, @RequestParam Map<String, String> fields) {
    var refusals = new ArrayList<Refusal>();
    var matcher = new Matcher(receipts.openAmounts());
    int done = 0;
    int picked = 0;
    for (var field : fields.entrySet()) {
      if (!field.getKey().matches(PICK + "[0-9]{1,18}")) {
        continue;
      }
      picked++;
      var id = Long.parseLong(field.getKey().substring(PICK.length()));
      switch (suggested(frame, matcher, id, field.getValue())) {
        case Answer.Done<Receipt> one -> done++;
        case Answer.Refused<Receipt>(var reasons) -> refusals.addAll(reasons);
      }
    }
    if (picked == 0) {
      refusals.add(Refusal.of("receipt-none-picked", ""));
    }
    return refusals.isEmpty()
        ? new Redirect(PATH + "?done=" + done)
        : Page.refused(
            LIST,
            model(
                frame, "open", 1, done, Form.blank().with(refusals.stream().distinct().toList())));
  }

  /** Gives a receipt to the cases that were suggested. */
  @Needs(May.BOOK_PAYMENTS)
  @PostMapping(PATH + "/{id}/suggested")
  Reply suggested(Frame frame, @PathVariable long id, @RequestParam Map<String, String> fields) {
    find(id);
    var answer =
        suggested(frame, new Matcher(receipts.openAmounts()), id, fields.getOrDefault("match", ""));
    return answered(id, Form.blank(), answer, PATH + "?done=1");
  }

  private Answer<Receipt> suggested(Frame frame, Matcher matcher, long id, String key) {
    var receipt = receipts.find(id);
    if (receipt.isEmpty()) {
      return Answer.refused(Refusal.of("receipt-gone", ""));
    }
    var match =
        suggestions(matcher, receipt.get()).stream()
            .filter(one -> one.key().equals(key))
            .findFirst();
    if (match.isEmpty()) {
      return key.equals(standing(id))
          ? Answer.done(receipt.get())
          : Answer.refused(Refusal.of("receipt-gone", ""));
    }
    return cashier.match(id, match.get().match(), clock.instant(), Badge.actor(frame));
  }

  /** What the receipt was given to, in the words of a suggestion's key. */
  private String standing(long id) {
    return String.join(
        ",",
        receipts.givenOf(id).stream()
            .filter(given -> given.undone() == null)
            .map(given -> given.rmaId() + ":" + given.amount().minor())
            .toList());
  }

  /** Gives a receipt, or a part of it, to the case somebody names. */
  @Needs(May.BOOK_PAYMENTS)
  @PostMapping(PATH + "/{id}/case")
  Reply toCase(Frame frame, @PathVariable long id, @RequestParam Map<String, String> fields) {
    var receipt = find(id);
    var form = Form.of(fields);
    var refusals = new ArrayList<Refusal>();
    var number = form.value("case").strip().toUpperCase(Locale.ROOT);
    var rma = rmas.idOf(number).flatMap(rmas::find);
    if (rma.isEmpty()) {
      refusals.add(Refusal.of(number.isEmpty() ? "receipt-no-case" : "no-such-case", "case"));
    }
    var amount = amount(form.value("amount"), receipt, refusals);
    if (refusals.isEmpty()
        && amount.compareTo(rma.orElseThrow().balance()) > 0
        && !form.value("more").equals("true")) {
      refusals.add(
          Refusal.of("receipt-more", "more", Math.max(0, rma.orElseThrow().balance().minor())));
    }
    if (!refusals.isEmpty()) {
      return Page.refused(ONE, model(receipt, form.with(refusals)));
    }
    var part = new Cashier.Part(CaseRef.latest(rma.orElseThrow().id()), amount);
    return answered(
        id,
        form,
        cashier.match(
            id, List.of(part), Cashier.Grounds.A_PERSONS_WORD, clock.instant(), Badge.actor(frame)),
        PATH + "/" + id);
  }

  private static Money amount(String typed, Receipt receipt, List<Refusal> refusals) {
    var digits = typed.strip().replaceAll("^Rp|[ .,]", "");
    if (digits.isEmpty()) {
      return receipt.left();
    }
    if (!digits.matches("[0-9]{1,12}") || Long.parseLong(digits) == 0) {
      refusals.add(Refusal.of("amount-unreadable", "amount"));
      return receipt.left();
    }
    return Money.rupiah(Long.parseLong(digits));
  }

  /** An entry is the transfer that somebody had noted. */
  @Needs(May.BOOK_PAYMENTS)
  @PostMapping(PATH + "/{id}/typed")
  Reply typed(Frame frame, @PathVariable long id, @RequestParam Map<String, String> fields) {
    find(id);
    var typed = fields.getOrDefault("typed", "");
    if (!typed.matches("[0-9]{1,18}")) {
      return Page.refused(ONE, model(find(id), Form.blank().with(Refusal.of("receipt-gone", ""))));
    }
    return answered(
        id,
        Form.blank(),
        cashier.settle(id, Long.parseLong(typed), clock.instant(), Badge.actor(frame)),
        PATH + "/" + id);
  }

  /** The receipt is not the exchange desk's. */
  @Needs(May.BOOK_PAYMENTS)
  @PostMapping(PATH + "/{id}/aside")
  Reply aside(Frame frame, @PathVariable long id, @RequestParam Map<String, String> fields) {
    find(id);
    var form = Form.of(fields);
    return answered(
        id,
        form,
        cashier.setAside(id, form.value("reason"), clock.instant(), Badge.actor(frame)),
        PATH);
  }

  /** It is, after all. */
  @Needs(May.BOOK_PAYMENTS)
  @PostMapping(PATH + "/{id}/take-up")
  Reply takeUp(Frame frame, @PathVariable long id) {
    find(id);
    return answered(
        id, Form.blank(), cashier.takeUp(id, clock.instant(), Badge.actor(frame)), PATH + "/" + id);
  }

  /** Takes it back from a case. */
  @Needs(May.BOOK_PAYMENTS)
  @PostMapping(PATH + "/{id}/undo")
  Reply undo(Frame frame, @PathVariable long id, @RequestParam Map<String, String> fields) {
    find(id);
    var form = Form.of(fields);
    var match = form.value("match");
    var given =
        receipts.givenOf(id).stream().filter(one -> ("" + one.id()).equals(match)).findFirst();
    return given
        .map(
            one ->
                answered(
                    id,
                    form,
                    cashier.unmatch(
                        one.id(), form.value("reason"), clock.instant(), Badge.actor(frame)),
                    PATH + "/" + id))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** A transfer that somebody noted never came. */
  @Needs(May.BOOK_PAYMENTS)
  @PostMapping(PATH + "/never-came")
  Reply neverCame(Frame frame, @RequestParam Map<String, String> fields) {
    var form = Form.of(fields);
    var typed = form.value("typed");
    var answer =
        typed.matches("[0-9]{1,18}")
            ? cashier.neverCame(
                Long.parseLong(typed), form.value("reason"), clock.instant(), Badge.actor(frame))
            : Answer.<Long>refused(Refusal.of("receipt-gone", ""));
    return switch (answer) {
      case Answer.Done<Long> done -> new Redirect(PATH + "?show=" + MISSING);
      case Answer.Refused<Long>(var reasons) ->
          Page.refused(LIST, model(frame, MISSING, 1, 0, form.with(reasons)));
    };
  }

  private Reply answered(long id, Form form, Answer<Receipt> answer, String onward) {
    return switch (answer) {
      case Answer.Done<Receipt> done -> new Redirect(onward);
      case Answer.Refused<Receipt>(var reasons) ->
          Page.refused(ONE, model(find(id), form.with(reasons)));
    };
  }

  private Receipt find(long id) {
    return receipts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static List<Suggestion> suggestions(Matcher matcher, Receipt receipt) {
    return receipt.in() && !receipt.aside() && receipt.left().isPositive()
        ? matcher.matches(Receipts.forMatching(receipt)).stream().map(Suggestion::of).toList()
        : List.of();
  }

  private ReceiptModel model(Receipt receipt, Form form) {
    var given = receipts.givenOf(receipt.id());
    return new ReceiptModel(
        receipt,
        suggestions(new Matcher(receipts.openAmounts()), receipt),
        receipt.left().isPositive() && !receipt.aside() ? receipts.typedLike(receipt) : List.of(),
        given,
        actors.of(given.stream().map(Receipts.Given::actor).toList()),
        form);
  }

  private ReceiptsModel model(Frame frame, String asked, int page, int done, Form form) {
    var missing = asked.equals(MISSING);
    var which =
        Arrays.stream(Which.values())
            .filter(one -> slug(one).equals(asked))
            .findFirst()
            .orElse(Which.OPEN);
    var sum = receipts.sum(which);
    var last = (int) Math.max(1, (sum.count() + Receipts.ROWS_MAX - 1) / Receipts.ROWS_MAX);
    var at = Math.clamp(page, 1, last);
    var noted = receipts.missing();
    return new ReceiptsModel(
        tabs.of(frame, MoneyTabs.Tab.RECEIPTS),
        shows(frame, missing ? Optional.empty() : Optional.of(which), noted.size()),
        missing ? MISSING : slug(which),
        missing ? List.of() : rows(which, at),
        missing ? noted : List.of(),
        sum,
        clock.instant().atZone(WorkingCalendar.SHOP_ZONE).toLocalDate(),
        done,
        missing ? 1 : at,
        missing ? 1 : last,
        form);
  }

  private List<ReceiptsModel.Row> rows(Which which, int page) {
    var matcher = new Matcher(which == Which.OPEN ? receipts.openAmounts() : List.of());
    return receipts.page(which, page).stream()
        .map(
            receipt ->
                new ReceiptsModel.Row(
                    receipt,
                    suggestions(matcher, receipt),
                    which == Which.MATCHED ? receipts.givenOf(receipt.id()) : List.of()))
        .toList();
  }

  private List<Tab> shows(Frame frame, Optional<Which> shown, int missing) {
    var shows = new ArrayList<Tab>();
    for (var which : Which.values()) {
      shows.add(
          new Tab(
              frame.text("money.show." + which),
              PATH + "?show=" + slug(which),
              receipts.sum(which).count(),
              shown.filter(which::equals).isPresent()));
    }
    shows.add(
        new Tab(
            frame.text("money.show.MISSING"), PATH + "?show=" + MISSING, missing, shown.isEmpty()));
    return shows;
  }

  private static String slug(Which which) {
    return which.name().toLowerCase(Locale.ROOT);
  }
}
