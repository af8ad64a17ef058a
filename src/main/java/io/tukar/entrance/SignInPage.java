package io.tukar.entrance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tukar.kernel.Refusal;
import io.tukar.web.Form;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where staff sign in and out. */
@Controller
final class SignInPage {

  static final String PATH = "/desk/sign-in";
  static final String PATH_OUT = "/desk/sign-out";
  private static final String TEMPLATE = "entrance/signIn";

  private final SignIn signIn;
  private final CsrfTokenRepository forms;
  private final Clock clock;

  SignInPage(SignIn signIn, CsrfTokenRepository forms, Clock clock) {
    this.signIn = signIn;
    this.forms = forms;
    this.clock = clock;
  }

  /** This page, going on to that one. */
  static String pathTo(Onward onward) {
    return onward.equals(Onward.HOME)
        ? PATH
        : PATH + "?next=" + URLEncoder.encode(onward.path(), UTF_8);
  }

  @GetMapping(PATH)
  Reply ask(@RequestParam(defaultValue = "") String next) {
    return StaffViewer.signedIn().isPresent()
        ? new Redirect(Onward.of(next).path())
        : Page.of(TEMPLATE, Form.of(Map.of("next", Onward.of(next).path())));
  }

  @PostMapping(PATH)
  Reply signIn(
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    var onward = Onward.of(next);
    var typed = Form.of(Map.of("login", login, "next", onward.path()));
    return switch (signIn.as(login, password, request.getRemoteAddr(), clock.instant())) {
      case SignIn.Outcome.Welcome(var member) -> {
        StaffSession.begin(request, member);
        // What a form was given before is worth nothing after.
        forms.saveToken(null, request, response);
        yield new Redirect(onward.path());
      }
      case SignIn.Outcome.Wrong() ->
          Page.refused(TEMPLATE, typed.with(Refusal.of("sign-in-wrong", "login")));
      case SignIn.Outcome.TooSoon(var left) -> {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(left.toSeconds()));
        yield new Page(
            TEMPLATE,
            typed.with(Refusal.of("sign-in-too-soon", "login", left.toSeconds())),
            HttpStatus.TOO_MANY_REQUESTS);
      }
    };
  }

  @PostMapping(PATH_OUT)
  Reply signOut(HttpServletRequest request) {
    StaffSession.end(request);
    return new Redirect(PATH);
  }
}
