package io.tukar.entrance;

import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.staff.Member;
import io.tukar.staff.SetupLink;
import io.tukar.web.Form;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the first manager's account is made, by the link that the server printed at its start. */
@Controller
final class SetupPage {

  private static final Logger LOG = LoggerFactory.getLogger(SetupPage.class);
  private static final String PATH = "/setup";

  private final SetupLink link;
  private final Clock clock;

  SetupPage(SetupLink link, Clock clock) {
    this.link = link;
    this.clock = clock;
  }

  @GetMapping(PATH)
  Reply ask(@RequestParam(defaultValue = "") String token) {
    return link.isOpen(token, clock.instant())
        ? Page.of("entrance/setup", Form.of(Map.of("token", token)))
        : over();
  }

  @PostMapping(PATH)
  Reply make(
      @RequestParam(defaultValue = "") String token,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "") String password) {
    var at = clock.instant();
    if (!link.isOpen(token, at)) {
      return over();
    }
    return switch (link.use(token, login, name, password, at)) {
      case Answer.Done<Member>(var manager) -> {
        LOG.info("The first account was made: staff {}", manager.id());
        yield new Redirect(SignInPage.PATH);
      }
      case Answer.Refused<Member>(var reasons) ->
          Page.refused(
              "entrance/setup",
              Form.of(Map.of("token", token, "name", name, "login", login)).with(reasons));
    };
  }

  private static Page over() {
    return new Page(
        "entrance/setup", Form.blank().with(Refusal.of("setup-link-over", "")), HttpStatus.GONE);
  }
}
