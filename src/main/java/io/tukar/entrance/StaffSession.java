package io.tukar.entrance;

import io.tukar.staff.Member;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * A signed-in browser's session. It holds who it is and nothing else: name and role are read with
 * every request.
 */
final class StaffSession {

  private static final String MEMBER = "member";

  private StaffSession() {}

  /** A new session with a new id, whatever was there before. */
  static void begin(HttpServletRequest request, Member member) {
    end(request);
    request.getSession(true).setAttribute(MEMBER, member.id());
  }

  static void end(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /** The signed-in member's id. */
  static Optional<Long> memberId(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null && session.getAttribute(MEMBER) instanceof Long id
        ? Optional.of(id)
        : Optional.empty();
  }
}
