package io.tukar.entrance;

import io.tukar.staff.Member;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who looks at a desk page. */
public final class StaffViewer {

  private StaffViewer() {}

  /** The member of staff of this request; only for handlers under {@code /desk}. */
  public static Member current() {
    return signedIn()
        .orElseThrow(() -> new IllegalStateException("A desk page without a member of staff"));
  }

  static Optional<Member> signedIn() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Member member
        ? Optional.of(member)
        : Optional.empty();
  }
}
