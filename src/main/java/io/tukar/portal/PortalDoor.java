package io.tukar.portal;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Customers have no account: who holds a draft's or a case's link may go on with it. Forms carry a
 * token that matches a cookie, so that no other site can post for them, and a restart of the server
 * or of the phone does not void a page that is open.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class PortalDoor {

  private static final Duration FORM_COOKIE_AGE = Duration.ofDays(30);

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  SecurityFilterChain portal(HttpSecurity http) {
    return http.securityMatcher(notOfAnotherDoor())
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .csrf(csrf -> csrf.csrfTokenRepository(formTokens()))
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  private static RequestMatcher notOfAnotherDoor() {
    return request -> {
      var path = request.getRequestURI();
      return !of("/desk", path) && !of("/api", path) && !of("/actuator", path);
    };
  }

  private static boolean of(String door, String path) {
    return path.equals(door) || path.startsWith(door + "/");
  }

  private static CookieCsrfTokenRepository formTokens() {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName("form");
    tokens.setCookiePath("/");
    tokens.setCookieCustomizer(
        cookie -> cookie.httpOnly(true).sameSite("Lax").maxAge(FORM_COOKIE_AGE));
    return tokens;
  }
}
