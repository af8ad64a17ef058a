package io.tukar.entrance;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Sends whoever is not signed in to where they can, and from there back to the page they wanted.
 */
final class ToSignIn implements AuthenticationEntryPoint {

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why) {
    var wanted = request.getMethod().equals(HttpMethod.GET.name()) ? wanted(request) : Onward.HOME;
    if (request.getHeader("HX-Request") != null) {
      // htmx would follow a redirect unseen and put the sign-in page inside the old one.
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      response.setHeader("HX-Redirect", SignInPage.PATH);
      return;
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(HttpHeaders.LOCATION, SignInPage.pathTo(wanted));
  }

  private static Onward wanted(HttpServletRequest request) {
    var query = request.getQueryString();
    return Onward.of(request.getRequestURI() + (query == null ? "" : "?" + query));
  }
}
