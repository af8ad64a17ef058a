package io.tukar.web;

import io.tukar.kernel.Language;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Settles the page's language: {@code ?lang=}, kept in a cookie from then on; else the cookie; else
 * Accept-Language, on pages for customers; else Indonesian.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
public final class LanguageFilter extends OncePerRequestFilter {

  private static final String ATTRIBUTE = LanguageFilter.class.getName();
  private static final String COOKIE = "lang";

  /** The language of this request's answer. */
  public static Language languageOf(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Language language ? language : Language.ID;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Language> chosen = asked(request.getQueryString());
    chosen.ifPresent(language -> response.addHeader(HttpHeaders.SET_COOKIE, cookie(language)));
    request.setAttribute(
        ATTRIBUTE, chosen.or(() -> remembered(request)).orElseGet(() -> accepted(request)));
    chain.doFilter(request, response);
  }

  private static Optional<Language> asked(@Nullable String query) {
    if (query == null) {
      return Optional.empty();
    }
    return Arrays.stream(query.split("&"))
        .filter(part -> part.startsWith("lang="))
        .flatMap(part -> byCode(part.substring("lang=".length())).stream())
        .findFirst();
  }

  private static Optional<Language> remembered(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    return Arrays.stream(cookies)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .flatMap(cookie -> byCode(cookie.getValue()).stream())
        .findFirst();
  }

  private static Language accepted(HttpServletRequest request) {
    if (request.getRequestURI().startsWith("/desk")
        || request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
      return Language.ID;
    }
    List<Locale.LanguageRange> ranges;
    try {
      ranges = Locale.LanguageRange.parse(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    } catch (IllegalArgumentException malformed) {
      return Language.ID;
    }
    return ranges.stream()
        .flatMap(range -> byCode(Locale.forLanguageTag(range.getRange()).getLanguage()).stream())
        .findFirst()
        .orElse(Language.ID);
  }

  private static Optional<Language> byCode(String code) {
    // "in" is what old phones call Indonesian.
    return switch (code) {
      case "id", "in" -> Optional.of(Language.ID);
      case "en" -> Optional.of(Language.EN);
      default -> Optional.empty();
    };
  }

  private static String cookie(Language language) {
    return ResponseCookie.from(COOKIE, language.code())
        .path("/")
        .maxAge(Duration.ofDays(365))
        .httpOnly(true)
        .sameSite("Lax")
        .build()
        .toString();
  }
}
