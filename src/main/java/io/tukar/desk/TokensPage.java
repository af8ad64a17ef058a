package io.tukar.desk;

import io.tukar.kernel.Answer;
import io.tukar.kernel.Role;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.staff.Tokens;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Token API: what shop software comes in with. */
@Controller
class TokensPage {

  private static final String PATH = "/desk/tokens";
  private static final String TEMPLATE = "desk/tokens";

  private final Tokens tokens;
  private final Clock clock;

  TokensPage(Tokens tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  @Needs(May.CHANGE_SETTINGS)
  @GetMapping(PATH)
  Page list(@RequestParam(defaultValue = "") String before) {
    var place = before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
    return Page.of(TEMPLATE, model(place, Form.blank(), ""));
  }

  /** Makes a token and shows its text this once. */
  @Needs(May.CHANGE_SETTINGS)
  @PostMapping(PATH)
  Reply make(Frame frame, @RequestParam Map<String, String> fields) {
    var typed = new Typed(fields);
    var form = Form.of(fields);
    var role = typed.choice("role", Role.class);
    if (!typed.text("once").matches("[0-9a-f-]{36}")) {
      typed.refuse("choice-missing", "name");
    }
    if (role.isEmpty() || !typed.refusals().isEmpty()) {
      return Page.refused(TEMPLATE, model(Long.MAX_VALUE, form.with(typed.refusals()), ""));
    }
    return switch (tokens.make(
        typed.text("once"), typed.text("name"), role.get(), clock.instant(), Badge.actor(frame))) {
      case Answer.Done<String>(var secret) ->
          Page.of(TEMPLATE, model(Long.MAX_VALUE, Form.blank(), secret));
      case Answer.Refused<String>(var reasons) ->
          Page.refused(TEMPLATE, model(Long.MAX_VALUE, form.with(reasons), ""));
    };
  }

  /** Asks once more, and says what it means. */
  @Needs(May.CHANGE_SETTINGS)
  @GetMapping(PATH + "/{id}/revoke")
  Reply askToRevoke(@PathVariable long id) {
    var token =
        tokens.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return token.revokedAt() == null
        ? Page.of(
            "desk/confirm",
            new Confirmation(
                token.name(),
                "desk.tokens.revoke.ask",
                List.of("desk.tokens.revoke.now", "desk.tokens.revoke.final"),
                "desk.tokens.revoke.do",
                PATH + "/" + id + "/revoke",
                0,
                PATH))
        : new Redirect(PATH);
  }

  @Needs(May.CHANGE_SETTINGS)
  @PostMapping(PATH + "/{id}/revoke")
  Reply revoke(Frame frame, @PathVariable long id) {
    tokens.revoke(id, clock.instant(), Badge.actor(frame));
    return new Redirect(PATH);
  }

  private TokensModel model(long before, Form form, String secret) {
    var rows = tokens.page(before);
    var next = rows.size() < Tokens.ROWS_MAX ? "" : PATH + "?before=" + rows.getLast().id();
    return new TokensModel(rows, next, form, secret, UUID.randomUUID().toString());
  }
}
