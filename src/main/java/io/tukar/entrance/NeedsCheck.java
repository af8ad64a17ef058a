package io.tukar.entrance;

import io.tukar.staff.May;
import io.tukar.staff.Needs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a member of staff through to a handler their role may use. A handler that only shows needs
 * no more than {@link May#LOOK}; one that changes something is shut until it says what it needs.
 */
final class NeedsCheck implements HandlerInterceptor {

  private static final Logger LOG = LoggerFactory.getLogger(NeedsCheck.class);
  private static final Set<String> ONLY_SHOWS =
      Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      var needs = method.getMethodAnnotation(Needs.class);
      if (needs == null && !ONLY_SHOWS.contains(request.getMethod())) {
        LOG.error("{} does not say what it needs", method.getShortLogMessage());
        throw new AccessDeniedException("A handler that nobody may use");
      }
      if (!StaffViewer.current().may(needs == null ? May.LOOK : needs.value())) {
        throw new AccessDeniedException("The role may not");
      }
    }
    return true;
  }
}
