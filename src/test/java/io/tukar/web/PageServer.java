package io.tukar.web;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page room alone on a real server: no database, no photos, no sign-in. Without a stereotype of
 * its own, so that tests of the whole program do not find it.
 */
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration"
    })
@ComponentScan(
    basePackages = "io.tukar.web",
    excludeFilters =
        @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = PhotoAnswer.class))
@Import(PageServer.Failing.class)
class PageServer {

  /** Fails on request. */
  @Controller
  @TestComponent
  static class Failing {

    @GetMapping("/fail")
    Page fail(@RequestParam int status) {
      if (status == 500) {
        throw new IllegalStateException("secret detail");
      }
      throw new ResponseStatusException(HttpStatus.valueOf(status));
    }

    @GetMapping("/api/v1/fail")
    Page failForSoftware() {
      throw new IllegalStateException("secret detail");
    }
  }
}
