package io.tukar.entrance;

import io.tukar.staff.StaffBook;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * The filter chains of the pages, by who comes: staff under {@code /desk}, customers everywhere
 * else. Software under {@code /api} has a chain of its own before these; where it lacks one, it is
 * shut out.
 *
 * <p>Forms carry a token that matches a cookie, so that no other site can post for anybody, nobody
 * gets a session before signing in, and a page left open survives a restart. Headers are set by
 * {@code io.tukar.web} on every answer.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Doors {

  private static final Duration FORM_COOKIE_AGE = Duration.ofDays(30);

  /** Whether people reach the shop by https, whatever a proxy before it makes of that. */
  private final boolean https;

  Doors(@Value("${tukar.public-url:}") String publicUrl) {
    this.https = publicUrl.startsWith("https:");
  }

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE - 10)
  SecurityFilterChain deskChain(HttpSecurity http, CsrfTokenRepository forms, StaffBook staff) {
    return pages(http, forms)
        .securityMatcher("/desk", "/desk/**")
        .authorizeHttpRequests(
            requests ->
                requests.requestMatchers(SignInPage.PATH).permitAll().anyRequest().authenticated())
        .exceptionHandling(refused -> refused.authenticationEntryPoint(new ToSignIn()))
        .addFilterBefore(new StaffFilter(staff), AnonymousAuthenticationFilter.class)
        .build();
  }

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  SecurityFilterChain customersChain(HttpSecurity http, CsrfTokenRepository forms) {
    return pages(http, forms)
        .securityMatcher("/**")
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/api/**", "/actuator/**")
                    .denyAll()
                    .anyRequest()
                    .permitAll())
        .exceptionHandling(
            refused ->
                refused.authenticationEntryPoint(
                    (request, response, why) ->
                        response.sendError(HttpServletResponse.SC_UNAUTHORIZED)))
        .build();
  }

  @Bean
  CsrfTokenRepository formTokens() {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName("form");
    tokens.setCookiePath("/");
    tokens.setCookieCustomizer(
        cookie -> {
          cookie.httpOnly(true).sameSite("Lax").maxAge(FORM_COOKIE_AGE);
          if (https) {
            cookie.secure(true);
          }
        });
    return tokens;
  }

  @Bean
  ServletContextInitializer secureSessionCookie() {
    return context -> {
      if (https) {
        context.getSessionCookieConfig().setSecure(true);
      }
    };
  }

  private static HttpSecurity pages(HttpSecurity http, CsrfTokenRepository forms) {
    return http.csrf(csrf -> csrf.csrfTokenRepository(forms))
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        // Who it is comes with every request. Managed sessions would take each for a new sign-in
        // and change the session's id and the form's token under pages loaded side by side.
        .securityContext(
            context -> context.securityContextRepository(new NullSecurityContextRepository()))
        .sessionManagement(AbstractHttpConfigurer::disable);
  }
}
