package io.tukar.api.wire;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.tukar.staff.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hangs the API's own small chain beside the pages': one filter, no session, no cookies. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ApiSetup implements WebMvcConfigurer {

  private static final Duration ANSWERS_KEPT = Duration.ofDays(7);

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 1)
  SecurityFilterChain apiChain(Tokens tokens) {
    return new DefaultSecurityFilterChain(
        PathPatternRequestMatcher.withDefaults().matcher("/api/**"), new TokenFilter(tokens));
  }

  @Bean
  HandlerExceptionResolver apiProblems() {
    return new ProblemResolver();
  }

  @Bean
  Task<Void> forgetAnswers(Attempts attempts, Clock clock) {
    return Tasks.recurring("forget-api-answers", FixedDelay.ofHours(1))
        .execute((instance, context) -> attempts.forget(clock.instant().minus(ANSWERS_KEPT)));
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new RoleCheck()).addPathPatterns("/api/**");
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new BodyResolver());
    resolvers.add(new CallerResolver());
  }

  @Override
  public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
    handlers.add(new ReplyWriter());
  }
}
