package io.tukar.entrance;

import io.tukar.staff.Member;
import io.tukar.staff.StaffBook;
import io.tukar.web.Viewer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says which member of staff a request comes from. Who has left, or signed in by an older password,
 * is signed out.
 */
final class StaffFilter extends OncePerRequestFilter {

  private final StaffBook staff;

  StaffFilter(StaffBook staff) {
    this.staff = staff;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var holder = StaffSession.holder(request);
    if (holder.isPresent()) {
      staff
          .find(holder.get().memberId())
          .filter(member -> member.epoch() == holder.get().epoch())
          .ifPresentOrElse(member -> welcome(member, request), () -> StaffSession.end(request));
    }
    chain.doFilter(request, response);
  }

  private static void welcome(Member member, HttpServletRequest request) {
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(member, null, List.of()));
    SecurityContextHolder.setContext(context);
    request.setAttribute(Viewer.ATTRIBUTE, new Viewer(member.id(), member.name(), member.role()));
  }
}
