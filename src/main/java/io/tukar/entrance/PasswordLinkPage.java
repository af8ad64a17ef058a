package io.tukar.entrance;

import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.staff.PasswordLinks;
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

/** Where staff set a password by the link a manager gave them. */
@Controller
final class PasswordLinkPage {

  private static final Logger LOG = LoggerFactory.getLogger(PasswordLinkPage.class);
  private static final String PATH = "/setup/password";
  private static final String TEMPLATE = "entrance/passwordLink";

  private final PasswordLinks links;
  private final Clock clock;

  PasswordLinkPage(PasswordLinks links, Clock clock) {
    this.links = links;
    this.clock = clock;
  }

  @GetMapping(PATH)
  Reply ask(@RequestParam(defaultValue = "") String token) {
    return links.isOpen(token, clock.instant())
        ? Page.of(TEMPLATE, Form.of(Map.of("token", token)))
        : over();
  }

  @PostMapping(PATH)
  Reply set(
      @RequestParam(defaultValue = "") String token,
      @RequestParam(defaultValue = "") String password) {
    var at = clock.instant();
    if (!links.isOpen(token, at)) {
      return over();
    }
    return switch (links.use(token, password, at)) {
      case Answer.Done<Long>(var id) -> {
        LOG.info("Staff {} set a password by a link", id);
        yield new Redirect(SignInPage.PATH);
      }
      case Answer.Refused<Long>(var reasons) ->
          Page.refused(TEMPLATE, Form.of(Map.of("token", token)).with(reasons));
    };
  }

  private static Page over() {
    return new Page(
        TEMPLATE, Form.blank().with(Refusal.of("password-link-over", "")), HttpStatus.GONE);
  }
}
