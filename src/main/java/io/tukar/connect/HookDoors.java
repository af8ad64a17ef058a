package io.tukar.connect;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Programs that call have no session, no cookies and no form: each hook checks its own secret. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class HookDoors {

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 2)
  SecurityFilterChain hooksChain() {
    return new DefaultSecurityFilterChain(
        PathPatternRequestMatcher.withDefaults().matcher("/hooks/**"));
  }
}
