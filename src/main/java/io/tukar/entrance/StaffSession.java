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

  /** Whose session it is, and since which password. */
  record Holder(long memberId, int epoch) {}

  /** A new session with a new id, whatever was there before. */
  static void begin(HttpServletRequest request, Member member) {
    end(request);
    request.getSession(true).setAttribute(MEMBER, new Holder(member.id(), member.epoch()));
  }

  static void end(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /** Who signed in. */
  static Optional<Holder> holder(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null && session.getAttribute(MEMBER) instanceof Holder holder
        ? Optional.of(holder)
        : Optional.empty();
  }
}
