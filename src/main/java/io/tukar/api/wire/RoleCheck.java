package io.tukar.api.wire;

import io.tukar.staff.Needs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a caller through to an endpoint its role may use. What does not say what it needs is shut to
 * all, except what is open to everybody without a token.
 */
final class RoleCheck implements HandlerInterceptor {

  private static final Logger LOG = LoggerFactory.getLogger(RoleCheck.class);

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod endpoint
        && !TokenFilter.WITHOUT_TOKEN.contains(request.getRequestURI())) {
      var needs = endpoint.getMethodAnnotation(Needs.class);
      if (needs == null) {
        LOG.error("{} does not say what it needs", endpoint.getShortLogMessage());
      }
      if (needs == null || !needs.value().allows(caller(request).role())) {
        throw new RefusedRequest(ProblemType.FORBIDDEN, "role-may-not", "");
      }
    }
    return true;
  }

  static Caller caller(HttpServletRequest request) {
    if (request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller) {
      return caller;
    }
    throw new IllegalStateException("A request passed without a token");
  }
}
