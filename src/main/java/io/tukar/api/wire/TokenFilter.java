package io.tukar.api.wire;

import io.tukar.staff.Tokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody in without a token, and says who came. */
final class TokenFilter extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";

  /** What everybody may read. */
  static final Set<String> WITHOUT_TOKEN = Set.of("/api/v1/openapi.json");

  private final Tokens tokens;
  private final FailedTokens failed = new FailedTokens();

  TokenFilter(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    if (WITHOUT_TOKEN.contains(request.getRequestURI())) {
      chain.doFilter(request, response);
      return;
    }
    var header = request.getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      refuse("token-missing", request, response);
      return;
    }
    var bearer = tokens.bearer(header.substring(SCHEME.length()).strip());
    if (bearer.isEmpty()) {
      refuse("token-unknown", request, response);
      return;
    }
    if (UploadLimit.isExceededBy(request)) {
      Replies.write(UploadLimit.problem(), request, response);
      return;
    }
    request.setAttribute(Caller.ATTRIBUTE, new Caller(bearer.get().tokenId(), bearer.get().role()));
    chain.doFilter(request, response);
  }

  private void refuse(String code, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var problem =
        failed.tooMany(request.getRemoteAddr())
            ? Reply.problem(
                ProblemType.TOO_MANY_REQUESTS,
                "too-many-requests",
                "",
                FailedTokens.WINDOW.toSeconds())
            : Reply.problem(ProblemType.UNAUTHENTICATED, code, "");
    Replies.write(problem, request, response);
  }
}
