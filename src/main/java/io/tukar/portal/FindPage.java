package io.tukar.portal;

import io.tukar.kernel.Refusal;
import io.tukar.messaging.PortalLinks;
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

/** Cari: one field for the number, one for the contact. */
@Controller
final class FindPage {

  private final Finder finder;
  private final PortalLinks links;
  private final Clock clock;

  FindPage(Finder finder, PortalLinks links, Clock clock) {
    this.finder = finder;
    this.links = links;
    this.clock = clock;
  }

  @GetMapping("/")
  Reply start(@RequestParam(defaultValue = "") String number) {
    return Page.of("portal/find", Form.of(Map.of("number", number)));
  }

  @GetMapping("/cari")
  Reply again() {
    return new Redirect("/");
  }

  @PostMapping("/cari")
  Reply find(
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String contact,
      HttpServletRequest request,
      HttpServletResponse response) {
    var typed = Form.of(Map.of("number", number, "contact", contact));
    return switch (finder.find(number, contact, request.getRemoteAddr(), clock.instant())) {
      case Finder.Found.AnOrder(var order) -> new Redirect(links.orderPath(order));
      case Finder.Found.ACase(var rma) -> new Redirect(links.casePath(rma));
      case Finder.Found.Nothing(var reasons) -> Page.refused("portal/find", typed.with(reasons));
      case Finder.Found.TooSoon(var wait) -> {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
        yield new Page(
            "portal/find",
            typed.with(Refusal.of("too-soon", "number", wait.toSeconds())),
            HttpStatus.TOO_MANY_REQUESTS);
      }
    };
  }
}
