package io.tukar.portal.policy;

import io.tukar.policy.Policy;
import io.tukar.policy.PolicyBook;
import io.tukar.policy.edit.PolicySchema;
import io.tukar.policy.versions.Policies;
import io.tukar.portal.status.ShopCards;
import io.tukar.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** Kebijakan: what the shop promises and asks, for everybody. */
@Controller
final class PolicyPage {

  static final String PATH = "/policy";

  private final Policies policies;
  private final ShopCards shop;
  private final Clock clock;

  PolicyPage(Policies policies, ShopCards shop, Clock clock) {
    this.policies = policies;
    this.shop = shop;
    this.clock = clock;
  }

  @GetMapping(PATH)
  Page current(HttpServletResponse response) {
    var book = policies.current();
    return sheet(book, book.inForceAt(clock.instant()), response);
  }

  /** What a policy's file may hold, for editors that check it as one types. */
  @GetMapping(path = PATH + "/schema.json", produces = "application/schema+json")
  @ResponseBody
  String schema(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
    return PolicySchema.json();
  }

  /** Any version the shop has decided by or will decide by. */
  @GetMapping(PATH + "/{version}")
  Page version(@PathVariable String version, HttpServletResponse response) {
    var book = policies.current();
    return find(book, version)
        .map(policy -> sheet(book, policy, response))
        .orElseGet(
            () ->
                new Page(
                    "portal/noPolicy",
                    book.versions().reversed().stream().map(Policy::version).toList(),
                    HttpStatus.NOT_FOUND));
  }

  private static Optional<Policy> find(PolicyBook book, String version) {
    return book.versions().reversed().stream()
        .filter(policy -> Integer.toString(policy.version()).equals(version))
        .findFirst();
  }

  /** Names nobody, so a browser may keep it; it asks each time whether it is still so. */
  private Page sheet(PolicyBook book, Policy policy, HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.COOKIE);
    return Page.of("portal/policy", PolicySheet.of(book, policy, clock.instant(), shop.card()));
  }
}
