package io.tukar.entrance;

import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.staff.Accounts;
import io.tukar.staff.May;
import io.tukar.staff.Member;
import io.tukar.staff.Needs;
import io.tukar.web.Form;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where staff change their own password. This session stays; their others end. */
@Controller
final class OwnPasswordPage {

  private static final String PATH = "/desk/password";
  private static final String TEMPLATE = "entrance/password";

  private final SignIn signIn;
  private final Accounts accounts;
  private final Clock clock;

  OwnPasswordPage(SignIn signIn, Accounts accounts, Clock clock) {
    this.signIn = signIn;
    this.accounts = accounts;
    this.clock = clock;
  }

  @GetMapping(PATH)
  Page ask(@RequestParam(defaultValue = "") String done) {
    return Page.of(TEMPLATE, Form.of(Map.of("done", done)));
  }

  @Needs(May.LOOK)
  @PostMapping(PATH)
  Reply change(
      @RequestParam(defaultValue = "") String old,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    var member = StaffViewer.current();
    var at = clock.instant();
    return switch (signIn.as(member.login(), old, request.getRemoteAddr(), at)) {
      case SignIn.Outcome.Wrong() ->
          Page.refused(TEMPLATE, Form.blank().with(Refusal.of("password-wrong", "old")));
      case SignIn.Outcome.TooSoon(var left) -> {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(left.toSeconds()));
        yield new Page(
            TEMPLATE,
            Form.blank().with(Refusal.of("sign-in-too-soon", "old", left.toSeconds())),
            HttpStatus.TOO_MANY_REQUESTS);
      }
      case SignIn.Outcome.Welcome welcome ->
          switch (accounts.changePassword(member, password, at)) {
            case Answer.Done<Member>(var changed) -> {
              StaffSession.begin(request, changed);
              yield new Redirect(PATH + "?done=true");
            }
            case Answer.Refused<Member>(var reasons) ->
                Page.refused(TEMPLATE, Form.blank().with(reasons));
          };
    };
  }
}
