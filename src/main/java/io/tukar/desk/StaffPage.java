package io.tukar.desk;

import io.tukar.kernel.Answer;
import io.tukar.kernel.Role;
import io.tukar.staff.Accounts;
import io.tukar.staff.May;
import io.tukar.staff.Member;
import io.tukar.staff.Needs;
import io.tukar.staff.PasswordLinks;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Staf: who has an account, and what a manager does with it. */
@Controller
class StaffPage {

  private static final String LIST = "desk/staff";
  private static final String ONE = "desk/account";

  private final Accounts accounts;
  private final PasswordLinks links;
  private final Clock clock;
  private final String base;

  StaffPage(
      Accounts accounts,
      PasswordLinks links,
      Clock clock,
      @Value("${tukar.public-url:http://127.0.0.1:8080}") String publicUrl) {
    this.accounts = accounts;
    this.links = links;
    this.clock = clock;
    this.base = publicUrl.replaceAll("/+$", "");
  }

  @Needs(May.CHANGE_SETTINGS)
  @GetMapping("/desk/staff")
  Page list(@RequestParam(defaultValue = "") String after) {
    return Page.of(LIST, model(after, Form.blank(), "", ""));
  }

  /** Makes an account and shows the link to its first password. */
  @Needs(May.CHANGE_SETTINGS)
  @PostMapping("/desk/staff")
  Reply make(Frame frame, @RequestParam Map<String, String> fields) {
    var typed = new Typed(fields);
    var form = Form.of(fields);
    var role = typed.choice("role", Role.class);
    if (role.isEmpty()) {
      return Page.refused(LIST, model("", form.with(typed.refusals()), "", ""));
    }
    var at = clock.instant();
    var by = Badge.actor(frame);
    return switch (accounts.make(typed.text("login"), typed.text("name"), role.get(), at, by)) {
      case Answer.Done<Member>(var member) ->
          Page.of(LIST, model("", Form.blank(), link(frame, member.id(), at), member.name()));
      case Answer.Refused<Member>(var reasons) ->
          Page.refused(LIST, model("", form.with(reasons), "", ""));
    };
  }

  @Needs(May.CHANGE_SETTINGS)
  @GetMapping("/desk/staff/{id}")
  Page one(@PathVariable long id) {
    var account = find(id);
    return Page.of(
        ONE, new AccountModel(account, Form.of(Map.of("role", account.role().name())), ""));
  }

  @Needs(May.CHANGE_SETTINGS)
  @PostMapping("/desk/staff/{id}/role")
  Reply role(Frame frame, @PathVariable long id, @RequestParam Map<String, String> fields) {
    var typed = new Typed(fields);
    var role = typed.choice("role", Role.class);
    return role.isEmpty()
        ? Page.refused(ONE, new AccountModel(find(id), Form.of(fields).with(typed.refusals()), ""))
        : answer(
            fields,
            id,
            accounts.changeRole(
                id, version(fields), role.get(), clock.instant(), Badge.actor(frame)));
  }

  /** Asks once more, and says what it means. */
  @Needs(May.CHANGE_SETTINGS)
  @GetMapping("/desk/staff/{id}/deactivate")
  Reply askToDeactivate(@PathVariable long id) {
    var account = find(id);
    var path = "/desk/staff/" + id;
    return account.active()
        ? Page.of(
            "desk/confirm",
            new Confirmation(
                account.name(),
                "desk.staff.deactivate.ask",
                List.of(
                    "desk.staff.deactivate.session",
                    "desk.staff.deactivate.link",
                    "desk.staff.deactivate.record",
                    "desk.staff.deactivate.undo"),
                "desk.staff.deactivate",
                path + "/deactivate",
                account.version(),
                path))
        : new Redirect(path);
  }

  @Needs(May.CHANGE_SETTINGS)
  @PostMapping("/desk/staff/{id}/deactivate")
  Reply deactivate(Frame frame, @PathVariable long id, @RequestParam Map<String, String> fields) {
    return answer(
        fields, id, accounts.deactivate(id, version(fields), clock.instant(), Badge.actor(frame)));
  }

  @Needs(May.CHANGE_SETTINGS)
  @PostMapping("/desk/staff/{id}/reactivate")
  Reply reactivate(Frame frame, @PathVariable long id, @RequestParam Map<String, String> fields) {
    return answer(
        fields, id, accounts.reactivate(id, version(fields), clock.instant(), Badge.actor(frame)));
  }

  /** Shows a new link to a password; the one before is over. */
  @Needs(May.CHANGE_SETTINGS)
  @PostMapping("/desk/staff/{id}/link")
  Reply offer(Frame frame, @PathVariable long id) {
    var account = find(id);
    if (!account.active()) {
      return new Redirect("/desk/staff/" + id);
    }
    var form = Form.of(Map.of("role", account.role().name()));
    return Page.of(ONE, new AccountModel(account, form, link(frame, id, clock.instant())));
  }

  private Reply answer(Map<String, String> fields, long id, Answer<Accounts.Account> answer) {
    return switch (answer) {
      case Answer.Done<Accounts.Account> done -> new Redirect("/desk/staff/" + id);
      case Answer.Refused<Accounts.Account>(var reasons) -> {
        var account = find(id);
        var role = fields.getOrDefault("role", account.role().name());
        yield Page.refused(
            ONE, new AccountModel(account, Form.of(Map.of("role", role)).with(reasons), ""));
      }
    };
  }

  private String link(Frame frame, long id, Instant at) {
    return links
        .offer(id, at, Badge.actor(frame))
        .map(secret -> base + PasswordLinks.path(secret))
        .orElse("");
  }

  private StaffModel model(String after, Form form, String link, String linkFor) {
    var rows = accounts.page(after);
    var next =
        rows.size() < Accounts.ROWS_MAX
            ? ""
            : "/desk/staff?after="
                + URLEncoder.encode(rows.getLast().login(), StandardCharsets.UTF_8);
    return new StaffModel(rows, next, form, link, linkFor);
  }

  private Accounts.Account find(long id) {
    return accounts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static int version(Map<String, String> fields) {
    var version = fields.getOrDefault("version", "");
    return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0;
  }
}
