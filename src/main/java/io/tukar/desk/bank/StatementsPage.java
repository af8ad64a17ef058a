package io.tukar.desk.bank;

import io.tukar.cashier.BankAccounts;
import io.tukar.cashier.BankStatements;
import io.tukar.cashier.Cashier;
import io.tukar.cashier.Receipts;
import io.tukar.cashier.StatementIntake;
import io.tukar.csv.UnreadableFile;
import io.tukar.desk.ActorNames;
import io.tukar.desk.Badge;
import io.tukar.desk.MoneyTabs;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.settlement.TrustedWord;
import io.tukar.settlement.statement.BadStatement;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Mutasi bank: files taken in, whole or not at all, and what is missing between them. */
@Controller
class StatementsPage {

  static final String PATH = "/desk/money/statements";
  private static final String LIST = "desk/bank/statements";
  private static final long FILE_BYTES_MAX = 100L << 20;

  private final StatementIntake intake;
  private final BankStatements statements;
  private final BankAccounts accounts;
  private final Receipts receipts;
  private final Cashier cashier;
  private final TrustedWord word;
  private final MoneyTabs tabs;
  private final ActorNames actors;
  private final Clock clock;

  StatementsPage(
      StatementIntake intake,
      BankStatements statements,
      BankAccounts accounts,
      Receipts receipts,
      Cashier cashier,
      TrustedWord word,
      MoneyTabs tabs,
      ActorNames actors,
      Clock clock) {
    this.intake = intake;
    this.statements = statements;
    this.accounts = accounts;
    this.receipts = receipts;
    this.cashier = cashier;
    this.word = word;
    this.tabs = tabs;
    this.actors = actors;
    this.clock = clock;
  }

  @Needs(May.BOOK_PAYMENTS)
  @GetMapping(PATH)
  Page list(Frame frame, @RequestParam(defaultValue = "1") int page) {
    return Page.of(LIST, model(frame, page, Form.blank(), Form.blank()));
  }

  /** Takes a file in, and gives the receipts of which it is sure to their cases. */
  @Needs(May.BOOK_PAYMENTS)
  @PostMapping(PATH)
  Reply take(Frame frame, @RequestParam("file") MultipartFile file) throws IOException {
    if (file.isEmpty()) {
      return refused(frame, Refusal.of("statement-missing", "file"));
    }
    if (file.getSize() > FILE_BYTES_MAX) {
      return refused(frame, Refusal.of("statement-too-large", "file", FILE_BYTES_MAX >> 20));
    }
    var copy = Files.createTempFile("tukar-statement", ".tmp");
    try {
      file.transferTo(copy);
      var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
      var now = clock.instant();
      var by = Badge.actor(frame);
      return switch (intake.take(copy, name, now, by)) {
        case Answer.Done<StatementIntake.Taken>(var taken) ->
            new Redirect(
                PATH
                    + "/"
                    + taken.statement()
                    + "?taken="
                    + !taken.again()
                    + "&again="
                    + taken.again()
                    + "&matched="
                    + cashier.matchTheSure(now, by));
        case Answer.Refused<StatementIntake.Taken>(var reasons) ->
            Page.refused(LIST, model(frame, 1, Form.blank().with(reasons), Form.blank()));
      };
    } catch (BadStatement | UnreadableFile e) {
      return refused(
          frame,
          Refusal.of("statement-refused", "file", Optional.ofNullable(e.getMessage()).orElse("")));
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  @Needs(May.BOOK_PAYMENTS)
  @GetMapping(PATH + "/{id}")
  Page show(
      Frame frame,
      @PathVariable long id,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "false") boolean taken,
      @RequestParam(defaultValue = "false") boolean again,
      @RequestParam(defaultValue = "0") int matched) {
    var statement =
        statements.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var last = lastOf(statement.fresh(), Receipts.ROWS_MAX);
    var at = Math.clamp(page, 1, last);
    return Page.of(
        "desk/bank/statement",
        new StatementModel(
            statement,
            receipts.of(id, at),
            statements.pending(id),
            actors.name(frame, statement.actor()),
            taken,
            again,
            matched,
            at,
            last));
  }

  /** Says that one more account is the shop's. */
  @Needs(May.CHANGE_SETTINGS)
  @PostMapping(PATH + "/accounts")
  Reply account(Frame frame, @RequestParam Map<String, String> fields) {
    var form = Form.of(fields);
    var number = form.value("account").replaceAll("[ .-]", "");
    if (!number.matches("[0-9]{5,20}")) {
      return Page.refused(
          LIST,
          model(
              frame,
              1,
              Form.blank(),
              form.with(Refusal.of("statement-account-unreadable", "account"))));
    }
    accounts.add(number, clock.instant(), Badge.actor(frame));
    return new Redirect(PATH);
  }

  /** Says how far a transfer that was only seen is trusted. */
  @Needs(May.CHANGE_SETTINGS)
  @PostMapping(PATH + "/limit")
  Reply limit(Frame frame, @RequestParam Map<String, String> fields) {
    var form = Form.of(fields);
    var digits = form.value("limit").strip().replaceAll("^Rp|[ .,]", "");
    if (!digits.matches("[0-9]{0,12}")) {
      return Page.refused(
          LIST, model(frame, 1, Form.blank(), form.with(Refusal.of("amount-unreadable", "limit"))));
    }
    word.limit(digits.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(digits)));
    return new Redirect(PATH);
  }

  private Page refused(Frame frame, Refusal why) {
    return Page.refused(LIST, model(frame, 1, Form.blank().with(why), Form.blank()));
  }

  private StatementsModel model(Frame frame, int asked, Form file, Form settings) {
    var last = lastOf(statements.count(), BankStatements.ROWS_MAX);
    var page = Math.clamp(asked, 1, last);
    var limit = word.limit();
    return new StatementsModel(
        tabs.of(frame, MoneyTabs.Tab.STATEMENTS),
        statements.page(page),
        statements.gaps(),
        accounts.numbers(),
        page,
        last,
        May.CHANGE_SETTINGS.allows(Badge.of(frame).role()),
        limit,
        file,
        settings.isRefused()
            ? settings
            : Form.of(Map.of("limit", limit.map(String::valueOf).orElse(""))));
  }

  private static int lastOf(long rows, int perPage) {
    return (int) Math.max(1, (rows + perPage - 1) / perPage);
  }
}
