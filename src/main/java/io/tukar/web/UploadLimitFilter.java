package io.tukar.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what is far too large before anybody reads it. The form's token travels within the form:
 * a form that is not read for its size would be refused for its token, which nobody would
 * understand.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
final class UploadLimitFilter extends OncePerRequestFilter {

  /** Above the limit of one short video, whose refusal then stands at its field. */
  private static final long CUSTOMERS_BYTES_MAX = DataSize.ofMegabytes(60).toBytes();

  /** Nobody sends files to the desk without having signed in. */
  private static final long STRANGERS_BYTES_MAX = DataSize.ofMegabytes(24).toBytes();

  private final long staffBytesMax;

  UploadLimitFilter(@Value("${spring.servlet.multipart.max-request-size}") DataSize staffMost) {
    this.staffBytesMax = staffMost.toBytes();
  }

  /** Software has no form token, and its own words for this; a hook has a limit of its own. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/")
        || request.getRequestURI().startsWith("/hooks/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > bytesMax(request)) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
      // No browser sends a form whose length it does not know.
      response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Only staff have a session, and only once they have signed in. */
  private long bytesMax(HttpServletRequest request) {
    if (!request.getRequestURI().startsWith("/desk")) {
      return CUSTOMERS_BYTES_MAX;
    }
    return request.isRequestedSessionIdValid() ? staffBytesMax : STRANGERS_BYTES_MAX;
  }
}
