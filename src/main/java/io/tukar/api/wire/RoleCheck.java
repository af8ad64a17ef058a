package io.tukar.api.wire;

import io.tukar.staff.Needs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a caller through to an endpoint its role may use. */
final class RoleCheck implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod endpoint) {
      var needs = endpoint.getMethodAnnotation(Needs.class);
      if (needs != null && !needs.value().allows(caller(request).role())) {
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
